"""Making edits; saying what is wrong then, why it matters and how to fix it; and fixing it."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.edits import Edit
from eventsmith.ground.labels import SEVERITY_MEANS
from eventsmith.model import NoSuchPlaceError, Place
from eventsmith.plain.interview import Interview
from eventsmith.rules import Issue, Issues
from eventsmith.session.session import ReadOnlyError

MOST = 3
"""The most issues said at once; nobody listens to more."""


def do(interview: Interview, edit: Edit, place: Place = (), *, alone: bool = False) -> bool:
    """Make an edit, and say what is wrong at its place, or why it cannot be made; return whether it was made.

    `alone` says nothing about the rest of the thing, for when questions about that follow.
    """
    before = interview.session.issues
    try:
        interview.session.do(edit, place)
    except ReadOnlyError as error:
        interview.say(f"{error}.")
        return False
    except NoSuchPlaceError:
        interview.say("That no longer exists.")
        return False
    tell_new(interview, place, None if alone else before)
    return True


def tell_new(interview: Interview, place: Place, before: Issues | None) -> None:
    """Say what is wrong where an edit was made, and what else it has broken in the same event or campaign.

    If the issues of before are None, say only the former.
    """
    now = interview.session.issues
    _tell_some(interview, [*now.under(place)] if before is None else _there(now, place, before))


def tell_bad(interview: Interview, place: Place) -> None:
    """Say the errors and warnings of a thing, now that everything about it was asked."""
    found = [issue for issue in interview.session.issues.under(place) if issue.rule.severity != "hint"]
    _tell_some(interview, found)


def tell_here(interview: Interview, place: Place) -> None:
    """Say everything that is wrong with a thing that was just opened."""
    _tell_some(interview, interview.session.issues.under(place))


def _tell_some(interview: Interview, issues: Sequence[Issue]) -> None:
    found = worst_first(issues)
    interview.told = found
    for issue in found[:MOST]:
        tell(interview, issue)
    if len(found) > MOST:
        interview.say(f"And {len(found) - MOST} more, which you find on the page Review.")


def _there(now: Issues, place: Place, before: Issues) -> list[Issue]:
    is_field = bool(place) and isinstance(place[-1], str)
    there = list(now.under(place)) if is_field else []
    thing = place[:2] if place[:1] in (("events",), ("campaigns",), ("property_groups",)) else place[:1]
    known = {(issue.rule.name, issue.message) for issue in before.under(thing)}
    return there + [
        issue
        for issue in now.under(thing)
        # Hints are said at their own place, not before the person gets there.
        if issue.rule.severity != "hint" and (issue.rule.name, issue.message) not in known and issue not in there
    ]


def worst_first(issues: Sequence[Issue]) -> list[Issue]:
    """Sort issues, the worst first."""
    order = list(SEVERITY_MEANS)
    return sorted(issues, key=lambda issue: order.index(issue.rule.severity))


def tell(interview: Interview, issue: Issue) -> None:
    """Say one issue, with the reason if it is the first from its rule."""
    interview.say(sentence(issue))
    if issue.rule.severity != "hint" and issue.rule.name not in interview.explained:
        _explain(interview, issue)
    if issue.fix is not None:
        interview.say(f"Type fix to {fix_words(issue)}.")


def sentence(issue: Issue) -> str:
    """Return an issue as a sentence, which begins with its severity."""
    return f"{issue.rule.severity.capitalize()}: {issue.message}."


def fix_words(issue: Issue) -> str:
    """Return what the fix of an issue does, in words that can follow “to”."""
    assert issue.fix is not None
    return issue.fix.label + ("" if issue.fix.safe else " (a suggestion: look at it first)")


def tell_why(interview: Interview) -> None:
    """Say why the issue that was said last matters."""
    if interview.told:
        _explain(interview, interview.told[0])
    else:
        interview.say("There is no issue here to explain.")


def _explain(interview: Interview, issue: Issue) -> None:
    interview.explained.add(issue.rule.name)
    paragraphs = issue.rule.page.split("\n\n")
    reason = paragraphs[1] if len(paragraphs) > 2 else paragraphs[0]
    interview.say(f"Why: {' '.join(reason.split())}")


def fix_told(interview: Interview) -> bool:
    """Fix the first issue with a fix of those that were said last; return whether anything has changed."""
    still = [issue for issue in interview.told if issue.fix is not None and issue in interview.session.issues.open]
    if not still:
        interview.say("There is nothing here that can be fixed automatically.")
        return False
    return fix(interview, still[0])


def fix(interview: Interview, issue: Issue) -> bool:
    """Fix one issue; return whether anything has changed."""
    assert issue.fix is not None
    before = interview.session.issues
    try:
        worse = interview.session.fix(issue)
    except (ReadOnlyError, NoSuchPlaceError) as error:
        interview.say(f"{error}.")
        return False
    if worse:
        interview.say(f"Not done, because it would cause this: {worse[0].message}.")
        return False
    interview.say(f"Done: {issue.fix.label}. Type undo to take it back.")
    tell_new(interview, issue.place, before)
    return True
