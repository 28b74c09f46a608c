"""Events that presets offer and the catalog lacks, and the campaigns they serve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from eventsmith.edits import Together, any_keys, find_event, name_in_form, own_keys, take_events
from eventsmith.ground import disk
from eventsmith.ground.incremental import PerItem
from eventsmith.model import Campaign, Catalog, Event
from eventsmith.presets import PresetError, preset_catalog
from eventsmith.queries.combined_presets import combined_presets
from eventsmith.queries.search import FoundEvent, find_in_presets


class _Known:
    """The keys of all names and IDs of the latest catalog asked about, as offers are listed anew at every key."""

    def __init__(self) -> None:
        self._keys: PerItem[Event, frozenset[str]] = PerItem(own_keys)
        self._counted: Counter[str] = Counter()

    def of(self, catalog: Catalog) -> Counter[str]:
        """Return how often each key occurs in a catalog."""
        gone, new = self._keys.update_to(catalog.events)
        for keys in new:
            self._counted.update(keys)
        for keys in gone:
            for key in keys:
                self._counted[key] -= 1
                if not self._counted[key]:
                    del self._counted[key]
        return self._counted

    def numbers(self) -> dict[str, int]:
        """Return for each key of that catalog the index of the last event that has it."""
        return {key: index for index, keys in enumerate(self._keys.made) for key in keys}


_known = _Known()


def event_offers(catalog: Catalog) -> list[tuple[Catalog, Event]]:
    """List the events of the picked industries' presets that `find_event` does not find in the catalog, each once.

    Each comes with the combined preset catalog from which it can be taken.
    """
    presets = combined_presets(catalog.industries).catalog
    if not presets.events:
        return []
    known = _known.of(catalog).keys()
    return [(presets, event) for event in presets.events if known.isdisjoint(any_keys(event))]


def with_offers(catalog: Catalog, own: Sequence[int], offered: Sequence[Event]) -> list[int | Event]:
    """Put the offered events of a stage among its own, given by index, where they will be once they are taken."""
    if not offered:
        return list(own)
    numbers = _known.numbers()
    place = {index: at for at, index in enumerate(own)}
    told: list[list[Event]] = [[] for _ in range(len(own) + 1)]
    waiting: list[Event] = []
    after: int | None = None
    wanted = {id(event) for event in offered}
    for event in combined_presets(catalog.industries).catalog.events:
        if id(event) in wanted:
            (waiting if after is None else told[after + 1]).append(event)
            continue
        index = max((numbers[key] for key in any_keys(event) if key in numbers), default=None)
        if index in place:
            if waiting:
                told[place[index]] += waiting
                waiting = []
            after = place[index]
    told[-1] += waiting
    found: list[int | Event] = []
    for at, events in enumerate(told):
        found += events
        found += own[at : at + 1]
    return found


def is_offered(catalog: Catalog, index: int) -> bool:
    """Return whether a preset of the picked industries has the event and would offer it again."""
    alone = catalog.model_copy(update={"events": (catalog.events[index],)})
    return any(find_event(alone, other) is not None for other in combined_presets(catalog.industries).catalog.events)


def others_with(catalog: Catalog, text: str) -> list[FoundEvent]:
    """Find events by the words of a text in presets that are not picked; leave out those had or offered already."""
    found = offers_with(catalog, text)
    if not found:
        return []
    offered = {key for own in combined_presets(catalog.industries).catalog.events for key in own_keys(own)}
    return [one for one in found if offered.isdisjoint(any_keys(one.event))]


def offers_with(catalog: Catalog, text: str) -> list[FoundEvent]:
    """Find events by the words of a text in all presets; leave out those the catalog has."""
    found = find_in_presets(text)
    if not found:
        return []
    known = _known.of(catalog).keys()
    return [one for one in found if known.isdisjoint(any_keys(one.event))]


def take_offers(catalog: Catalog, offers: Iterable[tuple[str, str]]) -> Together:
    """Copy offered events into the catalog, each given by its preset and ID.

    The preset is empty for the combined presets of the picked industries. The events of a preset that cannot be read
    any more are left out, which the disk's news reports.
    """
    wanted: dict[str, list[str]] = {}
    for preset, event_id in sorted(offers):
        wanted.setdefault(preset, []).append(event_id)
    taken, after = [], catalog
    for preset, ids in wanted.items():
        try:
            source = preset_catalog(preset) if preset else combined_presets(catalog.industries).catalog
        except PresetError as error:
            # Its file has been changed or deleted since it was listed.
            disk.note(f"“{preset}”", str(error), "its events cannot be taken")
            continue
        taken.append(take_events(after, source, ids))
        after = taken[-1].apply(after)
    if len(taken) == 1:
        return taken[0]
    edits = [edit for one in taken for edit in one.edits]
    return Together(edits, f"take {len(edits)} events")


def offered_name(catalog: Catalog, preset: Catalog, event: Event) -> str:
    """Return the name that a preset's event would get in this catalog."""
    return name_in_form(catalog, event, catalog.naming.form, preset.naming.form)


def serving(catalog: Catalog) -> dict[str, list[Campaign]]:
    """Return, by preset event ID, the campaigns for the picked goals that start with the event or aim at it."""
    found: dict[str, list[Campaign]] = {}
    for campaign in combined_presets(catalog.industries).catalog.campaigns:
        if campaign.goal in catalog.goals:
            for event_id in dict.fromkeys((campaign.trigger, campaign.goal_event)):
                found.setdefault(event_id, []).append(campaign)
    return found


def take_serving(catalog: Catalog) -> Together:
    """Copy all offered events that serve the picked goals into the catalog."""
    serves = serving(catalog)
    return take_offers(catalog, [("", event.id) for _, event in event_offers(catalog) if event.id in serves])


def role_in(campaign: Campaign, event_id: str) -> str:
    """Say what an event does for a campaign, worded to precede the campaign's name."""
    if campaign.trigger == event_id:
        return "triggers"
    return "ends" if event_id in campaign.unless else "is the goal of"
