"""Fixes for one focused issue, or for all that can be fixed safely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.background import big_edits
from eventsmith.tui.background.waiting import wait_or_give_up
from eventsmith.tui.focus import focused_issues

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


def fix(host: Host) -> None:
    """Fix the worst fixable issue of the focused field or row, unless that would cause another one as bad."""
    issue = next((issue for issue in focused_issues(host) if issue.fix is not None), None)
    if issue is None or issue.fix is None:
        host.say("Nothing here can be fixed automatically")
    elif host.may_change():
        from eventsmith.model import NoSuchPlaceError

        try:
            worse = host.session.fix(issue)
        except NoSuchPlaceError:
            # The key was pressed before the screen showed what the key before it had done.
            host.say("That changed just now: please try again")
            return
        if worse:
            host.say(f"Not fixed, as that would cause another issue: {worse[0].message}", bad=True)
        else:
            host.say(f"Done: {issue.fix.label}. {key_of('undo')} undoes it")


async def fix_all(host: Host) -> None:
    """Show what all safe fixes would change and, if the user agrees, make them as one step."""
    from eventsmith.queries.differences import differences
    from eventsmith.session.fixes import fix_all as all_fixes
    from eventsmith.tui.dialogs.compare import Compare

    if not host.may_change():
        return
    before = host.session.catalog
    fixed = await wait_or_give_up(host, "Working out all fixes", lambda: all_fixes(before))
    if fixed is None:
        return
    if not fixed.issues:
        host.say("There is nothing that can be fixed safely and automatically")
        return
    host.say("")
    number = f"{len(fixed.issues)} {'issue' if len(fixed.issues) == 1 else 'issues'}"
    title = f"{number} can be fixed without a change of meaning"
    answers = [("all", "Make all of it"), ("none", "Leave all as it is")]
    note = f"It is one step, which {key_of('undo')} undoes"
    dialog = Compare(title, differences(before, fixed.catalog), answers, note=note, esc="none")
    if await host.ask(dialog) != "all":
        host.say("Nothing was changed")
    elif host.session.catalog is not before:
        host.say("The catalog changed in the meantime: please try again")
    elif await big_edits.do(host, lambda _: fixed.edit, f"Fixing {number}"):
        host.say(f"Fixed {number}. {key_of('undo')} undoes it")
