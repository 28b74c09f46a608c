"""What the app does with files: offer, save, export, and leave; each asks what it must know."""

from __future__ import annotations

import asyncio
import gc
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.tui import recovering, safety
from eventsmith.tui.paths import short_path
from eventsmith.tui.waiting import begun, in_thread
from eventsmith.words import PLACES

if TYPE_CHECKING:
    from eventsmith.session import CannotSaveError, Leftovers, Session
    from eventsmith.tui.app import EventsmithApp


def opening(app: EventsmithApp) -> Future[tuple[Session, Leftovers]]:
    """The session while it is being made, once and in a thread."""
    if app.care.opening is None:
        app.care.opening = begun(partial(opened, app.path))
    return app.care.opening


async def load(app: EventsmithApp) -> None:
    """Loads the app's file, or a new catalog, beside what one does; ends where the file cannot be read."""
    path = app.path
    try:
        session, found = await asyncio.wrap_future(opening(app))
    except Exception as error:
        from eventsmith.session import CannotReadError

        if not isinstance(error, CannotReadError):
            raise
        app.end(2, str(error))
        return
    if not app.is_ready:
        app.start(session)
        if path is not None:
            app.visit(app.wanted or _first_place(app, session))
    # In a worker of its own: loading is done, though the answer take an hour.
    app.run_worker(_offer_left(app, session, found, after=app.care.offered if path is None else None), group="left")


async def reopen(app: EventsmithApp, path: Path | None, place: str = "") -> None:
    """Turns to another file, and in it to a place of the guided path; the one before may be let go."""
    from eventsmith.session import CannotReadError

    try:
        session, found = await in_thread(partial(opened, path))
    except CannotReadError as error:
        app.say(str(error), bad=True)
        return
    app.start(session)
    app.visit(place or _first_place(app, session))
    app.run_worker(_offer_left(app, session, found), group="left")


async def _offer_left(
    app: EventsmithApp, session: Session, found: Leftovers, after: asyncio.Event | None = None
) -> None:
    if after is not None:
        await after.wait()
    if app.session is session:
        await recovering.offer_left(app, found)
    else:
        for left in found.left:
            left.keep()


def opened(path: Path | None) -> tuple[Session, Leftovers]:
    """A session with a journal, and what was left unsaved before."""
    from eventsmith.session import open_kept

    session, found = open_kept(path)
    # It stays. To search all of it for garbage again would hold up the screen: half a second at 10,000 events.
    gc.freeze()
    return session, found


def _first_place(app: EventsmithApp, session: Session) -> str:
    """Where work on a file goes on: where one was, else where there is most to do."""
    path = session.document.path
    before = app.memory.place_in(path) if path is not None else ""
    if before in PLACES and not session.read_only:
        return before
    return "review" if session.read_only else "events" if session.catalog.events else "goal"


async def save(app: EventsmithApp, path: Path | None) -> bool:
    """Writes, and asks what it must know; says whether all is safe on disk."""
    if app.care.is_saving:
        app.say("Still saving …")
        return False
    app.care.is_saving = True
    try:
        return await _save(app, path)
    finally:
        app.care.is_saving = False


async def _save(app: EventsmithApp, path: Path | None) -> bool:
    from eventsmith.session import CannotSaveError, ChangedOnDiskError, NotYetDurableError, ReadOnlyError
    from eventsmith.session import suggested_path as suggested

    session, overwrite = app.session, False
    while True:
        if path is None:
            path = await _asked_path(app, session.document.path or suggested(session))
            if path is None:
                app.say("Nothing was written")
                return False
        app.say("Saving …")
        try:
            document = await in_thread(partial(session.write, path, overwrite=overwrite))
        except ReadOnlyError as error:
            app.say(str(error), bad=True)
            return False
        except NotYetDurableError as error:
            session.saved(error.document, durable=False)
            app.say(str(error), bad=True)
            return False
        except CannotSaveError as error:
            is_own = path == session.document.path and bool(session.document.data)
            if isinstance(error, ChangedOnDiskError) and is_own:
                answer = await safety.take_in(app, path)
            else:
                answer = await _asked_what_now(app, error)
            if answer == "leave":
                app.say("Not saved; your work is kept here")
                return False
            overwrite = answer == "over"
            path = None if answer == "other" else path
            continue
        session.saved(document)
        app.path = document.path
        app.care.on_disk = ""
        app.show_title()
        app.say(f"Saved {short_path(path)}")
        return True


async def _asked_path(app: EventsmithApp, suggested: Path) -> Path | None:
    from eventsmith.tui.screens.ask_path import AskPath

    return await app.push_screen_wait(AskPath("Save the catalog as", suggested))


async def _asked_what_now(app: EventsmithApp, error: CannotSaveError) -> str:
    """What to do about a file that cannot be written: `other`, `over` or `leave`."""
    from eventsmith.session import ChangedOnDiskError
    from eventsmith.tui.screens.ask import Ask

    answers = [("other", "Save to another place"), ("leave", "Go on working")]
    if isinstance(error, ChangedOnDiskError):
        answers.append(("over", "Write over it"))
    return await app.push_screen_wait(Ask(str(error), answers)) or "leave"


async def leave(app: EventsmithApp) -> None:
    """Leaves; asks where something is not saved."""
    if await may_let_go(app):
        app.end(0)


async def may_let_go(app: EventsmithApp) -> bool:
    """Whether one may turn away from the catalog; where something is not saved, asks what becomes of it."""
    from eventsmith.tui.screens.ask import Ask

    if not app.is_ready or not app.session.dirty:
        return True
    answers = [("save", "Save and leave"), ("stay", "Stay"), ("drop", "Leave without saving")]
    answer = await app.push_screen_wait(Ask("There are changes that are not saved.", answers))
    if answer == "save":
        return await save(app, app.session.document.path)
    app.care.dropped = app.session if answer == "drop" else None
    return answer == "drop"


async def export_catalog(app: EventsmithApp) -> None:
    """Writes the catalog in another format."""
    from eventsmith.formats import all_formats
    from eventsmith.session import CannotExportError, suggested_path, write_files
    from eventsmith.tui.screens.ask_path import AskPath
    from eventsmith.tui.screens.pick import Pick

    formats = {format.name: format for format in all_formats()}
    options = [(name, f"{name}: {format.summary}") for name, format in formats.items()]
    picked = await app.push_screen_wait(Pick("Export as", options))
    if picked is None:
        return
    own = app.session.document.path or suggested_path(app.session)
    stem = own.name.removesuffix(".toml").removesuffix(".events")
    wanted = own.with_name(f"{stem}{formats[picked].suffix}")
    path = await app.push_screen_wait(AskPath(f"Export as {picked} to", wanted))
    if path is None:
        return
    written = formats[picked].write(app.session.catalog)
    try:
        await in_thread(partial(write_files, written.files, path, app.session.document.path))
    except CannotExportError as error:
        app.say(str(error), bad=True)
        return
    more = f" (and {len(written.losses) - 1} more)" if len(written.losses) > 1 else ""
    app.say(f"Wrote {short_path(path)}." + (f" Not in it: {written.losses[0]}{more}" if written.losses else ""))
