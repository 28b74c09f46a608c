"""Events that presets offer and a catalog has not, and what they are good for. Knows no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from eventsmith.edits import find_event, name_in_form
from eventsmith.model import FORMS, Campaign, Catalog, Event
from eventsmith.naming import rewrite, same_key
from eventsmith.presets import presets_of
from eventsmith.session.remembered import PerItem


class _Known:
    """The keys of all names and IDs of the catalog that was asked about last: this is asked at every key."""

    def __init__(self) -> None:
        self._keys: PerItem[Event, frozenset[str]] = PerItem(lambda event: frozenset(map(same_key, _texts(event))))
        self._counted: Counter[str] = Counter()

    def of(self, catalog: Catalog) -> Counter[str]:
        """How often there is each key."""
        gone, new = self._keys.turn_to(catalog.events)
        for keys in new:
            self._counted.update(keys)
        for keys in gone:
            for key in keys:
                self._counted[key] -= 1
                if not self._counted[key]:
                    del self._counted[key]
        return self._counted


_known = _Known()


def event_offers(catalog: Catalog) -> list[tuple[Catalog, Event]]:
    """Events of the picked industries' presets that `find_event` does not find in the catalog, each ID once."""
    presets = presets_of(catalog.industries)
    found: list[tuple[Catalog, Event]] = []
    seen: set[str] = set()
    if not presets:
        return found
    known = _known.of(catalog)
    for preset in presets:
        for event in preset.events:
            if event.id not in seen and not any(key in known for key in _offered_keys(event)):
                seen.add(event.id)
                found.append((preset, event))
    return found


def _offered_keys(event: Event) -> Iterator[str]:
    """The keys under which a catalog may have an event of a preset already."""
    yield from map(same_key, _texts(event))
    yield from _rewritten(event.name)


def is_offered(catalog: Catalog, index: int) -> bool:
    """Whether a preset of the picked industries has the event, and would offer it again."""
    event = catalog.events[index]
    alone = catalog.model_copy(update={"events": (event,)})
    presets = presets_of(catalog.industries)
    return any(find_event(alone, other) is not None for preset in presets for other in preset.events)


def offered_name(catalog: Catalog, preset: Catalog, event: Event) -> str:
    """The name that an event of a preset would get here."""
    return name_in_form(catalog, event, catalog.naming.form, preset.naming.form)


def serving(catalog: Catalog) -> dict[str, list[Campaign]]:
    """IDs of preset events -> the campaigns for the picked goals that start with them or aim at them."""
    goals = catalog.goals
    found: dict[str, list[Campaign]] = {}
    for preset in presets_of(catalog.industries):
        for campaign in preset.campaigns:
            if campaign.goal in goals:
                for event_id in dict.fromkeys((campaign.trigger, campaign.goal_event)):
                    known = found.setdefault(event_id, [])
                    if all(other.name != campaign.name for other in known):
                        known.append(campaign)
    return found


def role_in(campaign: Campaign, event_id: str) -> str:
    """What an event does for a campaign, to be read before the campaign's name."""
    if campaign.trigger == event_id:
        return "triggers"
    return "ends" if event_id in campaign.unless else "is the goal of"


def _texts(event: Event) -> Iterator[str]:
    """All that an event is or was called, by people or by code."""
    return (text for text in (event.name, event.id, *event.aliases, *event.former_ids) if text)


@cache
def _rewritten(name: str) -> frozenset[str]:
    """The keys of a preset's name in every form."""
    return frozenset(same_key(other) for form in FORMS if (other := rewrite(name, form)))
