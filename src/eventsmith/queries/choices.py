"""The choices at a place of a catalog, each with its label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from eventsmith.edits import trigger_properties
from eventsmith.ground.incremental import PerItem
from eventsmith.ground.labels import GOALS, OPERATORS
from eventsmith.model import (
    HOLDING_FIELDS,
    ITEM_TYPES,
    OPERATORS_OF,
    PROPERTY_TYPES,
    SOURCES,
    STATUSES,
    USES,
    VALUE_FORMATS,
    Catalog,
    Event,
    Operator,
    Place,
    Property,
    Value,
    value_at,
)
from eventsmith.model import OPERATORS as ALL_OPERATORS

Options = Sequence[tuple[str, str]]
"""Pairs of a value and its label."""

_NONE = ("", "none")


def choices_at(catalog: Catalog, place: Place) -> Options:
    """List the values that can be chosen at a place; none where the value is typed."""
    key = place[-1]
    if key == "property" and len(place) == 5:
        return _same(prop.name for prop in flat_properties(catalog, place))
    if key == "unit_in":
        return _same(_unit_holders(catalog, place))
    if key == "format":
        return [_NONE, *_same(VALUE_FORMATS)]
    if key == "item_type":
        return [_NONE, *_same(ITEM_TYPES)]
    if key == "operator":
        return [(name, OPERATORS[name]) for name in _operators(catalog, place)]
    if key in ("trigger", "goal_event"):
        return _events(catalog, True)
    if key == "unless":
        return _events(catalog, False)
    if key == "stage":
        return [_NONE, *_same(catalog.stages)]
    if key == "source":
        return [(name, name or "not said") for name in SOURCES]
    if key == "goal":
        return [_NONE, *GOALS.items()]
    fixed = {"status": STATUSES, "type": PROPERTY_TYPES, "used_for": USES}
    return _same(fixed.get(str(key), ()))


def _unit_holders(catalog: Catalog, place: Place) -> Iterable[str]:
    """Yield the names of other flat properties at the same level; for a field also those beside what it is in."""
    shelves = [place[:end] for end in range(len(place) - 2, 2, -2)]
    props = [prop for shelf in shelves for prop in value_at(catalog, shelf)]
    own = value_at(catalog, place[:-1])
    return dict.fromkeys(
        prop.name for prop in props if prop is not own and prop.type not in HOLDING_FIELDS and prop.name
    )


def trigger_of(catalog: Catalog, place: Place) -> Event | None:
    """Return the trigger of the campaign at a place; None where the catalog has no such event."""
    wanted = catalog.campaigns[int(place[1])].trigger
    return next((event for event in catalog.events if wanted and event.id == wanted), None)


def flat_properties(catalog: Catalog, place: Place) -> list[Property]:
    """List the properties that conditions of the campaign at a place can compare."""
    return trigger_properties(catalog, catalog.campaigns[int(place[1])])


def asked_property(catalog: Catalog, place: Place) -> Property | None:
    """Return the property that the condition at a place compares; None where the trigger lacks it."""
    wanted = value_at(catalog, place[:2]).conditions[int(place[3]) :][:1]
    return next((prop for prop in flat_properties(catalog, place) if wanted and prop.name == wanted[0].property), None)


def _operators(catalog: Catalog, place: Place) -> Sequence[Operator]:
    """List the operators that the property's type allows; all where the property is unknown."""
    prop = asked_property(catalog, place)
    return OPERATORS_OF[prop.type] if prop is not None else ALL_OPERATORS


def answers_at(catalog: Catalog, place: Place) -> Sequence[Value]:
    """List the values that the condition at a place can compare with; empty where any value will do."""
    prop = asked_property(catalog, place)
    if prop is None:
        return ()
    return (True, False) if prop.type == "boolean" else prop.values


def _same(names: Iterable[str]) -> Options:
    return [(name, name) for name in names]


_named: PerItem[Event, tuple[str, str]] = PerItem(lambda event: (event.id, event.name))


def _events(catalog: Catalog, none: bool) -> Options:
    _named.update_to(catalog.events)
    return _with_id(tuple(_named.made), none)


@lru_cache(maxsize=2)
def _with_id(named: tuple[tuple[str, str], ...], none: bool) -> Options:
    """Return the same list object for the same names: fields ask at every key."""
    return [*([_NONE] if none else []), *(option for option in named if option[0])]
