"""The picture of a journey at a width: stages side by side where there is room, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.queries.campaign_sentence import describe_campaign
from eventsmith.tui.views.journey_columns import Columns, columns_of
from eventsmith.tui.views.journey_rows import in_rows
from eventsmith.tui.views.row import NO_KEY, RowKey

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Place
    from eventsmith.queries.journey import Journey
    from eventsmith.tui.views.journey_picture import Picture

LEAST_WIDTH = 24
COPIED_WIDTH = 120
"""The width of the picture that is copied."""


def picture(journey: Journey, width: int) -> Picture:
    """Return the picture of a journey, no wider than `width` cells."""
    width = max(width, LEAST_WIDTH)
    columns = columns_of(journey, width)
    return Columns(journey, width, columns).picture() if columns else in_rows(journey, width)


_LISTS = {"event": "events", "campaign": "campaigns"}


def place_of(key: RowKey) -> Place | None:
    """Return the place of an event or campaign in the picture; None for the key of neither."""
    return (_LISTS[key.kind], key.number) if key.kind in _LISTS else None


def key_of_place(place: Place) -> RowKey:
    """Return the key of the event or campaign that a place is in; NO_KEY if it is in neither."""
    found = (RowKey(kind, int(place[1])) for kind, name in _LISTS.items() if place[:1] == (name,) and len(place) > 1)
    return next(found, NO_KEY)


def about(catalog: Catalog, key: RowKey) -> str:
    """Describe an event or campaign in a few words; empty for the key of neither."""
    if key.kind == "campaign":
        return describe_campaign(catalog, catalog.campaigns[key.number])
    if key.kind != "event":
        return ""
    event = catalog.events[key.number]
    what = event.when or event.description or "not said yet when it fires"
    return f"{event.name or event.id or '(no name yet)'}: {what}"
