"""What there is to choose from at a place of a catalog, and what each is called. Knows no screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventsmith.model import OPERATORS, PROPERTY_TYPES, SOURCES, STATUSES, USES, Catalog, Event, Place, Property
from eventsmith.words import GOALS

Options = Sequence[tuple[str, str]]
"""Values, and what they are called."""

_NONE = ("", "none")


def choices_at(catalog: Catalog, place: Place) -> Options:
    """The values that can be chosen at a place; empty where one types."""
    key = place[-1]
    if key == "property" and len(place) == 5:
        return _same(prop.name for prop in flat_properties(catalog, place))
    if key in ("trigger", "goal_event"):
        return [_NONE, *_events(catalog)]
    if key == "unless":
        return _events(catalog)
    if key == "stage":
        return [_NONE, *_same(catalog.stages)]
    if key == "source":
        return [(name, name or "not said") for name in SOURCES]
    if key == "goal":
        return [_NONE, *GOALS.items()]
    fixed = {"status": STATUSES, "type": PROPERTY_TYPES, "operator": OPERATORS, "used_for": USES}
    return _same(fixed.get(str(key), ()))


def trigger_of(catalog: Catalog, place: Place) -> Event | None:
    """The event that starts the campaign of a place; None where the catalog does not have it."""
    wanted = catalog.campaigns[int(place[1])].trigger
    return next((event for event in catalog.events if wanted and event.id == wanted), None)


def flat_properties(catalog: Catalog, place: Place) -> list[Property]:
    """The properties that conditions of the campaign of a place can be on."""
    event = trigger_of(catalog, place)
    return [prop for prop in event.properties if prop.type != "list"] if event else []


def _same(names: Iterable[str]) -> Options:
    return [(name, name) for name in names]


def _events(catalog: Catalog) -> Options:
    return [(event.id, event.name) for event in catalog.events if event.id]
