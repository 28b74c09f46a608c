"""Beyond the file in view: another one, of this folder, had lately, or any; the same again; a copy to take away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.flows import files
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.tui.app import EventsmithApp

ANOTHER = "another"
MOST_SHOWN = 58
"""Cells: what a dialog has room for on the narrowest screen."""


def known_catalogs(app: EventsmithApp) -> list[tuple[str, str]]:
    """The catalogs of this folder, then those that one had open lately: paths, and what they are called."""
    here, far = app.memory.known_catalogs()
    return [*((str(path), path.name) for path in here), *((str(path), short_path(path, MOST_SHOWN)) for path in far)]


async def offer_catalogs(app: EventsmithApp) -> None:
    """Asks at the start which catalog to open, where any is known."""
    known = known_catalogs(app)
    if known:
        from eventsmith.tui.dialogs.pick_one import Pick

        options = [*known, ("", "A new catalog")]
        picked = await app.push_screen_wait(Pick("Open a catalog?", options, [known[0][0]]))
        if picked:
            await files.reopen(app, Path(picked))


async def open_another(app: EventsmithApp) -> None:
    """Asks which, and turns to it; asks first what becomes of work that is not saved."""
    from eventsmith.tui.dialogs.ask_path import AskPath
    from eventsmith.tui.dialogs.pick_one import Pick

    options = [*known_catalogs(app), (ANOTHER, "Another file …"), ("", "A new catalog")]
    picked = await app.push_screen_wait(Pick("Open which catalog?", options))
    path = Path(picked) if picked else None
    if picked == ANOTHER:
        hint = "Enter opens it, Esc leaves; one that is not there is begun anew"
        path = await app.push_screen_wait(AskPath("Open the catalog", Path("catalog.events.toml"), hint=hint))
        picked = None if path is None else str(path)
    if picked is not None and await files.may_let_go(app):
        await files.reopen(app, path)


async def read_again(app: EventsmithApp) -> None:
    """Reads the file as it is on disk now."""
    path = app.session.document.path
    if path is None:
        app.say(f"There is no file yet to read again: {key_of('save')} saves")
    elif await files.may_let_go(app):
        here = app.here
        await files.reopen(app, path, here)
        app.say(f"Read {short_path(path)} again")


async def copy_event(app: EventsmithApp) -> None:
    """Copies the event in view, in the form one picks."""
    from eventsmith.queries.event_text import COPIES, event_as
    from eventsmith.tui.dialogs.pick_one import Pick

    places = app.page.places_here() if app.page is not None else ()
    index = next((place[1] for place in places if len(place) > 1 and place[0] == "events"), None)
    if not isinstance(index, int):
        app.say("There is no event here to copy: put the cursor on one")
        return
    event = app.session.catalog.events[index]
    kind = await app.push_screen_wait(Pick(f"Copy “{event.name}” as", [(kind, kind) for kind in COPIES]))
    if kind is not None:
        app.copy_to_clipboard(event_as(event, kind))
        app.say(
            f"Copied “{event.name}” as {kind}, if your terminal allows it; "
            f"{key_of('export')} exports to a file in any case"
        )
