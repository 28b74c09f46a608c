"""Campaigns that presets offer and the catalog lacks."""

from __future__ import annotations

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
