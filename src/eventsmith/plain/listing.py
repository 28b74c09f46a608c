"""How the catalog's events are listed. Asks nothing."""

from __future__ import annotations

from eventsmith.model import Event
from eventsmith.plain.choosing import Option
from eventsmith.plain.interview import Interview


def event_options(interview: Interview) -> list[Option]:
    """The catalog's events, told by their index, in the order of the journey."""
    catalog = interview.session.catalog
    stages = {stage: number for number, stage in enumerate(catalog.stages)}
    order = sorted(range(len(catalog.events)), key=lambda at: stages.get(catalog.events[at].stage, len(stages)))
    return [Option(str(at), event_title(catalog.events[at]), catalog.events[at].stage or "no stage") for at in order]


def event_title(event: Event) -> str:
    """What an event is called in a list."""
    status = "" if event.status == "planned" else f" ({event.status})"
    return f"{event.name or '(no name yet)'}{status}"
