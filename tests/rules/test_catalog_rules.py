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
    assert message.startswith("9 events exceed the budget of 8")
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
    assert set(found.values()) == {"“event-unused” is ignored without a reason: say why, or remove the entry"}
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
    message = "No event is in the stages “one”, “three”: put some there, or remove them"
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
        "stages[1]": "The stage “Use” reads the same as “use”: keep one of the two",
        "stages[3]": "The stage “use” is in the catalog twice: keep one of the two",
    }
    assert mended(text, "stage-is-taken", safe=True).stages == ("use", "Use", "try")
    assert not told(stages('"use", "", "", "try"'), "stage-is-taken")
    once = stages('"use", "Use", "try"', "Use", "try")
    assert mended(once, "stage-is-taken") == catalog(stages('"use", "try"', "use", "try"))


PAST = ("Song Played", "Item Viewed", "Order Placed", "Cart Opened", "Friend Added", "Start Trial")


def named(*names: str, settings: str = "") -> str:
    return settings + "".join(f'\n[[events]]\nid = "e{n}"\nname = "{name}"\n' for n, name in enumerate(names))


@pytest.mark.parametrize(
    ("names", "form", "example"),
    [
        (PAST, "noun-verb-past", "Song Played"),
        (
            ("form_submit", "page_view", "link_click", "video_play", "file_download", "Log In"),
            "noun-verb",
            "form_submit",
        ),
        (PAST[:4], None, ""),
        ((*PAST[:5], "Play Song", "View Item", "Place Order"), None, ""),
        (("Play Song", "View Item", "Place Order", "Open Cart", "Add Friend", "Trial Started"), None, ""),
    ],
)
def test_a_form_that_most_names_have_is_told_once(names: tuple[str, ...], form: str | None, example: str) -> None:
    text = named(*names)
    found = told(text, "form-is-not-set", "event-name-breaks-form")
    if form is None:
        assert "naming.form" not in found
        return
    assert found == {
        "naming.form": f"Most names look like “{example}”, and no form is set: set the form to {form},"
        " or rename them all"
    }
    after = mended(text, "form-is-not-set")
    assert (after.naming.form, after.format) == (form, 2 if form == "noun-verb" else 1)
    assert mended(text, "form-is-not-set", safe=True) == catalog(text)


def test_a_form_that_is_set_is_the_form() -> None:
    for form in ("verb-noun", "noun-verb-past"):
        text = named(*PAST, settings=f'[naming]\nform = "{form}"\n')
        found = told(text, "form-is-not-set", "event-name-breaks-form")
        assert len(found) == (5 if form == "verb-noun" else 1)
        assert "naming.form" not in found


def test_what_most_names_are_is_known_on_after_an_edit() -> None:
    judge = Judge([rule("form-is-not-set"), rule("event-name-breaks-form")])
    before = catalog(named(*PAST[:5]))
    assert [issue.rule.name for issue in judge.judge(before).open] == ["form-is-not-set"]
    after = Set(("events", 0, "name"), "Play Song").apply(before)
    assert {issue.rule.name for issue in judge.judge(after).open} == {"event-name-breaks-form"}
    assert [issue.rule.name for issue in judge.judge(before).open] == ["form-is-not-set"]
