"""What can be done about property groups where somebody is: in an event, or in a group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from eventsmith.edits import Edit, Insert, Set, make_group, remove_group, take_apart, take_group
from eventsmith.model import Catalog, Event, Groups, Place, Property, PropertyGroup
from eventsmith.queries.shared_properties import Having, shared_properties

_NAMED = 4
"""The number of properties that a title names."""


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """One thing that can be done; those that need more than a yes say what in `asks`."""

    title: str
    make: Callable[[], Edit] | None = None
    """Build the edit, where nothing more is asked: only once it was chosen, as it may concern all events."""
    asks: Literal["", "properties", "name", "new name"] = ""
    """`properties`: which of the event's, then a name; `name`: for a group of `properties`; or another name."""
    properties: tuple[Property, ...] = ()
    question: str = ""
    """What is asked before something goes that was shared."""


def group_choices(catalog: Catalog, thing: Place) -> list[GroupChoice]:
    """List what can be done in the event or the property group at a place."""
    if thing[0] == "property_groups":
        return list(_in_group(catalog, int(thing[1])))
    return list(_in_event(catalog, int(thing[1])))


def takers(catalog: Catalog, group: PropertyGroup) -> Sequence[Event]:
    """Return the events that take a group."""
    groups = Groups(catalog.property_groups)
    return [event for event in catalog.events if any(each is group for each in groups.of(event))]


def group_named(catalog: Catalog, name: str) -> bool:
    """Return whether the catalog has a group of a name."""
    return any(group.name == name for group in catalog.property_groups)


def what_is_made(props: Sequence[Property], having: Having) -> str:
    """Say what making a group does: how many events take it, and what stays in them."""
    if not props:
        return "A group without properties: fill it in, and have events take it"
    count = len(having.events)
    what = "this property" if len(props) == 1 else f"these {len(props)} properties"
    said = f"{counted(count, 'event')} {'has' if count == 1 else 'have'} {what} from it then"
    unlike = ", ".join(f"“{prop}” in {number}" for prop, number in having.unlike.items())
    return f"{said}; what says something else stays: {unlike}" if unlike else said


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Return a number with its noun: “1 event”, “2 events”."""
    return f"{number} {noun if number == 1 else nouns or f'{noun}s'}"


def made(catalog: Catalog, name: str, props: Sequence[Property], having: Having) -> Edit:
    """Return the edit that makes a group of properties for the events that have them; without any, for nobody yet."""
    if not props:
        place: Place = ("property_groups", len(catalog.property_groups))
        return Insert(place, PropertyGroup(name=name), f"make the group “{name}”")
    return make_group(catalog, name, props, having.events)


def _in_event(catalog: Catalog, index: int) -> Iterator[GroupChoice]:
    event = catalog.events[index]
    for group in catalog.property_groups:
        if not group.every_event and group.name and group.name not in event.property_groups:
            title = f"Take the group “{group.name}”: {_names(group.properties)}"
            yield GroupChoice(title, partial(take_group, catalog, group.name, [index]))
    if event.properties:
        yield GroupChoice("Make a group of properties of this event …", asks="properties")
    for offer in shared_properties(catalog):
        number = counted(len(offer.properties), "property", "properties")
        title = f"Make a group of {number} that {len(offer.events)} events share: {_names(offer.properties)} …"
        yield GroupChoice(title, asks="name", properties=offer.properties)
    yield GroupChoice("Make a group without properties, to fill in …", asks="name")
    for name in dict.fromkeys(event.property_groups):
        rest = tuple(other for other in event.property_groups if other != name)
        leave = partial(Set, ("events", index, "property_groups"), rest, f"leave the group “{name}”")
        yield GroupChoice(f"Leave the group “{name}”: the event no longer has its properties", leave)


def _in_group(catalog: Catalog, index: int) -> Iterator[GroupChoice]:
    group = catalog.property_groups[index]
    count = counted(len(takers(catalog, group)), "event")
    place: Place = ("property_groups", index, "every_event")
    yield GroupChoice("Rename the group …", asks="new name")
    if group.every_event:
        yield GroupChoice("Only for events that take it", partial(Set, place, False, "only for events that take it"))
    else:
        yield GroupChoice("For every event, without their naming it", partial(Set, place, True, "for every event"))
    yield GroupChoice(f"Take it apart: {count} get its properties as their own", partial(take_apart, catalog, index))
    question = f"Remove the group “{group.name}”? {count} would lose its properties."
    yield GroupChoice("Remove it with its properties", partial(remove_group, catalog, index), question=question)


def _names(props: Sequence[Property]) -> str:
    names = ", ".join(prop.name for prop in props[:_NAMED]) or "no properties yet"
    return f"{names} and {len(props) - _NAMED} more" if len(props) > _NAMED else names
