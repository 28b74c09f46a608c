"""Commands for several events at once: each asks, makes one step, and says what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.content import Content

from eventsmith.edits import campaigns_of, park, remove_events, set_stage, set_status
from eventsmith.ground.labels import STATUS_MEANS
from eventsmith.tui.actions import Keys, key_of
from eventsmith.tui.background import big_edits
from eventsmith.tui.dialogs.ask import Ask
from eventsmith.tui.dialogs.pick_one import PickOne

if TYPE_CHECKING:
    from eventsmith.edits import Together
    from eventsmith.model import Campaign, Catalog, Status
    from eventsmith.tui.host import Host


_SHOWN = 6


def marked_text(own: int, offered: int) -> Content:
    """Return the number of marked events, and the keys of what can be done to them."""
    keys = [(Keys.in_use.first(f"events.{name}"), name) for name in ("stage", "status", "remove")] if own else []
    keys += [(key_of("events.pick"), f"take {'it' if offered == 1 else f'the {offered} offered'}")] if offered else []
    keys.append(("Esc", "none"))
    hints = [part for key, word in keys for part in ("  ", (key, "bold $text-accent"), f" {word}")]
    return Content.assemble((f"* {own + offered} marked:", "bold"), *hints)


def removed_text(name: str, touched: Sequence[Campaign]) -> str:
    """Return a message with the removed event, and the campaigns that pointed at it."""
    names = ", ".join(f"“{campaign.name}”" for campaign in touched)
    what = "Campaigns that used it" if len(touched) > 1 else "The campaign that used it"
    return f"Removed “{name}”." + (f" {what}: {names}." if touched else "") + f" {key_of('undo')} undoes it"


async def put_into_stage(host: Host, numbers: Sequence[int]) -> None:
    """Ask for a stage, and put the events into it."""
    catalog = host.session.catalog
    options = [(stage, stage) for stage in catalog.stages]
    chosen = {catalog.events[number].stage for number in numbers}
    stage = await host.ask(PickOne(f"{_title(catalog, numbers)}: which stage?", options, chosen))
    if stage is not None:
        await _do(host, catalog, set_stage(catalog, numbers, stage), numbers)


async def make_status(host: Host, numbers: Sequence[int]) -> None:
    """Ask for a status, such as live, and give it to the events."""
    catalog = host.session.catalog
    chosen = {catalog.events[number].status for number in numbers}
    title = f"{_title(catalog, numbers)}: which status?"
    status = await host.ask(PickOne(title, list(STATUS_MEANS.items()), chosen if len(chosen) == 1 else ()))
    if status is not None:
        await _do(host, catalog, set_status(catalog, numbers, cast("Status", status)), numbers)


async def park_or_take_up(host: Host, numbers: Sequence[int]) -> None:
    """Park planned events as ideas; or take up ideas again."""
    catalog = host.session.catalog
    edit = park(catalog, numbers)
    if edit.edits:
        await _do(host, catalog, edit, numbers)
    else:
        host.say("Only a planned event can be an idea: code sends this one already")


async def remove(host: Host, numbers: Sequence[int]) -> None:
    """Remove the events if the user agrees, after showing which campaigns use them."""
    catalog = host.session.catalog
    if not host.may_change():
        return
    question = f"Remove {_title(catalog, numbers)}?"
    answers = [("remove", "Remove"), ("keep", "Keep")]
    if await host.ask(Ask(question, answers, what_goes(catalog, numbers), esc="keep")) == "remove":
        await _do(host, catalog, remove_events(catalog, numbers), ())


def what_goes(catalog: Catalog, numbers: Sequence[int]) -> list[str]:
    """Return lines that list the events to be removed, and the campaigns that use them."""
    events = [catalog.events[number] for number in numbers]
    lines = [_first([event.name for event in events]), ""]
    touched = campaigns_of(catalog, *(event.id for event in events))
    them = "it" if len(events) == 1 else "them"
    if not touched:
        return [*lines, f"No campaign uses {them}."]
    what = "This campaign uses" if len(touched) == 1 else f"These {len(touched)} campaigns use"
    return [*lines, f"{what} {them} and would point at nothing:", _first([f"“{one.name}”" for one in touched])]


async def _do(host: Host, before: Catalog, edit: Together, numbers: Sequence[int]) -> None:
    if host.session.catalog is not before:
        host.say("The catalog changed in the meantime: please try again")
    elif not edit.edits:
        host.say("Nothing to change")
    elif await big_edits.do(host, lambda _: edit, _as_title(edit.label), ("events", numbers[0]) if numbers else ()):
        host.say(f"Done: {edit.label}. {key_of('undo')} undoes it")


def _as_title(label: str) -> str:
    return label[:1].upper() + label[1:]


def _title(catalog: Catalog, numbers: Sequence[int]) -> str:
    return f"“{catalog.events[numbers[0]].name}”" if len(numbers) == 1 else f"{len(numbers)} events"


def _first(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
