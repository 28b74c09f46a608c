"""Undo, redo and fixes: makes them, shows where they were, and says what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.tui.widgets.field import Field

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.rules import Issue
    from eventsmith.tui.app import EventsmithApp


def undo(app: EventsmithApp) -> None:
    """Takes the last step back and shows where it was."""
    step = app.session.undo()
    if step is None:
        app.say("Nothing to undo")
    else:
        _show(app, step.place, f"Took back: {step.label}. F10 makes it again")


def redo(app: EventsmithApp) -> None:
    """Makes again what was taken back, and shows where."""
    step = app.session.redo()
    if step is None:
        app.say("Nothing to make again")
    else:
        _show(app, step.place, f"Made again: {step.label}")


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
    """Puts right the worst of what has the keys."""
    issue = next((issue for issue in _issues_here(app) if issue.fix is not None), None)
    if issue is None or issue.fix is None:
        app.say("There is nothing here that can be put right by itself")
    elif app.do(issue.fix.make(app.session.catalog, issue.thing), issue.place):
        app.say(f"Done: {issue.fix.label}. F9 takes it back")


def _issues_here(app: EventsmithApp) -> Sequence[Issue]:
    """Those of the field that has the keys; else those of the row under the cursor."""
    focused = app.screen.focused
    for node in focused.ancestors_with_self if focused is not None else ():
        if isinstance(node, Field) and node.issues:
            return node.issues
    return app.page.issues_here() if app.page is not None else ()


def fix_all(app: EventsmithApp) -> None:
    """Makes all safe fixes, as one step."""
    from eventsmith.session import fix_all as all_fixes

    fixed = all_fixes(app.session.catalog)
    if not fixed.issues:
        app.say("There is nothing that can be put right safely by itself")
    elif app.do(fixed.edit):
        number = len(fixed.issues)
        app.say(f"Put right: {number} {'issue' if number == 1 else 'issues'}. F9 takes it back")
