"""One property in many events, in one step: rename or retype it everywhere, or copy it to other events."""

from __future__ import annotations

from functools import partial

from eventsmith.edits import (
    Set,
    copy_property,
    places_of_property,
    places_to_rename,
    rename_everywhere,
    retype_everywhere,
)
from eventsmith.model import PROPERTY_TYPES, Place, properties_of, value_at
from eventsmith.plain.fields import Entry
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.listing import event_options
from eventsmith.plain.menus import Option, one, options_of, some
from eventsmith.queries.places_in_words import places_in_words


def everywhere(interview: Interview, place: Place) -> list[Entry]:
    """Return menu entries for what can be done to the property at a place in other events as well."""
    catalog = interview.session.catalog
    name = value_at(catalog, (*place, "name"))
    having = places_of_property(catalog, name)
    entries: list[Entry] = []
    if len(having) > 1:
        entries += [
            Entry("Rename it everywhere", partial(_rename, interview, place), f": {places_in_words(having)} have it"),
            Entry("Change its type everywhere", partial(_retype, interview, place)),
        ]
    if name and any(all(prop.name != name for prop in properties_of(catalog, event)) for event in catalog.events):
        entries.append(Entry("Copy it to other events", partial(_copy, interview, place)))
    return entries


def _rename(interview: Interview, place: Place) -> None:
    catalog = interview.session.catalog
    name = value_at(catalog, (*place, "name"))
    new = interview.ask(f"Rename “{name}” everywhere to what? [Enter keeps it]")
    if not new or new == name:
        return
    having, renamed = places_of_property(catalog, name), places_to_rename(catalog, name, new)
    if not renamed:
        interview.say(f"Every event with “{name}” already has a “{new}”.")
        return
    if do(interview, rename_everywhere(catalog, name, new), (*place, "name")):
        interview.say(
            f"Renamed “{name}” in {places_in_words(renamed)}, and wherever they refer to it. Type undo to take it back."
        )
        if left := [place for place in having if place not in renamed]:
            interview.say(f"Left alone because of a “{new}” there: {places_in_words(left)}.")


def _retype(interview: Interview, place: Place) -> None:
    catalog = interview.session.catalog
    prop = value_at(catalog, place)
    options = options_of([(type_, type_) for type_ in PROPERTY_TYPES])
    answer = one(interview, f"Which type for “{prop.name}” everywhere?", options, "Enter keeps it")
    picked = next((type_ for type_ in PROPERTY_TYPES if type_ == answer), None)
    if picked is None:
        return
    edit = retype_everywhere(catalog, prop.name, picked)
    if not edit.edits:
        interview.say(f"“{prop.name}” is already {picked} everywhere.")
    elif do(interview, edit, (*place, "type")):
        more = places_in_words([one.place for one in edit.edits if isinstance(one, Set)], "more ")
        interview.say(f"“{prop.name}” is now {picked} in {more}. Type undo to take it back.")


def _copy(interview: Interview, place: Place) -> None:
    catalog = interview.session.catalog
    name = value_at(catalog, (*place, "name"))
    options: list[Option] = [
        option
        for option in event_options(interview)
        if all(prop.name != name for prop in properties_of(catalog, catalog.events[int(option.value)]))
    ]
    chosen = some(interview, f"Copy “{name}” to which events?", options, "Enter copies to none")
    copied = places_in_words([("events", int(at)) for at in chosen or ()])
    if chosen and do(interview, copy_property(catalog, place, [int(at) for at in chosen]), place):
        interview.say(f"Copied “{name}” to {copied}. Type undo to take it back.")
