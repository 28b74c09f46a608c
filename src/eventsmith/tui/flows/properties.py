"""Commands for properties: move, remove, paste, copy to other events, rename and retype everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.edits import (
    Insert,
    Move,
    Remove,
    Set,
    add_properties,
    copy_property,
    places_of_property,
    places_to_rename,
    rename_everywhere,
    retype_everywhere,
)
from eventsmith.model import PROPERTY_TYPES, PropertyField, properties_of, value_at
from eventsmith.queries.choices import choices_at
from eventsmith.queries.pasted_rows import read_pasted
from eventsmith.queries.places_in_words import places_in_words
from eventsmith.tui.actions import key_of
from eventsmith.tui.background import big_edits
from eventsmith.tui.dialogs.ask_text import AskText
from eventsmith.tui.dialogs.pick_one import PickOne
from eventsmith.tui.dialogs.pick_several import PickSeveral
from eventsmith.tui.dialogs.reader import Reader
from eventsmith.tui.text import lit
from eventsmith.tui.views.reading import Chapter, Passage

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.tui.host import Host


MOST_TOLD = 4
"""The number of names that a message lists."""


def _number(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else f'{noun}s'}"


def move(host: Host, place: Place, step: int) -> int | None:
    """Move a property or field among its siblings; return its new index, or None if it stays."""
    siblings, at = value_at(host.session.catalog, place[:-1]), int(place[-1]) + step
    if not 0 <= at < len(siblings):
        host.say("It is at the end" if step > 0 else "It is at the start")
        return None
    return at if host.do(Move(place, at, "move property")) else None


def remove(host: Host, place: Place) -> None:
    """Remove a property or field."""
    name = value_at(host.session.catalog, (*place, "name"))
    if host.do(Remove(place, f"remove {name}" if name else "remove property")):
        host.say(f"Removed {name or 'the property'}. {key_of('undo')} undoes it")


async def ask_type(host: Host, place: Place) -> str | None:
    """Ask for a type of a property, of items, or for how a text is written, at a place; None if the user cancels."""
    catalog = host.session.catalog
    title = {"type": "Type", "item_type": "Type of each item"}.get(str(place[-1]), "How it is written")
    return await host.ask(PickOne(title, choices_at(catalog, place), (value_at(catalog, place),)))


async def copy_to_events(host: Host, place: Place) -> None:
    """Ask for events, and copy a property to them as one step."""
    catalog = host.session.catalog
    name = value_at(catalog, (*place[:4], "name"))
    if not host.may_change():
        return
    if not name:
        host.say("A property without a name cannot be copied: name it first")
        return
    options = [
        (str(index), event.name or "(no name yet)")
        for index, event in enumerate(catalog.events)
        if all(prop.name != name for prop in properties_of(catalog, event))
    ]
    if not options:
        host.say(f"Every event already has “{name}”")
        return
    picked = await host.ask(PickSeveral(f"Copy “{name}” to which events?", options, "Copy"))
    if picked is None:
        host.say("Nothing was copied")
    elif host.session.catalog is not catalog:
        host.say("The catalog changed in the meantime: please try again")
    elif await big_edits.do(
        host,
        lambda catalog: copy_property(catalog, place, [int(index) for index in picked]),
        f"Copying “{name}” to {_number(len(picked), 'event')}",
        place,
    ):
        host.say(f"Copied “{name}” to {_number(len(picked), 'event')}. {key_of('undo')} undoes it")


async def rename(host: Host, place: Place) -> None:
    """Ask for a new name, and rename a property in all events that have it, as one step."""
    catalog = host.session.catalog
    name = value_at(catalog, (*place[:4], "name"))
    having = places_of_property(catalog, name)
    if not host.may_change():
        return
    if not having:
        host.say("It has no name yet: name it first")
        return

    def told(new: str) -> Content:
        if not new or new == name:
            return lit("Type the new name")
        renamed = places_to_rename(catalog, name, new)
        left = [place for place in having if place not in renamed]
        kept = f"; {places_in_words(left)} with a “{new}” left alone" if left else ""
        return lit(f"Enter renames it in {places_in_words(renamed)}, and all references to it{kept}; Esc leaves")

    new = await host.ask(AskText(f"Rename “{name}” everywhere", name, told))
    if not new or new == name:
        host.say("Nothing was renamed")
    elif host.session.catalog is not catalog:
        host.say("The catalog changed in the meantime: please try again")
    elif not (renamed := places_to_rename(catalog, name, new)):
        host.say(f"Every event with “{name}” already has a “{new}”")
    elif await big_edits.do(
        host,
        lambda catalog: rename_everywhere(catalog, name, new),
        f"Renaming “{name}” in {places_in_words(renamed)}",
        (*place[:4], "name"),
    ):
        host.say(f"Renamed “{name}” in {places_in_words(renamed)}. {key_of('undo')} undoes it")


async def retype(host: Host, place: Place) -> None:
    """Ask for a type, and set it for a property in all events that have it, as one step."""
    catalog = host.session.catalog
    prop = value_at(catalog, place[:4])
    having = places_of_property(catalog, prop.name)
    if not host.may_change():
        return
    if not having:
        host.say("It has no name yet: name it first")
        return
    those = f"the {places_in_words(having)} that has it"
    if len(having) > 1:
        those = f"all {places_in_words(having)} that have it"
    title = f"The type of “{prop.name}” in {those}"
    types = [(name, name) for name in PROPERTY_TYPES]
    answer = await host.ask(PickOne(title, types, (prop.type,)))
    picked = next((name for name in PROPERTY_TYPES if name == answer), None)
    if picked is None:
        host.say("Nothing was changed")
    elif host.session.catalog is not catalog:
        host.say("The catalog changed in the meantime: please try again")
    else:
        edit = retype_everywhere(catalog, prop.name, picked)
        changed = places_in_words([one.place for one in edit.edits if isinstance(one, Set)])
        if not edit.edits:
            host.say(f"“{prop.name}” is already {picked} everywhere")
        elif await big_edits.do(host, lambda _: edit, f"Changing “{prop.name}” in {changed}", (*place[:4], "type")):
            more = places_in_words([one.place for one in edit.edits if isinstance(one, Set)], "more ")
            host.say(f"“{prop.name}” is now {picked} in {more}. {key_of('undo')} undoes it")


def paste(host: Host, owner: Place, text: str) -> None:
    """Add the properties in pasted rows as one step, and say what could not be read."""
    if not host.may_change():
        return
    read = read_pasted(text)
    props: list[PropertyField] = list(read.properties)
    if owner[-1] == "fields":
        kept = set(PropertyField.model_fields)
        props = [PropertyField(**{key: getattr(prop, key) for key in kept}) for prop in props]
    edit = add_properties(host.session.catalog, owner, props)
    said = "Nothing pasted could be read as a property"
    if edit.edits and not host.do(edit):
        return
    if edit.edits:
        added = [one.value.name for one in edit.edits if isinstance(one, Insert)]
        names = ", ".join(added[:MOST_TOLD]) + (" …" if len(added) > MOST_TOLD else "")
        said = f"Added {len(added)}: {names}. {key_of('undo')} undoes it"
    if known := len(props) - len(edit.edits):
        said += f". {_number(known, 'name')} were there already" if known > 1 else ". 1 name was there already"
    host.say(said)
    if read.unread:
        lines = [lit(said), lit(""), lit("What could not be read as it is:", "bold"), *map(lit, read.unread)]
        host.open_dialog(Reader("Pasted rows", [Chapter("", [Passage(line) for line in lines])]))
