"""Runs of rules on one thing at a time, with the reasons for silencing findings. Nothing is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from eventsmith.model import Campaign, Catalog, Event, Place, Property, PropertyField, PropertyGroup
from eventsmith.rules._group_events import GroupEvent
from eventsmith.rules._issues import Found
from eventsmith.rules._rule import KINDS, LooksAt, Rule, Settings

Thing = Catalog | Event | Property | PropertyField | Campaign
"""A thing that can ignore rules."""


class RuleSet:
    """A set of rules to run, grouped by what they look at."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: dict[LooksAt, list[Rule]] = {kind: [] for kind in KINDS}
        for rule in rules:
            self.rules[rule.looks_at].append(rule)
        self._of_an_event, self._of_a_property = (
            {
                with_groups: [(rule, rule.check) for rule in self.rules[kind] if rule.with_groups == with_groups]
                for with_groups in (False, True)
            }
            for kind in ("event", "prop")
        )
        self._of_anything = [(rule, rule.check) for rule in self.rules["thing"]]
        self._names = {rule.name for kind, among in self.rules.items() for rule in among if kind != "silenced"}
        self._ranks = {rule: rank for rank, rule in enumerate(rule for among in self.rules.values() for rule in among)}

    def at_event(self, event: Event, settings: Settings) -> list[Found]:
        """Return the findings about an event by itself, and about each of its properties and fields."""
        found = self._at_whole_event(event, event, settings, with_groups=False)
        self._by_itself(found, event, (), (event,), settings)
        if event.status != "idea":
            self._at_properties(found, event, event, settings, with_groups=False)
        return found

    def with_groups(
        self, event: Event, whole: Event, groups: Sequence[PropertyGroup], settings: Settings
    ) -> list[Found]:
        """Return the findings about an event that depend on its property groups; `whole` has their properties, too."""
        found = self._at_whole_event(event, whole, settings, with_groups=True)
        if event.status == "idea":
            return found
        for rule in self.rules["groups"] if groups else ():
            for finding in rule.check(groups, event, settings):
                found.append(Found(rule, (), finding.at, finding, reason_at(rule, event, finding.at)))
        self._at_properties(found, event, whole, settings, with_groups=True)
        return found

    def in_order(self, found: Iterable[Found]) -> list[Found]:
        """Return findings about one event in the order of its parts, and those about one part in that of the rules."""
        return sorted(found, key=lambda one: (one.thing, self._ranks[one.rule]))

    def _at_whole_event(self, event: Event, whole: Event, settings: Settings, *, with_groups: bool) -> list[Found]:
        return [
            Found(rule, (), finding.at, finding, reason_at(rule, event, finding.at))
            for rule, check in self._of_an_event[with_groups]
            if rule.judges(event)
            for finding in check(whole, settings)
            if _is_in(event, finding.at)
        ]

    def _at_properties(
        self, found: list[Found], event: Event, whole: Event, settings: Settings, *, with_groups: bool
    ) -> None:
        # A catalog may have tens of thousands of properties and hardly a finding: nothing is built before there is one.
        checks = self._of_a_property[with_groups]
        for number, prop in enumerate(event.properties):
            here: Place = ("properties", number)
            for rule, check in checks:
                for finding in check(prop, whole, settings):
                    found.append(Found(rule, here, here + finding.at, finding, _reason(rule, (prop, event))))
            if not with_groups:
                self._by_itself(found, prop, here, (prop, event), settings)
            for place, field, things in _fields_of(prop, event) if prop.fields else ():
                for rule, check in checks:
                    for finding in check(field, whole, settings):
                        at = here + place
                        found.append(Found(rule, at, at + finding.at, finding, _reason(rule, things)))
                if not with_groups:
                    self._by_itself(found, field, here + place, things, settings)

    def _by_itself(
        self, found: list[Found], thing: Thing, here: Place, things: Sequence[Thing], settings: Settings
    ) -> None:
        for rule, check in self._of_anything:
            for finding in check(thing, settings):
                found.append(Found(rule, here, here + finding.at, finding, _reason(rule, things)))

    def at_use(self, event: Event, whole: Event, users: Sequence[Campaign], settings: Settings) -> Iterator[Found]:
        """Yield the findings about an event's use by campaigns; `whole` has the properties of its groups, too."""
        for rule in self.rules["users"] if event.status != "idea" else ():
            for finding in rule.check(users, whole, settings):
                if _is_in(event, finding.at):
                    yield Found(rule, (), finding.at, finding, reason_at(rule, event, finding.at))

    def at_campaign(
        self, campaign: Campaign, events: Mapping[str, Event], compared: Iterable[Found], settings: Settings
    ) -> tuple[Found, ...]:
        """Return the findings about a campaign, with `compared`, those that come from comparing it with others."""
        found = [
            Found(rule, (), finding.at, finding, _reason(rule, (campaign,)))
            for rule in self.rules["campaign"]
            for finding in rule.check(campaign, events, settings)
        ]
        self._by_itself(found, campaign, (), (campaign,), settings)
        found += compared
        found += self._check_ignore_entries(
            campaign, (), (campaign,), {one.rule.name for one in found if one.reason}, settings
        )
        return tuple(found)

    def at_catalog(
        self, catalog: Catalog, counted: Mapping[Rule, Mapping[str, int]], silenced: Iterable[str], settings: Settings
    ) -> list[Found]:
        """Return the findings about the catalog itself; `silenced` names the rules that it silences elsewhere."""
        found = [
            Found(rule, (), finding.at, finding, "")
            for rule in self.rules["catalog"]
            for finding in rule.check(catalog, settings)
        ]
        found += [
            Found(rule, (), finding.at, finding, "")
            for rule in self.rules["numbers"]
            for finding in rule.check(counted[rule], catalog, settings)
        ]
        self._by_itself(found, catalog, (), (), settings)
        if catalog.ignore:
            names = {one.rule.name for one in found} | set(silenced)
            found += self._check_ignore_entries(catalog, (), (), names, settings)
        return found

    def at_ignore_entries(self, event: Event, found: Sequence[Found], settings: Settings) -> Iterator[Found]:
        """Yield the findings about the ignored rules of an event and its parts, given all other findings there."""
        ignoring = [(here, things) for here, things in _parts(event) if things[0].ignore]
        # Most rules skip ideas, so what they would find there is unknown.
        if not ignoring or event.status == "idea":
            return
        silenced: dict[Place, set[str]] = {}
        for one in found:
            # The place of a part of an event is a key and an index, as often as the part is deep.
            for size in range(0, len(one.place) + 1, 2) if one.reason else ():
                silenced.setdefault(one.place[:size], set()).add(one.rule.name)
        for here, things in ignoring:
            yield from self._check_ignore_entries(things[0], here, things, silenced.get(here, set()), settings)

    def _check_ignore_entries(
        self, thing: Thing, here: Place, things: Sequence[Thing], silenced: set[str], settings: Settings
    ) -> Iterator[Found]:
        if thing.ignore:
            # Nobody knows what rules that were not run would find.
            known = silenced | (thing.ignore.keys() - self._names)
            for rule in self.rules["silenced"]:
                for finding in rule.check(known, thing, settings):
                    yield Found(rule, here, here + finding.at, finding, _reason(rule, things))


def _is_in(event: Event, at: Place) -> bool:
    """Return whether a place is in an event itself, and not in its groups; in a group, only properties can be wrong."""
    if len(at) > 1 and at[0] == "properties":
        return int(at[1]) < len(event.properties)
    return not isinstance(event, GroupEvent)


def _parts(event: Event) -> Iterator[tuple[Place, Sequence[Thing]]]:
    """Yield the place of an event and of each part that can ignore rules, with the part and what it belongs to."""
    yield (), (event,)
    for number, prop in enumerate(event.properties):
        yield ("properties", number), (prop, event)
        for place, _, things in _fields_of(prop, event) if prop.fields else ():
            yield ("properties", number, *place), things


def _fields_of(prop: PropertyField, *around: Thing) -> Iterator[tuple[Place, PropertyField, Sequence[Thing]]]:
    """Yield the place of each field in a property, the field, and the field with all that it is in, inside first."""
    for index, field in enumerate(prop.fields):
        yield ("fields", index), field, (field, prop, *around)
        for place, inner, things in _fields_of(field, prop, *around) if field.fields else ():
            yield ("fields", index, *place), inner, things


def _reason(rule: Rule, things: Sequence[Thing]) -> str:
    """Return the reason that the innermost of the things gives for silencing the rule; empty if none does."""
    return next((reason for thing in things if (reason := thing.ignore.get(rule.name, "").strip())), "")


def reason_at(rule: Rule, thing: Event | Campaign, place: Place) -> str:
    """Return the reason for silencing a rule at a place in a thing, given by the field, the property or the thing."""
    things: list[Thing] = [thing]
    if isinstance(thing, Event) and len(place) > 1 and place[0] == "properties":
        part: PropertyField = thing.properties[int(place[1])]
        things.append(part)
        for key, index in zip(place[2::2], place[3::2], strict=False):
            if key != "fields":
                break
            part = part.fields[int(index)]
            things.append(part)
    return _reason(rule, things[::-1])
