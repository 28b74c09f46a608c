"""Edits that put events in order or take them out, and where an event stands or goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from eventsmith.edits._edit import Edit, Move, Remove, Set, Together
from eventsmith.edits.known import any_keys, own_keys
from eventsmith.model import Campaign, Catalog, Event, Status


def remove_event(catalog: Catalog, index: int) -> Remove:
    """Takes an event out. Campaigns that point at it are left as they are; `campaigns_of` names them."""
    return Remove(("events", index), f"remove “{catalog.events[index].name}”")


def remove_events(catalog: Catalog, indices: Iterable[int]) -> Together:
    """Takes several events out, as one step. Campaigns are left as they are, as with one."""
    wanted = sorted(set(indices), reverse=True)
    return Together([Remove(("events", index)) for index in wanted], f"remove {_counted(catalog, wanted)}")


def set_stage(catalog: Catalog, indices: Iterable[int], stage: str) -> Together:
    """Puts events into a stage; among those of that stage they stand where the story has them."""
    changed = [index for index in indices if catalog.events[index].stage != stage]
    edits = [Set(("events", index, "stage"), stage) for index in changed]
    return Together(edits, f"put {_counted(catalog, changed)} into {stage or 'no stage'}")


def set_status(catalog: Catalog, indices: Iterable[int], status: Status) -> Together:
    """Says how far events are. From then on the IDs of those that are not planned stay, whatever their names become."""
    changed = [index for index in indices if catalog.events[index].status != status]
    edits = [Set(("events", index, "status"), status) for index in changed]
    return Together(edits, f"make {_counted(catalog, changed)} {status}")


def move_event(catalog: Catalog, index: int, stage: str, number: int) -> Together:
    """Puts an event into a stage, so that `number` of its events stand before it."""
    event = catalog.events[index]
    others = [i for i, other in enumerate(catalog.events) if other.stage == stage and i != index]
    behind = others[-1] + 1 if others else index_for_stage(catalog, stage)
    to = others[number] if number < len(others) else behind
    # Where the event itself goes away before that, all that follows moves up.
    to -= to > index
    edits: list[Edit] = [] if event.stage == stage else [Set(("events", index, "stage"), stage)]
    if to != index:
        edits.append(Move(("events", index), to))
    return Together(edits, f"move “{event.name}”")


def campaigns_of(catalog: Catalog, *event_ids: str) -> list[Campaign]:
    """The campaigns that point at one of some events."""
    wanted = {event_id for event_id in event_ids if event_id}
    return [campaign for campaign in catalog.campaigns if not wanted.isdisjoint(campaign.events())]


def _counted(catalog: Catalog, indices: Collection[int]) -> str:
    return f"“{catalog.events[next(iter(indices))].name}”" if len(indices) == 1 else f"{len(indices)} events"


def find_event(catalog: Catalog, event: Event) -> int | None:
    """The index of the event that the catalog has for this one, under any form of its name, alias or ID."""
    wanted = any_keys(event)
    return next((i for i, own in enumerate(catalog.events) if not wanted.isdisjoint(own_keys(own))), None)


def index_for_stage(catalog: Catalog, stage: str) -> int:
    """Where an event of the stage goes: behind the last one of its stage or of a stage before it."""
    rank = {name: number for number, name in enumerate(catalog.stages)}
    wanted = rank.get(stage, len(rank))
    before = [i for i, event in enumerate(catalog.events) if rank.get(event.stage, len(rank)) <= wanted]
    return before[-1] + 1 if before else 0
