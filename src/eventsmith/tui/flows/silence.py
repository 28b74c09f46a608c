"""Silencing an issue with a reason, and unsilencing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.focus import focused_field, focused_issues
from eventsmith.tui.text import MARKS

if TYPE_CHECKING:
    from eventsmith.rules import Issue
    from eventsmith.tui.host import Host


async def silence(host: Host) -> None:
    """Silence an issue of the focused field or row, with a reason; if all of them are silenced, unsilence one."""
    from eventsmith.tui.views.rows import silenced_under

    field = focused_field(host)
    silenced = silenced_under(host.session.issues, [field.place]) if field is not None else []
    if field is not None and field.issues:
        await _silence_one(host, field.issues)
    elif silenced:
        await _unsilence_one(host, silenced)
    elif opened := focused_issues(host):
        await _silence_one(host, opened)
    elif host.page is not None and (quiet := host.page.silenced_here()):
        await _unsilence_one(host, quiet)
    else:
        host.say("There is nothing here to silence")


async def _silence_one(host: Host, issues: Sequence[Issue]) -> None:
    from eventsmith.session.silencing import place_to_silence, show_owner, silence
    from eventsmith.tui.dialogs.ask_reason import AskReason

    issue = await _one_of(host, "Silence which?", issues)
    if issue is None or not host.may_change():
        return
    where = show_owner(host.session.catalog, place_to_silence(issue))
    reason = await host.ask(AskReason(f"Silence {issue.rule.name} {where}", issue.message))
    if reason is None:
        host.say("Nothing was silenced")
    elif host.do(silence(host.session.catalog, issue, reason), issue.place):
        host.say(f"Silenced {issue.rule.name} {where}. {key_of('undo')} undoes it")


async def _unsilence_one(host: Host, issues: Sequence[Issue]) -> None:
    from eventsmith.session.silencing import show_owner, silencing_place, unsilence

    issue = await _one_of(host, "Unsilence which?", issues)
    edit = unsilence(host.session.catalog, issue) if issue is not None else None
    if issue is None or edit is None or not host.do(edit, issue.place):
        return
    owner = silencing_place(host.session.catalog, issue)
    if owner is None:
        host.say(f"{issue.rule.name} is no longer silenced. {key_of('undo')} undoes it")
    else:
        where = show_owner(host.session.catalog, owner)
        host.say(f"{issue.rule.name} is still silenced {where}: press {key_of('silence')} again")


async def _one_of(host: Host, question: str, issues: Sequence[Issue]) -> Issue | None:
    """Return the only issue, or ask for one of several; None if the user cancels."""
    from eventsmith.tui.dialogs.pick_one import PickOne

    if len(issues) == 1:
        return issues[0]
    options = [(str(at), f"{MARKS[issue.rule.severity]} {issue.message}") for at, issue in enumerate(issues)]
    picked = await host.ask(PickOne(question, options))
    return issues[int(picked)] if picked is not None else None
