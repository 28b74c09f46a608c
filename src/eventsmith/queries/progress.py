"""The guided path: its places in their order, whether each is done, and what is wrong there. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eventsmith.model import Catalog, Place
from eventsmith.rules import Issue, Issues

PATH = ("goal", "events", "names", "properties", "campaigns", "review")
"""The places of the guided path, in the order of a workshop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one place is."""

    done: bool
    errors: int
    warnings: int


def home_of(issue: Issue) -> str:
    """The place of the guided path where an issue is put right."""
    return home_of_place(issue.place)


def home_of_place(place: Place) -> str:
    """The place of the guided path where what stands at a place is edited."""
    if place[:1] == ("campaigns",):
        return "campaigns"
    if place[:1] == ("naming",):
        return "names"
    if place[:1] == ("events",):
        key = place[2] if len(place) > 2 else ""
        return {"properties": "properties", "name": "names", "id": "names"}.get(str(key), "events")
    return "goal"


def progress(catalog: Catalog, issues: Issues) -> dict[str, Progress]:
    """How far each place is."""
    errors = dict.fromkeys(PATH, 0)
    warnings = dict.fromkeys(PATH, 0)
    for kind, number in issues.numbers.items():
        counts = {"error": errors, "warning": warnings}.get(kind.severity)
        if counts is not None:
            place = (kind.noun, 0, kind.key) if kind.noun else (kind.key,)
            counts[home_of_place(place)] += number
            counts["review"] += number
    return {
        name: Progress(not errors[name] and not warnings[name] and _DONE[name](catalog), errors[name], warnings[name])
        for name in PATH
    }


_DONE: dict[str, Callable[[Catalog], bool]] = {
    "goal": lambda catalog: bool(catalog.name and catalog.goals),
    "events": lambda catalog: bool(catalog.events),
    "names": lambda catalog: bool(catalog.events),
    "properties": lambda catalog: any(event.properties for event in catalog.events),
    "campaigns": lambda catalog: bool(catalog.campaigns),
    "review": lambda catalog: bool(catalog.events),
}
