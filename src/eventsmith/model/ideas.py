"""A catalog without its ideas: the events that a workshop has parked, which are neither counted nor exported."""

from __future__ import annotations

from eventsmith.model.catalog import FORMAT, Catalog


def without_ideas(catalog: Catalog) -> Catalog:
    """Return the catalog without ideas; the same object where it has none."""
    if catalog.format <= FORMAT:
        return catalog
    events = tuple(event for event in catalog.events if event.status != "idea")
    return catalog if len(events) == len(catalog.events) else catalog.model_copy(update={"events": events})


def number_of_events(catalog: Catalog) -> int:
    """Count the events that are no ideas."""
    return len(without_ideas(catalog).events)
