"""Edits that may take long: made in the background as one step, or given up with nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from eventsmith.ground.gc_pause import paused
from eventsmith.tui.background.waiting import wait_or_give_up

if TYPE_CHECKING:
    from eventsmith.edits import Edit, Workbench
    from eventsmith.model import Catalog, Place
    from eventsmith.session.session import JudgedAhead
    from eventsmith.tui.host import Host

MANY = 150
"""The number of changed events and campaigns above which the user would notice how long judging takes."""


async def do(host: Host, edit_of: Callable[[Catalog], Edit], title: str, place: Place = ()) -> bool:
    """Make an edit that may be big, as one step, and return whether it was made; if not, say why."""
    session, before = host.session, host.session.catalog

    def work() -> tuple[_Made, JudgedAhead | None]:
        with paused():
            edit = edit_of(before)
            after = edit.apply(before)
            return _Made(edit, after), session.judge_ahead(after) if is_big(before, after) else None

    found = await wait_or_give_up(host, title, work)
    if found is None:
        return False
    made, foreseen = found
    if host.session is not session or session.catalog is not before:
        host.say("The catalog changed in the meantime: please try again")
        return False
    if foreseen is not None and not session.read_only:
        session.adopt(foreseen)
    return host.do(made, place)


async def judge_first(host: Host, target: Catalog, title: str) -> bool:
    """Judge the catalog that a big undo or redo leads to, and return whether to go ahead; if not, say why."""
    session, before = host.session, host.session.catalog
    foreseen = await wait_or_give_up(host, title, lambda: session.judge_ahead(target))
    if foreseen is None:
        return False
    if host.session is not session or session.catalog is not before:
        host.say("The catalog changed in the meantime: please try again")
        return False
    session.adopt(foreseen)
    return True


def is_big(before: Catalog, after: Catalog) -> bool:
    """Return whether much of the catalog has to be judged anew."""
    known = {*map(id, before.events), *map(id, before.campaigns)}
    new = sum(id(thing) not in known for thing in (*after.events, *after.campaigns))
    return new > MANY or (len(after.events) > MANY and _settings(before) != _settings(after))


def _settings(catalog: Catalog) -> tuple[object, ...]:
    return catalog.naming, catalog.budget, catalog.language, catalog.stages, catalog.destinations


class _Made:
    """An edit with a known outcome."""

    def __init__(self, edit: Edit, after: Catalog) -> None:
        self._edit, self._after = edit, after
        self.label = edit.label
        self.edits: Sequence[Edit] = getattr(edit, "edits", (edit,))

    def apply(self, catalog: Catalog) -> Catalog:
        """Return the known outcome. `catalog` has to be the one that it was made from."""
        return self._after

    def change(self, bench: Workbench) -> None:
        bench.become(self._after)

    def under(self, prefix: Place) -> Edit:
        return self._edit.under(prefix)
