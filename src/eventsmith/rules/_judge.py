"""The judge, which runs the rules on a catalog and remembers the results, so that an edit costs only what it touched.

Findings about a thing are kept as long as the thing is the same object and the settings are equal. Events that are
compared with each other are grouped by their keys, and only groups that gained or lost one are checked again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from eventsmith.destinations import destination
from eventsmith.edits import prevailing_spelling
from eventsmith.model import Campaign, Catalog, Event, Form, Level
from eventsmith.rules._at_levels import at_levels
from eventsmith.rules._group_events import GroupEvent, GroupEvents
from eventsmith.rules._group_users import GroupUsers
from eventsmith.rules._issues import Found, Issues, Kind, kind_of
from eventsmith.rules._rule import Rule, Settings, T, Twin
from eventsmith.rules._run_rules import RuleSet, reason_at
from eventsmith.rules._tracked_items import TrackedItems
from eventsmith.rules._twins import Texts, Twins
from eventsmith.rules._usual_form import UsualForm


class Judge:
    """A judge of successive versions of a catalog, one after each edit."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._all_rules = tuple(rules)
        self._levels: Mapping[str, Level] = {}
        self._rules = RuleSet(at_levels(self._all_rules, {}))
        self._usual_form = UsualForm()
        self._ignore: Mapping[str, str] = {}
        self._forget(None)

    def _forget(self, settings: Settings | None) -> None:
        self._settings = settings
        self._events: TrackedItems[Event] = TrackedItems()
        self._campaigns: TrackedItems[Campaign] = TrackedItems()
        self._groups = GroupEvents()
        self._by_id_key: dict[str, dict[int, Event]] = {}
        """By `_id_key`: the events that have the ID now or had it before."""
        self._users: dict[str, dict[int, Campaign]] = {}
        """By event ID: the campaigns that point at it."""
        self._watchers: dict[str, dict[int, Campaign]] = {}
        """By `_id_key`: the campaigns that name the ID in another spelling, or an event that it replaces."""
        self._resolved: dict[str, Event | None] = {}
        """By ID: the event that is meant, remembered within one run, as many campaigns may point at it."""
        self._watched: dict[int, tuple[str, ...]] = {}
        """By identity of a campaign: its keys in `_watchers`."""
        self._found_by_itself: dict[int, tuple[Found, ...]] = {}
        """By identity of an event: the findings about it by itself."""
        self._found_with_groups: dict[int, tuple[Found, ...]] = {}
        """By identity of an event: the findings about it that depend on its property groups."""
        self._found_in_use: dict[int, tuple[Found, ...]] = {}
        """By identity of an event: the findings about its use by campaigns."""
        self._group_users = GroupUsers()
        self._found: dict[str, dict[int, tuple[Found, ...]]] = {"property_groups": {}, "events": {}, "campaigns": {}}
        """By identity of a group, event or campaign: all findings about it."""
        self._snapshots: dict[str, Mapping[int, tuple[Found, ...]]] = {}
        """Copies of `_found` that were handed out, to be used again while nothing has changed."""
        self._event_groups: list[Twins[Event] | Texts[Event]] = []
        self._campaign_groups: list[Twins[Campaign] | Texts[Campaign]] = []
        for rule in (*self._rules.rules["twins"], *self._rules.rules["texts"]):
            kind = Twins if rule.looks_at == "twins" else Texts
            (self._campaign_groups if rule.compares_campaigns else self._event_groups).append(kind(rule))
        self._key_counts: dict[Rule, Counter[str]] = {rule: Counter() for rule in self._rules.rules["numbers"]}
        self._numbers: Counter[Kind] = Counter()
        self._silenced: Counter[str] = Counter()
        """By rule: how many issues the catalog silences; under “”: how many the things in it silence."""

    def judge(self, catalog: Catalog) -> Issues:
        """Return all issues of the catalog."""
        settings = settings_of(catalog, self._usual_form.of(catalog))
        if catalog.severity != self._levels:
            self._levels = catalog.severity
            self._rules = RuleSet(at_levels(self._all_rules, self._levels))
            self._forget(settings)
        elif settings != self._settings:
            self._forget(settings)
        ignore = {name: reason for name, reason in catalog.ignore.items() if reason.strip()}
        if ignore != self._ignore:
            self._ignore = ignore
            self._recount()
        events_left, events_came = self._events.update_to(catalog.events)
        left, came = self._campaigns.update_to(catalog.campaigns)
        campaigns = self._file_campaigns(left, came, settings)
        events = self._file_events(events_left, events_came, settings)
        groups_left, groups_came, regrouped = self._groups.update_to(
            catalog.property_groups, events_left, events_came, self._events.things
        )
        events |= self._file_groups(groups_left, groups_came, settings)
        for group in groups_left:
            # Also those whose findings an event has just changed.
            events.pop(id(group), None)
        for identity, event in regrouped.items():
            self._found_with_groups.pop(identity, None)
            self._found_in_use.pop(identity, None)
            events[identity] = event
        for name in {name for campaign in (*left, *came) for name in campaign.events()}:
            for identity, event in self._by_id_key.get(_id_key(name), {}).items():
                self._found_in_use.pop(identity, None)
                events[identity] = event
        for event in (*events_left, *events_came, *regrouped.values()):
            campaigns.update(self._users.get(event.id, {}))
            for key in _id_keys(event):
                campaigns.update(self._watchers.get(key, {}))
        if left or campaigns or groups_left or groups_came:
            for group in self._group_users.update_to(self._groups, self._campaigns.things, self._resolve):
                self._found_in_use.pop(id(group), None)
                events[id(group)] = group
        for event in events.values():
            self._judge_event(event, settings)
        self._resolved.clear()
        for campaign in campaigns.values():
            self._judge_campaign(campaign, settings)
        return self._issues(self._judge_catalog(catalog, settings))

    def _issues(self, of_catalog: Sequence[Found]) -> Issues:
        numbers, silenced = self._numbers.copy(), self._silenced.total()
        for found in of_catalog:
            if found.rule.name in self._ignore:
                silenced += 1
            else:
                numbers[kind_of("", found)] += 1
        for noun, found_in in self._found.items():
            if noun not in self._snapshots:
                self._snapshots[noun] = found_in.copy()
        things: dict[str, Sequence[Event | Campaign]]
        things = {
            "property_groups": self._groups.things,
            "events": self._events.things,
            "campaigns": self._campaigns.things,
        }
        return Issues(numbers, silenced, of_catalog, things, self._snapshots.copy(), self._ignore)

    def _file_campaigns(
        self, left: Sequence[Campaign], came: Sequence[Campaign], settings: Settings
    ) -> dict[int, Campaign]:
        """Replace campaigns; return those whose findings may have changed."""
        for campaign in left:
            for name in campaign.events():
                del self._users[name][id(campaign)]
        for campaign in came:
            for name in campaign.events():
                self._users.setdefault(name, {})[id(campaign)] = campaign
        campaigns = {id(campaign): campaign for campaign in came}
        for comparing in self._campaign_groups:
            for campaign in comparing.replace(left, came, settings, self._campaigns_in_order):
                campaigns[id(campaign)] = campaign
        for identity in {id(campaign) for campaign in left} - {id(campaign) for campaign in came}:
            self._replace("campaigns", identity, ())
            self._unwatch(identity)
            campaigns.pop(identity, None)
        return campaigns

    def _file_events(self, left: Sequence[Event], came: Sequence[Event], settings: Settings) -> dict[int, Event]:
        """Replace events; return those whose findings may have changed."""
        for event in left:
            for key in _id_keys(event):
                del self._by_id_key[key][id(event)]
        for event in came:
            for key in _id_keys(event):
                self._by_id_key.setdefault(key, {})[id(event)] = event
        for rule, counted in self._key_counts.items():
            _count(rule, counted, left, -1)
            _count(rule, counted, came, 1)
        events = {id(event): event for event in came}
        for comparing in self._event_groups:
            events.update(
                (id(event), event) for event in comparing.replace(left, came, settings, self._events_in_order)
            )
        for identity in {id(event) for event in left} - {id(event) for event in came}:
            self._forget_event("events", identity)
            events.pop(identity, None)
        return events

    def _file_groups(
        self, left: Sequence[GroupEvent], came: Sequence[GroupEvent], settings: Settings
    ) -> dict[int, Event]:
        """Replace property groups; return those, and the events, whose findings may have changed."""
        events: dict[int, Event] = {id(group): group for group in came}
        for comparing in self._event_groups if left or came else ():
            if isinstance(comparing, Texts):
                changed = comparing.replace(left, came, settings, self._events_in_order)
                events.update((id(event), event) for event in changed)
        for group in left:
            self._forget_event("property_groups", id(group))
        return events

    def _forget_event(self, noun: str, identity: int) -> None:
        for found in (self._found_by_itself, self._found_with_groups, self._found_in_use):
            found.pop(identity, None)
        self._replace(noun, identity, ())

    def _judge_event(self, event: Event, settings: Settings) -> None:
        """Collect all findings about an event: by itself, in its groups, in its use, and compared with others."""
        identity, whole = id(event), self._groups.whole(event)
        if identity not in self._found_by_itself:
            self._found_by_itself[identity] = tuple(self._rules.at_event(event, settings))
        if identity not in self._found_with_groups:
            groups = self._groups.of(event)
            self._found_with_groups[identity] = tuple(self._rules.with_groups(event, whole, groups, settings))
        if identity not in self._found_in_use:
            users = self._users_of(event)
            self._found_in_use[identity] = tuple(self._rules.at_use(event, whole, users, settings))
        found = self._found_by_itself[identity]
        if more := self._found_with_groups[identity]:
            found = tuple(self._rules.in_order((*found, *more)))
        found = (*found, *self._found_in_use[identity], *_compared(event, self._event_groups))
        found += tuple(self._rules.at_ignore_entries(event, found, settings))
        self._replace("property_groups" if isinstance(event, GroupEvent) else "events", identity, found)

    def _users_of(self, event: Event) -> Sequence[Campaign]:
        if isinstance(event, GroupEvent):
            return self._group_users.of(event)
        return sorted(self._users.get(event.id, {}).values(), key=self._campaigns.number)

    def _judge_campaign(self, campaign: Campaign, settings: Settings) -> None:
        events = {name: self._groups.whole(event) for name in campaign.events() if (event := self._resolve(name))}
        wanted = {name for name in campaign.events() if name not in events or events[name].id != name}
        replacing = {event.replaced_by for event in events.values() if event.replaced_by}
        self._watch(campaign, {_id_key(name) for name in wanted | replacing})
        events |= {name: self._groups.whole(event) for name in replacing if (event := self._resolve(name))}
        found = self._rules.at_campaign(campaign, events, _compared(campaign, self._campaign_groups), settings)
        self._replace("campaigns", id(campaign), found)

    def _watch(self, campaign: Campaign, wanted: Collection[str]) -> None:
        """Have the campaign judged again whenever an event with one of the keys is added or removed."""
        self._unwatch(id(campaign))
        if wanted:
            self._watched[id(campaign)] = tuple(wanted)
            for key in wanted:
                self._watchers.setdefault(key, {})[id(campaign)] = campaign

    def _unwatch(self, identity: int) -> None:
        for key in self._watched.pop(identity, ()):
            del self._watchers[key][identity]

    def _judge_catalog(self, catalog: Catalog, settings: Settings) -> list[Found]:
        silenced = [name for name, number in self._silenced.items() if number]
        return self._rules.at_catalog(catalog, self._key_counts, silenced, settings)

    def _resolve(self, event_id: str) -> Event | None:
        """Return the first event with the ID, or else the only one that had it before or spells it differently."""
        if event_id not in self._resolved:
            self._resolved[event_id] = self._resolve_uncached(event_id)
        return self._resolved[event_id]

    def _resolve_uncached(self, event_id: str) -> Event | None:
        called = list(self._by_id_key.get(_id_key(event_id), {}).values())
        found = [event for event in called if event.id == event_id]
        if len(found) > 1:
            return min(found, key=self._events.number)
        return found[0] if found else called[0] if len(called) == 1 and event_id else None

    def _events_in_order(self, twins: list[Twin[Event]]) -> list[Twin[Event]]:
        return sorted(twins, key=lambda twin: self._events.number(twin.thing)) if len(twins) > 1 else twins

    def _campaigns_in_order(self, twins: list[Twin[Campaign]]) -> list[Twin[Campaign]]:
        return sorted(twins, key=lambda twin: self._campaigns.number(twin.thing)) if len(twins) > 1 else twins

    def _replace(self, noun: str, identity: int, found: tuple[Found, ...]) -> None:
        """Replace the findings about an event or campaign."""
        before = self._found[noun].pop(identity, ())
        if found:
            self._found[noun][identity] = found
        if found or before:
            self._add_to_counts(noun, before, -1)
            self._add_to_counts(noun, found, 1)
            self._snapshots.pop(noun, None)

    def _add_to_counts(self, noun: str, found: Iterable[Found], number: int) -> None:
        """Count findings, open or silenced; with the number -1, discount them."""
        for one in found:
            if one.reason:
                self._silenced[""] += number
            elif one.rule.name in self._ignore:
                self._silenced[one.rule.name] += number
            else:
                self._numbers[kind_of(noun, one)] += number

    def _recount(self) -> None:
        self._numbers.clear()
        self._silenced.clear()
        for noun, known in self._found.items():
            for found in known.values():
                self._add_to_counts(noun, found, 1)


def settings_of(catalog: Catalog, usual: Form | None) -> Settings:
    """Return the settings under which things are judged, leaving out unknown destinations, which a rule reports."""
    known = (destination(name) for name in dict.fromkeys(catalog.destinations))
    return Settings(
        catalog.naming,
        catalog.budget,
        catalog.language,
        catalog.stages,
        tuple(place for place in known if place),
        prevailing_spelling(catalog),
        usual,
    )


def _id_key(event_id: str) -> str:
    """Return an ID without case and separators: the same key for all its spellings."""
    return event_id.casefold().replace("_", "").replace("-", "")


def _id_keys(event: Event) -> set[str]:
    return {_id_key(event.id), *map(_id_key, event.former_ids)}


def _compared(thing: T, comparing: Iterable[Twins[T] | Texts[T]]) -> list[Found]:
    """Return the findings that come from comparing a thing with others."""
    rows = (row for one in comparing for row in one.of(thing))
    return [
        Found(row.rule, row.within, row.at, row.finding, reason_at(row.rule, thing, row.at), row.first) for row in rows
    ]


def _count(rule: Rule, counted: Counter[str], events: Iterable[Event], more: int) -> None:
    assert rule.counts is not None
    for event in filter(rule.judges, events):
        for key in rule.counts(event):
            counted[key] += more
            if not counted[key]:
                del counted[key]
