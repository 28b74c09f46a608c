"""What the names of a catalog are, and what they would become, with the reason in words. Knows no screen."""

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
class Read:
    """One name."""

    form: str
    """How it is put, in a word or two."""
    becomes: str
    """Its name in the form that was asked for: itself where it is left alone."""
    why: str
    """The reason, as a sentence."""


def read_event(catalog: Catalog, event: Event, form: Form) -> Read:
    """What an event's name is and what it becomes in a form."""
    if not event.name:
        return Read("", "", "It has no name yet.")
    language = event.language or catalog.language
    if not is_english(language):
        return Read("not judged", event.name, f"Form is judged in English only, and this is “{language}”.")
    reading = read_name(event.name, catalog.naming.form)
    becomes = name_in_form(catalog, event, form)
    if reading.form == "ambiguous" and counts(reading, catalog.naming.form):
        return Read(catalog.naming.form, becomes, f"{reading.why}; beside these names it is the verb.")
    if becomes != event.name or reading.form == form:
        why = f"{reading.why}."
    elif not reading.sure:
        why = f"{reading.why}; that is not sure enough to change it."
    else:
        why = f"{reading.why}; it is left as it is."
    return Read(_WORDS[reading.form], becomes, why)
