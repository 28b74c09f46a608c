"""Work that may take a while: done beside the screen, shown while it lasts, and left undone with Esc."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from eventsmith.ground.gc_pause import paused
from eventsmith.tui import background

if TYPE_CHECKING:
    from eventsmith.edits import Edit, Workbench
    from eventsmith.model import Catalog, Place
    from eventsmith.session.session import JudgedAhead, Session
    from eventsmith.tui.app import EventsmithApp

Result = TypeVar("Result")
GIVE_UP = "Esc gives it up, and nothing is changed"
MANY = 150
"""Events and campaigns that changed: what is wrong with more of them is not found before somebody would wait."""


async def waited_for(app: EventsmithApp, title: str, work: Callable[[], Result]) -> Result | None:
    """What the work comes to; None where somebody did not want to wait for it."""
    found = await background.waited_for(app, work, title, GIVE_UP)
    if found is None:
        app.say("Given up: nothing was changed")
    return found


async def do(app: EventsmithApp, edit_of: Callable[[Catalog], Edit], title: str, place: Place = ()) -> bool:
    """Makes an edit that may be big, as one step; says why where it was not made."""
    session, before = app.session, app.session.catalog

    def work() -> tuple[_Made, JudgedAhead | None]:
        with paused():
            edit = edit_of(before)
            after = edit.apply(before)
            return _Made(edit, after), session.judge_ahead(after) if is_big(before, after) else None

    found = await waited_for(app, title, work)
    if found is None:
        return False
    made, foreseen = found
    if app.session is not session or session.catalog is not before:
        app.say("The catalog has changed meanwhile; look once more")
        return False
    if foreseen is not None and not session.read_only:
        session.adopt(foreseen)
    return app.do(made, place)


async def made_ready(app: EventsmithApp, target: Catalog, title: str) -> bool:
    """Finds what will be wrong with the catalog that a big undo or redo leads to; says whether it is to be made now."""
    session, before = app.session, app.session.catalog
    foreseen = await waited_for(app, title, lambda: session.judge_ahead(target))
    if foreseen is None:
        return False
    if app.session is not session or session.catalog is not before:
        app.say("The catalog has changed meanwhile; look once more")
        return False
    session.adopt(foreseen)
    return True


def find_issues(app: EventsmithApp) -> None:
    """Finds beside what one does what is wrong with a catalog just opened, and then tells of it."""
    background.beside(app, "issues", partial(_find_issues, app, app.session))


async def _find_issues(app: EventsmithApp, session: Session) -> None:
    def find() -> JudgedAhead:
        with paused():
            found = session.judge_ahead(session.catalog)
            gc.freeze()
        return found

    foreseen = await background.in_thread(find)
    # Judged already where a big edit was made meanwhile.
    if not session.is_judged:
        session.adopt(foreseen)
    if app.session is session:
        app.show_all()


class _Made:
    """An edit whose outcome is known."""

    def __init__(self, edit: Edit, after: Catalog) -> None:
        self._edit, self._after = edit, after
        self.label = edit.label
        self.edits: Sequence[Edit] = getattr(edit, "edits", (edit,))

    def apply(self, catalog: Catalog) -> Catalog:
        """See Edit. The catalog is that of which the outcome is."""
        return self._after

    def change(self, bench: Workbench) -> None:
        """See Edit."""
        bench.become(self._after)

    def under(self, prefix: Place) -> Edit:
        """See Edit."""
        return self._edit.under(prefix)


def is_big(before: Catalog, after: Catalog) -> bool:
    """Whether much is to be judged anew."""
    known = {*map(id, before.events), *map(id, before.campaigns)}
    new = sum(id(thing) not in known for thing in (*after.events, *after.campaigns))
    return new > MANY or (len(after.events) > MANY and _settings(before) != _settings(after))


def _settings(catalog: Catalog) -> tuple[object, ...]:
    return catalog.naming, catalog.budget, catalog.language, catalog.stages, catalog.destinations
