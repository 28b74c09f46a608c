"""The form of each event name, what it would become in another form, and why, in words."""

from __future__ import annotations

from dataclasses import dataclass

from eventsmith.edits import name_in_form
from eventsmith.model import Catalog, Event, Form
from eventsmith.naming import counts, is_english, read_name

_WORDS = {
    "verb-noun": "verb-noun",
    "noun-verb-past": "noun-verb-past",
    "verb-past-noun": "verb-past-noun",
    "noun-verb": "noun-verb",
    "noun-only": "a thing",
    "gerund": "an activity",
    "ambiguous": "two ways",
    "other": "no form",
}


@dataclass(frozen=True, slots=True)
class NameReading:
    """How one name is read."""

    form: str
    """Its form, in a word or two."""
    becomes: str
    """The name in the requested form; unchanged where it is best left alone."""
    why: str
    """The reason, as a sentence."""


def read_event(catalog: Catalog, event: Event, form: Form) -> NameReading:
    """Read an event's name: its form, and what it becomes in the requested form."""
    if not event.name:
        return NameReading("", "", "It has no name yet.")
    language = event.language or catalog.language
    if not is_english(language):
        return NameReading("not judged", event.name, f"Form is judged in English only; this name is in “{language}”.")
    reading = read_name(event.name, catalog.naming.form)
    becomes = name_in_form(catalog, event, form)
    if reading.form == "ambiguous" and counts(reading, catalog.naming.form):
        return NameReading(catalog.naming.form, becomes, f"{reading.why}; among these names it is the verb.")
    if becomes != event.name or reading.form == form:
        why = f"{reading.why}."
    elif not reading.sure:
        why = f"{reading.why}; that is not certain enough to change it."
    else:
        why = f"{reading.why}; it is left as it is."
    return NameReading(_WORDS[reading.form], becomes, why)
