"""Events as options of a list, and everything there is to say about one."""

from __future__ import annotations

from eventsmith.model import Catalog, Event, properties_of
from eventsmith.plain.interview import Interview
from eventsmith.plain.menus import Option
from eventsmith.queries.event_offers import role_in
from eventsmith.queries.event_text import event_as


def event_options(interview: Interview) -> list[Option]:
    """Return the catalog's events as options, in the order of the journey; their values are indexes."""
    catalog = interview.session.catalog
    stages = {stage: number for number, stage in enumerate(catalog.stages)}
    order = sorted(range(len(catalog.events)), key=lambda at: stages.get(catalog.events[at].stage, len(stages)))
    return [Option(str(at), event_title(catalog.events[at]), catalog.events[at].stage or "no stage") for at in order]


def event_title(event: Event) -> str:
    """Return the title of an event in a list."""
    status = "" if event.status == "planned" else f" ({event.status})"
    return f"{event.name or '(no name yet)'}{status}"


def hear_event(catalog: Catalog, event: Event, name: str = "") -> list[str]:
    """Describe an event line by line, under another name if one is given, and say what campaigns use it for."""
    whole = {"name": name or event.name, "properties": properties_of(catalog, event)}
    lines = event_as(event.model_copy(update=whole), "text").splitlines()
    uses = [campaign for campaign in catalog.campaigns if event.id in campaign.events()]
    return [*lines, *(f"It {role_in(campaign, event.id)} “{campaign.name}”." for campaign in uses)]


def hear_own(interview: Interview, value: str) -> list[str]:
    """Describe, line by line, an event by its value in `event_options`."""
    catalog = interview.session.catalog
    return hear_event(catalog, catalog.events[int(value)])
