"""Which IDs a catalog has, which of them something points at, and what its events are called. Knows no edits."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal, TypeVar, cast

from pydantic import PrivateAttr

from eventsmith.model import FORMS, Campaign, Catalog, Event, Place, Property
from eventsmith.naming import Spelling, rewrite, same_key, spelling_in
from eventsmith.remembered import PerItem

Noun = Literal["events", "campaigns"]
Key = TypeVar("Key", bound=Hashable)


class Known:
    """Counted for the catalog asked about last: another costs what is other in it, not its ten thousand events."""

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
        """Turned to those that were asked about only when it is asked for, as few edits need it."""
        self._spelt: PerItem[Event, Spelling | None] = PerItem(lambda event: spelling_in(event.name))
        self._spellings: Counter[Spelling | None] = Counter()
        self._texts: Counter[str] = Counter()
        self._keys_of_ids: Counter[str] = Counter()
        self._properties: PerItem[Property, tuple[str, ...]] = PerItem(_units_in)
        """Of the event that was asked about last, which may have thousands."""
        self._units: Counter[str] = Counter()

    def of(self, catalog: Catalog) -> Known:
        """The same, of this catalog."""
        self._asked, self._asked_campaigns = catalog.events, catalog.campaigns
        self._count_events(*self._events.turn_to(catalog.events))
        left, came = self._campaigns.turn_to(catalog.campaigns)
        _recount(self._in_campaigns, chain.from_iterable(left), chain.from_iterable(came))
        return self

    def is_shared(self, event: Event) -> bool:
        """Whether another event than this one of the catalog has its ID."""
        return self._ids[event.id] > 1

    def has_id(self, event_id: str) -> bool:
        """Say whether an event has exactly this ID."""
        return event_id in self._ids

    def is_taken(self, event_id: str, but: Event | None = None) -> bool:
        """Whether an event has the ID, in whatever case, besides one of the catalog."""
        key = event_id.casefold()
        return self._in_any_case[key] > (but is not None and but.id.casefold() == key)

    def is_spelled(self, event_id: str, but: Event | None = None) -> bool:
        """Whether an event has the ID, however it is written, besides one of the catalog."""
        self._count_keys()
        key = same_key(event_id)
        return self._keys_of_ids[key] > (but is not None and same_key(but.id) == key)

    def is_called(self, text: str, but: Event) -> bool:
        """Whether an event has exactly this text as its name or ID, besides one of the catalog."""
        self._count_keys()
        return self._texts[text] > (text in (but.name, but.id))

    @property
    def spelling(self) -> Spelling | None:
        """How most names that tell are spelt; None where as many are spelt in the other way, or none tells."""
        _recount(self._spellings, *self._spelt.turn_to(self._asked))
        more = self._spellings["american"] - self._spellings["british"]
        return None if not more else "american" if more > 0 else "british"

    def holds_unit(self, event: Event, name: str) -> bool:
        """Whether a property of the event, or a field of one, has its unit in what has this name."""
        gone, new = self._properties.turn_to(event.properties)
        _recount(self._units, chain.from_iterable(gone), chain.from_iterable(new))
        return name in self._units

    def replaced_by(self, event_id: str) -> Sequence[int]:
        """Which events say that they are replaced by this one."""
        if event_id not in self._replacing:
            return ()
        return [index for index, event in enumerate(self._asked) if event.replaced_by == event_id]

    def campaigns_with(self, event_id: str) -> Sequence[int]:
        """Which campaigns point at it."""
        if event_id not in self._in_campaigns:
            return ()
        return [index for index, campaign in enumerate(self._asked_campaigns) if event_id in campaign.events()]

    def _count_events(self, gone: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> None:
        if gone == new:
            return
        _recount(self._ids, (event_id for event_id, _ in gone), (event_id for event_id, _ in new))
        _recount(self._in_any_case, (one.casefold() for one, _ in gone), (one.casefold() for one, _ in new))
        _recount(self._replacing, (successor for _, successor in gone), (successor for _, successor in new))

    def _count_keys(self) -> None:
        self._recount_keys(*self._called.turn_to(self._asked))

    def _recount_keys(self, gone: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> None:
        if gone == new:
            return
        # An event whose name and ID are one has it once.
        _recount(self._texts, chain.from_iterable(map(frozenset, gone)), chain.from_iterable(map(frozenset, new)))
        _recount(self._keys_of_ids, (same_key(own) for _, own in gone), (same_key(own) for _, own in new))


class KnownOfBench(Known):
    """The same of a workbench, which says what it puts where: to know on costs nothing."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.of(bench.finished())
        self._count_keys()
        self._pointing: dict[Noun, dict[str, set[int]]] | None = None
        """By the ID of an event: which events and campaigns point at it. Counted anew where others have moved."""
        self._own_keys: Counter[str] | None = None
        self._first: dict[str, int] | None = None
        """By the key of a name: the first event that has it. Counted anew where others have moved."""

    def note_event(self, index: int, old: Event, new: Event) -> None:
        """Knows that one event was put in the place of another."""
        self._exchange([old], [new])
        if self._first is not None and own_keys(old) != own_keys(new):
            self._first = None
        self._point("events", index, (old.replaced_by,), (new.replaced_by,))

    def note_campaign(self, index: int, old: Campaign, new: Campaign) -> None:
        """The same of campaigns."""
        _recount(self._in_campaigns, old.events(), new.events())
        self._point("campaigns", index, old.events(), new.events())

    def note_inserted(self, new: Event | Campaign) -> None:
        """Know that there is one more, and that those behind it have moved."""
        self._pointing = None
        if isinstance(new, Campaign):
            _recount(self._in_campaigns, (), new.events())
            return
        self._first = None
        self._exchange([], [new])

    def has_one_of(self, keys: Iterable[str]) -> bool:
        """Say whether an event is, or was, called by one of the keys."""
        if self._own_keys is None:
            self._own_keys = Counter(chain.from_iterable(map(own_keys, self._bench.events)))
        return any(key in self._own_keys for key in keys)

    def first_with(self, keys: Iterable[str]) -> int | None:
        """Find the first event that is, or was, called by one of the keys."""
        if self._first is None:
            self._first = {}
            for index, event in enumerate(self._bench.events):
                for key in own_keys(event):
                    self._first.setdefault(key, index)
        return min((self._first[key] for key in keys if key in self._first), default=None)

    def replaced_by(self, event_id: str) -> Sequence[int]:
        """See Known."""
        return sorted(self._pointing_at()["events"].get(event_id, ()))

    def campaigns_with(self, event_id: str) -> Sequence[int]:
        """See Known."""
        return sorted(self._pointing_at()["campaigns"].get(event_id, ()))

    def _exchange(self, gone: Sequence[Event], new: Sequence[Event]) -> None:
        self._count_events(*([(event.id, event.replaced_by) for event in events] for events in (gone, new)))
        self._recount_keys(*([(event.name, event.id) for event in events] for events in (gone, new)))
        if self._own_keys is not None:
            _recount(self._own_keys, *(chain.from_iterable(map(own_keys, events)) for events in (gone, new)))

    def _pointing_at(self) -> dict[Noun, dict[str, set[int]]]:
        if self._pointing is None:
            self._pointing = {"events": {}, "campaigns": {}}
            for index, event in enumerate(self._bench.events):
                self._point("events", index, (), (event.replaced_by,))
            for index, campaign in enumerate(self._bench.campaigns):
                self._point("campaigns", index, (), campaign.events())
        return self._pointing

    def _point(self, noun: Noun, index: int, old: Iterable[str], new: Iterable[str]) -> None:
        if self._pointing is None:
            return
        pointing = self._pointing[noun]
        for event_id in old:
            pointing[event_id].discard(index)
        for event_id in new:
            pointing.setdefault(event_id, set()).add(index)

    def _count_keys(self) -> None:
        # Kept from then on by what is noted; the catalog it was first counted of is no more.
        if not self._texts:
            super()._count_keys()


class Workbench(Catalog):
    """A catalog on which many edits are made, one after the other: each costs what it touches, not the whole.

    It is asked like any catalog, but its events and campaigns are lists that change; `finished` is what came of it.
    """

    _was: Catalog = PrivateAttr()
    _touched: set[str] = PrivateAttr()
    _known: KnownOfBench | None = PrivateAttr()

    @staticmethod
    def of(catalog: Catalog) -> Workbench:
        """A bench that holds what the catalog does."""
        bench = Workbench.model_construct()
        bench.become(catalog)
        return bench

    def become(self, catalog: Catalog) -> None:
        """Holds another catalog instead."""
        self.__dict__.update(catalog.__dict__, events=list(catalog.events), campaigns=list(catalog.campaigns))
        self._was, self._touched, self._known = catalog, set(), None

    def finished(self) -> Catalog:
        """A catalog as it is now; all that no edit has touched are the same objects."""
        return self._was.model_copy(update={name: tuple(self.__dict__[name]) for name in self._touched})

    @property
    def known(self) -> KnownOfBench:
        """What is known of it as it is now."""
        known = self._known
        if known is None:
            known = self._known = KnownOfBench(self)
        return known

    def put(self, noun: Noun, index: int, new: Event | Campaign) -> None:
        """Puts an event, or a campaign, in the place of another."""
        things = cast("list[Event | Campaign]", self.__dict__[noun])
        old, things[index] = things[index], new
        self._touched.add(noun)
        known = self._known
        if known is not None and isinstance(old, Event) and isinstance(new, Event):
            known.note_event(index, old, new)
        elif known is not None and isinstance(old, Campaign) and isinstance(new, Campaign):
            known.note_campaign(index, old, new)

    def rearrange(self, noun: Noun, things: Iterable[Event | Campaign]) -> None:
        """Has other events, or campaigns, or the same in another order."""
        self.__dict__[noun] = list(things)
        self._touched.add(noun)
        self._known = None

    def take_out(self, name: str, index: int) -> None:
        """Takes an item out of one of the catalog's lists, such as its stages."""
        items = list(self.__dict__[name]) if name not in self._touched else self.__dict__[name]
        del items[index]
        self.__dict__[name] = items
        self._touched.add(name)
        self._known = None

    def insert(self, noun: Noun, index: int, new: Event | Campaign) -> None:
        """Puts an event, or a campaign, before another, or behind the last."""
        self.__dict__[noun].insert(index, new)
        self._touched.add(noun)
        if self._known is not None:
            self._known.note_inserted(new)


def noun_of(place: Place) -> Noun | None:
    """Whether a place is among the events, or the campaigns, of a catalog."""
    return "events" if place[:1] == ("events",) else "campaigns" if place[:1] == ("campaigns",) else None


def _units_in(prop: Property) -> tuple[str, ...]:
    """What the property, and the fields in it, have their units in."""
    return tuple(each.unit_in for each in (prop, *prop.fields) if each.unit_in)


def own_keys(event: Event) -> frozenset[str]:
    """What an event is known by here: all that it is or was called, by people or by code."""
    return _keys((event.name, event.id, *event.aliases, *event.former_ids))


def any_keys(event: Event) -> frozenset[str]:
    """What an event of a preset may be known by elsewhere: its own keys, and its name and aliases in every form."""
    return own_keys(event) | _keys_in_any_form((event.name, *event.aliases))


@lru_cache(maxsize=16384)
def _keys(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_key(text) for text in texts if text)


@lru_cache(maxsize=4096)
def _keys_in_any_form(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_key(other) for name in names for form in FORMS if (other := rewrite(name, form)))


def _recount(counted: Counter[Key], gone: Iterable[Key], new: Iterable[Key]) -> None:
    counted.update(new)
    for key in gone:
        counted[key] -= 1
        if not counted[key]:
            del counted[key]


class _OfThread(threading.local):
    """Of each thread its own, as fixes are made in one beside typing."""

    def __init__(self) -> None:
        self.known = Known()


_of_thread = _OfThread()


def known_of(catalog: Catalog) -> Known:
    """What is known of a catalog, until the next one is asked about."""
    return catalog.known if isinstance(catalog, Workbench) else _of_thread.known.of(catalog)
