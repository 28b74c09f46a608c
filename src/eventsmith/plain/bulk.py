"""What can be done to several events in one step: set their stage or status, or remove them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from eventsmith.edits import Edit, campaigns_of, remove_events, set_stage, set_status
from eventsmith.ground.labels import STATUS_MEANS
from eventsmith.model import Catalog, Status
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.listing import event_options, event_title, hear_own
from eventsmith.plain.menus import Option, one, options_of, some

_SHOWN = 6


def put_into_stage(interview: Interview) -> None:
    """Ask for events and the stage to put them into."""
    chosen = _which(interview, "Which events go into another stage?")
    if not chosen:
        return
    catalog = interview.session.catalog
    options = options_of([(stage, stage) for stage in catalog.stages])
    stage = one(interview, f"Which stage for {_titles(catalog, chosen)}?", options, "Enter changes none")
    if stage is not None:
        _do(interview, set_stage(catalog, chosen, stage))


def make_status(interview: Interview) -> None:
    """Ask for events and their new status."""
    chosen = _which(interview, "Which events have a new status?")
    if not chosen:
        return
    catalog = interview.session.catalog
    options = [Option(status, means) for status, means in STATUS_MEANS.items()]
    status = one(interview, f"What is the new status of {_titles(catalog, chosen)}?", options, "Enter changes none")
    if status is not None:
        _do(interview, set_status(catalog, chosen, cast("Status", status)))


def remove(interview: Interview) -> None:
    """Ask for events, say which campaigns use them, and remove them if that is confirmed."""
    chosen = _which(interview, "Remove which events?")
    if not chosen:
        return
    catalog = interview.session.catalog
    touched = campaigns_of(catalog, *(catalog.events[at].id for at in chosen))
    if touched:
        what = "This campaign uses" if len(touched) == 1 else f"These {len(touched)} campaigns use"
        them = "it" if len(chosen) == 1 else "them"
        names = _first([f"“{campaign.name}”" for campaign in touched])
        interview.say(f"{what} {them} and would point at nothing: {names}.")
        if not interview.confirm(f"Remove {_titles(catalog, chosen)} anyway?"):
            interview.say("Nothing was removed.")
            return
    if do(interview, remove_events(catalog, chosen), ("events",)):
        removed = _first([event_title(catalog.events[at]) for at in chosen])
        interview.say(f"Removed: {removed}. Type undo to take it back.")


def _which(interview: Interview, question: str) -> list[int]:
    """Ask for events and return their indexes. A stage or a status stands for all events that have it."""
    catalog = interview.session.catalog
    sets: dict[str, list[str]] = {}
    for at, event in enumerate(catalog.events):
        for name in (event.stage, event.status):
            if name:
                sets.setdefault(name.casefold(), []).append(str(at))
    several = {name: those for name, those in sets.items() if len(those) < len(catalog.events)}
    chosen = some(
        interview,
        question,
        event_options(interview),
        "Enter changes none",
        sets=several,
        hear=partial(hear_own, interview),
    )
    return sorted(map(int, chosen or ()))


def _do(interview: Interview, edit: Edit) -> None:
    catalog = interview.session.catalog
    if edit.apply(catalog) is catalog:
        interview.say("They are like that already.")
    elif do(interview, edit, ("events",)):
        interview.say(f"Done: {edit.label}. Type undo to take it back.")


def _titles(catalog: Catalog, chosen: Sequence[int]) -> str:
    return f"“{catalog.events[chosen[0]].name}”" if len(chosen) == 1 else f"these {len(chosen)} events"


def _first(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
