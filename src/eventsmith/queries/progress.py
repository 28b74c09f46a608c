"""Progress along the guided path: its pages in order, whether each is done, and its open issues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eventsmith.model import Catalog, Place, number_of_events
from eventsmith.rules import Issue, Issues

PATH = ("goal", "events", "names", "properties", "campaigns", "review")
"""The pages of the guided path, in the order of a workshop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress on one page."""

    done: bool
    """Whether there is something on the page, and nothing wrong with it."""
    errors: int
    warnings: int
    of: str = ""
    """How much of what there may be is taken: `9/20`."""


def page_of_issue(issue: Issue) -> str:
    """Return the page on which to fix an issue."""
    return page_of_place(issue.place)


_PAGES_IN_EVENTS = {"properties": "properties", "property_groups": "properties", "name": "names", "id": "names"}


def page_of_place(place: Place) -> str:
    """Return the page on which to edit the value at a place."""
    if place[:1] == ("campaigns",):
        return "campaigns"
    if place[:1] == ("naming",):
        return "names"
    if place[:1] == ("property_groups",):
        return "properties"
    if place[:1] == ("events",):
        key = place[2] if len(place) > 2 else ""
        return _PAGES_IN_EVENTS.get(str(key), "events")
    return "goal"


def progress(catalog: Catalog, issues: Issues) -> dict[str, Progress]:
    """Return the progress on each page."""
    errors = dict.fromkeys(PATH, 0)
    warnings = dict.fromkeys(PATH, 0)
    for kind, number in issues.numbers.items():
        counts = {"error": errors, "warning": warnings}.get(kind.severity)
        if counts is not None:
            place = (kind.noun, 0, kind.key) if kind.noun else (kind.key,)
            page = page_of_place(place)
            counts[page] += number
            counts["review"] += number
            if page == "names":
                # The rows of events tell of their names as well.
                counts["events"] += number
    taken = f"{number_of_events(catalog)}/{catalog.budget.events}"
    return {
        name: Progress(
            not errors[name] and not warnings[name] and _DONE[name](catalog),
            errors[name],
            warnings[name],
            taken if name == "events" else "",
        )
        for name in PATH
    }


_DONE: dict[str, Callable[[Catalog], bool]] = {
    "goal": lambda catalog: bool(catalog.name and catalog.goals),
    "events": lambda catalog: bool(catalog.events),
    "names": lambda catalog: bool(catalog.events),
    "properties": lambda catalog: bool(catalog.property_groups) or any(event.properties for event in catalog.events),
    "campaigns": lambda catalog: bool(catalog.campaigns),
    "review": lambda catalog: bool(catalog.events),
}
