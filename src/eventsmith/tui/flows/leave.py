"""Leaving the app or the catalog, after asking what becomes of unsaved work."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.tui.background.waiting import wait_until_done
from eventsmith.tui.flows.save import hold_saving, tell_saved

if TYPE_CHECKING:
    from eventsmith.session.session import Session
    from eventsmith.tui.host import Host


async def leave(host: Host) -> None:
    """Leave the app, after asking about unsaved work."""
    if await may_let_go(host):
        host.end(0)


async def may_let_go(host: Host) -> bool:
    """Return whether the catalog may be left, after asking what becomes of unsaved work."""
    host.care.is_kept = False
    if not host.is_ready:
        return True
    writing = host.care.saving[host.session].path if host.session in host.care.saving else None
    if writing is not None:
        return await _may_leave_writing(host, writing)
    from eventsmith.conversations.leaving import leaving

    session = host.session
    outcome = await hold_saving(host, leaving(session), lambda outcome: outcome.may_leave)
    if outcome is None:
        return False
    tell_saved(host, session, outcome.saved)
    host.care.dropped = session if outcome.dropped else None
    return outcome.may_leave


async def _may_leave_writing(host: Host, path: Path) -> bool:
    """Return whether a catalog that is still being written may be left, after asking: the write may never end."""
    from eventsmith.tui.dialogs.ask import Ask

    session = host.session
    words = ": ".join(filter(None, (f"{path.name} is being saved", host.care.unanswered(session))))
    journal = session.journal
    lines = ["The journal keeps your unsaved work for the next start."]
    if journal is None or journal.problem:
        lines = ["There is no journal: unsaved work may be lost."]
    answers = [("wait", "Wait for it"), ("leave", "Leave now"), ("stay", "Stay")]
    answer = await host.ask(Ask(f"{words}.", answers, lines, esc="stay"))
    if answer == "wait":
        saved = asyncio.ensure_future(_no_longer_saving(host, session))
        return await wait_until_done(host, saved, f"{words}", "Esc: stay") and await may_let_go(host)
    host.care.is_kept = answer == "leave"
    return host.care.is_kept


async def _no_longer_saving(host: Host, session: Session) -> None:
    while session in host.care.saving:
        await asyncio.sleep(0.05)
