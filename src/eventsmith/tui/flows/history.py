"""Undo and redo, which show the place of the step and say what it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.background import big_edits

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.session.session import Step
    from eventsmith.tui.host import Host


def undo(host: Host) -> None:
    """Undo the last step and show where it was."""
    _go(host, host.session.last, back=True)


def redo(host: Host) -> None:
    """Redo the step that was undone last and show where it was."""
    _go(host, host.session.next, back=False)


def _go(host: Host, step: Step | None, *, back: bool) -> None:
    """Make a small step at once, so that the next key finds it made; a big one in the background, with a dialog."""
    if host.is_under_way("step"):
        host.say("One moment: the step before is still under way")
    elif step is None:
        host.say("Nothing to undo" if back else "Nothing to redo")
    elif big_edits.is_big(host.session.catalog, step.before if back else step.after):
        host.run_in_background("step", partial(_go_far, host, step, back=back))
    else:
        _gone(host, back=back)


async def _go_far(host: Host, step: Step, *, back: bool) -> None:
    target, title = (step.before, "Undoing") if back else (step.after, "Redoing")
    if await big_edits.judge_first(host, target, f"{title}: {step.label}"):
        _gone(host, back=back)


def _gone(host: Host, *, back: bool) -> None:
    step = host.session.undo() if back else host.session.redo()
    if step is not None:
        said = f"Undid: {step.label}. {key_of('redo')} redoes it" if back else f"Redid: {step.label}"
        _show(host, step.place, said)


def _show(host: Host, here: Place, said: str) -> None:
    """Go to a place or, if it is gone, to the nearest one that contains it."""
    from eventsmith.model import NoSuchPlaceError, value_at

    while here:
        try:
            value_at(host.session.catalog, here)
            break
        except NoSuchPlaceError:
            here = here[:-1]
    if here:
        host.show_change(here)
    host.say(said)
