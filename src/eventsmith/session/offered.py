"""Events that presets offer and a catalog has not, and what they are good for. Knows no screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eventsmith.edits import find_event, name_in_form
from eventsmith.model import FORMS, Campaign, Catalog, Event
from eventsmith.naming import rewrite, same_key
from eventsmith.presets import presets_of


def event_offers(catalog: Catalog) -> list[tuple[Catalog, Event]]:
    """Events of the picked industries' presets that `find_event` does not find in the catalog, each ID once.

    All at once, since to look through the catalog for each would cost presets × events at every key.
    """
    presets = presets_of(catalog.industries)
    found: list[tuple[Catalog, Event]] = []
    seen: set[str] = set()
    if not presets:
        return found
    known = {same_key(text) for event in catalog.events for text in _texts(event)}
    for preset in presets:
        for event in preset.events:
            keys = {*map(same_key, _texts(event)), *_rewritten(event.name)}
            if event.id not in seen and known.isdisjoint(keys):
                seen.add(event.id)
                found.append((preset, event))
    return found


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
