"""The way from an issue to the question that fixes it."""

from __future__ import annotations

from eventsmith.ground.labels import (
    CAMPAIGN_FIELDS,
    CATALOG_FIELDS,
    EVENT_FIELDS,
    NAME_FIELDS,
    PROPERTY_FIELDS,
    FormField,
)
from eventsmith.model import Place
from eventsmith.plain.campaigns import change_campaign, change_condition
from eventsmith.plain.events import change_event
from eventsmith.plain.fields import ask_field
from eventsmith.plain.interview import Interview
from eventsmith.plain.navigation import Go
from eventsmith.plain.properties import change_property, shelf_of
from eventsmith.queries.progress import page_of_place

_KINDS = {
    ("events",): (*EVENT_FIELDS, *NAME_FIELDS),
    ("campaigns",): CAMPAIGN_FIELDS,
    (): CATALOG_FIELDS,
}


def go_to(interview: Interview, place: Place) -> None:
    """Ask the question about a place; if there is none, open the nearest menu, or go to the place's page."""
    owner, asked = _question_at(place)
    if asked is not None:
        ask_field(interview, asked, owner)
    elif len(place) > 3 and place[:1] == ("campaigns",) and place[2] == "conditions":
        change_condition(interview, place[:4])
    elif len(place) > 3 and place[2] == "properties":
        inner = [end for end in range(4, len(place) + 1, 2) if place[end - 2] in ("properties", "fields")]
        change_property(interview, place[: inner[-1]])
    elif len(place) > 1 and (place[0] == "property_groups" or place[2:3] in (("properties",), ("property_groups",))):
        shelf_of(interview, (*place[:2], "properties"))
    elif len(place) > 1 and place[0] == "campaigns":
        change_campaign(interview, int(place[1]))
    elif len(place) > 1 and place[0] == "events":
        change_event(interview, int(place[1]))
    else:
        raise Go(page_of_place(place))


def _question_at(place: Place) -> tuple[Place, FormField | None]:
    """Return the thing that a place is in, and the field that asks for it, or None."""
    # An allowed value has a number after its field.
    line = place[:-1] if place and isinstance(place[-1], int) and len(place) % 2 else place
    owner = line[:-1]
    keys = tuple(step for step in owner if isinstance(step, str))
    form = PROPERTY_FIELDS if keys[-1:] in (("properties",), ("fields",)) else _KINDS.get(keys, ())
    found = next((asked for asked in form if line and asked.key == line[-1]), None)
    return owner, found
