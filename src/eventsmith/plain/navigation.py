"""Where the walk goes on when an answer was not an answer but a command: back, on, elsewhere, away."""

from eventsmith.model import Place


class Turn(BaseException):
    """No error: the question that was asked is left, and the walk goes on elsewhere."""


class Back(Turn):
    """To the question before, or the place before."""


class Changed(Turn):
    """The catalog is another: what was asked must be asked anew, where it can be."""


class Go(Turn):
    """To a place of the path."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class Jump(Turn):
    """To a place of the catalog, wherever on the path that is."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class Leave(Turn):
    """Away; what was unsaved is seen to."""
