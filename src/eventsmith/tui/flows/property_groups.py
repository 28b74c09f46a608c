"""Property groups: the flow that makes, takes, leaves, renames and takes them apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.edits import rename_group
from eventsmith.model import value_at
from eventsmith.queries.group_choices import (
    GroupChoice,
    group_choices,
    group_named,
    made,
    what_is_made,
)
from eventsmith.queries.shared_properties import events_having
from eventsmith.tui.actions import key_of
from eventsmith.tui.background import big_edits
from eventsmith.tui.dialogs.ask import Ask
from eventsmith.tui.dialogs.ask_text import AskText
from eventsmith.tui.dialogs.pick_one import PickOne
from eventsmith.tui.dialogs.pick_several import PickSeveral
from eventsmith.tui.text import lit

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Catalog, Place, Property
    from eventsmith.tui.host import Host


async def choose(host: Host, thing: Place) -> None:
    """Ask what to do about property groups in the event or group at a place, and do it in one step."""
    catalog = host.session.catalog
    if not host.may_change():
        return
    choices = group_choices(catalog, thing)
    name = value_at(catalog, thing).name or "(no name yet)"
    title = f"Property groups: {name}" if thing[0] == "events" else f"The property group {name}"
    picked = await host.ask(PickOne(title, [(str(number), one.title) for number, one in enumerate(choices)]))
    if picked is None:
        return
    choice = choices[int(picked)]
    edit, place = await _edit_of(host, catalog, thing, choice)
    if edit is None:
        host.say("Nothing was changed")
    elif host.session.catalog is not catalog:
        host.say("The catalog changed in the meantime: please try again")
    elif await big_edits.do(host, lambda _: edit, edit.label[:1].upper() + edit.label[1:], place):
        if choice.asks == "name" and not choice.properties:
            # It is there to be filled in.
            host.go_to(place)
        host.say(f"Done: {edit.label}. {key_of('undo')} undoes it")


async def _edit_of(host: Host, catalog: Catalog, thing: Place, choice: GroupChoice) -> tuple[Edit | None, Place]:
    """Ask what the choice needs to know; return the edit, or None if the user leaves, and what it is about."""
    if choice.question:
        answers = [("yes", "Remove"), ("no", "Keep")]
        if await host.ask(Ask(choice.question, answers, esc="no")) != "yes":
            return None, ()
    if choice.asks == "new name":
        name = await _name(host, catalog, value_at(catalog, (*thing, "name")), "Events that take it keep it")
        return (rename_group(catalog, int(thing[1]), name) if name else None), (*thing, "name")
    if choice.asks:
        props = await _properties(host, catalog, thing) if choice.asks == "properties" else choice.properties
        if props is None:
            return None, ()
        having = events_having(catalog, props)
        name = await _name(host, catalog, "", what_is_made(props, having))
        place: Place = ("property_groups", len(catalog.property_groups), "properties")
        return (made(catalog, name, props, having) if name else None), place
    # What is done to a group may be its end.
    return choice.make() if choice.make else None, (*thing, "properties") if thing[0] == "events" else ()


async def _name(host: Host, catalog: Catalog, name: str, what: str) -> str:
    """Ask for the name of a group; empty if the user leaves, or leaves it as it was."""

    def told(new: str) -> Content:
        if not new.strip():
            return lit("A short word for what the properties are about, such as order")
        if new != name and group_named(catalog, new):
            return lit(f"There is a group “{new}” already: choose another name")
        return lit(f"{what}. Enter does it, Esc leaves")

    new = await host.ask(AskText("The name of the group", name, told))
    return "" if not new or not new.strip() or new == name or group_named(catalog, new) else new


async def _properties(host: Host, catalog: Catalog, thing: Place) -> Sequence[Property] | None:
    """Ask which properties of an event make up the group; None if none are picked."""
    event = catalog.events[int(thing[1])]
    options = [(str(number), prop.name or "(no name yet)") for number, prop in enumerate(event.properties)]
    picked = await host.ask(PickSeveral("Which properties make up the group?", options, "Go on"))
    return [event.properties[int(number)] for number in picked] if picked else None
