"""The campaigns whose triggers take each property group, and so may ask for its properties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import is_

from eventsmith.model import Campaign, Event
from eventsmith.rules._group_events import GroupEvent, GroupEvents


class GroupUsers:
    """The campaigns by group, in the order of the catalog."""

    def __init__(self) -> None:
        self._users: dict[int, list[Campaign]] = {}

    def of(self, group: GroupEvent) -> Sequence[Campaign]:
        """Return the campaigns of a group."""
        return self._users[id(group)]

    def update_to(
        self, groups: GroupEvents, campaigns: Iterable[Campaign], resolve: Callable[[str], Event | None]
    ) -> list[GroupEvent]:
        """Return the groups that have other campaigns now; `resolve` finds the event that an ID means."""
        now: dict[str, list[Campaign]] = {}
        for campaign in campaigns if groups.things else ():
            event = resolve(campaign.trigger) if campaign.trigger else None
            for group in groups.of(event) if event else ():
                now.setdefault(group.name, []).append(campaign)
        before, self._users = self._users, {id(thing): now.get(thing.name, []) for thing in groups.things}
        return [thing for thing in groups.things if not _are_same(before.get(id(thing)), self._users[id(thing)])]


def _are_same(one: Sequence[Campaign] | None, other: Sequence[Campaign]) -> bool:
    return one is not None and len(one) == len(other) and all(map(is_, one, other))
