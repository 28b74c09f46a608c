"""The guided path, place after place, until one leaves."""

from __future__ import annotations

from collections.abc import Callable

from eventsmith.plain.campaigns import campaigns
from eventsmith.plain.events import events
from eventsmith.plain.goal import goal
from eventsmith.plain.interview import Interview
from eventsmith.plain.names import names
from eventsmith.plain.opening import first_place
from eventsmith.plain.properties import properties
from eventsmith.plain.review import review
from eventsmith.plain.turns import Back, Changed, Go, Leave
from eventsmith.plain.wishes import SHORT
from eventsmith.session import PATH, progress
from eventsmith.words import ABOUT, PLACES

_ASK: dict[str, Callable[[Interview], None]] = {
    "goal": goal,
    "events": events,
    "names": names,
    "properties": properties,
    "campaigns": campaigns,
    "review": review,
}


def walk(interview: Interview) -> None:
    """From where work begins, until one leaves."""
    interview.say(SHORT)
    interview.here = first_place(interview)
    seen: set[str] = set()
    while True:
        _announce(interview, seen)
        at = PATH.index(interview.here)
        try:
            _ASK[interview.here](interview)
            at += 1
        except Back:
            if at == 0:
                interview.say("This is the first place.")
            at -= 1
        except Changed:
            continue
        except Go as go:
            at = PATH.index(go.place)
        except Leave:
            return
        interview.here = PATH[min(max(at, 0), len(PATH) - 1)]


def _announce(interview: Interview, seen: set[str]) -> None:
    """Says where one is and how it stands; the first time also what one does there."""
    here = interview.here
    state = progress(interview.session.catalog, interview.session.issues)[here]
    counts = [_count(state.errors, "error"), _count(state.warnings, "warning")]
    wrong = ", ".join(count for count in counts if count)
    interview.say(f"\nPlace {PATH.index(here) + 1} of {len(PATH)}: {PLACES[here]}{f' ({wrong})' if wrong else ''}.")
    if here not in seen:
        seen.add(here)
        interview.say(ABOUT[here])


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""
