"""Summaries in one line: the budget of events, the verdict on a catalog, and the thing at a place."""

from __future__ import annotations

from eventsmith.model import Catalog, Place, number_of_events, without_ideas
from eventsmith.session.session import Session


def budget_words(catalog: Catalog) -> str:
    """Return how many events are taken, against the budget, and why fewer is better."""
    taken, budget = number_of_events(catalog), catalog.budget.events
    if taken > budget:
        return f"{taken} events, {taken - budget} over the budget of {budget}: which ones would nobody miss?"
    return f"{taken} of {budget} events. The fewer, the easier they are to use"


def verdict_words(session: Session) -> str:
    """Return a sentence on what is wrong with the catalog, and whether it can be saved."""
    if not session.is_judged:
        return "Looking for what is wrong …"
    errors, warnings, hints = session.issues.counts
    errors += len(session.document.problems)
    silenced = session.issues.number_silenced
    quiet = f", {silenced} silenced" if silenced else ""
    if session.read_only:
        return "This file is read-only here: fix its problems in an editor first"
    if not errors and not warnings:
        left = f": {_count(hints, 'hint')}{quiet}" if hints else quiet
        is_saved = bool(session.document.data) and not session.dirty
        return f"{'Nothing to fix' if is_saved else 'Ready to save'}{left}"
    parts = ", ".join(_count(n, word) for n, word in ((errors, "error"), (warnings, "warning"), (hints, "hint")) if n)
    return f"{parts}{quiet}. It can be saved at any time"


def size_words(catalog: Catalog) -> str:
    """Count the events, the facts that they and their groups have, and the campaigns."""
    shown = without_ideas(catalog)
    facts = sum(len(event.properties) for event in shown.events)
    facts += sum(len(group.properties) for group in shown.property_groups)
    counts = ((len(shown.events), "event"), (facts, "fact"), (len(shown.campaigns), "campaign"))
    return ", ".join(_count(number, word) for number, word in counts)


def thing_words(catalog: Catalog, place: Place) -> str:
    """Name the event, campaign or property group that a place belongs to, or the catalog."""
    if len(place) < 2 or place[0] not in ("events", "campaigns", "property_groups"):
        return "The catalog"
    if place[0] == "property_groups":
        return f"Property group {catalog.property_groups[int(place[1])].name or 'without a name'}"
    if place[0] == "campaigns":
        return f"Campaign {catalog.campaigns[int(place[1])].name or 'without a name'}"
    event = catalog.events[int(place[1])]
    return event.name or event.id or "Event without a name"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
