"""The journey of a catalog: what happens stage by stage, and which campaigns lead from where to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventsmith.model import Campaign, Catalog, Condition
from eventsmith.queries.value_text import show_value

NO_STAGE = "no stage"
_SIGNS = {
    "!=": "≠",
    "<=": "≤",
    ">=": "≥",
    "starts-with": "starts with",
    "ends-with": "ends with",
    "is-empty": "is empty",
    "is-not-empty": "is not empty",
}


class Stop(NamedTuple):
    """An event of the journey."""

    number: int
    """The index of the event in the catalog."""
    name: str
    starts: bool
    """Whether it starts a campaign."""
    is_goal: bool
    """Whether it is the goal of a campaign."""


class Stage(NamedTuple):
    """A stage that has events."""

    name: str
    stops: Sequence[Stop]


class Route(NamedTuple):
    """A campaign, as a route from the event that starts it to its goal."""

    number: int
    """The index of the campaign in the catalog."""
    name: str
    how: str
    """When the message is sent: “after 1 hour, unless Complete Purchase”."""
    start: int | None
    """The index of the event that starts it; None where the journey has no such event."""
    goal: int | None
    within: str


class Journey(NamedTuple):
    """All stages with events, in order, and the campaigns. Ideas are not on the way."""

    stages: Sequence[Stage]
    routes: Sequence[Route]


def journey(catalog: Catalog) -> Journey:
    """Return the journey of a catalog."""
    starts = {campaign.trigger for campaign in catalog.campaigns}
    goals = {campaign.goal_event for campaign in catalog.campaigns}
    stages: dict[str, list[Stop]] = {stage: [] for stage in catalog.stages}
    elsewhere: list[Stop] = []
    of_id: dict[str, Stop] = {}
    for number, event in enumerate(catalog.events):
        if event.status == "idea":
            continue
        # Of several events with one ID, campaigns mean the first.
        meant = bool(event.id) and event.id not in of_id
        name = event.name or event.id or "(no name yet)"
        stop = Stop(number, name, meant and event.id in starts, meant and event.id in goals)
        stages.get(event.stage, elsewhere).append(stop)
        if meant:
            of_id[event.id] = stop
    shown = [Stage(name, stops) for name, stops in (*stages.items(), (NO_STAGE, elsewhere)) if stops]
    return Journey(shown, [_route(number, campaign, of_id) for number, campaign in enumerate(catalog.campaigns)])


def _route(number: int, campaign: Campaign, of_id: dict[str, Stop]) -> Route:
    start, goal = of_id.get(campaign.trigger), of_id.get(campaign.goal_event)
    return Route(
        number,
        campaign.name or "(no name yet)",
        ", ".join(_how(campaign, of_id)),
        start.number if start else None,
        goal.number if goal else None,
        campaign.goal_within,
    )


def _how(campaign: Campaign, of_id: dict[str, Stop]) -> Iterator[str]:
    if campaign.conditions:
        yield f"if {' and '.join(map(_compared, campaign.conditions))}"
    yield f"after {campaign.wait}" if campaign.wait else "at once"
    if campaign.unless:
        yield f"unless {' or '.join(of_id[id].name if id in of_id else id for id in campaign.unless)}"


def _compared(condition: Condition) -> str:
    sign = _SIGNS.get(condition.operator, condition.operator)
    value = f" {show_value(condition.value)}" if condition.value is not None else ""
    return f"{condition.property} {sign}{value}"
