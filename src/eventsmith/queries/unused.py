"""Events and properties that no campaign, segment or analysis uses."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.model import Catalog, Event, Groups, Place, PropertyGroup, fields_in, properties_with_groups


class _Last:
    """The latest question and its answer: of the keys typed in a campaign, few change what is used."""

    events: tuple[Event, ...] = ()
    groups: tuple[PropertyGroup, ...] = ()
    used: frozenset[str] = frozenset()
    conditions: frozenset[tuple[str, str]] = frozenset()
    found: Sequence[Place] = ()


def unused(catalog: Catalog) -> Sequence[Place]:
    """List the places of events that nothing uses, and of unused properties of used events; ideas are left out."""
    used = frozenset(event for campaign in catalog.campaigns for event in campaign.events())
    conditions = frozenset(
        (campaign.trigger, condition.property) for campaign in catalog.campaigns for condition in campaign.conditions
    )
    same = catalog.events is _Last.events and catalog.property_groups is _Last.groups
    if not same or (used, conditions) != (_Last.used, _Last.conditions):
        _Last.found = _unused(catalog, used, conditions)
        _Last.events, _Last.groups, _Last.used, _Last.conditions = (
            catalog.events,
            catalog.property_groups,
            used,
            conditions,
        )
    return _Last.found


def _unused(catalog: Catalog, used_events: frozenset[str], conditions: frozenset[tuple[str, str]]) -> list[Place]:
    found: list[Place] = []
    groups = Groups(catalog.property_groups)
    for i, event in enumerate(catalog.events):
        if event.status == "idea":
            continue
        # Whether a group's property is unused is for all of its events to say: a rule asks them.
        props = properties_with_groups(event, groups.of(event)) if catalog.property_groups else event.properties
        wanted = [
            bool(prop.used_for)
            or (event.id, prop.name) in conditions
            or any(field.used_for for _, field in fields_in(prop))
            for prop in props
        ]
        units = {prop.unit_in for prop, needed in zip(props, wanted, strict=True) if needed}
        if event.id not in used_events and not event.used_for and not any(wanted):
            found.append(("events", i))
            continue
        found += [
            ("events", i, "properties", j)
            for j, prop in enumerate(event.properties)
            if not wanted[j] and prop.name not in units
        ]
    return found
