"""The judge: it runs the rules on a catalog and remembers the results, so that an edit costs only what it touched.

Findings about a thing are kept as long as the thing is the same object and the settings are equal. Events that are
compared with each other are filed under their keys; only keys added or removed are looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from eventsmith.destinations import destination
from eventsmith.edits import prevailing_spelling
from eventsmith.model import Campaign, Catalog, Event, Form
from eventsmith.rules._issues import Found, Issues, Kind, kind_of
from eventsmith.rules._rule import Rule, Settings, T, Twin
from eventsmith.rules._run_rules import RuleSet, reason_at
from eventsmith.rules._tracked_items import TrackedItems
from eventsmith.rules._twins import Texts, Twins
from eventsmith.rules._usual_form import UsualForm


class Judge:
    """A judge of one catalog after another. Give it each new version after an edit."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._look = RuleSet(rules)
        self._usual_form = UsualForm()
        self._ignore: Mapping[str, str] = {}
        self._forget(None)

    def _forget(self, settings: Settings | None) -> None:
        self._settings = settings
        self._events: TrackedItems[Event] = TrackedItems()
        self._campaigns: TrackedItems[Campaign] = TrackedItems()
        self._called: dict[str, dict[int, Event]] = {}
        """By the letters of an ID, `_letters`: the events that have or had it."""
        self._users: dict[str, dict[int, Campaign]] = {}
        """By event ID: the campaigns that point at it."""
        self._wanting: dict[str, dict[int, Campaign]] = {}
        """By the letters of an ID: the campaigns that point at an event it replaces, or at it in another spelling."""
        self._meant: dict[str, Event | None] = {}
        """By ID: the event found for it in the current catalog, as many campaigns may point at it."""
        self._wanted: dict[int, tuple[str, ...]] = {}
        """By identity of the campaign: the letters under which it is filed there."""
        self._own: dict[int, tuple[Found, ...]] = {}
        """By identity of the event: the findings about it by itself, then about its use."""
        self._uses: dict[int, tuple[Found, ...]] = {}
        self._found: dict[str, dict[int, tuple[Found, ...]]] = {"events": {}, "campaigns": {}}
        """By identity of the event or campaign: all findings about it."""
        self._handed_out: dict[str, Mapping[int, tuple[Found, ...]]] = {}
        """Copies of those, as long as they are unchanged."""
        self._comparing: list[Twins[Event] | Texts[Event]] = []
        self._comparing_campaigns: list[Twins[Campaign] | Texts[Campaign]] = []
        for rule in (*self._look.rules["twins"], *self._look.rules["texts"]):
            kind = Twins if rule.looks_at == "twins" else Texts
            (self._comparing_campaigns if rule.compares_campaigns else self._comparing).append(kind(rule))
        self._counted: dict[Rule, Counter[str]] = {rule: Counter() for rule in self._look.rules["numbers"]}
        self._numbers: Counter[Kind] = Counter()
        self._hidden: Counter[str] = Counter()
        """How many issues the catalog silences, by rule; under “” how many the things in it silence."""

    def judge(self, catalog: Catalog) -> Issues:
        """Return all issues of the catalog."""
        settings = settings_of(catalog, self._usual_form.of(catalog))
        if settings != self._settings:
            self._forget(settings)
        ignore = {name: reason for name, reason in catalog.ignore.items() if reason.strip()}
        if ignore != self._ignore:
            self._ignore = ignore
            self._count_anew()
        events_left, events_came = self._events.update_to(catalog.events)
        left, came = self._campaigns.update_to(catalog.campaigns)
        campaigns = self._file_campaigns(left, came, settings)
        events = self._file_events(events_left, events_came, settings)
        for name in {name for campaign in (*left, *came) for name in campaign.events()}:
            for owner, event in self._called.get(_letters(name), {}).items():
                self._uses.pop(owner, None)
                events[owner] = event
        for event in events.values():
            self._look_at_event(event, settings)
        for event in (*events_left, *events_came):
            campaigns.update(self._users.get(event.id, {}))
            for letters in _calls(event):
                campaigns.update(self._wanting.get(letters, {}))
        self._meant.clear()
        for campaign in campaigns.values():
            self._look_at_campaign(campaign, settings)
        return self._issues(self._look_at_catalog(catalog, settings))

    def _issues(self, of_catalog: Sequence[Found]) -> Issues:
        numbers, silenced = self._numbers.copy(), self._hidden.total()
        for found in of_catalog:
            if found.rule.name in self._ignore:
                silenced += 1
            else:
                numbers[kind_of("", found)] += 1
        for noun, found_in in self._found.items():
            if noun not in self._handed_out:
                self._handed_out[noun] = found_in.copy()
        things: dict[str, Sequence[Event | Campaign]]
        things = {"events": self._events.things, "campaigns": self._campaigns.things}
        return Issues(numbers, silenced, of_catalog, things, self._handed_out.copy(), self._ignore)

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
        for comparing in self._comparing_campaigns:
            for campaign in comparing.refile(left, came, settings, self._campaigns_in_order):
                campaigns[id(campaign)] = campaign
        for owner in {id(campaign) for campaign in left} - {id(campaign) for campaign in came}:
            self._replace("campaigns", owner, ())
            self._want_nothing(owner)
            campaigns.pop(owner, None)
        return campaigns

    def _file_events(self, left: Sequence[Event], came: Sequence[Event], settings: Settings) -> dict[int, Event]:
        """Replace events; return those whose findings may have changed."""
        for event in left:
            for letters in _calls(event):
                del self._called[letters][id(event)]
        for event in came:
            for letters in _calls(event):
                self._called.setdefault(letters, {})[id(event)] = event
        for rule, counted in self._counted.items():
            _count(rule, counted, left, -1)
            _count(rule, counted, came, 1)
        events = {id(event): event for event in came}
        for comparing in self._comparing:
            events.update((id(event), event) for event in comparing.refile(left, came, settings, self._in_order))
        for owner in {id(event) for event in left} - {id(event) for event in came}:
            del self._own[owner]
            self._uses.pop(owner, None)
            self._replace("events", owner, ())
            events.pop(owner, None)
        return events

    def _look_at_event(self, event: Event, settings: Settings) -> None:
        """Collect all findings about an event: by itself, in its use, and compared with others."""
        owner = id(event)
        if owner not in self._own:
            self._own[owner] = tuple(self._look.at_event(event, settings))
        if owner not in self._uses:
            users = sorted(self._users.get(event.id, {}).values(), key=self._campaigns.number)
            self._uses[owner] = tuple(self._look.at_use(event, users, settings))
        found = (*self._own[owner], *self._uses[owner], *_compared(event, self._comparing))
        found += tuple(self._look.hidden_in(event, found, settings))
        self._replace("events", owner, found)

    def _look_at_campaign(self, campaign: Campaign, settings: Settings) -> None:
        events = {name: event for name in campaign.events() if (event := self._named(name))}
        wanted = {name for name in campaign.events() if name not in events or events[name].id != name}
        replacing = {event.replaced_by for event in events.values() if event.replaced_by}
        self._want(campaign, {_letters(name) for name in wanted | replacing})
        events |= {name: event for name in replacing if (event := self._named(name))}
        found = self._look.at_campaign(campaign, events, _compared(campaign, self._comparing_campaigns), settings)
        self._replace("campaigns", id(campaign), found)

    def _want(self, campaign: Campaign, wanted: Collection[str]) -> None:
        """Look at the campaign again whenever an event with one of those letters is added or removed."""
        self._want_nothing(id(campaign))
        if wanted:
            self._wanted[id(campaign)] = tuple(wanted)
            for letters in wanted:
                self._wanting.setdefault(letters, {})[id(campaign)] = campaign

    def _want_nothing(self, owner: int) -> None:
        for letters in self._wanted.pop(owner, ()):
            del self._wanting[letters][owner]

    def _look_at_catalog(self, catalog: Catalog, settings: Settings) -> list[Found]:
        hidden = [name for name, number in self._hidden.items() if number]
        return self._look.at_catalog(catalog, self._counted, hidden, settings)

    def _named(self, event_id: str) -> Event | None:
        """Return the first event with the ID; else the only one that had it before, or spells it otherwise."""
        if event_id not in self._meant:
            self._meant[event_id] = self._called_so(event_id)
        return self._meant[event_id]

    def _called_so(self, event_id: str) -> Event | None:
        called = list(self._called.get(_letters(event_id), {}).values())
        found = [event for event in called if event.id == event_id]
        if len(found) > 1:
            return min(found, key=self._events.number)
        return found[0] if found else called[0] if len(called) == 1 and event_id else None

    def _in_order(self, twins: list[Twin[Event]]) -> list[Twin[Event]]:
        return sorted(twins, key=lambda twin: self._events.number(twin.thing)) if len(twins) > 1 else twins

    def _campaigns_in_order(self, twins: list[Twin[Campaign]]) -> list[Twin[Campaign]]:
        return sorted(twins, key=lambda twin: self._campaigns.number(twin.thing)) if len(twins) > 1 else twins

    def _replace(self, noun: str, owner: int, found: tuple[Found, ...]) -> None:
        """Replace the findings about an event or campaign."""
        before = self._found[noun].pop(owner, ())
        if found:
            self._found[noun][owner] = found
        if found or before:
            self._note(noun, before, -1)
            self._note(noun, found, 1)
            self._handed_out.pop(noun, None)

    def _note(self, noun: str, found: Iterable[Found], number: int) -> None:
        """Add the open and silenced findings to the counts, or subtract them."""
        for one in found:
            if one.reason:
                self._hidden[""] += number
            elif one.rule.name in self._ignore:
                self._hidden[one.rule.name] += number
            else:
                self._numbers[kind_of(noun, one)] += number

    def _count_anew(self) -> None:
        self._numbers.clear()
        self._hidden.clear()
        for noun, known in self._found.items():
            for found in known.values():
                self._note(noun, found, 1)


def settings_of(catalog: Catalog, usual: Form | None) -> Settings:
    """Return the settings for judging a catalog's things. Unknown destinations are left out; a rule reports them."""
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


def _letters(event_id: str) -> str:
    """Return an ID without case and separators, equal for all its spellings."""
    return event_id.casefold().replace("_", "").replace("-", "")


def _calls(event: Event) -> set[str]:
    return {_letters(event.id), *map(_letters, event.former_ids)}


def _compared(thing: T, comparing: Iterable[Twins[T] | Texts[T]]) -> list[Found]:
    """Return the findings about a thing from comparing it with others."""
    rows = (row for one in comparing for row in one.of(thing))
    return [
        Found(row.rule, row.within, row.at, row.finding, reason_at(row.rule, thing, row.at), row.first) for row in rows
    ]


def _count(rule: Rule, counted: Counter[str], events: Iterable[Event], more: int) -> None:
    assert rule.counts is not None
    for event in events:
        for key in rule.counts(event):
            counted[key] += more
            if not counted[key]:
                del counted[key]
