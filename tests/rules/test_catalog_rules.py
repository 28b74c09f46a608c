import pytest

from eventsmith.edits import Set
from eventsmith.rules import Judge
from tests.rules.told import catalog, issues, mended, rule, told


def test_an_empty_catalog_has_a_hint() -> None:
    (issue,) = issues("", "no-events", "too-many-events", "destination-is-unknown")
    assert (issue.rule.severity, issue.place) == ("hint", ("events",))


def test_too_many_events_names_what_nothing_uses() -> None:
    events = "".join(f'[[events]]\nid = "e{n}"\nname = "Event {n}"\n' for n in range(9))
    text = (
        f"[budget]\nevents = 8\n{events}used_for = ['segment']\n"
        '[[campaigns]]\nname = "A"\ntrigger = "e0"\nunless = ["e1"]\ngoal_event = "e2"\n'
    )
    (message,) = told(text, "too-many-events").values()
    assert message.startswith("9 events are more than the budget of 8")
    assert message.endswith("nothing uses “Event 3”, “Event 4”, “Event 5”, “Event 6”, “Event 7”")
    assert not told(text.replace("events = 8", "events = 9"), "too-many-events")
    (message,) = told(text.replace('unless = ["e1"]\ngoal_event = "e2"\n', ""), "too-many-events").values()
    assert message.endswith("“Event 5” and 2 more")


@pytest.mark.parametrize(
    ("name", "meant", "safe"), [("Infobip", "infobip", True), ("infobit", "infobip", False), ("GA4", "ga4", True)]
)
def test_an_unknown_destination_and_the_nearest(name: str, meant: str, safe: bool) -> None:
    (issue,) = issues(f'destinations = ["segment", "{name}"]', "destination-is-unknown")
    assert issue.place == ("destinations", 1)
    assert f"did you mean “{meant}”?" in issue.message
    assert issue.fix
    assert issue.fix.safe == safe


def test_a_destination_that_is_like_none() -> None:
    (message,) = told('destinations = ["xyz"]', "destination-is-unknown").values()
    assert "infobip" in message


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_missing(reason: str) -> None:
    ignore = f'ignore = {{ event-unused = "{reason}" }}\n'
    event = f'[[events]]\nid = "a"\nname = "A"\n{ignore}[[events.properties]]\nname = "b"\n{ignore}'
    text = f'{ignore}{event}[[campaigns]]\nname = "C"\n{ignore}'
    found = told(text, "ignore-gives-no-reason", "ignore-hides-nothing")
    assert set(found.values()) == {"“event-unused” is ignored without a reason: say why, or take the entry out"}
    at = ["", "events[0].", "events[0].properties[0].", "campaigns[0]."]
    assert list(found) == [f"{place}ignore.event-unused" for place in at]
    assert told(text, "event-unused")
    assert not told(text.replace(f'"{reason}"', '"said so"'), "ignore-gives-no-reason")


def test_ignored_rules_keep_their_reason() -> None:
    text = '[ignore]\nno_events = "we have just begun"\n'
    assert mended(text, "ignores-no-rule", safe=True) == catalog('[ignore]\nno-events = "we have just begun"\n')


def test_hidden_characters_in_settings() -> None:
    text = 'name = "ok"\ndescription = "two\\nlines"\nstages = ["one", "two\\u200b"]'
    assert list(told(text, "text-is-not-visible")) == ["stages[1]"]
    assert mended(text, "text-is-not-visible").stages == ("one", "two")


def test_what_a_property_is_needed_for_counts_as_use() -> None:
    event = '[[events]]\nid = "{0}"\nname = "{0}"\n'
    prop = '[[events.properties]]\nname = "items"\ntype = "list"\n[[events.properties.fields]]\nname = "title"\n'
    text = f"[budget]\nevents = 1\n{event.format('A')}{event.format('B')}{prop}used_for = ['segment']\n"
    (message,) = told(text, "too-many-events").values()
    assert message.endswith("; nothing uses “A”")


def stages(listed: str, *taken: str) -> str:
    lines = f"stages = [{listed}]\n" if listed else ""
    return lines + "".join(f'[[events]]\nid = "e{n}"\nname = "E"\nstage = "{s}"\n' for n, s in enumerate(taken))


def test_stages_that_no_event_is_in() -> None:
    text = stages('"one", "two", "three"', "two")
    message = "No event stands in the stages “one”, “three”: put some there, or take them out"
    assert told(text, "stage-has-no-events") == {"stages": message}
    assert mended(text, "stage-has-no-events").stages == ("two",)
    assert mended(text, "stage-has-no-events", safe=True).stages == ("one", "two", "three")


@pytest.mark.parametrize(
    "text",
    [
        stages("", "engagement"),  # nobody chose the stages that a catalog starts with
        stages('"one", "two"'),
        stages('"one", "two"', "", "three"),
        stages('"one", "two"', "two", "one"),
    ],
)
def test_stages_that_are_not_empty_yet(text: str) -> None:
    assert not told(text, "stage-has-no-events")


def test_a_stage_is_empty_as_soon_as_its_last_event_has_left() -> None:
    before = catalog(stages('"one", "two"', "one", "two"))
    judge = Judge([rule("stage-has-no-events")])
    assert not judge.judge(before).open
    after = Set(("events", 0, "stage"), "two").apply(before)
    assert [issue.place for issue in judge.judge(after).open] == [("stages",)]


def test_a_stage_that_is_there_twice() -> None:
    text = stages('"use", "Use", "try", "use"', "Use", "try")
    assert told(text, "stage-is-taken") == {
        "stages[1]": "The stage “Use” reads the same as “use”: keep one of them",
        "stages[3]": "The stage “use” is there twice: keep one of them",
    }
    assert mended(text, "stage-is-taken", safe=True).stages == ("use", "Use", "try")
    assert not told(stages('"use", "", "", "try"'), "stage-is-taken")
    once = stages('"use", "Use", "try"', "Use", "try")
    assert mended(once, "stage-is-taken") == catalog(stages('"use", "try"', "use", "try"))
