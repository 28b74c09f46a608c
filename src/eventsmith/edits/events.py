"""Edits that bring events and campaigns into a catalog, put them in order, or take them out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from eventsmith.edits._edit import Edit, Insert, Move, Remove, Set, Together
from eventsmith.edits.names import adopted_event
from eventsmith.edits.properties import adopted_property, same_property
from eventsmith.model import FORMS, Campaign, Catalog, Event, Status
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
    """Takes a campaign of another catalog, and what it needs: its events, and the properties of its conditions."""
    taken = take_events(catalog, source, campaign.events())
    edits: list[Edit] = list(taken.edits)
    after = taken.apply(catalog)
    needed = [event for event in source.events if event.id in campaign.events()]
    at = {event.id: index for event in needed if (index := find_event(after, event)) is not None}
    adopted = pointed_elsewhere(campaign, {event_id: after.events[index].id for event_id, index in at.items()})
    trigger = next((event for event in needed if event.id == campaign.trigger), None)
    if trigger is not None and campaign.trigger in at:
        index = at[campaign.trigger]
        for edit in _missing_properties(after, source, trigger, index, [c.property for c in campaign.conditions]):
            after = edit.apply(after)
            edits.append(edit)
        names = {condition.property: condition.property for condition in campaign.conditions}
        for prop in after.events[index].properties:
            names.update({name: prop.name for name in names if same_property(name) == same_property(prop.name)})
        conditions = [c.model_copy(update={"property": names[c.property]}) for c in campaign.conditions]
        adopted = adopted.model_copy(update={"conditions": tuple(conditions)})
    edits.append(Insert(("campaigns", len(catalog.campaigns)), adopted))
    return Together(edits, f"take the campaign “{campaign.name}”")


def pointed_elsewhere(campaign: Campaign, ids: Mapping[str, str]) -> Campaign:
    """The campaign, pointing at other IDs where there are others."""
    return campaign.model_copy(
        update={
            "trigger": ids.get(campaign.trigger, campaign.trigger),
            "goal_event": ids.get(campaign.goal_event, campaign.goal_event),
            "unless": tuple(ids.get(name, name) for name in campaign.unless),
        }
    )


def _missing_properties(
    catalog: Catalog, source: Catalog, event: Event, index: int, wanted: Iterable[str]
) -> list[Insert]:
    """Edits that give the catalog's event the wanted properties of the source's, and those that hold their units."""
    has = {same_property(prop.name) for prop in catalog.events[index].properties}
    there = {same_property(prop.name): prop for prop in event.properties}
    names = [same_property(name) for name in wanted]
    names += [same_property(there[name].unit_in) for name in names if name in there and there[name].unit_in]
    lacking = [there[name] for name in dict.fromkeys(names) if name in there and name not in has]
    end = len(catalog.events[index].properties)
    return [
        Insert(("events", index, "properties", end + number), adopted_property(catalog, prop))
        for number, prop in enumerate(lacking)
    ]


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


def own_keys(event: Event) -> frozenset[str]:
    """What an event is known by here: all that it is or was called, by people or by code."""
    return _keys((event.name, event.id, *event.aliases, *event.former_ids))


def any_keys(event: Event) -> frozenset[str]:
    """What an event of a preset may be known by elsewhere: its own keys, and its name and aliases in every form."""
    return own_keys(event) | _keys_in_any_form((event.name, *event.aliases))


def index_for_stage(catalog: Catalog, stage: str) -> int:
    """Where an event of the stage goes: behind the last one of its stage or of a stage before it."""
    rank = {name: number for number, name in enumerate(catalog.stages)}
    wanted = rank.get(stage, len(rank))
    before = [i for i, event in enumerate(catalog.events) if rank.get(event.stage, len(rank)) <= wanted]
    return before[-1] + 1 if before else 0


@lru_cache(maxsize=16384)
def _keys(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_key(text) for text in texts if text)


@lru_cache(maxsize=4096)
def _keys_in_any_form(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_key(other) for name in names for form in FORMS if (other := rewrite(name, form)))
