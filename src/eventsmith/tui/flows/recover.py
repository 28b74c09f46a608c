"""Offers what an Eventsmith that ended badly has left unsaved: which, what it would change, and what becomes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.background.waiting import wait_for
from eventsmith.tui.flows.merge import settled
from eventsmith.tui.flows.watch import tell_amiss

if TYPE_CHECKING:
    from eventsmith.queries.differences import Difference
    from eventsmith.session.merging import Merged
    from eventsmith.session.recovery import UnsavedJournals, UnsavedWork
    from eventsmith.session.session import Session
    from eventsmith.tui.host import Host

_LATER = "to be offered at the next start"


async def offer_left(host: Host, found: UnsavedJournals) -> None:
    """Offers what was left, and tells of others that have the file open."""
    left, found.left = found.left, []
    if host.session.read_only:
        _keep(left)
    elif len(left) > 1:
        await _offer_several(host, left)
    elif left:
        await _offer(host, left[0])
    if found.others:
        numbers = ", ".join(map(str, found.others))
        host.say(f"Another Eventsmith (process {numbers}) has this open, too: saving takes in what it has saved")


def _keep(left: list[UnsavedWork]) -> None:
    for each in left:
        each.keep()


async def _offer_several(host: Host, left: list[UnsavedWork]) -> None:
    """The newest first, by what their journals tell at a glance: what each would change is seen once it is picked."""
    from eventsmith.tui.dialogs.pick_one import Pick

    session = host.session
    while left and host.session is session:
        options = []
        for at, each in reversed(list(enumerate(left))):
            changed = ", and the file has changed since" if each.has_changed else ""
            options.append((str(at), f"{each.when}  {each.counted}{changed}"))
        times = "Work was" if len(left) == 1 else f"Work was {len(left)} times"
        picked = await host.ask(
            Pick(f"{times} not saved when Eventsmith ended. Look at which? Esc keeps it for later", options)
        )
        if picked is None or host.session is not session:
            break
        await _offer(host, left.pop(int(picked)))
    if left:
        host.say(f"What was not saved is kept, {_LATER}")
        _keep(left)


def _look(session: Session, left: UnsavedWork) -> tuple[Merged, list[Difference]]:
    from eventsmith.queries.differences import differences
    from eventsmith.session.opening import catalog_now, with_what_was_left

    merged = with_what_was_left(session, left)
    return merged, differences(catalog_now(session, left), merged.catalog)


async def _offer(host: Host, left: UnsavedWork) -> None:
    from eventsmith.session.opening import catalog_now, fate_of, is_gone, recover, with_what_was_left
    from eventsmith.session.recovery import CannotRecoverError
    from eventsmith.tui.dialogs.compare import Compare

    session, kept = host.session, f"{left.counted} of {left.name} kept, {_LATER}"
    words = f"Reading {left.counted} of {left.name} that {'was' if left.edits == 1 else 'were'} not saved"
    try:
        looked = await wait_for(host, partial(_look, session, left), words, "Esc: later")
    except CannotRecoverError:
        left.put_aside()
        tell_amiss(host)
        return
    if looked is None:
        left.keep()
        host.say(kept)
        return
    merged, shown = looked
    gone = is_gone(session, left)
    if merged.catalog is catalog_now(session, left) and not merged.conflicts and not gone:
        # The save came through before the end did.
        left.drop()
        return
    answers = [("recover", "Recover"), ("later", "Keep for later"), ("drop", "Discard")]
    while True:
        answer = await host.ask(Compare(left.told, shown, answers, note=fate_of(session, left)))
        if answer == "drop":
            left.drop()
            host.say(f"{left.counted} of {left.name} discarded")
            return
        if answer != "recover" or host.session is not session:
            left.keep()
            host.say(kept)
            return
        catalog = await settled(host, merged, partial(with_what_was_left, session, left))
        if catalog is not None:
            break
    recover(session, left, catalog)
    if gone:
        host.care.on_disk = "no longer there"
        host.show_title()
    host.say(f"Recovered {left.counted}. {key_of('save')} saves, {key_of('undo')} takes them back")
