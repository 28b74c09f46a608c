"""Silencing of issues, with a reason that the catalog keeps, and unsilencing."""

from __future__ import annotations

from collections.abc import Iterator

from eventsmith.edits import Remove, Set
from eventsmith.model import Catalog, Place, value_at
from eventsmith.rules import Issue


def silence(catalog: Catalog, issue: Issue, reason: str) -> Set:
    """Return the edit that silences an issue: it writes the reason on the innermost thing the issue is about."""
    owner = next(_owners(issue))
    return Set((*owner, "ignore", issue.rule.name), reason, f"silence {issue.rule.name} {show_owner(catalog, owner)}")


def unsilence(catalog: Catalog, issue: Issue) -> Remove | None:
    """Return the edit that removes the reason for which an issue is silenced; None where it is not silenced.

    A reason on an event or on the catalog silences all issues of the rule there, so all of them return.
    """
    owner = silencing_place(catalog, issue)
    if owner is None:
        return None
    return Remove((*owner, "ignore", issue.rule.name), f"unsilence {issue.rule.name} {show_owner(catalog, owner)}")


def silencing_place(catalog: Catalog, issue: Issue) -> Place | None:
    """Return the place of the thing whose reason silences an issue; None where the issue is not silenced."""
    name = issue.rule.name
    return next((owner for owner in _owners(issue) if value_at(catalog, owner).ignore.get(name, "").strip()), None)


def place_to_silence(issue: Issue) -> Place:
    """Return the place of the thing on which `silence` would write a reason."""
    return next(_owners(issue))


def show_owner(catalog: Catalog, owner: Place) -> str:
    """Describe the thing with a reason, to be read after “silence …”: `on “Play Song”`, `everywhere`."""
    if not owner:
        return "everywhere"
    thing = value_at(catalog, owner)
    return f"on “{thing.name}”" if thing.name else "on something without a name"


def _owners(issue: Issue) -> Iterator[Place]:
    """Yield the places of things that can have a reason for an issue: the innermost at its place, then those around it.

    An issue of the catalog as a whole can only be silenced on the catalog.
    """
    place = issue.place
    if issue.thing and place[:1] in (("events",), ("property_groups",)):
        for length in range(len(place) - len(place) % 2, 2, -2):
            if place[length - 2] in ("fields", "properties"):
                yield place[:length]
    if issue.thing and len(place) > 1 and place[0] in ("events", "campaigns", "property_groups"):
        yield place[:2]
    yield ()
