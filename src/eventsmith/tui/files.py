"""What the app does with files: offer, save, export, and leave; each asks what it must know."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.words import PLACES

if TYPE_CHECKING:
    from eventsmith.session import Session
    from eventsmith.tui.app import EventsmithApp


async def load(app: EventsmithApp) -> None:
    """Loads the app's file, or a new catalog, beside what one does; ends where the file cannot be read."""
    try:
        session = await asyncio.to_thread(_opened, app.path)
    except Exception as error:
        from eventsmith.session import CannotReadError

        if not isinstance(error, CannotReadError):
            raise
        app.end(2, str(error))
        return
    if not app.is_ready:
        app.start(session)
        if app.path is not None:
            app.visit(app.wanted or _first_place(app, session))


async def reopen(app: EventsmithApp, path: Path | None, place: str = "") -> None:
    """Turns to another file, and in it to a place of the guided path; the one before may be let go."""
    from eventsmith.session import CannotReadError

    try:
        session = await asyncio.to_thread(_opened, path)
    except CannotReadError as error:
        app.say(str(error), bad=True)
        return
    app.start(session)
    app.visit(place or _first_place(app, session))


def _opened(path: Path | None) -> Session:
    from eventsmith.session import open_session

    session = open_session(path)
    # It stays. To search all of it for garbage again would hold up the screen: half a second at 10,000 events.
    gc.freeze()
    return session


def _first_place(app: EventsmithApp, session: Session) -> str:
    """Where work on a file goes on: where one was, else where there is most to do."""
    path = session.document.path
    before = app.memory.place_in(path) if path is not None else ""
    if before in PLACES and not session.read_only:
        return before
    return "review" if session.read_only else "events" if session.catalog.events else "goal"


async def save(app: EventsmithApp, path: Path | None) -> bool:
    """Writes, and asks what it must know; says whether all is safe on disk."""
    from eventsmith.session import (
        CannotSaveError,
        ChangedOnDiskError,
        NotYetDurableError,
        ReadOnlyError,
        suggested_path,
    )
    from eventsmith.tui.screens.ask import Ask
    from eventsmith.tui.screens.ask_path import AskPath

    session, overwrite = app.session, False
    while True:
        if path is None:
            path = await app.push_screen_wait(
                AskPath("Save the catalog as", session.document.path or suggested_path(session))
            )
            if path is None:
                app.say("Nothing was written")
                return False
        app.say("Saving …")
        try:
            document = await asyncio.to_thread(session.write, path, overwrite=overwrite)
        except ReadOnlyError as error:
            app.say(str(error), bad=True)
            return False
        except NotYetDurableError as error:
            session.saved(error.document)
            app.say(str(error), bad=True)
            return False
        except CannotSaveError as error:
            answers = [("other", "Save to another place"), ("leave", "Go on working")]
            if isinstance(error, ChangedOnDiskError):
                answers.append(("over", "Write over it"))
            answer = await app.push_screen_wait(Ask(str(error), answers))
            if answer == "over":
                overwrite = True
            elif answer == "other":
                path, overwrite = None, False
            else:
                app.say("Not saved; your work is kept here")
                return False
            continue
        session.saved(document)
        app.path = document.path
        app.say(f"Saved {document.path}")
        return True


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
        await asyncio.to_thread(write_files, written.files, path, app.session.document.path)
    except CannotExportError as error:
        app.say(str(error), bad=True)
        return
    more = f" (and {len(written.losses) - 1} more)" if len(written.losses) > 1 else ""
    app.say(f"Wrote {path}." + (f" Not in it: {written.losses[0]}{more}" if written.losses else ""))
