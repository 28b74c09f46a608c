"""Events and properties that no campaign, segment or analysis uses."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.model import Catalog, Event, Place


class _Last:
    """The latest question and its answer: of the keys typed in a campaign, few change what is used."""

    events: tuple[Event, ...] = ()
    used: frozenset[str] = frozenset()
    conditions: frozenset[tuple[str, str]] = frozenset()
    found: Sequence[Place] = ()


def unused(catalog: Catalog) -> Sequence[Place]:
    """List the places of events that nothing uses, and of unused properties of used events; ideas are left out."""
    used = frozenset(event for campaign in catalog.campaigns for event in campaign.events())
    conditions = frozenset(
        (campaign.trigger, condition.property) for campaign in catalog.campaigns for condition in campaign.conditions
    )
    if catalog.events is not _Last.events or (used, conditions) != (_Last.used, _Last.conditions):
        _Last.found = _unused(catalog, used, conditions)
        _Last.events, _Last.used, _Last.conditions = catalog.events, used, conditions
    return _Last.found


def _unused(catalog: Catalog, used_events: frozenset[str], conditions: frozenset[tuple[str, str]]) -> list[Place]:
    found: list[Place] = []
    for i, event in enumerate(catalog.events):
        if event.status == "idea":
            continue
        wanted = [
            bool(prop.used_for) or (event.id, prop.name) in conditions or any(field.used_for for field in prop.fields)
            for prop in event.properties
        ]
        units = {prop.unit_in for prop, needed in zip(event.properties, wanted, strict=True) if needed}
        if event.id not in used_events and not event.used_for and not any(wanted):
            found.append(("events", i))
            continue
        found += [
            ("events", i, "properties", j)
            for j, prop in enumerate(event.properties)
            if not wanted[j] and prop.name not in units
        ]
    return found
