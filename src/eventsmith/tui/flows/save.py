"""Saves the catalog; asks where to, and what becomes of a file that cannot be written."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.care import Saving
from eventsmith.tui.flows.merge import take_in
from eventsmith.tui.flows.watch import keep_watch
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.session.session import Session
    from eventsmith.store.errors import CannotSaveError
    from eventsmith.store.save import Saved
    from eventsmith.tui.host import Host

PATIENCE = 2.0
"""Seconds until it is said that a save takes long."""


async def save(host: Host) -> None:
    """Write the catalog to its file; ask for one where it has none."""
    await save_to(host, host.session.document.path)


async def save_as(host: Host) -> None:
    """Write the catalog to another file."""
    await save_to(host, None)


async def save_to(host: Host, path: Path | None) -> bool:
    """Writes, and asks what it must know; says whether all is safe on disk.

    Where a disk does not answer, one may save to another place; once that is done, nobody waits for the other.
    """
    session, saving = host.session, host.care.saving
    before = saving.get(session)
    if before is not None:
        hung = before.path if path is None and host.care.unanswered(session) else None
        path = await _asked_path(host, hung) if hung is not None else None
        if path is None or path == hung:
            host.say(_still_saving(host, session))
            return False
    own = saving[session] = Saving()
    is_saved = False
    try:
        is_saved = await _save(host, session, path, own)
    finally:
        if saving.get(session) is own:
            del saving[session]
            if before is not None and before.path is not None and not is_saved:
                saving[session] = before
    return is_saved


def _still_saving(host: Host, session: Session) -> str:
    unanswered = host.care.unanswered(session)
    if not unanswered:
        return "Still saving …"
    return f"{unanswered.capitalize()}: your work is kept, {key_of('save-as')} saves it elsewhere"


async def _written(
    host: Host, session: Session, path: Path, own: Saving, *, overwrite: bool, anew: bool
) -> Saved | None:
    """Writes beside what one does, and says when that takes long. Raises as Session.write does.

    None where the work was saved to another place meanwhile: what became of this is nobody's concern.
    """
    host.say("Saving …")
    own.path, own.since, document = path, time.monotonic(), session.document
    try:
        writing = asyncio.ensure_future(in_thread(partial(session.write, path, overwrite=overwrite, anew=anew)))
        await asyncio.wait([writing], timeout=PATIENCE)
        if not writing.done():
            host.say(_still_saving(host, session))
        await asyncio.wait([writing])
    finally:
        own.path = None
    if session.document is not document:
        writing.exception()
        return None
    return await writing


async def _save(host: Host, session: Session, path: Path | None, own: Saving) -> bool:
    from eventsmith.session.opening import suggested_path as suggested
    from eventsmith.session.session import ReadOnlyError
    from eventsmith.store.errors import CannotSaveError, ChangedOnDiskError

    overwrite = anew = False
    while True:
        if path is None:
            path = await _asked_path(host, session.document.path or suggested(session))
            if path is None:
                host.say("Nothing was written")
                return False
        try:
            saved = await _written(host, session, path, own, overwrite=overwrite, anew=anew)
        except ReadOnlyError as error:
            host.say(str(error), bad=True)
            return False
        except CannotSaveError as error:
            is_own = path == session.document.path and bool(session.document.data)
            if isinstance(error, ChangedOnDiskError) and is_own:
                answer = await take_in(host, path)
            else:
                answer = await _asked_what_now(host, error)
            if answer == "leave":
                host.say("Not saved; your work is kept here")
                return False
            overwrite, anew = answer == "over", answer == "anew"
            path = None if answer == "other" else path
            continue
        if saved is None:
            return False
        session.saved(saved)
        if not saved.durable:
            host.say(saved.warning, bad=True)
            return False
        if host.session is not session:
            return False
        host.path = saved.document.path
        host.care.on_disk = ""
        keep_watch(host)
        host.show_title()
        host.say(f"Saved {short_path(path)}")
        return True


async def _asked_path(host: Host, suggested: Path) -> Path | None:
    from eventsmith.tui.dialogs.ask_path import AskPath

    return await host.ask(AskPath("Save the catalog as", suggested))


async def _asked_what_now(host: Host, error: CannotSaveError) -> str:
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
    return await host.ask(Ask(words, answers)) or "leave"
