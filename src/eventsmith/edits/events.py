"""Edits that order, stage and remove events, and the search for an event's position."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from eventsmith.edits._edit import Edit, Move, Remove, Set, Together
from eventsmith.edits.catalog_index import any_keys, own_keys
from eventsmith.model import Campaign, Catalog, Event, Status


def remove_event(catalog: Catalog, index: int) -> Remove:
    """Remove an event. Campaigns that point at it stay as they are; `campaigns_of` lists them."""
    return Remove(("events", index), f"remove “{catalog.events[index].name}”")


def remove_events(catalog: Catalog, indices: Iterable[int]) -> Together:
    """Remove several events in one step. Campaigns that point at them stay as they are."""
    wanted = sorted(set(indices), reverse=True)
    return Together([Remove(("events", index)) for index in wanted], f"remove {_counted(catalog, wanted)}")


def set_stage(catalog: Catalog, indices: Iterable[int], stage: str) -> Together:
    """Move events to a stage, keeping the order of the story among the events of that stage."""
    changed = [index for index in indices if catalog.events[index].stage != stage]
    edits = [Set(("events", index, "stage"), stage) for index in changed]
    return Together(edits, f"put {_counted(catalog, changed)} into {stage or 'no stage'}")


def set_status(catalog: Catalog, indices: Iterable[int], status: Status) -> Together:
    """Set the status of events. IDs of events no longer planned stop following their names."""
    changed = [index for index in indices if catalog.events[index].status != status]
    edits = [Set(("events", index, "status"), status) for index in changed]
    return Together(edits, f"make {_counted(catalog, changed)} {status}")


def park(catalog: Catalog, indices: Sequence[int]) -> Together:
    """Make planned events ideas; or, if all of the events are ideas, make them planned again."""
    events = catalog.events
    if all(events[index].status == "idea" for index in indices):
        return Together(set_status(catalog, indices, "planned").edits, f"take up {_counted(catalog, indices)}")
    planned = [index for index in indices if events[index].status == "planned"]
    what = "an idea" if len(planned) == 1 else "ideas"
    return Together(set_status(catalog, planned, "idea").edits, f"park {_counted(catalog, planned)} as {what}")


def move_event(catalog: Catalog, index: int, stage: str, number: int) -> tuple[Together, int]:
    """Move an event to a stage, so that `number` of that stage's events come before it; also return its new index."""
    event = catalog.events[index]
    others = [i for i, other in enumerate(catalog.events) if other.stage == stage and i != index]
    behind = others[-1] + 1 if others else index_for_stage(catalog, stage)
    to = others[number] if number < len(others) else behind
    # If the event itself is before that, its removal moves all that follows up.
    to -= to > index
    edits: list[Edit] = [] if event.stage == stage else [Set(("events", index, "stage"), stage)]
    if to != index:
        edits.append(Move(("events", index), to))
    return Together(edits, f"move “{event.name}”"), to


def step_event(catalog: Catalog, index: int, step: int) -> tuple[Edit, int] | None:
    """Move an event up (-1) or down (1) within its stage, then into the next; also return its new index.

    None at the ends of the story.
    """
    event = catalog.events[index]
    label = f"move “{event.name}”"
    same = [i for i, other in enumerate(catalog.events) if other.stage == event.stage]
    at = same.index(index) + step
    if 0 <= at < len(same):
        return Move(("events", index), same[at], label), same[at]
    at = (catalog.stages.index(event.stage) if event.stage in catalog.stages else len(catalog.stages)) + step
    if not 0 <= at < len(catalog.stages):
        return None
    stage = catalog.stages[at]
    others = [i for i, other in enumerate(catalog.events) if other.stage == stage]
    target = index
    if others:
        target = min(index, others[0]) if step > 0 else max(index, others[-1])
    return Together([Set(("events", index, "stage"), stage), Move(("events", index), target, label)], label), target


def campaigns_of(catalog: Catalog, *event_ids: str) -> list[Campaign]:
    """List the campaigns that point at any of the given events."""
    wanted = {event_id for event_id in event_ids if event_id}
    return [campaign for campaign in catalog.campaigns if not wanted.isdisjoint(campaign.events())]


def _counted(catalog: Catalog, indices: Collection[int]) -> str:
    return f"“{catalog.events[next(iter(indices))].name}”" if len(indices) == 1 else f"{len(indices)} events"


def find_event(catalog: Catalog, event: Event) -> int | None:
    """Return the index of the catalog's counterpart of an event, by any form of its names, aliases and IDs, or None."""
    wanted = any_keys(event)
    return next((i for i, own in enumerate(catalog.events) if not wanted.isdisjoint(own_keys(own))), None)


def index_for_stage(catalog: Catalog, stage: str) -> int:
    """Return the index at which to insert an event of a stage: after the last event of that or an earlier stage."""
    rank = {name: number for number, name in enumerate(catalog.stages)}
    wanted = rank.get(stage, len(rank))
    before = [i for i, event in enumerate(catalog.events) if rank.get(event.stage, len(rank)) <= wanted]
    return before[-1] + 1 if before else 0
