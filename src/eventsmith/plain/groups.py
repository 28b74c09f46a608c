"""Property groups in questions and answers: which an event takes, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.edits import Edit, rename_group
from eventsmith.model import Groups, Place, Property, value_at
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.menus import Option, one, read_out, some
from eventsmith.queries.group_choices import GroupChoice, group_choices, group_named, made, what_is_made
from eventsmith.queries.shared_properties import events_having


def tell_groups(interview: Interview, index: int, known: set[str]) -> None:
    """Say which properties an event has from groups, unless that is among the lines `known` already."""
    catalog = interview.session.catalog
    lines = [
        f"  From the group {group.name}: {', '.join(prop.name for prop in group.properties) or 'nothing'}"
        for group in Groups(catalog.property_groups).of(catalog.events[index])
    ]
    read_out(interview, [line for line in lines if line not in known])
    known.update(lines)


def change_groups(interview: Interview, thing: Place) -> None:
    """Ask what to do about property groups in the event or group at a place, and do it."""
    catalog = interview.session.catalog
    choices = group_choices(catalog, thing)
    options = [Option(str(number), choice.title) for number, choice in enumerate(choices)]
    picked = one(interview, "What about property groups?", options, "Enter: nothing")
    if picked is None:
        return
    edit = _edit_of(interview, thing, choices[int(picked)])
    if edit is not None and do(interview, edit, ("property_groups",)):
        interview.say(f"Done: {edit.label}. Type undo to take it back.")


def _edit_of(interview: Interview, thing: Place, choice: GroupChoice) -> Edit | None:
    catalog = interview.session.catalog
    if choice.question:
        answers = [Option("yes", "Yes, remove it"), Option("no", "No, keep it")]
        if one(interview, choice.question, answers, "Enter: keep it") != "yes":
            return None
    if choice.asks == "new name":
        name = _name(interview, value_at(catalog, (*thing, "name")))
        return rename_group(catalog, int(thing[1]), name) if name else None
    if choice.make is not None:
        return choice.make()
    props = _properties(interview, thing) if choice.asks == "properties" else choice.properties
    if props is None:
        return None
    having = events_having(catalog, props)
    interview.say(f"{what_is_made(props, having)}.")
    name = _name(interview, "")
    return made(catalog, name, props, having) if name else None


def _properties(interview: Interview, thing: Place) -> Sequence[Property] | None:
    props: Sequence[Property] = value_at(interview.session.catalog, (*thing, "properties"))
    options = [Option(str(at), prop.name or "(no name yet)") for at, prop in enumerate(props)]
    chosen = some(interview, "Which properties make up the group?", options, "Enter: none")
    return [props[int(at)] for at in chosen] if chosen else None


def _name(interview: Interview, old: str) -> str:
    """Ask for the name of a group; empty if none is given, or one that there is."""
    name = (interview.ask("The name of the group, such as order [Enter: leave it]") or "").strip()
    if name and name != old and group_named(interview.session.catalog, name):
        interview.say(f"There is a group “{name}” already. Nothing was changed.")
        return ""
    return "" if name == old else name
