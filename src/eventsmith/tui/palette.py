"""The providers of the command palette: actions, items of the catalog to go to, and events of all presets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from typing_extensions import override

from eventsmith.ground.sanitise import visible
from eventsmith.tui.actions import ACTIONS
from eventsmith.tui.host import Host, host_of
from eventsmith.tui.text import lit

if TYPE_CHECKING:
    from textual.types import IgnoreReturnCallbackType


MOST_HITS = 60
"""The number of hits that are listed: nobody reads more."""
LEAST_SCORE = 0.01
"""The score that puts preset events below what is already in the catalog."""


class Entry(NamedTuple):
    """A command that can be found."""

    text: str
    help: str
    """Never text from a user, as Textual reads it as markup."""
    run: IgnoreReturnCallbackType


class Entries(Provider):
    """A provider whose entries are found by typing; their texts are shown literally, never as markup."""

    @property
    def host(self) -> Host:
        """The app, as far as a provider may know it."""
        return host_of(self)

    def entries(self) -> Iterator[Entry]:
        """Yield all entries that can be found."""
        yield from ()

    @override
    async def discover(self) -> Hits:
        for number, entry in enumerate(self.entries()):
            if number == MOST_HITS:
                break
            yield DiscoveryHit(lit(entry.text), entry.run, visible(entry.text), entry.help)

    @override
    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        scored = ((matcher.match(entry.text), entry) for entry in self.entries())
        found = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        for score, entry in found[:MOST_HITS]:
            yield Hit(score, lit(entry.text), entry.run, visible(entry.text), entry.help)


class ActionCommands(Entries):
    """The actions that work on the page in view."""

    @override
    def entries(self) -> Iterator[Entry]:
        here = self.host.here
        for action in ACTIONS:
            if action.where in (here, "anywhere") and not action.quiet:
                keys = self.host.keys.shown(action)
                text = f"{action.label} ({keys[0]})" if keys else action.label
                yield Entry(text, action.help, partial(self.host.action_run, action.id))


class JumpCommands(Entries):
    """The events, properties and campaigns to go to."""

    @override
    def entries(self) -> Iterator[Entry]:
        host = self.host
        if not host.is_ready:
            return
        catalog = host.session.catalog
        for i, event in enumerate(catalog.events):
            yield Entry(f"event: {event.name}", "Go to the event", partial(host.go_to, ("events", i, "when")))
            for j, prop in enumerate(event.properties):
                place = ("events", i, "properties", j)
                yield Entry(f"property: {event.name}: {prop.name}", "Go to the property", partial(host.go_to, place))
        for i, group in enumerate(catalog.property_groups):
            go = partial(host.go_to, ("property_groups", i))
            yield Entry(f"property group: {group.name}", "Go to the group", go)
        for i, campaign in enumerate(catalog.campaigns):
            yield Entry(f"campaign: {campaign.name}", "Go to the campaign", partial(host.go_to, ("campaigns", i)))


class PresetCommands(Entries):
    """The events of all presets that the catalog lacks, found by name, alias, property or purpose."""

    @override
    async def search(self, query: str) -> Hits:
        from eventsmith.edits import find_event
        from eventsmith.presets import all_presets
        from eventsmith.queries.search import find_in_presets
        from eventsmith.tui.flows.presets import take_event

        host = self.host
        if not host.is_ready or host.session.read_only:
            return
        titles = {preset.name: preset.title for preset in all_presets()}
        for number, one in enumerate(await asyncio.to_thread(find_in_presets, query)):
            if number == MOST_HITS:
                break
            if find_event(host.session.catalog, one.event) is None:
                more = f" and {len(one.presets) - 1} more" if len(one.presets) > 1 else ""
                why = f", {one.why}" if one.why else ""
                text = f"take: {one.event.name} ({titles[one.presets[0]]}{more}{why})"
                run = partial(take_event, host, one.presets[0], one.event.id)
                yield Hit(LEAST_SCORE / (number + 1), lit(text), run, visible(text), "Take the event into the catalog")
