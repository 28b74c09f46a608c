"""Silence an issue where it is, with the reason for it, and unsilence it."""

from __future__ import annotations

from collections.abc import Iterator

from eventsmith.edits import Remove, Set
from eventsmith.model import Catalog, Place, value_at
from eventsmith.rules import Issue


def silence(catalog: Catalog, issue: Issue, reason: str) -> Set:
    """Return the edit that writes the reason on the innermost thing that the issue is about."""
    owner = next(_owners(issue))
    return Set((*owner, "ignore", issue.rule.name), reason, f"silence {issue.rule.name} {show_owner(catalog, owner)}")


def unsilence(catalog: Catalog, issue: Issue) -> Remove | None:
    """Return the edit that takes the reason away for which an issue is silenced; None where it is not.

    Where that stands on the event or the catalog, it silences others of the rule too, and they are heard again with it.
    """
    owner = silenced_at(catalog, issue)
    if owner is None:
        return None
    return Remove((*owner, "ignore", issue.rule.name), f"hear {issue.rule.name} {show_owner(catalog, owner)}")


def silenced_at(catalog: Catalog, issue: Issue) -> Place | None:
    """Return the place of what gives the reason for which an issue is silenced; None where it is not."""
    name = issue.rule.name
    return next((owner for owner in _owners(issue) if value_at(catalog, owner).ignore.get(name, "").strip()), None)


def will_be_silenced_at(issue: Issue) -> Place:
    """Return the place of what would carry the reason."""
    return next(_owners(issue))


def show_owner(catalog: Catalog, owner: Place) -> str:
    """Return what carries a reason, to be read after “silence …”: `on “Play Song”`, `on “songName”`, `everywhere`."""
    if not owner:
        return "everywhere"
    thing = value_at(catalog, owner)
    return f"on “{thing.name}”" if thing.name else "on what has no name yet"


def _owners(issue: Issue) -> Iterator[Place]:
    """Yield what can carry a reason for the issue: the innermost thing at its place, and each it belongs to.

    What a rule says of the catalog as a whole (its thing is the catalog) only the catalog can silence.
    """
    place = issue.place
    if issue.thing and place[:1] == ("events",):
        for length, kind in ((6, "fields"), (4, "properties")):
            if len(place) >= length and place[length - 2] == kind:
                yield place[:length]
    if issue.thing and len(place) > 1 and place[0] in ("events", "campaigns"):
        yield place[:2]
    yield ()
