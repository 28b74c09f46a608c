"""Edits that bring events and campaigns into a catalog, or take them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventsmith.edits._edit import Edit, Insert, Remove, Together
from eventsmith.edits.names import adopted_event
from eventsmith.model import FORMS, Campaign, Catalog, Event
from eventsmith.naming import rewrite, same_key


def take_events(catalog: Catalog, source: Catalog, ids: Iterable[str]) -> Together:
    """Takes events of another catalog, in its order, each at the end of its stage, under names of this one's form.

    An event that this catalog has already, under any form of its name, is left as it is.
    """
    wanted = set(ids)
    edits: list[Edit] = []
    after = catalog
    taken = []
    for event in source.events:
        if event.id in wanted and find_event(after, event) is None:
            edit = Insert(("events", index_for_stage(after, event.stage)), adopted_event(after, source, event))
            after = edit.apply(after)
            edits.append(edit)
            taken.append(edit.value.name)
    label = f"take “{taken[0]}”" if len(taken) == 1 else f"take {len(taken)} events"
    return Together(edits, label)


def take_campaign(catalog: Catalog, source: Catalog, campaign: Campaign) -> Together:
    """Takes a campaign of another catalog and the events that it needs."""
    events = take_events(catalog, source, campaign.events())
    after = events.apply(catalog)
    ids = {}
    for event in source.events:
        index = find_event(after, event)
        if index is not None:
            ids[event.id] = after.events[index].id
    adopted = campaign.model_copy(
        update={
            "trigger": ids.get(campaign.trigger, campaign.trigger),
            "goal_event": ids.get(campaign.goal_event, campaign.goal_event),
            "unless": tuple(ids.get(name, name) for name in campaign.unless),
        }
    )
    insert = Insert(("campaigns", len(catalog.campaigns)), adopted)
    return Together([*events.edits, insert], f"take the campaign “{campaign.name}”")


def remove_event(catalog: Catalog, index: int) -> Remove:
    """Takes an event out. Campaigns that point at it are left as they are; `campaigns_of` names them."""
    return Remove(("events", index), f"remove “{catalog.events[index].name}”")


def campaigns_of(catalog: Catalog, event_id: str) -> list[Campaign]:
    """The campaigns that point at an event."""
    return [campaign for campaign in catalog.campaigns if event_id and event_id in campaign.events()]


def find_event(catalog: Catalog, event: Event) -> int | None:
    """The index of the event that the catalog has for this one, under any form of its name, alias or ID."""
    wanted = set(_keys(event))
    return next((i for i, own in enumerate(catalog.events) if not wanted.isdisjoint(_own_keys(own))), None)


def index_for_stage(catalog: Catalog, stage: str) -> int:
    """Where an event of the stage goes: behind the last one of its stage or of a stage before it."""
    rank = {name: number for number, name in enumerate(catalog.stages)}
    wanted = rank.get(stage, len(rank))
    before = [i for i, event in enumerate(catalog.events) if rank.get(event.stage, len(rank)) <= wanted]
    return before[-1] + 1 if before else 0


def _own_keys(event: Event) -> Iterator[str]:
    for text in (event.name, event.id, *event.aliases, *event.former_ids):
        if text:
            yield same_key(text)


def _keys(event: Event) -> Iterator[str]:
    yield from _own_keys(event)
    for form in FORMS:
        other = rewrite(event.name, form)
        if other:
            yield same_key(other)
