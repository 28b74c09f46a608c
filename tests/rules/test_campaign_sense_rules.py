"""What a campaign says that cannot be meant: conditions that exclude each other, goals that are none, old events."""

import pytest

from tests.rules.told import catalog, issues, mended, told

EVENTS = """
[[events]]
id = "buy"
name = "Buy"
[[events.properties]]
name = "amount"
type = "decimal"
[[events.properties]]
name = "count"
type = "integer"
[[events.properties]]
name = "color"
required = true
values = ["red", "dark red", "blue"]
[[events.properties]]
name = "size"
values = ["small", "large"]
[[events.properties]]
name = "gift"
type = "boolean"
[[events.properties]]
name = "moment"
type = "datetime"
[[events.properties]]
name = "note"
[[events]]
id = "old"
name = "Old Buy"
status = "deprecated"
replaced_by = "buy"
[[events]]
id = "gone"
name = "Gone"
status = "deprecated"
"""
EXCLUDES, ALWAYS = "condition-excludes-another", "condition-always-holds"


def campaign(lines: str, *conditions: str) -> str:
    text = f'{EVENTS}\n[[campaigns]]\nname = "A"\n{lines}\n'
    for condition in conditions:
        prop, operator, *value = condition.split(maxsplit=2)
        text += f'[[campaigns.conditions]]\nproperty = "{prop}"\noperator = "{operator}"\n'
        text += f"value = {value[0]}\n" if value else ""
    return text


def buying(*conditions: str) -> str:
    return campaign('trigger = "buy"', *conditions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("amount >= 1000", "amount < 500"),
        ("amount > 5", "amount < 5"),
        ("amount > 5", "amount <= 5"),
        ("amount < 5", "amount >= 5"),
        ("count > 3", "count < 4"),
        ("count > 2.5", "count < 2.5"),
        ("amount = 1", "amount = 2"),
        ("amount = 1", "amount != 1"),
        ("amount != 1", "amount = 1.0"),
        ("amount = 10", "amount < 5"),
        ('color = "red"', 'color = "blue"'),
        ('color starts-with "dark"', 'color contains "blue"'),
        ("gift = true", "gift = false"),
        ("gift != true", "gift != false"),
        ('note = "abc"', 'note contains "x"'),
        ('note starts-with "ab"', 'note starts-with "b"'),
        ('note ends-with "ab"', 'note ends-with "bb"'),
        ("note is-empty", "note is-not-empty"),
        ("note is-empty", 'note = "x"'),
        ("amount > 3", "amount is-empty"),
        ("moment > 2027-01-02T00:00:00Z", "moment < 2027-01-01T00:00:00Z"),
    ],
)
def test_conditions_that_exclude_each_other(one: str, other: str) -> None:
    assert list(told(buying(one, other), EXCLUDES)) == ["campaigns[0].conditions[1]"]


@pytest.mark.parametrize(
    "conditions",
    [
        ("amount > 5", "amount < 10"),
        ("amount >= 5", "amount <= 5"),
        ("count > 3", "count < 5"),
        ("amount > 5", "count < 5"),
        ("amount = 1", "amount = 1.0"),
        ('color != "red"', 'color != "blue"'),
        ('note contains "a"', 'note contains "b"'),
        ('note starts-with "ab"', 'note starts-with "a"'),
        ('note starts-with "a"', 'note ends-with "b"'),
        ("note is-empty", 'note != "x"'),
        ("note is-not-empty", 'note = "x"'),
        ("moment > 2027-01-02T00:00:00Z", "moment < 2027-01-01"),
        ('amount > "x"', "amount < 3"),
        ('size = "tiny"', 'size = "small"'),
        ("weather > 3", "weather < 2"),
        ("amount > 5",),
    ],
)
def test_conditions_that_can_hold_together(conditions: tuple[str, ...]) -> None:
    assert not told(buying(*conditions), EXCLUDES)


def test_three_conditions_that_leave_no_value() -> None:
    text = buying('color != "red"', 'color != "blue"', 'color != "dark red"', 'color != "red"')
    (message,) = told(text, EXCLUDES).values()
    assert list(told(text, EXCLUDES)) == ["campaigns[0].conditions[2]"]
    assert message.startswith("No allowed value of “color” meets this and the conditions before it")


def test_contradicting_conditions_are_put_in_words() -> None:
    (message,) = told(buying("amount >= 1000", "amount < 500"), EXCLUDES).values()
    both = "is at least “1000”; is less than “500”"
    assert message == (
        f"The conditions on “amount” contradict each other ({both}), so nobody gets the message: change or remove one"
    )


@pytest.mark.parametrize(
    ("condition", "meant"),
    [('color != "Red"', "red"), ('color != "purple"', None), ('color contains "e"', None), ('size != "smal"', "small")],
)
def test_conditions_that_always_hold(condition: str, meant: str | None) -> None:
    (issue,) = issues(buying(condition), ALWAYS)
    assert issue.place == ("campaigns", 0, "conditions", 0, "value")
    assert issue.message.startswith("Every allowed value of “")
    assert (issue.fix is not None) == (meant is not None)
    if meant:
        assert issue.fix
        assert not issue.fix.safe
        assert mended(buying(condition), ALWAYS).campaigns[0].conditions[0].value == meant


@pytest.mark.parametrize(
    "condition",
    ['color != "red"', 'color = "purple"', 'size contains "l"', "color is-not-empty", 'note != "x"', "color != 3"],
)
def test_conditions_that_may_not_hold(condition: str) -> None:
    assert not told(buying(condition), ALWAYS)


def test_the_nearest_allowed_value_is_offered() -> None:
    text = buying('color = "Red"')
    assert mended(text, "condition-cannot-hold").campaigns[0].conditions[0].value == "red"
    assert mended(text, "condition-cannot-hold", safe=True) == catalog(text)


def test_a_campaign_of_a_deprecated_event() -> None:
    text = campaign('trigger = "old"\nwait = "1 hour"\nunless = ["gone"]\ngoal_event = "old"')
    assert told(text, "campaign-uses-deprecated-event") == {
        "campaigns[0].trigger": "“Old Buy” is deprecated: use its successor “buy” before code stops sending it",
        "campaigns[0].unless[0]": "“Gone” is deprecated: choose another event before code stops sending it",
        "campaigns[0].goal_event": "“Old Buy” is deprecated: use its successor “buy” before code stops sending it",
    }
    after = mended(text, "campaign-uses-deprecated-event")
    assert (after.campaigns[0].trigger, after.campaigns[0].goal_event) == ("buy", "buy")
    assert mended(text, "campaign-uses-deprecated-event", safe=True) == catalog(text)


def test_both_the_old_and_the_new_may_call_a_campaign_off() -> None:
    text = campaign('trigger = "buy"\nwait = "1 hour"\nunless = ["old", "buy"]')
    assert not told(text, "campaign-uses-deprecated-event")


def test_no_successor_is_taken_that_conditions_may_not_fit_or_that_is_not_there() -> None:
    (issue,) = issues(campaign('trigger = "old"', "amount > 5"), "campaign-uses-deprecated-event")
    assert issue.fix is None
    nowhere = campaign('trigger = "old"').replace('replaced_by = "buy"', 'replaced_by = "nowhere"')
    assert mended(nowhere, "campaign-uses-deprecated-event") == catalog(nowhere)


def test_a_campaign_needs_a_goal_once_it_has_a_trigger() -> None:
    assert list(told(campaign('trigger = "buy"'), "campaign-has-no-goal")) == ["campaigns[0].goal"]
    assert not told(campaign(""), "campaign-has-no-goal")
    assert not told(campaign('trigger = "buy"\ngoal = "grow"'), "campaign-has-no-goal")
    assert not told(campaign('trigger = "buy"\ngoal_event = "old"'), "campaign-has-no-goal")


def test_a_time_for_a_goal_needs_the_goal() -> None:
    text = campaign('trigger = "buy"\ngoal = "grow"\ngoal_within = "3 days"')
    assert list(told(text, "campaign-has-no-goal")) == ["campaigns[0].goal_event"]


def test_a_goal_that_is_the_trigger_needs_a_time() -> None:
    text = campaign('trigger = "buy"\ngoal_event = "buy"')
    (message,) = told(text, "campaign-goal-is-its-trigger").values()
    assert message.startswith("“Buy” starts the campaign and is also its goal")
    assert not told(text + 'goal_within = "30 days"\n', "campaign-goal-is-its-trigger")
    assert not told(campaign('trigger = ""\ngoal_event = ""'), "campaign-goal-is-its-trigger")
    assert told(campaign('trigger = "x"\ngoal_event = "x"'), "campaign-goal-is-its-trigger")


def test_campaigns_of_one_name() -> None:
    names = ["Welcome", "welcome", "Win-back", "", " ", "Win-back", "Other"]
    text = "".join(f'[[campaigns]]\nname = "{name}"\n' for name in names)
    assert told(text, "campaign-name-is-taken") == {
        "campaigns[0].name": "This reads the same as another campaign, “welcome”: give each its own name",
        "campaigns[1].name": "This reads the same as another campaign, “Welcome”: give each its own name",
        "campaigns[2].name": "Another campaign is also called “Win-back”: give each its own name",
        "campaigns[5].name": "Another campaign is also called “Win-back”: give each its own name",
    }


def test_a_successor_that_is_to_end_too_is_no_cure() -> None:
    text = campaign('trigger = "older"') + '\n[[events]]\nid = "older"\nname = "Older"\nstatus = "deprecated"\n'
    text += 'replaced_by = "old"\n'
    (issue,) = issues(text, "campaign-uses-deprecated-event")
    assert issue.message == "“Older” is deprecated: choose another event before code stops sending it"
    assert issue.fix is None
