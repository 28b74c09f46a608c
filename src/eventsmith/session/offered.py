"""What presets offer that a catalog has not. Knows no screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from eventsmith.model import FORMS, Catalog, Event
from eventsmith.naming import rewrite, same_key


def offered_events(catalog: Catalog, presets: Sequence[Catalog]) -> list[tuple[Catalog, Event]]:
    """Events of presets that `find_event` does not find in the catalog, each ID once.

    All at once, since to look through the catalog for each would cost presets × events at every key.
    """
    found: list[tuple[Catalog, Event]] = []
    seen: set[str] = set()
    if not presets:
        return found
    known = {same_key(text) for event in catalog.events for text in _texts(event)}
    for preset in presets:
        for event in preset.events:
            keys = {*map(same_key, _texts(event)), *_rewritten(event.name)}
            if event.id not in seen and known.isdisjoint(keys):
                seen.add(event.id)
                found.append((preset, event))
    return found


def _texts(event: Event) -> Iterator[str]:
    """All that an event is or was called, by people or by code."""
    return (text for text in (event.name, event.id, *event.aliases, *event.former_ids) if text)


@cache
def _rewritten(name: str) -> frozenset[str]:
    """The keys of a preset's name in every form."""
    return frozenset(same_key(other) for form in FORMS if (other := rewrite(name, form)))
