"""Where the walk goes on after a command instead of an answer: back, on, elsewhere, away."""

from eventsmith.model import Place


class Turn(BaseException):
    """Leave the question, to go on elsewhere. Not an error."""


class Back(Turn):
    """Go to the previous question, or the previous page."""


class Changed(Turn):
    """The catalog has changed: ask again, if what was asked about is still there."""


class Go(Turn):
    """Go to a page."""

    def __init__(self, page: str) -> None:
        super().__init__(page)
        self.page = page


class Jump(Turn):
    """Go to a place in the catalog, on whichever page it is."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class Leave(Turn):
    """Leave; unsaved work was dealt with."""
