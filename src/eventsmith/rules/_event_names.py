"""Fixes for an event's name or ID, each safe or not, and the conditions for them."""

from __future__ import annotations

import re
from functools import partial

from eventsmith.edits import Edit, distinct_id_for, rename_event, set_event_id
from eventsmith.model import FORMS, Catalog, Event, Place
from eventsmith.naming import Case, derive_id, rewrite
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._placeholders import placeholder_in
from eventsmith.rules._rule import Fix, Settings

RECOGNISED = frozenset((*FORMS, "gerund"))
"""The forms that a name can be recognised in when it is not in the catalog's form."""
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def wanted_case(event: Event, settings: Settings) -> Case | None:
    """Return the case for names: title case where none is set; outside English only a case that is set."""
    return settings.naming.case or ("title" if settings.speaks_english(event) else None)


def better_in_form(event: Event, settings: Settings) -> str | None:
    """Return the event's name in the catalog's form; None unless it is certainly in another."""
    reading, meaning, _ = name_facts(event.name)
    if not meaning or not reading.sure or reading.form not in RECOGNISED or reading.form == settings.form:
        return None
    # A placeholder or an address in the name has to go first.
    if not settings.speaks_english(event) or placeholder_in(event.name):
        return None
    if rewrite(event.name, settings.form) in (None, event.name):
        # “Signed Up” is in both forms of the past.
        return None
    return rewrite(event.name, settings.form, wanted_case(event, settings), spelling=settings.spelling_for(event))


def is_well_formed_id(text: str) -> bool:
    """Return whether code can send the text as an ID."""
    return _ID.fullmatch(text) is not None


def rename_fix(event: Event, settings: Settings, name: str, *, safe: bool = True) -> Fix:
    """Return a fix that renames the event; never safe if the event is in use and its name is sent to a destination."""
    sent = event.is_sent and any(place.sends == "name" for place in settings.destinations)
    return Fix(f"rename to “{name}”", partial(rename_event, name=name), safe and not sent)


def new_id_fix(event: Event, settings: Settings, text: str) -> Fix | None:
    """Return a fix that derives the event's ID from a text; None if that gives no other valid ID, or a refused one.

    Safe only while the event is planned: after that, code sends the ID.
    """
    wanted = id_within_limits(settings, text, event)
    if not is_well_formed_id(wanted) or wanted == event.id or refused_by(settings, wanted):
        return None

    def make(catalog: Catalog, thing: Place) -> Edit:
        own = thing[1] if len(thing) > 1 else None
        event = catalog.events[own] if isinstance(own, int) and own < len(catalog.events) else None
        return set_event_id(catalog, thing, distinct_id_for(catalog, text, event))

    return Fix(f"make the ID “{wanted}”", make, not event.is_sent)


def id_within_limits(settings: Settings, text: str, event: Event) -> str:
    """Derive an ID from a text within the destinations' limits; other events may have the same one."""
    places = [place for place in settings.destinations if place.sends == "id"]
    lengths = [place.event.max_length for place in places if place.event.max_length]
    strict = any(place.event.refuses("a_b") for place in places)
    language = event.language or settings.language
    return derive_id(text, settings.naming.id_case, min(lengths, default=None), strict, language)


def refused_by(settings: Settings, new_id: str) -> bool:
    """Return whether a destination that receives the ID refuses this one."""
    return any(place.sends == "id" and place.event.refuses(new_id) for place in settings.destinations)
