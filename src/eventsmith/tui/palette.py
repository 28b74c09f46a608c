"""The contents of the command palette: actions, events, properties and campaigns, and the events of all presets."""

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
"""The most hits shown; nobody reads further."""
LEAST_SCORE = 0.01
"""The score of the best event of a preset, below everything that is in the catalog already."""


class Entry(NamedTuple):
    """One thing to find."""

    text: str
    help: str
    """Our own words, because Textual reads them as markup."""
    run: IgnoreReturnCallbackType


class Entries(Provider):
    """A provider that finds entries by typing, and shows their texts as they are, never as markup."""

    @property
    def host(self) -> Host:
        """The app, as far as the palette may know it."""
        return host_of(self)

    def entries(self) -> Iterator[Entry]:
        """Yield everything there is to find."""
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
    """Every action that works on the page in view."""

    @override
    def entries(self) -> Iterator[Entry]:
        here = self.host.here
        for action in ACTIONS:
            if action.where in (here, "anywhere") and not action.quiet:
                keys = self.host.keys.shown(action)
                text = f"{action.label} ({keys[0]})" if keys else action.label
                yield Entry(text, action.help, partial(self.host.action_run, action.id))


class JumpCommands(Entries):
    """Every event, property and campaign."""

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
        for i, campaign in enumerate(catalog.campaigns):
            yield Entry(f"campaign: {campaign.name}", "Go to the campaign", partial(host.go_to, ("campaigns", i)))


class PresetCommands(Entries):
    """Events of all presets that the catalog lacks, by name, alias, property or what they are for."""

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
