"""Campaigns that presets offer and a catalog has not. Knows no screen."""

from __future__ import annotations

from eventsmith.model import Campaign, Catalog
from eventsmith.queries.combined_presets import combined_presets


def campaign_offers(catalog: Catalog) -> list[tuple[Catalog, Campaign]]:
    """Campaigns of the picked industries' presets that the catalog has not, those for the picked goals first.

    With them the presets put together, from which they can be taken.
    """
    own = {campaign.name for campaign in catalog.campaigns}
    presets = combined_presets(catalog.industries).catalog
    found = [(presets, campaign) for campaign in presets.campaigns if campaign.name not in own]
    return sorted(found, key=lambda entry: entry[1].goal not in catalog.goals)
