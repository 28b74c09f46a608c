"""A watch over the journal and the file on disk, and messages about trouble with either."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.ground import disk
from eventsmith.tui.actions import key_of
from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.session.session import Session
    from eventsmith.tui.host import Host

LOOK_EVERY = 1.0
"""Seconds between two looks at the file."""
_ROOM = 28
"""The number of cells for the path in a message about trouble: the rest of the message tells more."""
_SLOW = "The disk is slow: a crash loses nothing, a power cut perhaps the last moment"


def take_care(host: Host, before: Session | None) -> None:
    """Watch over the new session; keep unsaved work of the one before, unless dropped, for when it is opened again."""
    if before is not None:
        let_go(before, keep=before.dirty and before is not host.care.dropped)
    host.care.on_disk = ""
    keep_watch(host)


def let_go(session: Session, *, keep: bool) -> None:
    """End the journal of a session; delete it unless it is to be kept."""
    if session.journal is not None:
        session.journal.close(keep=keep)


def keep_watch(host: Host) -> None:
    """Watch over the current session instead of the one before, whose disk may never answer."""
    host.run_in_background("watch", partial(watch, host, host.session), alone=True)


async def watch(host: Host, session: Session) -> None:
    """Say when something is wrong with the journal or the file on disk, for as long as the session is current."""
    from eventsmith.session.file_watch import Watch

    looking = Watch()
    while host.session is session:
        document = session.document
        found = await in_thread(partial(looking.look, document))
        if document is session.document and session not in host.care.saving and found != host.care.on_disk:
            host.care.on_disk = found
            host.show_title()
            if found and document.path is not None:
                host.say(f"{document.path.name} {_cure(found)}", bad=True)
        tell_trouble(host)
        tell_amiss(host)
        await asyncio.sleep(LOOK_EVERY)


def _cure(found: str) -> str:
    if found == "changed by somebody else":
        return f"was changed by somebody else: {key_of('save')} shows what they did"
    if found == "no longer there":
        return f"is no longer there: {key_of('save')} writes it again"
    return f"can no longer be read: {key_of('save-as')} saves elsewhere"


def tell_amiss(host: Host, *, again: bool = False) -> None:
    """Say what could not be read or written besides the catalog; with `again`, repeat what was said before, too."""
    new = [f"{short_path(Path(one.thing), _ROOM)}: {one.why}; {one.loss}" for one in disk.news()]
    host.care.amiss += new
    if told := host.care.amiss if again else new:
        first, *more = told
        host.say(f"{first} (and {len(more)} more)" if more else first, bad=True)


def tell_trouble(host: Host) -> None:
    """Say when no journal can be written or its disk is slow, and when that is over."""
    journal, care = host.session.journal, host.care
    trouble = journal.problem if journal is not None else ""
    is_slow = journal is not None and journal.is_slow
    if (trouble, is_slow) == (care.trouble, care.is_slow):
        return
    was_trouble, was_slow = care.trouble, care.is_slow
    care.trouble, care.is_slow = trouble, is_slow
    host.show_title()
    # After the message about the edit that has just run into it.
    if trouble != was_trouble:
        host.call_later(host.say, trouble or "Your work is kept in a journal again", bad=bool(trouble))
    elif is_slow:
        host.call_later(host.say, _SLOW)
    elif was_slow:
        host.unsay(_SLOW)
