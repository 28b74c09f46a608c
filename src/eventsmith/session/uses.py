"""What needs what: events and properties that no campaign, segment or analysis uses. Knows no screen."""

from __future__ import annotations

from eventsmith.model import Catalog, Place


def unused(catalog: Catalog) -> list[Place]:
    """Places of events that nothing uses, and of properties, of used events, that nothing uses."""
    used_events = {event for campaign in catalog.campaigns for event in campaign.events()}
    conditions = {
        (campaign.trigger, condition.property) for campaign in catalog.campaigns for condition in campaign.conditions
    }
    found: list[Place] = []
    for i, event in enumerate(catalog.events):
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
