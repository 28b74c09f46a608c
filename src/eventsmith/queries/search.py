"""Search for events by name, alias, property, purpose or owner; `owner:checkout` looks at the owner alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eventsmith.model import Campaign, Catalog, Event, written_out
from eventsmith.presets import PresetError, all_presets, preset_catalog

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_IN_PIECES = 5
_NO_OWNER = Catalog()
"""The rank of an event in which all words occur, but not all in one of its texts."""


_FILTERS: Mapping[str, Callable[[Event, Catalog], Sequence[str]]] = {
    "owner": lambda event, catalog: (event.owner or catalog.owner,),
    "platform": lambda event, catalog: event.platforms,
    "tag": lambda event, catalog: event.tags,
    "status": lambda event, catalog: (event.status,),
    "stage": lambda event, catalog: (event.stage,),
    "source": lambda event, catalog: (event.source,),
}
"""What `key:value` in a search is compared with."""


@dataclass(frozen=True, slots=True)
class _Query:
    """The words that somebody looks for, and the filters among them, in lower case."""

    words: Sequence[str]
    filters: Sequence[tuple[str, str]]

    def passes(self, event: Event, catalog: Catalog) -> bool:
        """Return whether an event passes all filters; one without a value asks that there is any."""
        return all(
            any(value in fact.casefold() and fact.strip() for fact in _FILTERS[key](event, catalog))
            for key, value in self.filters
        )


def _query(text: str) -> _Query:
    """Read a search; a word with a colon that begins with no filter's name is a word like any other."""
    words: list[str] = []
    filters: list[tuple[str, str]] = []
    for word in text.casefold().split():
        key, colon, value = word.partition(":")
        if colon and key in _FILTERS:
            filters.append((key, value))
        else:
            words.append(word)
    return _Query(words, filters)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event found in presets, the file names of those presets, and what it was found by."""

    event: Event
    presets: tuple[str, ...]
    why: str
    """Empty where the event's own name or ID matches."""


def uses_in(catalog: Catalog) -> dict[str, list[Campaign]]:
    """Return the campaigns that point at each event, by event ID."""
    uses: dict[str, list[Campaign]] = {}
    for campaign in catalog.campaigns:
        for event_id in campaign.events():
            uses.setdefault(event_id, []).append(campaign)
    return uses


def why_found(event: Event, uses: Sequence[Campaign], words: Sequence[str]) -> tuple[int, str] | None:
    """Return the rank of an event that has all the words (lower case), and what matched; None where a word is missing.

    The lower the rank, the better.
    """
    texts = [(rank, told, text.casefold()) for rank, told, text in _texts(event, uses)]
    whole = "\n".join(text for _, _, text in texts)
    if not all(word in whole for word in words):
        return None
    return next(((rank, told) for rank, told, text in texts if all(word in text for word in words)), (_IN_PIECES, ""))


def find_in(catalog: Catalog, text: str) -> list[int]:
    """List the indices of the catalog's events that have all words of the text, and pass its filters."""
    query = _query(text)
    texts = _searchable_catalog(_Identity(catalog))
    return [
        index
        for index, (event, whole, _) in enumerate(texts)
        if all(word in whole for word in query.words) and query.passes(event, catalog)
    ]


def find_in_presets(text: str) -> list[FoundEvent]:
    """Find events with all words of the text in all presets that pass its filters, the best first, one per ID."""
    query = _query(text)
    words = query.words
    found: dict[str, tuple[int, str, Event, list[str]]] = {}
    for preset in all_presets() if words or query.filters else ():
        for event, texts, uses in _searchable(preset.name):
            if not all(word in texts for word in words) or not query.passes(event, _NO_OWNER):
                continue
            if told := why_found(event, uses, words):
                known = found.setdefault(event.id, (*told, event, []))
                known[3].append(preset.name)
                if told[0] < known[0]:
                    found[event.id] = (*told, *known[2:])
    best = sorted(found.values(), key=lambda entry: (entry[0], -len(entry[3]), entry[2].name))
    return [FoundEvent(event, tuple(presets), why) for _, why, event, presets in best]


def read_all_presets() -> None:
    """Read every preset, so that the first search need not wait for it."""
    for preset in all_presets():
        _searchable(preset.name)


def _searchable(name: str) -> list[tuple[Event, str, list[Campaign]]]:
    """List the events of a preset with their searchable texts in lower case; none of a broken one."""
    try:
        catalog = preset_catalog(name)
    except PresetError:
        return []
    return _searchable_preset(_Identity(catalog))


@dataclass(frozen=True, eq=False)
class _Identity:
    """A catalog compared by identity: comparing its contents would take longer than searching them."""

    catalog: Catalog

    def __hash__(self) -> int:
        return id(self.catalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.catalog is self.catalog


def _searchable_events(same: _Identity) -> list[tuple[Event, str, list[Campaign]]]:
    uses = uses_in(same.catalog)
    made = []
    for event in written_out(same.catalog).events:
        own = uses.get(event.id, [])
        made.append((event, "\n".join(text for _, _, text in _texts(event, own)).casefold(), own))
    return made


_searchable_preset = lru_cache(maxsize=256)(_searchable_events)
_searchable_catalog = lru_cache(maxsize=4)(_searchable_events)
"""Of the catalog being edited, only the latest versions are of use."""


def _texts(event: Event, uses: Sequence[Campaign]) -> Iterator[tuple[int, str, str]]:
    """Yield all texts by which an event can be found: rank, what to say when it matches, and the text."""
    yield 0, "", f"{event.name} {event.id}"
    for alias in (*event.aliases, *event.former_ids):
        yield 1, f"also called “{alias}”", alias
    for tag in event.tags:
        yield 1, f"tagged “{tag}”", tag
    for prop in event.properties:
        yield 2, f"property {prop.name}", f"{prop.name} {_HUMP.sub(' ', prop.name)} {' '.join(prop.aliases)}"
    for campaign in uses:
        yield 3, f"for “{campaign.name}”", f"{campaign.name} {campaign.goal} {campaign.message}"
    yield 4, event.description, event.description
    if event.owner:
        yield 4, f"owner {event.owner}", event.owner
