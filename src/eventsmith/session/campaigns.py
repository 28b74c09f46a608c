"""Campaigns that presets offer and a catalog has not, and what a campaign does in words. Knows no screen."""

from __future__ import annotations

from eventsmith.model import Campaign, Catalog
from eventsmith.session.combined import combined_presets
from eventsmith.session.typed import show_value


def campaign_offers(catalog: Catalog) -> list[tuple[Catalog, Campaign]]:
    """Campaigns of the picked industries' presets that the catalog has not, those for the picked goals first.

    With them the presets put together, from which they can be taken.
    """
    own = {campaign.name for campaign in catalog.campaigns}
    presets = combined_presets(catalog.industries).catalog
    found = [(presets, campaign) for campaign in presets.campaigns if campaign.name not in own]
    return sorted(found, key=lambda entry: entry[1].goal not in catalog.goals)


def sentences(catalog: Catalog, campaign: Campaign) -> list[str]:
    """What a campaign does, line by line, in the words of its catalog's events."""
    names = {event.id: event.name for event in catalog.events}
    lines = [f"Starts with: {names.get(campaign.trigger, campaign.trigger)}"]
    lines += [f"Only if: {c.property} {c.operator} {show_value(c.value)}" for c in campaign.conditions]
    if campaign.wait:
        lines.append(f"Then wait: {campaign.wait}")
    if campaign.unless:
        lines.append("Unless: " + ", ".join(names.get(event, event) for event in campaign.unless))
    if campaign.message:
        lines.append(f"Message: {campaign.message}")
    if campaign.goal_event:
        within = f" within {campaign.goal_within}" if campaign.goal_within else ""
        lines.append(f"Worked when: {names.get(campaign.goal_event, campaign.goal_event)}{within}")
    return lines
