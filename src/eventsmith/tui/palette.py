"""What the command palette finds: actions, events, properties and campaigns to go to, and events of all presets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from eventsmith.ground.sanitise import visible
from eventsmith.tui.actions import ACTIONS
from eventsmith.tui.flows import presets
from eventsmith.tui.text import lit

if TYPE_CHECKING:
    from textual.types import IgnoreReturnCallbackType

    from eventsmith.tui.app import EventsmithApp

MOST_HITS = 60
"""More are not read."""
LEAST_SCORE = 0.01
"""Below what is in the catalog already."""


class Entry(NamedTuple):
    """One thing to find."""

    text: str
    help: str
    """Our own words: Textual reads them as markup."""
    run: IgnoreReturnCallbackType


class Entries(Provider):
    """Finds entries by typing; their texts are shown as they are, never as markup."""

    @property
    def designer(self) -> EventsmithApp:
        """The app."""
        from eventsmith.tui.app import EventsmithApp

        assert isinstance(self.app, EventsmithApp)
        return self.app

    def entries(self) -> Iterator[Entry]:
        """All there is to find."""
        yield from ()

    async def discover(self) -> Hits:
        """See Provider."""
        for number, entry in enumerate(self.entries()):
            if number == MOST_HITS:
                break
            yield DiscoveryHit(lit(entry.text), entry.run, visible(entry.text), entry.help)

    async def search(self, query: str) -> Hits:
        """See Provider."""
        matcher = self.matcher(query)
        scored = ((matcher.match(entry.text), entry) for entry in self.entries())
        found = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        for score, entry in found[:MOST_HITS]:
            yield Hit(score, lit(entry.text), entry.run, visible(entry.text), entry.help)


class ActionCommands(Entries):
    """Every action that works here."""

    def entries(self) -> Iterator[Entry]:
        """See Entries."""
        here = self.designer.here
        for action in ACTIONS:
            if action.where in (here, "anywhere") and not action.quiet:
                keys = self.designer.keys.shown(action)
                text = f"{action.label} ({keys[0]})" if keys else action.label
                yield Entry(text, action.help, partial(self.designer.action_run_here, action.id))


class JumpCommands(Entries):
    """Every event, property and campaign."""

    def entries(self) -> Iterator[Entry]:
        """See Entries."""
        app = self.designer
        if not app.is_ready:
            return
        catalog = app.session.catalog
        for i, event in enumerate(catalog.events):
            yield Entry(f"event: {event.name}", "Go to the event", partial(app.go_to, ("events", i, "when")))
            for j, prop in enumerate(event.properties):
                place = ("events", i, "properties", j)
                yield Entry(f"property: {event.name}: {prop.name}", "Go to the property", partial(app.go_to, place))
        for i, campaign in enumerate(catalog.campaigns):
            yield Entry(f"campaign: {campaign.name}", "Go to the campaign", partial(app.go_to, ("campaigns", i)))


class PresetCommands(Entries):
    """Events of all presets that the catalog has not, by name, alias, property or what they are for."""

    async def search(self, query: str) -> Hits:
        """See Provider."""
        from eventsmith.edits import find_event
        from eventsmith.presets import all_presets
        from eventsmith.queries.search import find_in_presets

        app = self.designer
        if not app.is_ready or app.session.read_only:
            return
        titles = {preset.name: preset.title for preset in all_presets()}
        for number, one in enumerate(await asyncio.to_thread(find_in_presets, query)):
            if number == MOST_HITS:
                break
            if find_event(app.session.catalog, one.event) is None:
                more = f" and {len(one.presets) - 1} more" if len(one.presets) > 1 else ""
                why = f", {one.why}" if one.why else ""
                text = f"take: {one.event.name} ({titles[one.presets[0]]}{more}{why})"
                run = partial(presets.take_event, app, one.presets[0], one.event.id)
                yield Hit(LEAST_SCORE / (number + 1), lit(text), run, visible(text), "Take the event into the catalog")
