"""The page Review: every issue and the way to it, the journey as a story; save, export, leave."""

from __future__ import annotations

from functools import partial

from eventsmith.ground.labels import CATALOG_OWNER
from eventsmith.ground.sanitise import visible
from eventsmith.model import Catalog, Place, value_at
from eventsmith.plain import files, issues
from eventsmith.plain.fields import Entry, ask_field, menu
from eventsmith.plain.go_to import go_to
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.listing import event_options
from eventsmith.plain.menus import Option, one, read_out
from eventsmith.plain.navigation import Leave
from eventsmith.plain.questions import read_differences
from eventsmith.queries.differences import differences
from eventsmith.rules import Issue
from eventsmith.session.fixes import fix_all, is_fixable
from eventsmith.session.silencing import place_to_silence, show_owner, silence, silencing_place, unsilence
from eventsmith.session.summary import thing_words, verdict_words


def review(interview: Interview) -> None:
    """Say how many issues there are, and ask what to do."""
    session = interview.session
    for problem in session.document.problems:
        interview.say(f"Line {problem.line}, column {problem.column}: {problem.message}.")
    menu(interview, "What next?", partial(_entries, interview), "Enter: leave")
    if files.may_leave(interview):
        raise Leave


def _entries(interview: Interview) -> list[Entry]:
    session = interview.session
    interview.say(f"{verdict_words(session)}.")
    found = session.issues.open
    safe = sum(is_fixable(issue) for issue in found)
    silenced = session.issues.number_silenced
    owner = visible(session.catalog.owner) or "nobody"
    return [
        Entry("Go through the issues", partial(_go_through, interview), f" ({len(found) or 'none'})"),
        Entry("Apply all safe fixes", partial(_fix_all, interview), f" ({safe or 'none'})"),
        Entry("Hear the journey", partial(_read_journey, interview)),
        Entry("Save", partial(_save, interview)),
        Entry("Save to another file", partial(_save_as, interview)),
        Entry("Export", partial(files.export, interview)),
        Entry("Keep as a preset", partial(files.save_preset, interview)),
        Entry("Go through what is silenced", partial(_go_through_silenced, interview), f" ({silenced or 'nothing'})"),
        Entry("Say who answers for the catalog", partial(ask_field, interview, CATALOG_OWNER, ()), f" ({owner})"),
    ]


def _save(interview: Interview) -> None:
    files.save(interview)


def _save_as(interview: Interview) -> None:
    files.save_as(interview)


def _go_through(interview: Interview) -> None:
    """Go through the issues one by one, the worst first."""
    todo = issues.worst_first(interview.session.issues.open)
    if not todo:
        interview.say("There are no issues.")
    for number, issue in enumerate(todo, 1):
        # What was fixed in the meantime is skipped.
        if issue in interview.session.issues.open:
            interview.say(f"{number} of {len(todo)}. {_where(interview.session.catalog, issue.place)}.")
            _about(interview, issue)


def _where(catalog: Catalog, place: Place) -> str:
    prop = f": {value_at(catalog, place[:4]).name}" if place[2:3] == ("properties",) and len(place) > 3 else ""
    return f"{thing_words(catalog, place)}{prop}"


def _about(interview: Interview, issue: Issue) -> None:
    interview.told = [issue]
    interview.say(issues.sentence(issue))
    options = [Option("go", "Go there and change it"), Option("why", "Why it matters")]
    if issue.fix is not None:
        options.insert(0, Option("fix", f"Fix it: {issues.fix_words(issue)}"))
    options.append(Option("silence", "Silence it, with a reason"))
    while True:
        answer = one(interview, "What to do about it?", options, "Enter: the next one")
        if answer == "why":
            issues.tell_why(interview)
            continue
        if answer == "fix":
            issues.fix(interview, issue)
        elif answer == "go":
            go_to(interview, issue.place)
        elif answer == "silence":
            _silence(interview, issue)
        return


def _silence(interview: Interview, issue: Issue) -> None:
    where = show_owner(interview.session.catalog, place_to_silence(issue))
    question = f"Why is it right here? Silences {issue.rule.name} {where} [Enter: does not silence it]"
    reason = interview.ask(question)
    if reason and do(interview, silence(interview.session.catalog, issue, reason), issue.place):
        interview.say(f"Silenced {issue.rule.name} {where}. Type undo to take it back.")


def _go_through_silenced(interview: Interview) -> None:
    silenced = [issue for issue in interview.session.issues.everything if issue.silenced]
    if not silenced:
        interview.say("Nothing is silenced.")
    for issue in silenced:
        catalog = interview.session.catalog
        owner, edit = silencing_place(catalog, issue), unsilence(catalog, issue)
        if owner is None or edit is None:
            continue
        interview.say(f"{issues.sentence(issue)} Silenced {show_owner(catalog, owner)}: “{issue.silenced}”.")
        if interview.confirm("Unsilence it?", default=False):
            do(interview, edit, issue.place)


def _fix_all(interview: Interview) -> None:
    """Say what all safe fixes would change, and apply them if that is confirmed."""
    before = interview.session.catalog
    fixed = fix_all(before)
    if not fixed.issues:
        interview.say("There are no safe fixes to apply.")
        return
    read_differences(interview, differences(before, fixed.catalog))
    if interview.confirm("None of this changes a meaning. Apply all of it?") and do(interview, fixed.edit):
        interview.say("Done. Type undo to take it back.")


def _read_journey(interview: Interview) -> None:
    catalog = interview.session.catalog
    starts = {campaign.trigger: campaign.name for campaign in catalog.campaigns}
    lines, group = [], ""
    for option in event_options(interview):
        if option.group != group:
            group = option.group
            lines.append(f"{group}:")
        name = starts.get(catalog.events[int(option.value)].id)
        lines.append(f"  {option.title}" + (f", starts {name}" if name else ""))
    read_out(interview, lines)
