"""Property groups as rules see them: each as an event that has nothing but its properties.

So rules need not know of groups. Rules on properties are asked about those of a group once, however many events take
it; rules that look at all properties of an event are asked about the event with those of its groups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import is_
from typing import Any

from eventsmith.model import Event, Groups, Property, PropertyGroup, Status, properties_with_groups

_TOLD = {"description", "aliases", "example", "ignore", "extra"}
"""Keys of a property that no rule on whole events looks at."""


class GroupEvent(Event):
    """A property group as an event. It is live if an event that takes it is sent."""


class GroupEvents:
    """The groups of successive versions of a catalog, and the events that take them."""

    def __init__(self) -> None:
        self.things: tuple[GroupEvent, ...] = ()
        """The groups, in the order of the catalog."""
        self._groups: tuple[PropertyGroup, ...] = ()
        self._as_things: tuple[PropertyGroup, ...] = ()
        """The groups that `things` are."""
        self._by_name = Groups(())
        self._takers: dict[str, dict[int, Event]] = {}
        """By the name of a group: the events that name it, by identity."""
        self._together: Counter[tuple[str, str]] = Counter()
        """How many events name both of two groups."""
        self._sent: Counter[str] = Counter()
        """By the name of a group: how many events that name it are sent."""
        self._all_sent = 0
        """How many of all events are sent."""
        self._companions: dict[int, tuple[PropertyGroup, ...]] = {}
        """By the identity of a group: the groups that all events have that take it."""
        self._wholes: dict[int, Event] = {}
        """By the identity of an event or group: it, with the properties of its groups or companions."""

    def update_to(
        self, groups: tuple[PropertyGroup, ...], left: Iterable[Event], came: Iterable[Event], events: Sequence[Event]
    ) -> tuple[Sequence[GroupEvent], Sequence[GroupEvent], Mapping[int, Event]]:
        """Return the groups removed and added, and the events and groups that now have other properties in all."""
        self._count(left, -1)
        self._count(came, 1)
        for event in left:
            self._wholes.pop(id(event), None)
        if not groups and not self._groups:
            return (), (), {}
        changed = dict(self._regroup(groups, events)) if groups is not self._groups else {}
        before = self.things
        self.things = tuple(self._as_events())
        gone = {id(thing): thing for thing in before}
        fresh = [thing for thing in self.things if gone.pop(id(thing), None) is None]
        for thing in gone.values():
            self._wholes.pop(id(thing), None)
            self._companions.pop(id(thing), None)
        changed |= {id(thing): thing for thing in self.things if self._update_companions(thing)}
        return tuple(gone.values()), fresh, changed

    def of(self, event: Event) -> Sequence[PropertyGroup]:
        """Return the groups that an event takes."""
        return () if isinstance(event, GroupEvent) else self._by_name.of(event)

    def whole(self, event: Event) -> Event:
        """Return an event with the properties of its groups; a group with those of the groups always taken with it."""
        if not self._groups:
            return event
        whole = self._wholes.get(id(event))
        if whole is None:
            whole = self._wholes[id(event)] = _with(event, self.of(event))
        return whole

    def takers(self, group: str, events: Sequence[Event]) -> Iterable[Event]:
        """Return the events that take a group, in no order."""
        named = self._by_name.by_name.get(group)
        return events if named and named.every_event else self._takers.get(group, {}).values()

    def _count(self, events: Iterable[Event], more: int) -> None:
        for event in events:
            self._all_sent += more * event.is_sent
            names = set(event.property_groups) if event.property_groups else ()
            for name in names:
                self._sent[name] += more * event.is_sent
                self._together.update({(name, other): more for other in names})
                takers = self._takers.setdefault(name, {})
                if more > 0:
                    takers[id(event)] = event
                else:
                    takers.pop(id(event), None)

    def _regroup(self, groups: tuple[PropertyGroup, ...], events: Sequence[Event]) -> Iterator[tuple[int, Event]]:
        """Take in other groups; yield the events whose groups now say something else to rules on whole events."""
        old, self._groups, self._by_name = self._by_name, groups, Groups(groups)
        before, now = old.by_name, self._by_name.by_name
        changed = {name for name in before.keys() | now.keys() if not _alike(before.get(name), now.get(name))}
        common, common_now = (tuple(group.name for group in each.of_every_event) for each in (old, self._by_name))
        # Of the groups of every event, the first has a say: their order matters as well.
        is_for_all = common != common_now or not changed.isdisjoint(common)
        touched = [events] if is_for_all else [[*self._takers.get(name, {}).values()] for name in changed]
        for event in chain.from_iterable(touched):
            self._wholes.pop(id(event), None)
            yield id(event), event
        for name in now.keys() - changed:
            if now[name] is not before[name]:
                # What the group tells people matters only where an event has told them, too.
                names = {prop.name for prop in now[name].properties}
                for event in self.takers(name, events):
                    if any(prop.name in names for prop in event.properties):
                        yield id(event), event

    def _as_events(self) -> Iterator[GroupEvent]:
        """Yield the groups as events: the same object for the same group."""
        known: dict[int, list[GroupEvent]] = {}
        for thing, group in reversed([*zip(self.things, self._as_things, strict=True)]):
            known.setdefault(id(group), []).append(thing)
        for group in self._groups:
            sent = self._all_sent if group.every_event else self._sent[group.name]
            status: Status = "live" if sent else "planned"
            old = known.get(id(group))
            yield old.pop() if old and old[-1].status == status else _as_event(group, status)
        self._as_things = self._groups

    def _update_companions(self, thing: GroupEvent) -> bool:
        """Update a group with the groups that all events have that take it; return whether they are others now."""
        name = thing.name
        number = self._together[name, name]
        others = tuple(
            group
            for group in self._by_name.by_name.values()
            if group.name != name and (group.every_event or (number and self._together[name, group.name] == number))
        )
        known = self._companions.get(id(thing))
        if known is not None and len(known) == len(others) and all(map(is_, known, others)):
            return False
        self._companions[id(thing)] = others
        before, now = self._wholes.get(id(thing)), _with(thing, others)
        self._wholes[id(thing)] = now
        return before is None or _shapes(before.properties) != _shapes(now.properties)


def _as_event(group: PropertyGroup, status: Status) -> GroupEvent:
    said: dict[str, Any] = {
        key: getattr(group, key) for key in ("name", "description", "ignore", "extra", "properties")
    }
    return GroupEvent.model_construct(id="", status=status, **said)


def _with(event: Event, groups: Sequence[PropertyGroup]) -> Event:
    if not any(group.properties for group in groups):
        return event
    return event.model_copy(update={"properties": properties_with_groups(event, groups)})


def _alike(one: PropertyGroup | None, other: PropertyGroup | None) -> bool:
    """Return whether rules on whole events see no difference between two groups."""
    if one is None or other is None or one.every_event != other.every_event:
        return one is other
    return one.properties is other.properties or _shapes(one.properties) == _shapes(other.properties)


def _shapes(props: Iterable[Property]) -> list[list[Any]]:
    return [[value for key, value in prop if key not in _TOLD] for prop in props]
