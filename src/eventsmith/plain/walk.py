"""The guided path, page after page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from eventsmith.ground.labels import ABOUT
from eventsmith.model import Place
from eventsmith.plain.campaigns import campaigns
from eventsmith.plain.commands import SHORT
from eventsmith.plain.events import events
from eventsmith.plain.go_to import go_to
from eventsmith.plain.goal import goal
from eventsmith.plain.interview import Interview
from eventsmith.plain.names import names
from eventsmith.plain.navigation import Back, Changed, Go, Jump, Leave
from eventsmith.plain.opening import first_page
from eventsmith.plain.properties import properties
from eventsmith.plain.review import review
from eventsmith.plain.where import here_words
from eventsmith.queries.progress import PATH, page_of_place

_ASK: dict[str, Callable[[Interview], None]] = {
    "goal": goal,
    "events": events,
    "names": names,
    "properties": properties,
    "campaigns": campaigns,
    "review": review,
}


def walk(interview: Interview) -> None:
    """Walk the path from the page where work goes on, until the person leaves."""
    interview.say(SHORT)
    interview.here = first_page(interview)
    seen: set[str] = set()
    wanted: Place | None = None
    while True:
        interview.say(f"\n{here_words(interview)}")
        if interview.here not in seen:
            seen.add(interview.here)
            interview.say(ABOUT[interview.here])
        at = PATH.index(interview.here)
        try:
            if wanted is not None:
                place, wanted = wanted, None
                with suppress(Back):
                    go_to(interview, place)
            _ASK[interview.here](interview)
            at += 1
        except Back:
            if at == 0:
                interview.say("This is the first page.")
            at -= 1
        except Changed:
            continue
        except Go as go:
            at = PATH.index(go.page)
        except Jump as jump:
            wanted = jump.place
            at = PATH.index(page_of_place(wanted))
        except Leave:
            return
        interview.here = PATH[min(max(at, 0), len(PATH) - 1)]
