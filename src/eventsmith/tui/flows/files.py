"""What the app does with files: open, save, and leave; each asks what it must know."""

from __future__ import annotations

import asyncio
import gc
import time
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.ground.gc_pause import paused
from eventsmith.ground.labels import PLACES
from eventsmith.tui import working
from eventsmith.tui.actions import key_of
from eventsmith.tui.background import begun, beside, in_thread, is_waited_for
from eventsmith.tui.flows import merge, recover
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.session.recovery import UnsavedJournals
    from eventsmith.session.session import Session
    from eventsmith.store.document import Document
    from eventsmith.store.errors import CannotSaveError
    from eventsmith.tui.app import EventsmithApp

PATIENCE = 2.0
"""Seconds until it is said that a save takes long."""


def opening(app: EventsmithApp) -> Future[tuple[Session, UnsavedJournals]]:
    """The session while it is being made, once and in a thread."""
    if app.care.opening is None:
        app.care.opening = begun(partial(opened, app.path))
    return app.care.opening


def guide(app: EventsmithApp) -> None:
    """Says how one begins, where nothing is there yet."""
    pick, on = key_of("goal.pick"), key_of("next-place")
    app.say(f"Type a name and Tab on to the lists: {pick} picks, {on} goes on to the events")


async def load(app: EventsmithApp) -> None:
    """Loads the app's file, or a new catalog, beside what one does; ends where the file cannot be read."""
    path = app.path
    try:
        session, found = await asyncio.wrap_future(opening(app))
    except Exception as error:
        from eventsmith.session.opening import why_not_opened
        from eventsmith.store.errors import CannotReadError

        if not isinstance(error, CannotReadError):
            raise
        app.end(2, why_not_opened(error))
        return
    if not app.is_ready:
        app.start(session)
        if path is not None:
            _begin(app, session, app.wanted)
    merge.tell_amiss(app, again=path is not None)
    # In a worker of its own: loading is done, though the answer take an hour.
    after = app.care.offered if path is None else None
    beside(app, "left", partial(_offer_left, app, session, found, after=after))


async def reopen(app: EventsmithApp, path: Path | None, place: str = "") -> None:
    """Turns to another file, and in it to a place of the guided path; the one before may be let go."""
    from eventsmith.session.opening import why_not_opened
    from eventsmith.store.errors import CannotReadError

    try:
        session, found = await in_thread(partial(opened, path))
    except CannotReadError as error:
        app.say(why_not_opened(error), bad=True)
        return
    app.start(session)
    _begin(app, session, place)
    merge.tell_amiss(app)
    beside(app, "left", partial(_offer_left, app, session, found))


async def _offer_left(
    app: EventsmithApp, session: Session, found: UnsavedJournals, after: asyncio.Event | None = None
) -> None:
    if after is not None:
        await after.wait()
    if app.session is session:
        await recover.offer_left(app, found)
    else:
        for left in found.left:
            left.keep()


def opened(path: Path | None) -> tuple[Session, UnsavedJournals]:
    """A session with a journal, and what was left unsaved before. A big catalog is judged while one works already."""
    from eventsmith.session.opening import open_kept

    with paused():
        session, found = open_kept(path)
        if len(session.catalog.events) > working.MANY:
            session.judge_later()
        else:
            _ = session.issues
        # It stays. To search all of it for garbage would hold up the screen, once at least and then time and again:
        # from a fifth to half a second at 10,000 events.
        gc.freeze()
    return session, found


def _begin(app: EventsmithApp, session: Session, wanted: str) -> None:
    place = wanted or _first_place(app, session)
    app.visit(place)
    if place == "goal" and not session.document.data:
        guide(app)


def _first_place(app: EventsmithApp, session: Session) -> str:
    """Where work on a file goes on: where one was, else where there is most to do."""
    path = session.document.path
    before = app.memory.place_in(path) if path is not None else ""
    if before in PLACES and not session.read_only:
        return before
    return "review" if session.read_only else "events" if session.catalog.events else "goal"


async def save(app: EventsmithApp, path: Path | None) -> bool:
    """Writes, and asks what it must know; says whether all is safe on disk.

    Where a disk does not answer, one may save to another place; once that is done, nobody waits for the other.
    """
    session, saving = app.session, app.care.saving
    before = saving.get(session)
    if before is not None:
        hung = before.path if path is None and app.care.unanswered(session) else None
        path = await _asked_path(app, hung) if hung is not None else None
        if path is None or path == hung:
            app.say(_still_saving(app, session))
            return False
    own = saving[session] = merge.Saving()
    is_saved = False
    try:
        is_saved = await _save(app, session, path, own)
    finally:
        if saving.get(session) is own:
            del saving[session]
            if before is not None and before.path is not None and not is_saved:
                saving[session] = before
    return is_saved


def _still_saving(app: EventsmithApp, session: Session) -> str:
    unanswered = app.care.unanswered(session)
    if not unanswered:
        return "Still saving …"
    return f"{unanswered.capitalize()}: your work is kept, {key_of('save-as')} saves it elsewhere"


async def _written(
    app: EventsmithApp, session: Session, path: Path, own: merge.Saving, *, overwrite: bool, anew: bool
) -> Document | None:
    """Writes beside what one does, and says when that takes long. Raises as Session.write does.

    None where the work was saved to another place meanwhile: what became of this is nobody's concern.
    """
    app.say("Saving …")
    own.path, own.since, document = path, time.monotonic(), session.document
    try:
        writing = asyncio.ensure_future(in_thread(partial(session.write, path, overwrite=overwrite, anew=anew)))
        await asyncio.wait([writing], timeout=PATIENCE)
        if not writing.done():
            app.say(_still_saving(app, session))
        await asyncio.wait([writing])
    finally:
        own.path = None
    if session.document is not document:
        writing.exception()
        return None
    return await writing


async def _save(app: EventsmithApp, session: Session, path: Path | None, own: merge.Saving) -> bool:
    from eventsmith.session.opening import suggested_path as suggested
    from eventsmith.session.session import ReadOnlyError
    from eventsmith.store.errors import CannotSaveError, ChangedOnDiskError, NotYetDurableError

    overwrite = anew = False
    while True:
        if path is None:
            path = await _asked_path(app, session.document.path or suggested(session))
            if path is None:
                app.say("Nothing was written")
                return False
        try:
            document = await _written(app, session, path, own, overwrite=overwrite, anew=anew)
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
                answer = await merge.take_in(app, path)
            else:
                answer = await _asked_what_now(app, error)
            if answer == "leave":
                app.say("Not saved; your work is kept here")
                return False
            overwrite, anew = answer == "over", answer == "anew"
            path = None if answer == "other" else path
            continue
        if document is None:
            return False
        session.saved(document)
        if app.session is not session:
            return False
        app.path = document.path
        app.care.on_disk = ""
        merge.keep_watch(app)
        app.show_title()
        app.say(f"Saved {short_path(path)}")
        return True


async def _asked_path(app: EventsmithApp, suggested: Path) -> Path | None:
    from eventsmith.tui.dialogs.ask_path import AskPath

    return await app.push_screen_wait(AskPath("Save the catalog as", suggested))


async def _asked_what_now(app: EventsmithApp, error: CannotSaveError) -> str:
    """What to do about a file that cannot be written: `other`, `over`, `anew` or `leave`."""
    from eventsmith.session.fault_report import fault_report
    from eventsmith.store.errors import ChangedOnDiskError, MiswrittenError
    from eventsmith.tui.dialogs.ask import Ask

    answers = [("other", "Save to another place"), ("leave", "Go on working")]
    if isinstance(error, ChangedOnDiskError):
        answers.append(("over", "Write over it"))
    words = str(error)
    if isinstance(error, MiswrittenError):
        answers.insert(0, ("anew", "Write the whole file anew; comments stay"))
        words = fault_report(error)
    return await app.push_screen_wait(Ask(words, answers)) or "leave"


async def leave(app: EventsmithApp) -> None:
    """Leaves; asks where something is not saved."""
    if await may_let_go(app):
        app.end(0)


async def may_let_go(app: EventsmithApp) -> bool:
    """Whether one may turn away from the catalog; where something is not saved, asks what becomes of it."""
    from eventsmith.tui.dialogs.ask import Ask

    app.care.is_kept = False
    if not app.is_ready:
        return True
    writing = app.care.saving[app.session].path if app.session in app.care.saving else None
    if writing is not None:
        return await _may_leave_writing(app, writing)
    if not app.session.dirty:
        return True
    answers = [("save", "Save and leave"), ("stay", "Stay"), ("drop", "Leave without saving")]
    answer = await app.push_screen_wait(Ask("There are changes that are not saved.", answers))
    if answer == "save":
        return await save(app, app.session.document.path)
    app.care.dropped = app.session if answer == "drop" else None
    return answer == "drop"


async def _may_leave_writing(app: EventsmithApp, path: Path) -> bool:
    """Whether one may turn away from a catalog that a disk is not done with: it may never be."""
    from eventsmith.tui.dialogs.ask import Ask

    session = app.session
    words = ": ".join(filter(None, (f"{path.name} is being saved", app.care.unanswered(session))))
    journal = session.journal
    lines = ["The journal keeps what is not saved for the next start."]
    if journal is None or journal.problem:
        lines = ["There is no journal: what is not saved may be lost."]
    answers = [("wait", "Wait for it"), ("leave", "Leave at once"), ("stay", "Stay")]
    answer = await app.push_screen_wait(Ask(f"{words}.", answers, lines))
    if answer == "wait":
        saved = asyncio.ensure_future(_no_longer_saving(app, session))
        return await is_waited_for(app, saved, f"{words}", "Esc: stay") and await may_let_go(app)
    app.care.is_kept = answer == "leave"
    return app.care.is_kept


async def _no_longer_saving(app: EventsmithApp, session: Session) -> None:
    while session in app.care.saving:
        await asyncio.sleep(0.05)
