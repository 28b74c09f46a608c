"""The verbs in use, those that may say one thing, and one put in the place of another."""

from __future__ import annotations

from eventsmith.edits import say_verb
from eventsmith.model import Catalog, Event, Naming
from eventsmith.queries.verbs_in_use import VerbsInUse, verbs_alike
from eventsmith.queries.vocabulary import verbs_in_use, word_choices
from eventsmith.rules import Judge, all_rules


def catalog(*names: str, **more: object) -> Catalog:
    return Catalog(events=tuple(Event(id=f"e{at}", name=name) for at, name in enumerate(names)), **more)


CATALOG = catalog("Start Trial", "Begin Checkout", "Start Call", "Checkout Begun", "Play Song", "Homepage")


def test_verbs_are_counted_in_all_forms_and_followed_from_change_to_change() -> None:
    verbs = VerbsInUse()
    assert verbs.of(CATALOG) == {"start": 2, "begin": 2, "play": 1}
    assert verbs.of(CATALOG.model_copy(update={"events": CATALOG.events[2:]})) == {"start": 1, "begin": 1, "play": 1}
    assert verbs.of(catalog("Play Song", "Lied abspielen", language="de")) == {}
    assert verbs_in_use(CATALOG) == ["begin", "start", "play"]


def test_those_that_may_say_one_thing_are_told() -> None:
    assert verbs_alike({"start": 3, "begin": 1, "play": 2, "delete": 1, "remove": 2}) == [
        ["start", "begin"],
        ["remove", "delete"],
    ]
    assert verbs_alike({"play": 1, "rate": 1}) == []


def test_one_is_said_for_both_in_its_tense_and_never_the_other_again() -> None:
    after = say_verb(CATALOG, "start", "begin").apply(CATALOG)
    assert [event.name for event in after.events] == [
        "Start Trial",
        "Start Checkout",
        "Start Call",
        "Checkout Started",
        "Play Song",
        "Homepage",
    ]
    assert after.naming.instead == {"begin": "start"}
    assert after.format == 2
    back = say_verb(after, "begin", "start").apply(after)
    assert back.naming.instead == {"start": "begin"}


def test_a_word_that_is_a_thing_elsewhere_may_be_said_on() -> None:
    before = catalog("Start Trial", "Begin Call", "View Start Page")
    after = say_verb(before, "begin", "start").apply(before)
    assert [event.name for event in after.events] == ["Begin Trial", "Begin Call", "View Start Page"]
    assert after.naming.instead == {}


def test_no_two_events_get_one_name_and_a_live_one_keeps_its_old_one() -> None:
    live = Event(id="call", name="Begin Call", status="live")
    before = catalog("Start Trial", "Begin Trial")
    before = before.model_copy(update={"events": (*before.events, live)})
    after = say_verb(before, "start", "begin").apply(before)
    assert [event.name for event in after.events] == ["Start Trial", "Begin Trial", "Start Call"]
    assert (after.events[2].id, after.events[2].aliases) == ("call", ("Begin Call",))


def test_what_the_team_said_instead_follows() -> None:
    before = catalog("Begin Call", naming=Naming(instead={"commence": "begin", "start": "begin"}), format=2)
    after = say_verb(before, "start", "begin").apply(before)
    assert after.naming.instead == {"commence": "start", "begin": "start"}


def test_the_words_offer_both_ways_and_what_each_renames() -> None:
    titles = [choice.title for choice in word_choices(CATALOG)]
    assert titles[:2] == [
        "Say “begin” (2), never “start” (2): renames 2 events",
        "Say “start” (2), never “begin” (2): renames 2 events",
    ]
    edit = word_choices(CATALOG)[1].edit
    assert edit is not None
    after = edit.apply(CATALOG)
    judge = Judge([rule for rule in all_rules() if rule.name.startswith("event-says")])
    assert not list(judge.judge(after).open)
