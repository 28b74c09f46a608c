"""What the judge remembers equals what it would find afresh, and it looks only at what changed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from eventsmith.edits import Edit, Insert, Move, Remove, Set, rename_event, set_event_id
from eventsmith.model import (
    Budget,
    Campaign,
    Catalog,
    Condition,
    Event,
    Property,
    PropertyField,
    PropertyGroup,
    show_place,
)
from eventsmith.rules import Finding, Issue, Judge, Rule, all_rules
from eventsmith.rules._rule import Text, Twin
from tests.rules.told import catalog, issues, told
from tests.rules.told import rule as rule_named

NAMES = st.sampled_from(
    [
        *(
            "Play Song",
            "play_song",
            "Song Played",
            "Start Song",
            "Pay",
            "PAY",
            "Registration",
            "",
            "Рay",
            "🎵",
            "a\u200b",
        ),
        *("Start Checkout", "Complete Checkout", "Click Button", "View Item 123"),
    ]
)
IDS = st.sampled_from(["playSong", "playsong", "play_song", "pay", "Pay", "", "2nd", "startSong"])
PROPERTY_NAMES = st.sampled_from(
    [
        *("songName", "song_name", "SongName", "email", "city", "amount", "Amount", "currency", "", "3d", "a-b"),
        *("timestamp", "lastOrder", "isPaid", "startDate", "lengthInKm"),
    ]
)
RULE_NAMES = st.sampled_from([one.name for one in all_rules()] + ["types-differ", "alone-in-stage", "no-such-rule"])
REASONS = st.dictionaries(RULE_NAMES, st.sampled_from(["because", ""]), max_size=2)
TEXTS = st.sampled_from(["", "engagement", "Engagement", "1 hour", "1h", "amount", "Amount", "\u202e"])
VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, 1, True, "1", "red", (1,), Decimal("1.0"), Decimal("1.00"), Decimal("NaN"), date(2026, 1, 1)),
        *("2026-01-01", "true", "jane@example.com", "4111 1111 1111 1111"),
    ]
)
TYPES = st.sampled_from(["string", "integer", "decimal", "boolean", "list"])
FIELDS = st.builds(PropertyField, name=PROPERTY_NAMES, type=TYPES, unit_in=TEXTS, example=VALUES, ignore=REASONS)
PROPERTIES = st.builds(
    Property,
    name=PROPERTY_NAMES,
    type=TYPES,
    unit_in=TEXTS,
    example=VALUES,
    values=st.sampled_from([(), (1, 2), (True, "1"), ("red",), (Decimal("1.0"),)]),
    aliases=st.lists(PROPERTY_NAMES, max_size=1).map(tuple),
    ignore=REASONS,
    fields=st.lists(FIELDS, max_size=2).map(tuple),
)
GROUP_NAMES = st.sampled_from(["order", "common", "", "gone"])
GROUPS = st.builds(
    PropertyGroup,
    name=GROUP_NAMES,
    description=TEXTS,
    every_event=st.booleans(),
    ignore=REASONS,
    properties=st.lists(PROPERTIES, max_size=3).map(tuple),
)
STATUSES = st.sampled_from(["planned", "live", "deprecated"])
USES = st.sampled_from([(), ("campaign",), ("segment", "analytics")])
LANGUAGES = st.sampled_from(["", "en", "de"])
EVENTS = st.builds(
    Event,
    id=IDS,
    name=NAMES,
    stage=TEXTS,
    aliases=st.lists(NAMES, max_size=2).map(tuple),
    status=STATUSES,
    replaced_by=st.just("") | IDS,
    former_ids=st.lists(IDS, max_size=1).map(tuple),
    used_for=USES,
    language=LANGUAGES,
    property_groups=st.lists(GROUP_NAMES, max_size=2).map(tuple),
    ignore=REASONS,
    properties=st.lists(PROPERTIES, max_size=3).map(tuple),
)
CONDITIONS = st.builds(
    Condition, property=PROPERTY_NAMES, operator=st.sampled_from(["=", ">=", "is-empty"]), value=VALUES
)
CAMPAIGNS = st.builds(
    Campaign,
    name=NAMES,
    trigger=IDS,
    unless=st.lists(IDS, max_size=2).map(tuple),
    wait=TEXTS,
    goal_event=IDS,
    ignore=REASONS,
    conditions=st.lists(CONDITIONS, max_size=2).map(tuple),
)
IN_EVENTS = {
    "id": IDS,
    "name": NAMES,
    "stage": TEXTS,
    "when": TEXTS,
    "status": STATUSES,
    "replaced_by": st.just("") | IDS,
    "former_ids": st.lists(IDS, max_size=2).map(tuple),
    "used_for": USES,
    "language": LANGUAGES,
    "source": st.sampled_from(["", "system"]),
    "property_groups": st.lists(GROUP_NAMES, max_size=3).map(tuple),
}
IN_PROPERTIES = {
    "name": PROPERTY_NAMES,
    "type": TYPES,
    "unit": TEXTS,
    "unit_in": TEXTS,
    "example": VALUES,
    "used_for": USES,
    "ignore": REASONS,
}
IN_CAMPAIGNS = {
    "name": NAMES,
    "trigger": IDS,
    "unless": st.lists(IDS, max_size=2).map(tuple),
    "goal": st.sampled_from(["", "activate"]),
    "goal_event": IDS,
    "wait": TEXTS,
    "conditions": st.lists(CONDITIONS, max_size=2).map(tuple),
    "ignore": REASONS,
}
IN_THE_CATALOG = {
    "language": st.sampled_from(["en", "de"]),
    "stages": st.sampled_from([("engagement",), ("engagement", "Engagement", "use"), ()]),
    "budget": st.builds(Budget, events=st.integers(0, 3), properties=st.integers(0, 2)),
}
"""What one key may be set to."""
DESTINATIONS = st.lists(st.sampled_from(["infobip", "ga4", "segment", "Infobip", "x"]), max_size=3).map(tuple)
INDEX = st.integers(0, 9)


def types(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    for number, prop in enumerate(event.properties):
        yield prop.name, Twin(event, ("properties", number), prop.type)


def types_differ(texts: Sequence[Text], settings: object) -> Iterator[Finding]:
    for number, text in enumerate(texts):
        if text.number < texts[0].number or number:
            yield Finding(("type",), f"{text.text} here ({text.number}), {texts[0].text} elsewhere", of=number)


def stages(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    yield event.stage, Twin(event, ("stage",), event.stage)


def alone_in_stage(twins: Sequence[Twin[Event]], settings: object) -> Iterator[Finding]:
    if len(twins) == 1:
        yield Finding(("stage",), f"{twins[0].thing.name} is alone in {twins[0].text}")


def number_of_stages(numbers: Mapping[str, int], catalog: Catalog, settings: object) -> Iterator[Finding]:
    yield Finding(("stages",), f"{sorted(numbers.items())}")


RULES = [
    *all_rules(),
    Rule("types-differ", "hint", types_differ, "texts", types),
    Rule("alone-in-stage", "hint", alone_in_stage, "twins", stages, alone=True),
    Rule("number-of-stages", "warning", number_of_stages, "numbers", counts=lambda event: [event.stage]),
]
"""All rules, and one of each kind that is rare among them."""


def rows(issues: Sequence[Issue]) -> list[tuple[Any, ...]]:
    return [
        (i.rule.name, show_place(i.place), i.message, i.thing, i.silenced, i.fix and (i.fix.label, i.fix.safe))
        for i in issues
    ]


class Remembering(RuleBasedStateMachine):
    """Random edits of one catalog, judged after each by one judge."""

    def __init__(self) -> None:
        super().__init__()
        self.judge = Judge(RULES)
        self.catalog = Catalog()
        self.past: list[Catalog] = []

    @initialize(
        events=st.lists(EVENTS, max_size=4),
        campaigns=st.lists(CAMPAIGNS, max_size=2),
        groups=st.lists(GROUPS, max_size=3),
    )
    def start(self, events: list[Event], campaigns: list[Campaign], groups: list[PropertyGroup]) -> None:
        self.catalog = Catalog(events=tuple(events), campaigns=tuple(campaigns), property_groups=tuple(groups))

    def do(self, edit: Edit) -> None:
        self.past.append(self.catalog)
        self.catalog = edit.apply(self.catalog)

    def event(self, index: int) -> tuple[str, int] | None:
        return ("events", index % len(self.catalog.events)) if self.catalog.events else None

    def campaign(self, index: int) -> tuple[str, int] | None:
        return ("campaigns", index % len(self.catalog.campaigns)) if self.catalog.campaigns else None

    def group(self, index: int) -> tuple[str, int] | None:
        groups = self.catalog.property_groups
        return ("property_groups", index % len(groups)) if groups else None

    @rule(index=INDEX, group=GROUPS)
    def insert_group(self, index: int, group: PropertyGroup) -> None:
        self.do(Insert(("property_groups", index % (len(self.catalog.property_groups) + 1)), group))

    @rule(index=INDEX, to=INDEX, twice=st.booleans())
    def move_group(self, index: int, to: int, twice: bool) -> None:
        if place := self.group(index):
            to %= len(self.catalog.property_groups)
            same = self.catalog.property_groups[place[1]]
            self.do(Insert(("property_groups", to), same) if twice else Move(place, to))

    @rule(index=INDEX)
    def remove_group(self, index: int) -> None:
        if place := self.group(index):
            self.do(Remove(place))

    @rule(index=INDEX, other=GROUPS, key=st.sampled_from(sorted(PropertyGroup.model_fields)))
    def set_in_group(self, index: int, other: PropertyGroup, key: str) -> None:
        if place := self.group(index):
            self.do(Set((*place, key), getattr(other, key)))

    @rule(index=INDEX, which=INDEX, data=st.data(), key=st.sampled_from(sorted(IN_PROPERTIES)))
    def set_in_property_of_group(self, index: int, which: int, data: st.DataObject, key: str) -> None:
        place = self.group(index)
        if place and (properties := self.catalog.property_groups[place[1]].properties):
            self.do(Set((*place, "properties", which % len(properties), key), data.draw(IN_PROPERTIES[key])))

    @rule(index=INDEX, event=EVENTS)
    def insert_event(self, index: int, event: Event) -> None:
        self.do(Insert(("events", index % (len(self.catalog.events) + 1)), event))

    @rule(index=INDEX, to=INDEX)
    def double_event(self, index: int, to: int) -> None:
        if place := self.event(index):
            copy = self.catalog.events[place[1]].model_copy()
            self.do(Insert(("events", to % (len(self.catalog.events) + 1)), copy))

    @rule(index=INDEX)
    def remove_event(self, index: int) -> None:
        if place := self.event(index):
            self.do(Remove(place))

    @rule(index=INDEX, to=INDEX)
    def move_event(self, index: int, to: int) -> None:
        if place := self.event(index):
            self.do(Move(place, to % len(self.catalog.events)))

    @rule(index=INDEX, name=NAMES)
    def rename(self, index: int, name: str) -> None:
        if place := self.event(index):
            self.do(rename_event(self.catalog, place, name))

    @rule(index=INDEX, new_id=IDS)
    def set_id(self, index: int, new_id: str) -> None:
        if place := self.event(index):
            self.do(set_event_id(self.catalog, place, new_id))

    @rule(index=INDEX, aliases=st.lists(NAMES, max_size=2).map(tuple))
    def set_aliases(self, index: int, aliases: tuple[str, ...]) -> None:
        if place := self.event(index):
            self.do(Set((*place, "aliases"), aliases))

    @rule(index=INDEX, properties=st.lists(PROPERTIES, max_size=4).map(tuple))
    def set_properties(self, index: int, properties: tuple[Property, ...]) -> None:
        if place := self.event(index):
            self.do(Set((*place, "properties"), properties))

    @rule(index=INDEX, data=st.data(), key=st.sampled_from(sorted(IN_EVENTS)))
    def set_in_event(self, index: int, data: st.DataObject, key: str) -> None:
        if place := self.event(index):
            self.do(Set((*place, key), data.draw(IN_EVENTS[key])))

    @rule(index=INDEX, which=INDEX, data=st.data(), key=st.sampled_from(sorted(IN_PROPERTIES)))
    def set_in_property(self, index: int, which: int, data: st.DataObject, key: str) -> None:
        place = self.event(index)
        if place and (properties := self.catalog.events[place[1]].properties):
            self.do(Set((*place, "properties", which % len(properties), key), data.draw(IN_PROPERTIES[key])))

    @rule(index=INDEX, data=st.data(), key=st.sampled_from(sorted(IN_CAMPAIGNS)))
    def set_in_campaign(self, index: int, data: st.DataObject, key: str) -> None:
        if place := self.campaign(index):
            self.do(Set((*place, key), data.draw(IN_CAMPAIGNS[key])))

    @rule(data=st.data(), key=st.sampled_from(sorted(IN_THE_CATALOG)))
    def set_in_the_catalog(self, data: st.DataObject, key: str) -> None:
        self.do(Set((key,), data.draw(IN_THE_CATALOG[key])))

    @rule(index=INDEX)
    def go_back(self, index: int) -> None:
        """As undo does: to a catalog whose things were judged before."""
        if self.past:
            self.catalog = self.past[-1 - index % len(self.past)]

    @rule()
    def read_again(self) -> None:
        """All is equal then, and nothing the same object."""
        self.catalog = Catalog.model_validate(self.catalog.model_dump())

    @rule(index=INDEX)
    def copy_event(self, index: int) -> None:
        if place := self.event(index):
            self.do(Set(place, self.catalog.events[place[1]].model_copy()))

    @rule(index=INDEX, reasons=REASONS)
    def ignore_on_event(self, index: int, reasons: dict[str, str]) -> None:
        if place := self.event(index):
            self.do(Set((*place, "ignore"), reasons))

    @rule(reasons=REASONS)
    def ignore_everywhere(self, reasons: dict[str, str]) -> None:
        self.do(Set(("ignore",), reasons))

    @rule(index=INDEX, campaign=CAMPAIGNS)
    def insert_campaign(self, index: int, campaign: Campaign) -> None:
        self.do(Insert(("campaigns", index % (len(self.catalog.campaigns) + 1)), campaign))

    @rule(index=INDEX)
    def remove_campaign(self, index: int) -> None:
        if place := self.campaign(index):
            self.do(Remove(place))

    @rule(form=st.sampled_from(["verb-noun", "noun-verb-past"]), case=st.sampled_from(["", "snake"]), budget=INDEX)
    def set_naming(self, form: str, case: str, budget: int) -> None:
        self.do(Set(("naming", "form"), form))
        self.do(Set(("naming", "case"), case))
        self.do(Set(("budget", "events"), budget))

    @rule(destinations=DESTINATIONS)
    def set_destinations(self, destinations: tuple[str, ...]) -> None:
        self.do(Set(("destinations",), destinations))

    @rule(index=INDEX)
    def make_a_fix(self, index: int) -> None:
        fixable = [issue for issue in self.judge.judge(self.catalog).everything if issue.fix]
        if fixable:
            issue = fixable[index % len(fixable)]
            assert issue.fix
            self.do(issue.fix.make(self.catalog, issue.thing))

    @invariant()
    def remembered_is_afresh(self) -> None:
        remembered = self.judge.judge(self.catalog)
        afresh = Judge(RULES).judge(self.catalog)
        assert rows(remembered.everything) == rows(afresh.everything)
        assert +Counter(remembered.numbers) == +Counter(afresh.numbers)
        assert remembered.number_silenced == afresh.number_silenced

    @invariant()
    def all_ways_to_ask_tell_the_same(self) -> None:
        issues = self.judge.judge(self.catalog)
        severities = [issue.rule.severity for issue in issues.open]
        assert issues.counts == tuple(severities.count(name) for name in ("error", "warning", "hint"))
        assert issues.number_silenced == len(issues.everything) - len(issues.open)
        for place in {issue.place[:length] for issue in issues.open for length in range(len(issue.place) + 1)}:
            assert rows(issues.under(place)) == rows([i for i in issues.open if i.place[: len(place)] == place])
            assert len(issues.at(place)) == sum(issue.place == place for issue in issues.open)


TestRemembering = Remembering.TestCase
TestRemembering.settings = settings(stateful_step_count=15)


def test_what_is_told_in_the_same_words_stands_in_one_order_whatever_was_edited() -> None:
    """Two events were once called as a deprecated one is, and both are called alike."""
    text = """
        [[events]]
        id = "playSong"
        name = "Play Song"
        [[events]]
        id = "playSong"
        name = "play_song"
        former_ids = ["pay"]
        [[events]]
        id = "playsong"
        name = "Pay"
        status = "deprecated"
        [[events]]
        id = "play_song"
        name = "play_song"
        former_ids = ["playSong"]
    """
    judge = Judge(all_rules())
    judge.judge(catalog(text))
    moved = Move(("events", 0), 1).apply(catalog(text))
    assert rows(judge.judge(moved).everything) == rows(Judge(all_rules()).judge(moved).everything)


def counting(looked_at: list[str]) -> Rule:
    def check(event: Event, settings: object) -> Iterator[Finding]:
        looked_at.append(event.id)
        return iter(())

    return Rule("counting", "hint", check, "event")


def test_an_edit_has_only_what_it_touched_looked_at() -> None:
    looked_at: list[str] = []
    judge = Judge([counting(looked_at)])
    before = Catalog(events=tuple(Event(id=f"e{n}", name="") for n in range(5)))
    judge.judge(before)
    looked_at.clear()
    for edit in (Set(("events", 2, "name"), "A"), Move(("events", 4), 0), Remove(("events", 1)), Set(("name",), "B")):
        before = edit.apply(before)
        judge.judge(before)
    assert looked_at == ["e2"]


def test_settings_have_all_looked_at_anew() -> None:
    looked_at: list[str] = []
    judge = Judge([counting(looked_at)])
    before = Catalog(events=(Event(id="a", name=""), Event(id="b", name="")))
    judge.judge(before)
    judge.judge(Set(("naming", "form"), "noun-verb-past").apply(before))
    assert looked_at == ["a", "b", "a", "b"]


def test_a_reason_silences_and_an_empty_one_does_not() -> None:
    text = '[[events]]\nid = "a"\nname = "Song Played"\n[events.ignore]\nevent-name-breaks-form = "{}"\n'
    assert not told(text.format("the team says it so"), "event-name-breaks-form")
    assert told(text.format(""), "event-name-breaks-form")


def test_a_property_silences_what_its_event_found_at_it() -> None:
    text = """
        [[events]]
        id = "a"
        name = "A"
        [[events.properties]]
        name = "songName"
        [[events.properties]]
        name = "song_name"
        ignore = {property-is-taken = "kept until all apps are updated"}
    """
    assert list(told(text, "property-is-taken")) == ["events[0].properties[0].name"]


def test_twins_are_silenced_one_by_one() -> None:
    text = """
        [[events]]
        id = "a"
        name = "Pay"
        [[events]]
        id = "b"
        name = "pay"
        aliases = ["x"]
        ignore = {event-name-is-taken = "b goes next month"}
    """
    assert list(told(text, "event-name-is-taken")) == ["events[0].name"]
    everything = Judge([rule_named("event-name-is-taken")]).judge(catalog(text)).everything
    assert [issue.silenced for issue in everything] == ["", "b goes next month"]


def test_a_message_quotes_no_more_than_tells_which_text_it_is() -> None:
    page = "Play Song " * 10_000
    (issue,) = issues(f'[[events]]\nid = "a"\nname = "{page}"', "event-name-is-long")
    assert len(issue.message) < 1_000
    assert issue.message.startswith("“Play Song Play Song")
    assert "…”" in issue.message
