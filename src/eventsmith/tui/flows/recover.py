"""Recovery of work that an earlier run left unsaved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.conversations.recovering import choosing, recovering
from eventsmith.session.file_watch import GONE
from eventsmith.tui.actions import key_of
from eventsmith.tui.flows._conversation import hold
from eventsmith.tui.flows.watch import tell_amiss

if TYPE_CHECKING:
    from eventsmith.session.recovery import UnsavedJournals, UnsavedWork
    from eventsmith.tui.host import Host


_LATER = "to be offered at the next start"


async def offer_left(host: Host, found: UnsavedJournals) -> None:
    """Offer work left unsaved, and name other processes that have the file open."""
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
    """Let the user pick one after another by the journals' summaries; what each would change is shown once picked."""
    session = host.session
    while left and host.session is session:
        picked = await hold(host, choosing(session, left))
        if picked is None:
            break
        left[:] = [each for each in left if each is not picked]
        await _offer(host, picked)
    if left:
        host.say(f"Unsaved work is kept, {_LATER}")
        _keep(left)


async def _offer(host: Host, left: UnsavedWork) -> None:
    outcome = await hold(host, recovering(host.session, left))
    if outcome is None:
        left.keep()
        host.say(f"{left.edits_in_words} of {left.name} kept, {_LATER}")
        return
    if outcome.fate == "put aside":
        tell_amiss(host)
    if outcome.is_gone:
        host.care.on_disk = GONE
        host.show_title()
    if outcome.fate == "recovered":
        host.say(f"{outcome.words}. {key_of('save')} saves, {key_of('undo')} undoes them")
    elif outcome.words:
        host.say(outcome.words)
