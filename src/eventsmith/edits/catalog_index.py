"""An index of a catalog: its IDs and names, what refers to an ID, and which spelling and units its events use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal, TypeVar

from eventsmith.ground.incremental import PerItem
from eventsmith.model import FORMS, Campaign, Catalog, Event, Property, with_fields
from eventsmith.naming import Spelling, rewrite, same_key, spelling_in

Noun = Literal["events", "campaigns"]
Key = TypeVar("Key", bound=Hashable)


class CatalogIndex:
    """The index of the latest catalog asked about; for the next one it costs only what differs, not all events."""

    def __init__(self) -> None:
        self._events: PerItem[Event, tuple[str, str]] = PerItem(lambda event: (event.id, event.replaced_by))
        self._campaigns: PerItem[Campaign, tuple[str, ...]] = PerItem(lambda campaign: campaign.events())
        self._ids: Counter[str] = Counter()
        self._in_any_case: Counter[str] = Counter()
        self._replacing: Counter[str] = Counter()
        self._in_campaigns: Counter[str] = Counter()
        self._asked: tuple[Event, ...] = ()
        self._asked_campaigns: tuple[Campaign, ...] = ()
        self._called: PerItem[Event, tuple[str, str]] = PerItem(lambda event: (event.name, event.id))
        """Updated only when names or keys are asked for, as few edits need them."""
        self._spelt: PerItem[Event, Spelling | None] = PerItem(lambda event: spelling_in(event.name))
        self._spellings: Counter[Spelling | None] = Counter()
        self._texts: Counter[str] = Counter()
        self._keys_of_ids: Counter[str] = Counter()
        self._properties: Sequence[Property] = ()
        """The properties of the latest event asked about, which may have thousands."""
        self._units: Counter[str] = Counter()

    def of(self, catalog: Catalog) -> CatalogIndex:
        """Return this index, updated to a catalog."""
        self._asked, self._asked_campaigns = catalog.events, catalog.campaigns
        self._count_events(*self._events.update_to(catalog.events))
        left, came = self._campaigns.update_to(catalog.campaigns)
        adjust_counts(self._in_campaigns, chain.from_iterable(left), chain.from_iterable(came))
        return self

    def is_shared(self, event: Event) -> bool:
        """Return whether another event of the catalog has the ID of this one."""
        return self._ids[event.id] > 1

    def has_id(self, event_id: str) -> bool:
        """Return whether an event has exactly this ID."""
        return event_id in self._ids

    def is_taken(self, event_id: str, but: Event | None = None) -> bool:
        """Return whether an event other than `but` has the ID, ignoring case."""
        key = event_id.casefold()
        return self._in_any_case[key] > (but is not None and but.id.casefold() == key)

    def is_taken_however_spelled(self, event_id: str, but: Event | None = None) -> bool:
        """Return whether an event other than `but` has the ID, ignoring case and separators."""
        self._count_keys()
        key = same_key(event_id)
        return self._keys_of_ids[key] > (but is not None and same_key(but.id) == key)

    def is_called(self, text: str, but: Event) -> bool:
        """Return whether an event other than `but` has exactly this text as its name or ID."""
        self._count_keys()
        return self._texts[text] > (text in (but.name, but.id))

    @property
    def spelling(self) -> Spelling | None:
        """The spelling of most names that show one; None where both are equally frequent or none shows."""
        adjust_counts(self._spellings, *self._spelt.update_to(self._asked))
        more = self._spellings["american"] - self._spellings["british"]
        return None if not more else "american" if more > 0 else "british"

    def holds_unit(self, event: Event, name: str) -> bool:
        """Return whether a property of the event, or a field of one, has its unit in the property called `name`."""
        if event.properties is not self._properties:
            self._properties = event.properties
            self._units = Counter(chain.from_iterable(map(_units_in, event.properties)))
        return name in self._units

    def note_property(self, event: Event, old: Property, new: Property) -> None:
        """Record that a property was replaced in the very list of properties that the event has."""
        if event.properties is self._properties:
            adjust_counts(self._units, _units_in(old), _units_in(new))

    def replaced_by(self, event_id: str) -> Sequence[int]:
        """Return the indices of the events that the given one replaces."""
        if event_id not in self._replacing:
            return ()
        return [index for index, event in enumerate(self._asked) if event.replaced_by == event_id]

    def campaigns_with(self, event_id: str) -> Sequence[int]:
        """Return the indices of the campaigns that point at an event."""
        if event_id not in self._in_campaigns:
            return ()
        return [index for index, campaign in enumerate(self._asked_campaigns) if event_id in campaign.events()]

    def _count_events(self, gone: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> None:
        if gone == new:
            return
        adjust_counts(self._ids, (event_id for event_id, _ in gone), (event_id for event_id, _ in new))
        adjust_counts(self._in_any_case, (one.casefold() for one, _ in gone), (one.casefold() for one, _ in new))
        adjust_counts(self._replacing, (successor for _, successor in gone), (successor for _, successor in new))

    def _count_keys(self) -> None:
        self._recount_keys(*self._called.update_to(self._asked))

    def _recount_keys(self, gone: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> None:
        if gone == new:
            return
        # An event whose name equals its ID counts once.
        adjust_counts(self._texts, chain.from_iterable(map(frozenset, gone)), chain.from_iterable(map(frozenset, new)))
        adjust_counts(self._keys_of_ids, (same_key(own) for _, own in gone), (same_key(own) for _, own in new))


def _units_in(prop: Property) -> tuple[str, ...]:
    """Return the names of the properties that hold the units of a property and of the fields in it."""
    if not prop.fields:
        return (prop.unit_in,) if prop.unit_in else ()
    return tuple(each.unit_in for each in with_fields(prop) if each.unit_in)


def own_keys(event: Event) -> frozenset[str]:
    """Return the keys by which an event is known here: of all names and IDs that it has or had."""
    return _keys((event.name, event.id, *event.aliases, *event.former_ids))


def any_keys(event: Event) -> frozenset[str]:
    """Return the keys by which a preset's event may be known elsewhere: its own, and its names' in every form."""
    return own_keys(event) | _keys_in_any_form((event.name, *event.aliases))


@lru_cache(maxsize=16384)
def _keys(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_key(text) for text in texts if text)


@lru_cache(maxsize=4096)
def _keys_in_any_form(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_key(other) for name in names for form in FORMS if (other := rewrite(name, form)))


def adjust_counts(counted: Counter[Key], gone: Iterable[Key], new: Iterable[Key]) -> None:
    """Add `new` to a count and subtract `gone`, dropping what reaches zero."""
    counted.update(new)
    for key in gone:
        counted[key] -= 1
        if not counted[key]:
            del counted[key]
