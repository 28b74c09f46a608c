"""Merging of several catalogs into one, in which an event that several have appears once, with all their properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventsmith.edits.catalog_index import any_keys, own_keys
from eventsmith.edits.names import adapted_event
from eventsmith.edits.properties import same_property
from eventsmith.edits.transfer import repointed
from eventsmith.edits.workbench import Workbench, index_of
from eventsmith.model import USES, Campaign, Catalog, Event, Property, PropertyField


@dataclass(frozen=True, slots=True)
class CombinedCatalog:
    """Several catalogs as one. Dictionaries are by the event's ID or the campaign's name in `catalog`."""

    catalog: Catalog
    sources: dict[str, list[tuple[Catalog, Event]]] = field(default_factory=dict)
    """The catalogs that have the event, each with its own version; first the one whose texts were used."""
    conflicts: dict[str, list[str]] = field(default_factory=dict)
    """What the catalogs disagree on, in sentences."""
    campaign_sources: dict[str, Catalog] = field(default_factory=dict)


def combine(catalogs: Sequence[Catalog]) -> CombinedCatalog:
    """Merge all events and campaigns of the catalogs, each once, into a catalog named and spelled as the first one.

    An event gets each text from the first catalog that has it. Properties are joined, and required only where every
    catalog requires them.
    """
    first = catalogs[0] if catalogs else Catalog()
    stages = dict.fromkeys(stage for catalog in catalogs for stage in catalog.stages)
    frame = first.model_copy(update={"stages": tuple(stages) or first.stages, "events": (), "campaigns": ()})
    made = CombinedCatalog(frame)
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
                new = _adapted(bench, catalog, event)
                bench.insert("events", len(events), new)
            else:
                new, conflicts = _merged_event(events[at], event, made.sources[events[at].id][0][0].name, catalog.name)
                bench.put("events", at, new)
                made.conflicts.setdefault(new.id, []).extend(conflicts)
            made.sources.setdefault(new.id, []).append((catalog, event))
            ids[event.id] = new.id
        known.update({key: at for at, event in enumerate(events[before:], before) for key in own_keys(event)})
        for campaign in catalog.campaigns:
            new_campaign = _with_free_name(campaigns, repointed(campaign, ids), catalog.name)
            if new_campaign is not None:
                campaigns[new_campaign.name] = new_campaign
                made.campaign_sources[new_campaign.name] = catalog
    whole = frame.model_copy(update={"events": tuple(events), "campaigns": tuple(campaigns.values())})
    return CombinedCatalog(
        whole,
        made.sources,
        {key: conflicts for key, conflicts in made.conflicts.items() if conflicts},
        made.campaign_sources,
    )


def _adapted(combined: Catalog, source: Catalog, event: Event) -> Event:
    """Adapt an event to the naming rules of the combined catalog, with a free ID."""
    if source.naming == combined.naming and not index_of(combined).has_id(event.id):
        return event
    return adapted_event(combined, source, event)


def _with_free_name(campaigns: Mapping[str, Campaign], campaign: Campaign, owner: str) -> Campaign | None:
    """Return a campaign under a name that is free; None if the same campaign is there already."""
    same = campaigns.get(campaign.name)
    if same is None:
        return campaign
    if same.events() == campaign.events():
        return None
    name = f"{campaign.name} ({owner})"
    return None if name in campaigns else campaign.model_copy(update={"name": name})


def _merged_event(own: Event, other: Event, owner: str, other_owner: str) -> tuple[Event, list[str]]:
    properties, conflicts = _merged_properties(own.properties, other.properties, owner, other_owner)
    aliases = (*own.aliases, *(alias for alias in other.aliases if alias != own.name))
    texts = {text: getattr(own, text) or getattr(other, text) for text in ("stage", "source", "when", "description")}
    return own.model_copy(
        update={
            **texts,
            "properties": properties,
            "aliases": tuple(dict.fromkeys(aliases)),
            "used_for": _in_order(own.used_for, other.used_for),
        }
    ), conflicts


def _merged_properties(
    own: Iterable[Property], others: Iterable[Property], owner: str, other_owner: str
) -> tuple[tuple[Property, ...], list[str]]:
    joined = {same_property(prop.name): prop for prop in own}
    only_own = set(joined)
    conflicts: list[str] = []
    for other in others:
        key = same_property(other.name)
        known = joined.get(key)
        if known is None:
            joined[key] = other.model_copy(update={"required": False})
            continue
        only_own.discard(key)
        if _kind(known) == _kind(other):
            joined[key] = _merged_property(known, other)
        else:
            conflicts.append(
                f"“{known.name}” is {_kind(known)} in {owner}, {_kind(other)} in {other_owner}: the first is taken"
            )
    for key in only_own:
        joined[key] = joined[key].model_copy(update={"required": False})
    return tuple(joined.values()), conflicts


def _merged_property(own: Property, other: Property) -> Property:
    """Merge two properties of the same kind. If either lists no values, any value is allowed."""
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


def _kind(prop: PropertyField) -> str:
    """Describe type and unit: two properties are merged only where these agree."""
    items = f" of {prop.item_type}" if prop.item_type else ""
    unit = f" in {prop.unit}" if prop.unit else f" in the unit of “{prop.unit_in}”" if prop.unit_in else ""
    return f"{prop.type}{items}{unit}"


def _in_order(*uses: Iterable[str]) -> tuple[str, ...]:
    wanted = {use for some in uses for use in some}
    return tuple(use for use in USES if use in wanted)
