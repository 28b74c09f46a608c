"""Properties that an event could have: as presets have them, or other events of the catalog. Knows no screen."""

from __future__ import annotations

from eventsmith.edits import adopted_property, find_event
from eventsmith.model import Catalog, Property
from eventsmith.presets import presets_of

MOST_SUGGESTIONS = 12
"""More than one takes in at a glance."""


def suggestions(catalog: Catalog, event: int) -> list[tuple[Property, str]]:
    """Properties that the event has not: of the same event in presets, then those of the catalog's other events."""
    own = catalog.events[event]
    seen = {_key(prop.name) for prop in own.properties}
    found: list[tuple[Property, str]] = []
    alone = catalog.model_copy(update={"events": (own,)})
    for preset in presets_of(catalog.industries):
        for other in preset.events:
            if find_event(alone, other) is not None:
                new = [prop for prop in other.properties if _key(prop.name) not in seen]
                found += [(adopted_property(catalog, prop), preset.name) for prop in new]
                seen.update(_key(prop.name) for prop in other.properties)
    counts: dict[str, tuple[int, Property, str]] = {}
    for other in catalog.events:
        if other is not own:
            for prop in other.properties:
                key = _key(prop.name)
                if key and key not in seen:
                    count = counts.get(key, (0,))[0]
                    counts[key] = (count + 1, prop, other.name) if not count else (count + 1, *counts[key][1:])
    common = sorted(counts.values(), key=lambda entry: -entry[0])
    found += [(prop, f"“{origin}”") for _, prop, origin in common]
    return found[:MOST_SUGGESTIONS]


def _key(name: str) -> str:
    return name.replace("_", "").casefold()
