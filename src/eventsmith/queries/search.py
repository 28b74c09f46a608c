"""Finds events by their names, aliases, properties, or what they are for. Knows no screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eventsmith.model import Campaign, Catalog, Event
from eventsmith.presets import PresetError, all_presets, preset_catalog

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_IN_PIECES = 5
"""The rank of an event that has the words, but not all in one of its texts."""


@dataclass(frozen=True, slots=True)
class Found:
    """An event of the presets, in which of them it is (the names of their files), and by what it was found."""

    event: Event
    presets: tuple[str, ...]
    why: str
    """Empty where its own name or ID says it."""


def uses_in(catalog: Catalog) -> dict[str, list[Campaign]]:
    """IDs of events -> the campaigns that point at them."""
    uses: dict[str, list[Campaign]] = {}
    for campaign in catalog.campaigns:
        for event_id in campaign.events():
            uses.setdefault(event_id, []).append(campaign)
    return uses


def why_found(event: Event, uses: Sequence[Campaign], words: Sequence[str]) -> tuple[int, str] | None:
    """How well and by what an event has all the words, which are in lower case; None where it has not.

    The lower the first, the better.
    """
    texts = [(rank, told, text.casefold()) for rank, told, text in _texts(event, uses)]
    whole = "\n".join(text for _, _, text in texts)
    if not all(word in whole for word in words):
        return None
    return next(((rank, told) for rank, told, text in texts if all(word in text for word in words)), (_IN_PIECES, ""))


def find_in(catalog: Catalog, text: str) -> list[int]:
    """The indices of the catalog's events that have the words of the text."""
    words = text.casefold().split()
    texts = _searchable_catalog(_Same(catalog))
    return [index for index, (_, whole, _) in enumerate(texts) if all(word in whole for word in words)]


def find_in_presets(text: str) -> list[Found]:
    """Events of all presets that have the words of the text, the best first. An ID is one event in all of them."""
    words = text.casefold().split()
    found: dict[str, tuple[int, str, Event, list[str]]] = {}
    for preset in all_presets() if words else ():
        for event, texts, uses in _searchable(preset.name):
            if all(word in texts for word in words) and (told := why_found(event, uses, words)):
                known = found.setdefault(event.id, (*told, event, []))
                known[3].append(preset.name)
                if told[0] < known[0]:
                    found[event.id] = (*told, *known[2:])
    best = sorted(found.values(), key=lambda entry: (entry[0], -len(entry[3]), entry[2].name))
    return [Found(event, tuple(presets), why) for _, why, event, presets in best]


def read_all_presets() -> None:
    """Reads every preset, so that nobody who looks for something has to wait."""
    for preset in all_presets():
        _searchable(preset.name)


def _searchable(name: str) -> list[tuple[Event, str, list[Campaign]]]:
    """The events of a preset, with all their texts in lower case; none where it is broken, which is told elsewhere."""
    try:
        catalog = preset_catalog(name)
    except PresetError:
        return []
    return _searchable_preset(_Same(catalog))


@dataclass(frozen=True, eq=False)
class _Same:
    """A catalog that is only itself: to compare all that is in it would take longer than to look through it."""

    catalog: Catalog

    def __hash__(self) -> int:
        return id(self.catalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalog is self.catalog


def _searchable_events(same: _Same) -> list[tuple[Event, str, list[Campaign]]]:
    uses = uses_in(same.catalog)
    made = []
    for event in same.catalog.events:
        own = uses.get(event.id, [])
        made.append((event, "\n".join(text for _, _, text in _texts(event, own)).casefold(), own))
    return made


_searchable_preset = lru_cache(maxsize=256)(_searchable_events)
_searchable_catalog = lru_cache(maxsize=4)(_searchable_events)
"""Of what is edited, only the newest is of use."""


def _texts(event: Event, uses: Sequence[Campaign]) -> Iterator[tuple[int, str, str]]:
    """All texts by which an event is found: how good it is to be found by it, what then is told, and the text."""
    yield 0, "", f"{event.name} {event.id}"
    for alias in (*event.aliases, *event.former_ids):
        yield 1, f"also called “{alias}”", alias
    for prop in event.properties:
        yield 2, f"property {prop.name}", f"{prop.name} {_HUMP.sub(' ', prop.name)} {' '.join(prop.aliases)}"
    for campaign in uses:
        yield 3, f"for “{campaign.name}”", f"{campaign.name} {campaign.goal} {campaign.message}"
    yield 4, event.description, event.description
