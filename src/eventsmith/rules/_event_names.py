"""How rules put an event's name or ID right, and when that is safe. Knows no particular rule."""

from __future__ import annotations

import re
from functools import partial

from eventsmith.edits import Edit, rename_event, set_event_id, unlike_id_for
from eventsmith.model import FORMS, Catalog, Event, Place
from eventsmith.naming import Case, derive_id, rewrite
from eventsmith.rules._name_reading import said
from eventsmith.rules._placeholders import mark_in
from eventsmith.rules._rule import Fix, Settings

RECOGNISED = frozenset((*FORMS, "gerund"))
"""What a name can be told to be in instead of the form it should have."""
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def wanted_case(event: Event, settings: Settings) -> Case | None:
    """The case of names: title where none is set, in other languages than English only where one is."""
    return settings.naming.case or ("title" if settings.speaks_english(event) else None)


def better_in_form(event: Event, settings: Settings) -> str | None:
    """What the event's name should be, where it is sure to be put in another form than the catalog's names."""
    reading, meaning, _ = said(event.name)
    if not meaning or not reading.sure or reading.form not in RECOGNISED or reading.form == settings.form:
        return None
    # Where a placeholder or an address stands in the name, that has to go first.
    if not settings.speaks_english(event) or mark_in(event.name):
        return None
    if rewrite(event.name, settings.form) in (None, event.name):
        # “Signed Up” is in both forms of the past.
        return None
    return rewrite(event.name, settings.form, wanted_case(event, settings), spelling=settings.spelling_for(event))


def is_well_formed_id(text: str) -> bool:
    """Whether code can send it as an ID."""
    return _ID.fullmatch(text) is not None


def rename_fix(event: Event, settings: Settings, name: str, *, safe: bool = True) -> Fix:
    """Renames the event. Never safe for a live event whose name is what a destination is sent."""
    sent = event.status != "planned" and any(place.sends == "name" for place in settings.destinations)
    return Fix(f"rename to “{name}”", partial(rename_event, name=name), safe and not sent)


def new_id_fix(event: Event, settings: Settings, text: str) -> Fix | None:
    """Gives the event the ID that a text gives; None where that is none, or one that is refused too.

    Safe while the event is planned: from then on code sends the ID.
    """
    wanted = id_within_limits(settings, text, event)
    if not is_well_formed_id(wanted) or wanted == event.id or refused_by(settings, wanted):
        return None

    def make(catalog: Catalog, thing: Place) -> Edit:
        own = thing[1] if len(thing) > 1 else None
        event = catalog.events[own] if isinstance(own, int) and own < len(catalog.events) else None
        return set_event_id(catalog, thing, unlike_id_for(catalog, text, event))

    return Fix(f"make the ID “{wanted}”", make, event.status == "planned")


def id_within_limits(settings: Settings, text: str, event: Event) -> str:
    """The ID that a text gives within the limits of the destinations, in the event's language; others may have it."""
    places = [place for place in settings.destinations if place.sends == "id"]
    lengths = [place.event.max_length for place in places if place.event.max_length]
    strict = any(place.event.refuses("a_b") for place in places)
    language = event.language or settings.language
    return derive_id(text, settings.naming.id_case, min(lengths, default=None), strict, language)


def refused_by(settings: Settings, new_id: str) -> bool:
    """Whether a destination that is sent the ID does not take this one."""
    return any(place.sends == "id" and place.event.refuses(new_id) for place in settings.destinations)
