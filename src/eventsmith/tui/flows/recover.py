"""Offers what an Eventsmith that ended badly has left unsaved: which, what it would change, and what becomes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.background import waited_for
from eventsmith.tui.flows.merge import settled, tell_amiss

if TYPE_CHECKING:
    from eventsmith.queries.differences import Difference
    from eventsmith.session.merging import Merged
    from eventsmith.session.recovery import UnsavedJournals, UnsavedWork
    from eventsmith.session.session import Session
    from eventsmith.tui.app import EventsmithApp

_LATER = "to be offered at the next start"


async def offer_left(app: EventsmithApp, found: UnsavedJournals) -> None:
    """Offers what was left, and tells of others that have the file open."""
    left, found.left = found.left, []
    if app.session.read_only:
        _keep(left)
    elif len(left) > 1:
        await _offer_several(app, left)
    elif left:
        await _offer(app, left[0])
    if found.others:
        numbers = ", ".join(map(str, found.others))
        app.say(f"Another Eventsmith (process {numbers}) has this open, too: saving takes in what it has saved")


def _keep(left: list[UnsavedWork]) -> None:
    for each in left:
        each.keep()


async def _offer_several(app: EventsmithApp, left: list[UnsavedWork]) -> None:
    """The newest first, by what their journals tell at a glance: what each would change is seen once it is picked."""
    from eventsmith.tui.dialogs.pick_one import Pick

    session = app.session
    while left and app.session is session:
        options = []
        for at, each in reversed(list(enumerate(left))):
            changed = ", and the file has changed since" if each.has_changed else ""
            options.append((str(at), f"{each.when}  {each.counted}{changed}"))
        times = "Work was" if len(left) == 1 else f"Work was {len(left)} times"
        picked = await app.push_screen_wait(
            Pick(f"{times} not saved when Eventsmith ended. Look at which? Esc keeps it for later", options)
        )
        if picked is None or app.session is not session:
            break
        await _offer(app, left.pop(int(picked)))
    if left:
        app.say(f"What was not saved is kept, {_LATER}")
        _keep(left)


def _look(session: Session, left: UnsavedWork) -> tuple[Merged, list[Difference]]:
    from eventsmith.queries.differences import differences
    from eventsmith.session.opening import catalog_now, with_what_was_left

    merged = with_what_was_left(session, left)
    return merged, differences(catalog_now(session, left), merged.catalog)


async def _offer(app: EventsmithApp, left: UnsavedWork) -> None:
    from eventsmith.session.opening import catalog_now, fate_of, is_gone, recover, with_what_was_left
    from eventsmith.session.recovery import CannotRecoverError
    from eventsmith.tui.dialogs.compare import Compare

    session, kept = app.session, f"{left.counted} of {left.name} kept, {_LATER}"
    words = f"Reading {left.counted} of {left.name} that {'was' if left.edits == 1 else 'were'} not saved"
    try:
        looked = await waited_for(app, partial(_look, session, left), words, "Esc: later")
    except CannotRecoverError:
        left.put_aside()
        tell_amiss(app)
        return
    if looked is None:
        left.keep()
        app.say(kept)
        return
    merged, shown = looked
    gone = is_gone(session, left)
    if merged.catalog is catalog_now(session, left) and not merged.conflicts and not gone:
        # The save came through before the end did.
        left.drop()
        return
    answers = [("recover", "Recover"), ("later", "Keep for later"), ("drop", "Discard")]
    while True:
        answer = await app.push_screen_wait(Compare(left.told, shown, answers, note=fate_of(session, left)))
        if answer == "drop":
            left.drop()
            app.say(f"{left.counted} of {left.name} discarded")
            return
        if answer != "recover" or app.session is not session:
            left.keep()
            app.say(kept)
            return
        catalog = await settled(app, merged, partial(with_what_was_left, session, left))
        if catalog is not None:
            break
    recover(session, left, catalog)
    if gone:
        app.care.on_disk = "no longer there"
        app.show_title()
    app.say(f"Recovered {left.counted}. {key_of('save')} saves, {key_of('undo')} takes them back")
