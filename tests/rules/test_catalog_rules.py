import pytest

from tests.rules.told import catalog, issues, mended, told


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
    assert message.endswith("no campaign uses “Event 3”, “Event 4”, “Event 5”, “Event 6”, “Event 7”")
    assert not told(text.replace("events = 8", "events = 9"), "too-many-events")


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


def test_ignored_rules_keep_their_reason() -> None:
    text = '[ignore]\nno_events = "we have just begun"\n'
    assert mended(text, "catalog-ignores-no-rule", safe=True) == catalog('[ignore]\nno-events = "we have just begun"\n')


def test_hidden_characters_in_settings() -> None:
    text = 'name = "ok"\ndescription = "two\\nlines"\nstages = ["one", "two\\u200b"]'
    assert list(told(text, "catalog-text-is-not-visible")) == ["stages[1]"]
    assert mended(text, "catalog-text-is-not-visible").stages == ("one", "two")
