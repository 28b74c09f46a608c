"""Campaigns that presets offer and the catalog lacks."""

from __future__ import annotations

from eventsmith.edits import Together, take_campaign
from eventsmith.model import Campaign, Catalog
from eventsmith.queries.combined_presets import combined_presets


def campaign_offers(catalog: Catalog) -> list[tuple[Catalog, Campaign]]:
    """List the campaigns of the picked industries' presets that the catalog lacks, those for the picked goals first.

    Each comes with the combined preset catalog from which it can be taken.
    """
    own = {campaign.name for campaign in catalog.campaigns}
    presets = combined_presets(catalog.industries).catalog
    found = [(presets, campaign) for campaign in presets.campaigns if campaign.name not in own]
    return sorted(found, key=lambda entry: entry[1].goal not in catalog.goals)


def campaign_offer(catalog: Catalog, name: str) -> tuple[Catalog, Campaign]:
    """Return the offered campaign of a name, after the combined preset catalog from which it can be taken."""
    return next((presets, campaign) for presets, campaign in campaign_offers(catalog) if campaign.name == name)


def take_campaign_offer(catalog: Catalog, name: str) -> Together:
    """Copy the offered campaign of a name into the catalog, with what it needs."""
    return take_campaign(catalog, *campaign_offer(catalog, name))
