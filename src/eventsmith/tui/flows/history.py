"""Undo, redo, fixes and silence: makes them, shows where they were, and says what was done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from eventsmith.tui import working
from eventsmith.tui.actions import key_of
from eventsmith.tui.background import beside
from eventsmith.tui.text import MARKS, SEVERITIES
from eventsmith.tui.widgets.field import Field

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.rules import Issue
    from eventsmith.session.session import Step
    from eventsmith.tui.app import EventsmithApp


def undo(app: EventsmithApp) -> None:
    """Takes the last step back and shows where it was."""
    _go(app, app.session.last, back=True)


def redo(app: EventsmithApp) -> None:
    """Makes again what was taken back, and shows where."""
    _go(app, app.session.next, back=False)


def _go(app: EventsmithApp, step: Step | None, *, back: bool) -> None:
    """A small step at once, so that the next key finds it made; of a big one one sees that it takes a while."""
    if any(worker.group == "step" and not worker.is_finished for worker in app.workers):
        app.say("One moment: still at the step before")
    elif step is None:
        app.say("Nothing to undo" if back else "Nothing to make again")
    elif working.is_big(app.session.catalog, step.before if back else step.after):
        beside(app, "step", partial(_go_far, app, step, back=back))
    else:
        _gone(app, back=back)


async def _go_far(app: EventsmithApp, step: Step, *, back: bool) -> None:
    target, title = (step.before, "Taking back") if back else (step.after, "Making again")
    if await working.made_ready(app, target, f"{title}: {step.label}"):
        _gone(app, back=back)


def _gone(app: EventsmithApp, *, back: bool) -> None:
    step = app.session.undo() if back else app.session.redo()
    if step is not None:
        said = f"Took back: {step.label}. {key_of('redo')} makes it again" if back else f"Made again: {step.label}"
        _show(app, step.place, said)


def _show(app: EventsmithApp, here: Place, said: str) -> None:
    """Goes to the place, or to what is nearest to it where it is there no more."""
    from eventsmith.model import NoSuchPlaceError, value_at

    while here:
        try:
            value_at(app.session.catalog, here)
            break
        except NoSuchPlaceError:
            here = here[:-1]
    if here:
        app.go_to(here)
    app.say(said)


def fix(app: EventsmithApp) -> None:
    """Puts right the worst of what has the keys, unless that would make something as bad."""
    issue = next((issue for issue in _issues_here(app) if issue.fix is not None), None)
    if issue is None or issue.fix is None:
        app.say("There is nothing here that can be put right by itself")
    elif app.may_change():
        from eventsmith.model import NoSuchPlaceError

        try:
            worse = app.session.fix(issue)
        except NoSuchPlaceError:
            # The key came before the screen had shown what the one before it did.
            app.say("That has just changed; look once more")
            return
        if worse:
            app.say(f"Not done, as it would make another: {worse[0].message}", bad=True)
        else:
            app.say(f"Done: {issue.fix.label}. {key_of('undo')} takes it back")


def _field_here(app: EventsmithApp) -> Field | None:
    focused = app.screen.focused
    ancestors = focused.ancestors_with_self if focused is not None else []
    return next((node for node in ancestors if isinstance(node, Field)), None)


def _issues_here(app: EventsmithApp) -> Sequence[Issue]:
    """Those of the field that has the keys, else those of the row under the cursor; the worst first."""
    field = _field_here(app)
    found = field.issues if field is not None else ()
    if not found and app.page is not None:
        found = app.page.issues_here()
    return sorted(found, key=lambda issue: SEVERITIES.index(issue.rule.severity))


async def silence(app: EventsmithApp) -> None:
    """Silences an issue of what has the keys, with a reason; where all there are silenced, has one heard again."""
    from eventsmith.tui.views.rows import silenced_under

    field = _field_here(app)
    silenced = silenced_under(app.session.issues, [field.place]) if field is not None else []
    if field is not None and field.issues:
        await _silence_one(app, field.issues)
    elif silenced:
        await _hear_one(app, silenced)
    elif opened := _issues_here(app):
        await _silence_one(app, opened)
    elif app.page is not None and (quiet := app.page.silenced_here()):
        await _hear_one(app, quiet)
    else:
        app.say("There is nothing here to silence")


async def _silence_one(app: EventsmithApp, issues: Sequence[Issue]) -> None:
    from eventsmith.session.silencing import show_owner, silence, will_be_silenced_at
    from eventsmith.tui.dialogs.ask_reason import AskReason

    issue = await _one_of(app, "Silence which?", issues)
    if issue is None or not app.may_change():
        return
    where = show_owner(app.session.catalog, will_be_silenced_at(issue))
    reason = await app.push_screen_wait(AskReason(f"Silence {issue.rule.name} {where}", issue.message))
    if reason is None:
        app.say("Nothing is silenced")
    elif app.do(silence(app.session.catalog, issue, reason), issue.place):
        app.say(f"Silenced {issue.rule.name} {where}. {key_of('undo')} takes it back")


async def _hear_one(app: EventsmithApp, issues: Sequence[Issue]) -> None:
    from eventsmith.session.silencing import show_owner, silenced_at, unsilence

    issue = await _one_of(app, "Hear which again?", issues)
    edit = unsilence(app.session.catalog, issue) if issue is not None else None
    if issue is None or edit is None or not app.do(edit, issue.place):
        return
    owner = silenced_at(app.session.catalog, issue)
    if owner is None:
        app.say(f"{issue.rule.name} is heard again. {key_of('undo')} takes it back")
    else:
        app.say(f"{issue.rule.name} is silenced {show_owner(app.session.catalog, owner)} still: once more")


async def _one_of(app: EventsmithApp, question: str, issues: Sequence[Issue]) -> Issue | None:
    """The issue that is meant; asks where there are several."""
    from eventsmith.tui.dialogs.pick_one import Pick

    if len(issues) == 1:
        return issues[0]
    options = [(str(at), f"{MARKS[issue.rule.severity]} {issue.message}") for at, issue in enumerate(issues)]
    picked = await app.push_screen_wait(Pick(question, options))
    return issues[int(picked)] if picked is not None else None


async def fix_all(app: EventsmithApp) -> None:
    """Shows what all safe fixes would change, and makes them, as one step, where one wants it."""
    from eventsmith.queries.differences import differences
    from eventsmith.session.fixes import fix_all as all_fixes
    from eventsmith.tui.dialogs.preview import Preview

    if not app.may_change():
        return
    before = app.session.catalog
    fixed = await working.waited_for(app, "Looking at all fixes", lambda: all_fixes(before))
    if fixed is None:
        return
    if not fixed.issues:
        app.say("There is nothing that can be put right safely by itself")
        return
    app.say("")
    number = f"{len(fixed.issues)} {'issue' if len(fixed.issues) == 1 else 'issues'}"
    title = f"{number} can be put right without a change of meaning"
    if not await app.push_screen_wait(Preview(title, differences(before, fixed.catalog))):
        app.say("Nothing was changed")
    elif app.session.catalog is not before:
        app.say("The catalog has changed meanwhile; look once more")
    elif await working.do(app, lambda _: fixed.edit, f"Putting right {number}"):
        app.say(f"Put right: {number}. {key_of('undo')} takes it back")
