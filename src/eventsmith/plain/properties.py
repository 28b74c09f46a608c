"""The page Properties: the typed facts of each event, with suggestions, and the fields of a list's items."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from eventsmith.edits import Edit, Insert, Move, Remove, Together, add_properties
from eventsmith.ground.labels import PROPERTY_FIELDS
from eventsmith.model import (
    HOLDING_FIELDS,
    LIMITS,
    LIMITS_OF,
    MAX_DEPTH,
    Event,
    Place,
    Property,
    PropertyField,
    properties_of,
    value_at,
)
from eventsmith.plain import issues
from eventsmith.plain.everywhere import everywhere
from eventsmith.plain.fields import Entry, fields, in_turn, menu, questions_of
from eventsmith.plain.groups import change_groups, tell_groups
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.listing import event_options, event_title
from eventsmith.plain.menus import Option, one, read_out, some
from eventsmith.queries.pasted_rows import is_rows, read_pasted
from eventsmith.queries.property_suggestions import Suggestions
from eventsmith.queries.value_text import show_value
from eventsmith.session.summary import thing_words

_NAME = PROPERTY_FIELDS[0]
WHEN_NEW = [asked for asked in PROPERTY_FIELDS if asked.key in ("type", "example", "used_for")]
"""What is asked about a new property besides its name; the rest can wait."""


_HELP_ADD = (
    "You can paste rows of a spreadsheet, or type one as a line: amount, decimal, 12.50, What was paid. That is name, "
    "type, example and meaning."
)


def properties(interview: Interview) -> None:
    """Ask for events, one after another, and show the properties of each."""
    if not interview.session.catalog.events:
        interview.say("There are no events yet that could have properties.")
    menu(interview, "The properties of which event?", partial(_owners, interview), "Enter goes on to Campaigns")


def _owners(interview: Interview) -> list[Entry]:
    catalog = interview.session.catalog
    entries: list[Entry] = []
    for option in event_options(interview):
        place: Place = ("events", int(option.value), "properties")
        count = len(properties_of(catalog, catalog.events[int(option.value)]))
        entries.append(Entry(option.title, partial(shelf_of, interview, place), _count(count)))
    for index, group in enumerate(catalog.property_groups):
        title, place = thing_words(catalog, ("property_groups", index)), ("property_groups", index, "properties")
        entries.append(Entry(title, partial(shelf_of, interview, place), _count(len(group.properties))))
    return entries


def _count(number: int) -> str:
    return f", {number or 'no'} {'property' if number == 1 else 'properties'}"


def shelf_of(interview: Interview, shelf: Place) -> None:
    """Read out the properties of an event or a group, or the fields, at a place, and ask what to do with them."""
    menu(interview, "What next?", partial(_entries, interview, shelf, set()), "Enter: done", shelf[:-1])


def _entries(interview: Interview, shelf: Place, known: set[str]) -> list[Entry]:
    """Return what can be done; say the properties that are not among the lines `known` already."""
    catalog = interview.session.catalog
    here = value_at(catalog, shelf)
    holder = value_at(catalog, shelf[:-1])
    is_event, of_properties = isinstance(holder, Event), shelf[-1] == "properties"
    word, words = ("property", "properties") if of_properties else ("field", "fields")
    whose = event_title(holder) if isinstance(holder, Event) else thing_words(catalog, shelf[:-1])
    if isinstance(holder, PropertyField):
        whose = f"Each item of {holder.name}" if holder.type == "list" else f"The object {holder.name}"
    lines = [f"  {_read(prop)}{_wrong(interview, (*shelf, at))}" for at, prop in enumerate(here)]
    new = [line for line in lines if line not in known]
    if not here:
        interview.say(f"{whose} has no {words}.")
    elif new:
        interview.say(f"{whose} {'also has' if known else f'has these {words}'}:")
        read_out(interview, new)
    known.update(lines)
    if is_event:
        tell_groups(interview, int(shelf[1]), known)
    entries: list[Entry] = [Entry(f"Add a {word} of your own", partial(_add, interview, shelf))]
    if is_event:
        offered = len(Suggestions().of(catalog, int(shelf[1])))
        entries.insert(0, Entry("Take suggested ones", partial(_take, interview, shelf), f" ({offered or 'none'})"))
    if here:
        entries += [
            Entry(f"Change a {word}", partial(_change_one, interview, shelf)),
            Entry(f"Hear all {words}", known.clear),
            Entry(f"Remove {words}", partial(_remove, interview, shelf)),
        ]
    if len(here) > 1:
        entries.append(Entry(f"Move a {word}", partial(_move, interview, shelf)))
    if of_properties:
        entries.append(Entry("Property groups", partial(change_groups, interview, shelf[:2])))
    return entries


def _wrong(interview: Interview, place: Place) -> str:
    """Return how many errors and warnings a property has."""
    found = [issue.rule.severity for issue in interview.session.issues.under(place)]
    counts = [f"{found.count(word)} {word}{'' if found.count(word) == 1 else 's'}" for word in ("error", "warning")]
    told = ", ".join(count for count in counts if not count.startswith("0"))
    return f". {told}" if told else ""


def _read(prop: PropertyField) -> str:
    """Describe a property in one line."""
    parts = [f"{prop.name or '(no name yet)'}: {prop.type}"]
    if prop.required:
        parts.append("always sent")
    if prop.unit or prop.unit_in:
        parts.append(f"in {prop.unit or prop.unit_in}")
    if prop.example is not None:
        parts.append(f"for example {show_value(prop.example)}")
    if prop.used_for:
        parts.append(f"for {', '.join(prop.used_for)}")
    return ", ".join(parts)


def _options(interview: Interview, shelf: Place) -> list[Option]:
    here = value_at(interview.session.catalog, shelf)
    return [Option(str(at), prop.name or "(no name yet)") for at, prop in enumerate(here)]


def _take(interview: Interview, shelf: Place) -> None:
    catalog = interview.session.catalog
    offered = Suggestions().of(catalog, int(shelf[1]))
    if not offered:
        interview.say("Neither the presets nor your other events have a property that this one lacks.")
        return
    options = [Option(str(at), f"{_read(one.prop)}. From {one.origin}") for at, one in enumerate(offered)]
    chosen = some(interview, "Which ones?", options, "Enter takes none")
    if not chosen:
        return
    start = len(value_at(catalog, shelf))
    taken = [offered[int(at)].prop for at in chosen]
    edits: list[Edit] = [Insert((*shelf, start + at), prop) for at, prop in enumerate(taken)]
    label = f"take {taken[0].name}" if len(taken) == 1 else f"take {len(taken)} properties"
    do(interview, Together(edits, label), shelf)


def _add(interview: Interview, shelf: Place) -> None:
    of_properties = shelf[-1] == "properties"
    name = interview.ask(f"{_NAME.label}: {_NAME.hint} [Enter adds none]", about=_HELP_ADD, rows=of_properties)
    if not name:
        return
    if of_properties and is_rows(interview.pasted):
        _add_rows(interview, shelf, interview.pasted)
        return
    place: Place = (*shelf, len(value_at(interview.session.catalog, shelf)))
    new = Property(name=name) if of_properties else PropertyField(name=name)
    if do(interview, Insert(place, new, f"add {name}"), (*place, "name"), alone=True):
        in_turn(interview, questions_of(interview, WHEN_NEW, place), place)


def _add_rows(interview: Interview, shelf: Place, text: str) -> None:
    """Add the properties in pasted rows, in one step, and say what could not be read."""
    read = read_pasted(text)
    edit = add_properties(interview.session.catalog, shelf, read.properties)
    if edit.edits and do(interview, edit, shelf):
        interview.say(f"Added {len(edit.edits)} of {len(read.properties)}. Type undo to take it back.")
    elif not edit.edits:
        interview.say("None of it could be read as a new property.")
    read_out(interview, [f"Not read: {line}" for line in read.unread])


def _change_one(interview: Interview, shelf: Place) -> None:
    at = one(interview, "Which one?", _options(interview, shelf), "Enter: none")
    if at is not None:
        change_property(interview, (*shelf, int(at)))


def change_property(interview: Interview, place: Place) -> None:
    """Describe a property or field, and ask what to change."""

    def entries() -> Sequence[Entry]:
        prop = value_at(interview.session.catalog, place)
        asked_for = [asked for asked in PROPERTY_FIELDS if _is_asked(prop, asked.key)]
        lines = list(fields(interview, asked_for, place))
        if prop.type in HOLDING_FIELDS and place.count("fields") < MAX_DEPTH:
            whose = "Fields of its items" if prop.type == "list" else "Its fields"
            title = f"{whose}: {', '.join(field.name for field in prop.fields) or 'none'}"
            lines.append(Entry(title, partial(shelf_of, interview, (*place, "fields"))))
        return lines + (everywhere(interview, place) if place[-2] == "properties" else [])

    issues.tell_here(interview, place)
    menu(interview, "Change what?", entries, "Enter: done", place)


def _is_asked(prop: PropertyField, key: str) -> bool:
    """Return whether the property's type has what a field asks for, or something stands there all the same."""
    if key == "item_type":
        return prop.type == "list" or bool(prop.item_type)
    return key not in LIMITS or key in LIMITS_OF[prop.type] or bool(getattr(prop, key))


def _remove(interview: Interview, shelf: Place) -> None:
    options = _options(interview, shelf)
    chosen = some(interview, "Remove which ones?", options, "Enter removes none")
    if not chosen:
        return
    titles = [option.title for option in options if option.value in chosen]
    edits: list[Edit] = [Remove((*shelf, index)) for index in sorted(map(int, chosen), reverse=True)]
    label = f"remove {titles[0]}" if len(titles) == 1 else f"remove {len(titles)} properties"
    if do(interview, Together(edits, label), shelf):
        interview.say(f"Removed: {', '.join(titles)}. Type undo to take it back.")


def _move(interview: Interview, shelf: Place) -> None:
    options = _options(interview, shelf)
    moving = one(interview, "Move which one?", options, "Enter: none")
    if moving is None:
        return
    others = [option for option in options if option.value != moving]
    behind = one(interview, "After which one?", others, "Enter: first")
    index = int(moving)
    to = 0 if behind is None else int(behind) + (int(behind) < index)
    do(interview, Move((*shelf, index), to, "move property"), (*shelf, to))
