"""Edits that copy events and campaigns from one catalog into another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from eventsmith.edits._edit import Edit, Insert, Together
from eventsmith.edits.catalog_index import any_keys, own_keys
from eventsmith.edits.names import adapted_event
from eventsmith.edits.properties import adapted_property, same_property
from eventsmith.edits.workbench import Workbench
from eventsmith.model import Campaign, Catalog, Event


def take_events(catalog: Catalog, source: Catalog, ids: Iterable[str]) -> Together:
    """Copy events from another catalog, with their names in this one's form.

    In its stage, each goes behind the nearest event that is before it in the other catalog, or else before the nearest
    that is behind it there, or else to the end.

    An event that this catalog has already, under any form of its name, stays as it is.
    """
    taking = _Transfer(catalog, source)
    taken = taking.take_events(ids)
    label = f"take “{taken[0].name}”" if len(taken) == 1 else f"take {len(taken)} events"
    return Together(taking.edits, label)


def take_campaign(catalog: Catalog, source: Catalog, campaign: Campaign) -> Together:
    """Copy a campaign from another catalog with what it needs: its events, and the properties of its conditions."""
    taking = _Transfer(catalog, source)
    taking.take_campaign(campaign)
    return Together(taking.edits, f"take the campaign “{campaign.name}”")


def take_all(catalog: Catalog, source: Catalog, ids: Iterable[str], campaigns: Iterable[Campaign]) -> Together:
    """Copy events, then campaigns, from another catalog, as if each were copied alone."""
    taking = _Transfer(catalog, source)
    taken = taking.take_events(ids)
    for campaign in campaigns:
        taking.take_campaign(campaign)
    return Together(taking.edits, f"take {len(taken)} events and their campaigns")


def repointed(campaign: Campaign, ids: Mapping[str, str]) -> Campaign:
    """Return the campaign with its event IDs replaced by those that `ids` gives."""
    return campaign.model_copy(
        update={
            "trigger": ids.get(campaign.trigger, campaign.trigger),
            "goal_event": ids.get(campaign.goal_event, campaign.goal_event),
            "unless": tuple(ids.get(name, name) for name in campaign.unless),
        }
    )


def _missing_properties(catalog: Catalog, event: Event, index: int, wanted: Iterable[str]) -> list[Insert]:
    """List edits that add the wanted properties, and those that hold their units, to the catalog's event."""
    has = {same_property(prop.name) for prop in catalog.events[index].properties}
    there = {same_property(prop.name): prop for prop in event.properties}
    names = [same_property(name) for name in wanted]
    names += [same_property(there[name].unit_in) for name in names if name in there and there[name].unit_in]
    lacking = [there[name] for name in dict.fromkeys(names) if name in there and name not in has]
    end = len(catalog.events[index].properties)
    return [
        Insert(("events", index, "properties", end + number), adapted_property(catalog, prop))
        for number, prop in enumerate(lacking)
    ]


class _Transfer:
    """A series of copies from one catalog into another, of which each costs its own size, not that of the catalogs."""

    def __init__(self, catalog: Catalog, source: Catalog) -> None:
        self.edits: list[Edit] = []
        self._source = source
        self._bench = Workbench.of(catalog)
        self._by_id: dict[str, list[tuple[int, Event]]] = {}
        for number, event in enumerate(source.events):
            self._by_id.setdefault(event.id, []).append((number, event))
        self._rank = {name: number for number, name in enumerate(catalog.stages)}
        self._ends = self._ends_of_stages()
        self._orders: dict[int, list[int | None]] = {}
        """By rank of stage, for each of its events its number in the source, or None."""
        self._highest: dict[int, int] = {}
        """By rank of stage, the highest of these numbers."""
        self._numbers: dict[str, int] = {}
        """The number in the source of the event with a key."""

    def take_events(self, ids: Iterable[str]) -> list[Event]:
        """Copy the events that the catalog lacks; return them as adapted to it."""
        taken = []
        for event in self._in_order(ids):
            if not self._bench.index.has_one_of(any_keys(event)):
                rank = self._rank_of(event.stage)
                new = adapted_event(self._bench, self._source, event)
                self._make(Insert(("events", self._index_for(new, rank)), new))
                # The ends of this and all later stages move by one.
                self._ends[rank:] = [end + 1 for end in self._ends[rank:]]
                taken.append(new)
        return taken

    def _index_for(self, event: Event, rank: int) -> int:
        """Return the index at which to insert an event taken from the source, and note that it will be there."""
        wanted = self._number_of(event)
        order = self._orders.get(rank)
        if order is None:
            order = self._orders[rank] = self._order_of(rank)
            self._highest[rank] = max((number for number in order if number is not None), default=-1)
        if wanted is None or not order or order[-1] == self._highest.get(rank, -1) < wanted:
            # Most often they are taken in their order, and one by one that would otherwise cost the whole stage each.
            order.append(wanted)
            self._highest[rank] = max(self._highest[rank], -1 if wanted is None else wanted)
            return self._ends[rank]
        before = [at for at, number in enumerate(order) if number is not None and number < wanted]
        behind = [at for at, number in enumerate(order) if number is not None and number > wanted]
        if before:
            at = max(before, key=lambda at: (order[at], at)) + 1
        else:
            at = min(behind, key=lambda at: (order[at], at)) if behind else len(order)
        order.insert(at, wanted)
        self._highest[rank] = max(self._highest[rank], wanted)
        if at == len(order) - 1:
            return self._ends[rank]
        of_stage = (index for index, one in enumerate(self._bench.events) if self._rank_of(one.stage) == rank)
        return next(islice(of_stage, at, None))

    def _order_of(self, rank: int) -> list[int | None]:
        """Return for each event of a stage its number in the source, None for one that the source has not."""
        return [self._number_of(event) for event in self._bench.events if self._rank_of(event.stage) == rank]

    def _number_of(self, event: Event) -> int | None:
        """Return the number in the source of the first event that one here stands for."""
        if not self._numbers:
            for number, other in reversed([*enumerate(self._source.events)]):
                self._numbers.update(dict.fromkeys(any_keys(other), number))
        return min((self._numbers[key] for key in own_keys(event) if key in self._numbers), default=None)

    def take_campaign(self, campaign: Campaign) -> None:
        """Copy a campaign with what it needs."""
        self.take_events(campaign.events())
        needed = self._in_order(campaign.events())
        at = {event.id: i for event in needed if (i := self._bench.index.first_with(any_keys(event))) is not None}
        adopted = repointed(campaign, {name: self._bench.events[index].id for name, index in at.items()})
        trigger = next((event for event in needed if event.id == campaign.trigger), None)
        if trigger is not None and campaign.trigger in at:
            index = at[campaign.trigger]
            wanted = [condition.property for condition in campaign.conditions]
            for edit in _missing_properties(self._bench, trigger, index, wanted):
                self._make(edit)
            known = {same_property(prop.name): prop.name for prop in self._bench.events[index].properties}
            conditions = [
                condition.model_copy(
                    update={"property": known.get(same_property(condition.property), condition.property)}
                )
                for condition in campaign.conditions
            ]
            adopted = adopted.model_copy(update={"conditions": tuple(conditions)})
        self._make(Insert(("campaigns", len(self._bench.campaigns)), adopted))

    def _make(self, edit: Edit) -> None:
        edit.change(self._bench)
        self.edits.append(edit)

    def _in_order(self, ids: Iterable[str]) -> list[Event]:
        """Return the source's events with these IDs, in the source's order."""
        numbered = [one for event_id in set(ids) for one in self._by_id.get(event_id, ())]
        return [event for _, event in sorted(numbered, key=lambda one: one[0])]

    def _rank_of(self, stage: str) -> int:
        return self._rank.get(stage, len(self._rank))

    def _ends_of_stages(self) -> list[int]:
        """Return by rank of stage the index after its last event, as `index_for_stage` computes it."""
        ends = [0] * (max(self._rank.values(), default=-1) + 1)
        ends += [0] * (len(self._rank) + 1 - len(ends))
        for index, event in enumerate(self._bench.events):
            ends[self._rank_of(event.stage)] = index + 1
        for rank in range(1, len(ends)):
            ends[rank] = max(ends[rank - 1 : rank + 1])
        return ends
