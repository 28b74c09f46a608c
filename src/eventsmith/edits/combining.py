"""Catalogs put together: the same event of two of them is one, with the properties of both. Knows no presets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventsmith.edits.known import any_keys, own_keys
from eventsmith.edits.names import adopted_event
from eventsmith.edits.properties import same_property
from eventsmith.edits.taking import pointed_elsewhere
from eventsmith.edits.workbench import Workbench, known_of
from eventsmith.model import USES, Campaign, Catalog, Event, ListField, Property


@dataclass(frozen=True, slots=True)
class Combined:
    """Several catalogs as one. Its dictionaries are by the event's ID or the campaign's name in `catalog`."""

    catalog: Catalog
    sources: dict[str, list[tuple[Catalog, Event]]] = field(default_factory=dict)
    """Who has the event, and what it is there; first the one whose words stand."""
    conflicts: dict[str, list[str]] = field(default_factory=dict)
    """What they do not agree on, in sentences."""
    campaign_sources: dict[str, Catalog] = field(default_factory=dict)


def combine(catalogs: Sequence[Catalog]) -> Combined:
    """All events and campaigns of the catalogs, each once, put as the first of them puts names.

    Of one event, the words of the first that has some stand. Properties are joined, and required only where all
    require them.
    """
    first = catalogs[0] if catalogs else Catalog()
    stages = dict.fromkeys(stage for catalog in catalogs for stage in catalog.stages)
    frame = first.model_copy(update={"stages": tuple(stages) or first.stages, "events": (), "campaigns": ()})
    made = Combined(frame)
    bench = Workbench.of(frame)
    events = bench.events
    campaigns: dict[str, Campaign] = {}
    known: dict[str, int] = {}
    for catalog in catalogs:
        ids: dict[str, str] = {}
        before = len(events)
        for event in catalog.events:
            at = next((known[key] for key in sorted(any_keys(event)) if key in known), None)
            if at is None:
                new = _put_alike(bench, catalog, event)
                bench.insert("events", len(events), new)
            else:
                new, told = _joined_event(events[at], event, made.sources[events[at].id][0][0].name, catalog.name)
                bench.put("events", at, new)
                made.conflicts.setdefault(new.id, []).extend(told)
            made.sources.setdefault(new.id, []).append((catalog, event))
            ids[event.id] = new.id
        known.update({key: at for at, event in enumerate(events[before:], before) for key in own_keys(event)})
        for campaign in catalog.campaigns:
            new_campaign = _unlike(campaigns, pointed_elsewhere(campaign, ids), catalog.name)
            if new_campaign is not None:
                campaigns[new_campaign.name] = new_campaign
                made.campaign_sources[new_campaign.name] = catalog
    whole = frame.model_copy(update={"events": tuple(events), "campaigns": tuple(campaigns.values())})
    return Combined(
        whole, made.sources, {key: told for key, told in made.conflicts.items() if told}, made.campaign_sources
    )


def _put_alike(combined: Catalog, source: Catalog, event: Event) -> Event:
    """The event as the first catalog would put it, with an ID that is free."""
    if source.naming == combined.naming and not known_of(combined).has_id(event.id):
        return event
    return adopted_event(combined, source, event)


def _unlike(campaigns: Mapping[str, Campaign], campaign: Campaign, owner: str) -> Campaign | None:
    """The campaign under a name of its own; None where there is the same already."""
    same = campaigns.get(campaign.name)
    if same is None:
        return campaign
    if same.events() == campaign.events():
        return None
    name = f"{campaign.name} ({owner})"
    return None if name in campaigns else campaign.model_copy(update={"name": name})


def _joined_event(own: Event, other: Event, owner: str, other_owner: str) -> tuple[Event, list[str]]:
    properties, told = _joined_properties(own.properties, other.properties, owner, other_owner)
    aliases = (*own.aliases, *(alias for alias in other.aliases if alias != own.name))
    said = {text: getattr(own, text) or getattr(other, text) for text in ("stage", "source", "when", "description")}
    return own.model_copy(
        update={
            **said,
            "properties": properties,
            "aliases": tuple(dict.fromkeys(aliases)),
            "used_for": _in_order(own.used_for, other.used_for),
        }
    ), told


def _joined_properties(
    own: Iterable[Property], others: Iterable[Property], owner: str, other_owner: str
) -> tuple[tuple[Property, ...], list[str]]:
    joined = {same_property(prop.name): prop for prop in own}
    only_own = set(joined)
    told: list[str] = []
    for other in others:
        key = same_property(other.name)
        known = joined.get(key)
        if known is None:
            joined[key] = other.model_copy(update={"required": False})
            continue
        only_own.discard(key)
        if _kind(known) == _kind(other):
            joined[key] = _joined(known, other)
        else:
            told.append(
                f"“{known.name}” is {_kind(known)} in {owner}, {_kind(other)} in {other_owner}: the first is taken"
            )
    for key in only_own:
        joined[key] = joined[key].model_copy(update={"required": False})
    return tuple(joined.values()), told


def _joined(own: Property, other: Property) -> Property:
    """One property of two that are of one kind. Without a list of values anything is allowed."""
    values = (*own.values, *(value for value in other.values if value not in own.values))
    names = {same_property(item.name) for item in own.fields}
    return own.model_copy(
        update={
            "required": own.required and other.required,
            "values": values if own.values and other.values else (),
            "used_for": _in_order(own.used_for, other.used_for),
            "fields": (*own.fields, *(item for item in other.fields if same_property(item.name) not in names)),
        }
    )


def _kind(prop: ListField) -> str:
    """What two properties must have in common to be one."""
    items = f" of {prop.item_type}" if prop.item_type else ""
    unit = f" in {prop.unit}" if prop.unit else f" in the unit of “{prop.unit_in}”" if prop.unit_in else ""
    return f"{prop.type}{items}{unit}"


def _in_order(*uses: Iterable[str]) -> tuple[str, ...]:
    wanted = {use for some in uses for use in some}
    return tuple(use for use in USES if use in wanted)
