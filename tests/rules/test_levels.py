"""How bad a team takes what a rule finds, and what is judged of ideas and of what a platform collects."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from eventsmith.edits import Remove, Set
from eventsmith.model import Campaign, Catalog, Event, Level, Naming, Property
from eventsmith.rules import Issues, Judge, all_rules
from eventsmith.session.fixes import fix_all


def judged(catalog: Catalog) -> Issues:
    return Judge(all_rules()).judge(catalog)


def found(catalog: Catalog) -> dict[str, str]:
    """The severity of each rule that finds something."""
    return {issue.rule.name: issue.rule.severity for issue in judged(catalog).open}


ODD = Event(id="songPlayed", name="Song Played")


def levels(**of: Level) -> Catalog:
    severity: Mapping[str, Level] = {name.replace("_", "-"): level for name, level in of.items()}
    return Catalog(format=2, severity=dict(severity), events=(ODD,))


def test_a_rule_is_as_bad_as_the_catalog_says() -> None:
    assert found(levels())["event-name-breaks-form"] == "warning"
    assert found(levels(event_name_breaks_form="error"))["event-name-breaks-form"] == "error"
    assert found(levels(event_name_breaks_form="hint"))["event-name-breaks-form"] == "hint"
    assert "event-name-breaks-form" not in found(levels(event_name_breaks_form="off"))
    assert judged(levels(event_name_breaks_form="error")).counts[0] == judged(levels()).counts[0] + 1


def test_a_rule_that_is_off_by_default_is_asked_where_the_catalog_says_so() -> None:
    assert "description-is-missing" not in found(levels())
    assert found(levels(description_is_missing="warning"))["description-is-missing"] == "warning"


def test_levels_count_from_the_edit_on_that_sets_them() -> None:
    judge = Judge(all_rules())
    before = levels()
    judge.judge(before)
    off = Set(("severity", "event-name-breaks-form"), "off").apply(before)
    assert "event-name-breaks-form" not in {issue.rule.name for issue in judge.judge(off).open}
    on = Remove(("severity", "event-name-breaks-form")).apply(off)
    again = {(issue.rule, issue.place, issue.message) for issue in judge.judge(on).open}
    assert again == {(issue.rule, issue.place, issue.message) for issue in judged(before).open}


def test_fixes_are_made_whatever_the_level() -> None:
    done = fix_all(levels(event_name_breaks_form="hint"))
    assert [event.name for event in done.catalog.events] == ["Play Song"]


IDEA = Event(
    id="song_played",
    name="Song Played",
    status="idea",
    stage="nowhere",
    properties=(Property(name="Bad Name"), Property(name="email")),
)


def test_an_idea_is_judged_for_its_name_and_for_duplicates_only() -> None:
    assert found(Catalog(format=2, events=(IDEA,))).keys() == {"event-name-breaks-form", "event-id-in-other-case"}
    twin = Event(id="playSong", name="Play Song", stage="engagement", when="x", used_for=("segment",))
    assert "event-said-in-other-words" in found(Catalog(format=2, events=(twin, IDEA)))
    planned = IDEA.model_copy(update={"status": "planned"})
    assert {"stage-is-unknown", "property-starts-wrong"} <= found(Catalog(events=(planned,))).keys()


def test_an_idea_is_outside_the_budget() -> None:
    many = tuple(Event(id=f"e{n}", name=f"Event {n}", status="idea") for n in range(30))
    assert "too-many-events" not in found(Catalog(format=2, events=many))
    taken = tuple(event.model_copy(update={"status": "planned"}) for event in many)
    assert "too-many-events" in found(Catalog(events=taken))


def test_a_campaign_cannot_rely_on_an_idea() -> None:
    campaign = Campaign(name="C", trigger="song_played", unless=("song_played",), goal_event="song_played")
    messages = [
        (issue.place, issue.message)
        for issue in judged(Catalog(format=2, events=(IDEA,), campaigns=(campaign,))).open
        if issue.rule.name == "campaign-uses-idea"
    ]
    words = "“Song Played” is only an idea: plan it, or choose an event that is sent"
    assert messages == [
        (("campaigns", 0, "trigger"), words),
        (("campaigns", 0, "unless", 0), words),
        (("campaigns", 0, "goal_event"), words),
    ]


@pytest.mark.parametrize(
    ("event_id", "name"),
    [("session_start", "session_start"), ("$pageview", "$pageview"), ("x", "[Amplitude] Page Viewed")],
)
def test_what_a_platform_collects_is_not_judged_for_its_name(event_id: str, name: str) -> None:
    event = Event(id=event_id, name=name, source="client", stage="engagement", when="x", used_for=("segment",))
    sent = Catalog(destinations=("ga4",), events=(event,))
    assert any(rule.startswith(("event-name", "event-id", "destination")) for rule in found(sent))
    collected = Set(("events", 0, "source"), "platform").apply(sent)
    assert not found(collected)


def test_a_rename_leaves_what_a_platform_collects_alone() -> None:
    from eventsmith.edits import put_in_form

    events = (replace_name("Song Played", "platform"), replace_name("Item Viewed", ""))
    catalog = Catalog(format=2, events=events)
    names = [event.name for event in put_in_form(catalog, "verb-noun").apply(catalog).events]
    assert names == ["Song Played", "View Item"]


def replace_name(name: str, source: str) -> Event:
    return Event.model_validate({"id": name.replace(" ", ""), "name": name, "source": source})


def test_the_teams_words_and_verbs() -> None:
    naming = Naming(verbs=("add", "remove", "purchase"), instead={"basket": "cart"})
    events = (
        Event(id="addBasket", name="Add Basket", properties=(Property(name="basketId"), Property(name="cartId"))),
        Event(id="buyPlan", name="Buy Plan"),
        Event(id="tapHeart", name="Tap Heart"),
    )
    catalog = Catalog(format=2, naming=naming, events=events)
    said = {
        issue.message: bool(issue.fix)
        for issue in judged(catalog).open
        if issue.rule.name in ("event-uses-replaced-word", "property-uses-replaced-word", "event-has-other-verb")
    }
    assert said == {
        "“Add Basket” should be “Add Cart”, in the team's words": True,
        "“basketId” should be “cartId”, in the team's words": False,
        "“Buy Plan” should be “Purchase Plan”: “buy” is not one of the team's verbs": True,
        "“tap” in “Tap Heart” is not one of the team's verbs: “add”, “remove”, “purchase”": False,
    }
    assert [event.name for event in fix_all(catalog).catalog.events] == ["Add Cart", "Buy Plan", "Tap Heart"]


def test_words_that_are_each_replaced_by_the_other_come_to_an_end() -> None:
    naming = Naming(instead={"basket": "bag", "bag": "basket"})
    catalog = Catalog(format=2, naming=naming, events=(Event(id="addBag", name="Add Bag"),))
    messages = [issue.message for issue in judged(catalog).open if issue.rule.name == "house-word-is-replaced-too"]
    assert messages == [
        "“basket” and “bag” are each replaced by the other: remove one of the two entries",
        "“bag” and “basket” are each replaced by the other: remove one of the two entries",
    ]
    assert fix_all(catalog).catalog.events[0].name in ("Add Bag", "Add Basket")


def test_an_idea_is_renamed_like_what_is_planned() -> None:
    """Nothing sends it yet: the ID follows, and no alias keeps the old name."""
    idea = Event(id="shareSong", name="Share Song", status="idea")
    done = fix_all(Catalog(format=2, naming=Naming(instead={"song": "track"}), events=(idea,))).catalog.events[0]
    assert (done.id, done.name, done.aliases) == ("shareTrack", "Share Track", ())


def test_events_without_an_owner_are_one_issue() -> None:
    owned = Event(id="a", name="A", owner="Shop")
    events = (owned, *(Event(id=f"e{n}", name=f"Event {n}") for n in range(5)), IDEA)
    messages = [
        (issue.place, issue.message)
        for issue in judged(Catalog(format=2, events=events)).open
        if issue.rule.name == "event-has-no-owner"
    ]
    words = "“Event 0”, “Event 1”, “Event 2” and 2 more have no owner, while others do: say who answers for them"
    assert messages == [(("events", 1, "owner"), words)]
    assert "event-has-no-owner" not in found(Catalog(format=2, owner="Team", events=events))
    assert "event-has-no-owner" not in found(Catalog(events=events[1:]))
