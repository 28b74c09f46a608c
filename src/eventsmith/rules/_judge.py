"""Judges catalogs by rules, and remembers: an edit costs what it touched, not the size of the catalog.

What was found about a thing is kept as long as the thing is the same object and the settings are equal. Things that are
compared with each other are filed under their keys; only keys that came or went are looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import is_
from typing import Any

from eventsmith.destinations import destination
from eventsmith.model import Campaign, Catalog, Event, Place, show_place, value_at
from eventsmith.rules._rule import KINDS, Finding, Fix, LooksAt, Rule, Settings, Twin


@dataclass(frozen=True, slots=True)
class Issue:
    """What a rule found, at a place of the catalog."""

    rule: Rule
    place: Place
    message: str
    fix: Fix | None = None
    thing: Place = ()
    """The place of what the rule looked at: what its fix is given."""
    silenced: str = ""
    """The reason that the catalog gives for not wanting to hear of it; empty where it does."""


Found = tuple[Rule, Place, Place, Finding, str]
"""The rule; the thing, and the place, both within the event or campaign; the finding; why it is silenced."""


@dataclass(frozen=True)
class Issues:
    """All that is wrong with one catalog, in the order of the catalog."""

    of_catalog: Sequence[tuple[Rule, Finding]]
    of_events: Sequence[tuple[Found, ...]]
    of_uses: Mapping[int, tuple[Found, ...]]
    """By the identity of the event."""
    of_campaigns: Sequence[tuple[Found, ...]]
    of_twins: Sequence[tuple[Rule, Event, Twin, Finding]]
    _catalog: Catalog

    def _among_twins(self) -> dict[int, list[Issue]]:
        """Index of an event -> what was found by comparing it with others."""
        found: dict[int, list[Issue]] = {}
        if self.of_twins:
            index = {id(event): number for number, event in enumerate(self._catalog.events)}
            for rule, first, twin, finding in self.of_twins:
                thing: Place = ("events", index[id(twin.event)])
                place = (*thing, *twin.at)
                silenced = _reason(rule, *_things_at(twin.event, twin.at)) or self._catalog.ignore.get(rule.name, "")
                given = ("events", index[id(first)]) if finding.of == 0 else thing
                issue = Issue(rule, place, finding.message, finding.fix, given, silenced)
                found.setdefault(index[id(twin.event)], []).append(issue)
        for issues in found.values():
            # The groups are in the order in which they came about, which differs with the edits that led here.
            issues.sort(key=lambda issue: (issue.rule.name, show_place(issue.place), issue.message))
        return found

    @cached_property
    def everything(self) -> tuple[Issue, ...]:
        """All issues, silenced ones too."""
        ignore = self._catalog.ignore
        issues = [
            Issue(rule, finding.at, finding.message, finding.fix, (), ignore.get(rule.name, ""))
            for rule, finding in self.of_catalog
        ]

        def place_all(key: str, number: int, found: Iterable[Found]) -> Iterator[Issue]:
            for rule, thing, place, finding, reason in found:
                silenced = reason or ignore.get(rule.name, "")
                here: Place = (key, number)
                yield Issue(rule, here + place, finding.message, finding.fix, here + thing, silenced)

        twins = self._among_twins()
        for number, found in enumerate(self.of_events):
            if found:
                issues.extend(place_all("events", number, found))
            if self.of_uses and (idle := self.of_uses.get(id(self._catalog.events[number]))):
                issues.extend(place_all("events", number, idle))
            if number in twins:
                issues.extend(twins[number])
        for number, found in enumerate(self.of_campaigns):
            issues.extend(place_all("campaigns", number, found))
        return tuple(issues)

    @cached_property
    def open(self) -> tuple[Issue, ...]:
        """All issues but the silenced ones."""
        return tuple(issue for issue in self.everything if not issue.silenced)

    @cached_property
    def _by_place(self) -> dict[Place, list[Issue]]:
        places: dict[Place, list[Issue]] = {}
        for issue in self.open:
            places.setdefault(issue.place, []).append(issue)
        return places

    def at(self, place: Place) -> Sequence[Issue]:
        """Issues of just that place, the worst first."""
        return sorted(self._by_place.get(place, ()), key=lambda issue: ORDER[issue.rule.severity])

    @cached_property
    def _by_owner(self) -> dict[Place, list[Issue]]:
        owners: dict[Place, list[Issue]] = {}
        for issue in self.open:
            owners.setdefault(issue.place[:2], []).append(issue)
        return owners

    def under(self, place: Place) -> Sequence[Issue]:
        """Issues of that place and of all that belongs to it."""
        among = self._by_owner.get(place[:2], ()) if len(place) > 1 else self.open
        return [issue for issue in among if issue.place[: len(place)] == place]

    @cached_property
    def counts(self) -> tuple[int, int, int]:
        """How many errors, warnings and hints."""
        severities = [issue.rule.severity for issue in self.open]
        return severities.count("error"), severities.count("warning"), severities.count("hint")


ORDER = {"error": 0, "warning": 1, "hint": 2}


class Judge:
    """Judges one catalog after another. Give it a version of the catalog after each edit."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[LooksAt, list[Rule]] = {kind: [] for kind in KINDS}
        for rule in rules:
            self._rules[rule.looks_at].append(rule)
        self._settings: Settings | None = None
        self._forget()

    def _forget(self) -> None:
        self._events: tuple[Event, ...] = ()
        self._of_events: list[tuple[Found, ...]] = []
        self._by_id: dict[str, list[Event]] = {}
        self._groups: dict[Rule, dict[str, list[Twin]]] = {rule: {} for rule in self._rules["twins"]}
        self._of_groups: dict[tuple[Rule, str], list[tuple[Rule, Event, Twin, Finding]]] = {}
        self._of_campaigns: dict[int, tuple[Campaign, tuple[Event, ...], tuple[Found, ...]]] = {}
        self._users: dict[str, list[Campaign]] = {}
        self._of_uses: dict[int, tuple[Found, ...]] = {}

    def judge(self, catalog: Catalog) -> Issues:
        """All that is wrong with the catalog."""
        settings = settings_of(catalog)
        if settings != self._settings:
            self._settings = settings
            self._forget()
        self._look_at_events(catalog.events, settings)
        of_catalog = [(rule, f) for rule in self._rules["catalog"] for f in rule.check(catalog, settings)]
        of_twins = [row for rows in self._of_groups.values() for row in rows]
        of_campaigns = self._look_at_campaigns(catalog, settings)
        self._look_at_users(catalog.campaigns, settings)
        of_uses = dict(self._of_uses)
        return Issues(of_catalog, tuple(self._of_events), of_uses, of_campaigns, of_twins, catalog)

    def _look_at_events(self, events: tuple[Event, ...], settings: Settings) -> None:
        old = self._events
        if events is old:
            return
        shorter = min(len(old), len(events))
        head = _first_false(map(is_, old, events), shorter)
        tail = _first_false(map(is_, reversed(old), reversed(events)), shorter - head)
        left, came = old[head : len(old) - tail], events[head : len(events) - tail]
        known = {id(event): found for event, found in zip(left, self._of_events[head : len(old) - tail], strict=True)}
        self._of_events[head : len(old) - tail] = [
            known[id(event)] if id(event) in known else tuple(self._event_findings(event, settings)) for event in came
        ]
        self._events = events
        self._file(left, came, settings)
        for event in left:
            self._of_uses.pop(id(event), None)
        for event in came:
            self._look_at_use(event, settings)

    def _file(self, left: Sequence[Event], came: Sequence[Event], settings: Settings) -> None:
        """Takes events out of, and puts events into, what is filed by key."""
        for event in left:
            same = self._by_id[event.id]
            del same[next(n for n, other in enumerate(same) if other is event)]
            if not same:
                del self._by_id[event.id]
        for event in came:
            self._by_id.setdefault(event.id, []).append(event)
        for rule, groups in self._groups.items():
            assert rule.compares is not None
            touched: dict[str, None] = {}
            for event in left:
                for key, gone in rule.compares(event):
                    twins = groups[key]
                    del twins[next(n for n, twin in enumerate(twins) if twin.event is event and twin.at == gone.at)]
                    touched[key] = None
            for event in came:
                for key, twin in rule.compares(event):
                    groups.setdefault(key, []).append(twin)
                    touched[key] = None
            for key in touched:
                self._of_groups.pop((rule, key), None)
                twins = groups[key]
                if not twins:
                    del groups[key]
                elif len(twins) > 1:
                    ordered = self._in_order(twins)
                    rows = [(rule, ordered[0].event, ordered[f.of], f) for f in rule.check(ordered, settings)]
                    if rows:
                        self._of_groups[rule, key] = rows

    def _in_order(self, twins: list[Twin]) -> list[Twin]:
        wanted = {id(twin.event) for twin in twins}
        index = {id(event): number for number, event in enumerate(self._events) if id(event) in wanted}
        return sorted(twins, key=lambda twin: index[id(twin.event)])

    def _event_findings(self, event: Event, settings: Settings) -> Iterator[Found]:
        for rule in self._rules["event"]:
            for finding in rule.check(event, settings):
                yield rule, (), finding.at, finding, _reason(rule, *_things_at(event, finding.at))
        for number, prop in enumerate(event.properties):
            things: list[tuple[Place, Any]] = [(("properties", number), prop)]
            things += [(("properties", number, "fields", i), field) for i, field in enumerate(prop.fields)]
            for thing, part in things:
                for rule in self._rules["prop"]:
                    for finding in rule.check(part, event, settings):
                        yield rule, thing, thing + finding.at, finding, _reason(rule, part, prop, event)

    def _look_at_users(self, campaigns: Sequence[Campaign], settings: Settings) -> None:
        """Looks again at the events that other campaigns point at than before."""
        before, self._users = self._users, {}
        for campaign in campaigns:
            for name in campaign.events():
                self._users.setdefault(name, []).append(campaign)
        for name in before.keys() | self._users.keys():
            was, now = before.get(name, ()), self._users.get(name, ())
            if len(was) != len(now) or not all(map(is_, was, now)):
                for event in self._by_id.get(name, ()):
                    self._look_at_use(event, settings)

    def _look_at_use(self, event: Event, settings: Settings) -> None:
        found = tuple(
            (rule, (), finding.at, finding, _reason(rule, event))
            for rule in self._rules["users"]
            for finding in rule.check(self._users.get(event.id, ()), event, settings)
        )
        if found:
            self._of_uses[id(event)] = found
        else:
            self._of_uses.pop(id(event), None)

    def _look_at_campaigns(self, catalog: Catalog, settings: Settings) -> list[tuple[Found, ...]]:
        known, self._of_campaigns = self._of_campaigns, {}
        result = []
        for campaign in catalog.campaigns:
            events = tuple(event for name in campaign.events() if (event := self._named(name)))
            before = known.get(id(campaign))
            if before and len(before[1]) == len(events) and all(map(is_, before[1], events)):
                found = before[2]
            else:
                by_id = {event.id: event for event in events}
                found = tuple(
                    (rule, (), finding.at, finding, _reason(rule, campaign))
                    for rule in self._rules["campaign"]
                    for finding in rule.check(campaign, by_id, settings)
                )
            self._of_campaigns[id(campaign)] = (campaign, events, found)
            result.append(found)
        return result

    def _named(self, event_id: str) -> Event | None:
        """The first event with the ID."""
        found = self._by_id.get(event_id, ())
        among = self._events if len(found) > 1 else found
        return next((event for event in among if event.id == event_id), None)


def settings_of(catalog: Catalog) -> Settings:
    """What the things of a catalog are judged under. Unknown destinations are left out; a rule names them."""
    known = (destination(name) for name in dict.fromkeys(catalog.destinations))
    return Settings(
        catalog.naming, catalog.budget, catalog.language, catalog.stages, tuple(place for place in known if place)
    )


def _reason(rule: Rule, *things: Any) -> str:
    """Why the rule is silenced for the innermost of the things that silences it."""
    return next((thing.ignore[rule.name] for thing in things if rule.name in thing.ignore), "")


def _things_at(event: Event, place: Place) -> list[Any]:
    """What `ignore` may stand on for a finding about an event: the field and the property it stands at, the event."""
    things: list[Any] = [event]
    if len(place) > 1 and place[0] == "properties":
        things.insert(0, value_at(event, place[:2]))
        if len(place) > 3 and place[2] == "fields":
            things.insert(0, value_at(event, place[:4]))
    return things


def _first_false(truths: Iterable[bool], length: int) -> int:
    """The index of the first false among the first `length`; `length` where all are true."""
    found = bytes(truths)[:length].find(0)
    return length if found < 0 else found
