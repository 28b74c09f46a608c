"""Saving the catalog, and keeping track of saves whose disk does not answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from eventsmith.tui.actions import key_of
from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.care import Saving
from eventsmith.tui.flows._conversation import hold
from eventsmith.tui.flows.watch import keep_watch
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.conversations.dialogue import Conversation, Work
    from eventsmith.conversations.saving import SaveOutcome
    from eventsmith.session.session import Session
    from eventsmith.tui.host import Host

Result = TypeVar("Result")

PATIENCE = 2.0
"""Seconds after which a message says that a save takes long."""


async def save(host: Host) -> None:
    """Write the catalog to its file; ask for a file if it has none."""
    await _save_to(host, host.session.document.path)


async def save_as(host: Host) -> None:
    """Write the catalog to another file."""
    await _save_to(host, None)


async def _save_to(host: Host, path: Path | None) -> None:
    """Save to a path, or ask for one if it is None.

    If the disk of an earlier save does not answer, the user can save to another file; once that is done, nothing waits
    for the earlier save any more.
    """
    from eventsmith.conversations.saving import saving

    session = host.session
    before = host.care.saving.get(session)
    if before is not None:
        hung = before.path if path is None and host.care.unanswered(session) else None
        path = await _asked_path(host, hung) if hung is not None else None
        if path is None or path == hung:
            host.say(_still_saving(host, session))
            return
    outcome = await hold_saving(host, saving(session, path), lambda outcome: outcome.durable)
    tell_saved(host, session, outcome)


async def hold_saving(
    host: Host, conversation: Conversation[Result], is_saved: Callable[[Result], bool]
) -> Result | None:
    """Hold a conversation that saves, and record in `care` which file it writes and since when."""
    session, saving, own = host.session, host.care.saving, Saving()
    before, saving[session] = saving.get(session), own
    outcome = None
    try:
        outcome = await hold(host, conversation, lambda work: _written(host, session, work, own))
    finally:
        if saving.get(session) is own:
            del saving[session]
            if before is not None and before.path is not None and (outcome is None or not is_saved(outcome)):
                saving[session] = before
    return outcome


def tell_saved(host: Host, session: Session, outcome: SaveOutcome | None) -> None:
    """Say how a save has ended, and continue with the file that was written."""
    if outcome is None or host.session is not session:
        return
    if outcome.path is not None:
        host.path = outcome.path
        host.care.on_disk = ""
        keep_watch(host)
        host.show_title()
    if outcome.path is not None and outcome.durable:
        host.say(f"Saved {short_path(outcome.path)}")
    elif outcome.words:
        host.say(outcome.words, bad=outcome.is_bad)


def _still_saving(host: Host, session: Session) -> str:
    unanswered = host.care.unanswered(session)
    if not unanswered:
        return "Still saving …"
    return f"{unanswered.capitalize()}: your work is kept, {key_of('save-as')} saves it elsewhere"


async def _written(host: Host, session: Session, work: Work[Any], own: Saving) -> Any:
    """Run the work in the background, and say so if it takes long. Raises what the work raises."""
    host.say(work.title)
    own.path, own.since = work.writes, time.monotonic()
    try:
        writing = asyncio.ensure_future(in_thread(work.function))
        await asyncio.wait([writing], timeout=PATIENCE)
        if not writing.done():
            host.say(_still_saving(host, session))
        await asyncio.wait([writing])
    finally:
        own.path = None
    return await writing


async def _asked_path(host: Host, suggested: Path) -> Path | None:
    from eventsmith.tui.dialogs.ask_path import AskPath

    return await host.ask(AskPath("Save the catalog to which file?", suggested))
