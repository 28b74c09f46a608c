import pytest

from tests.rules.told import catalog, mended, told

ALL = (
    "campaign-has-no-trigger",
    "campaign-name-is-empty",
    "campaign-points-at-nothing",
    "ignores-no-rule",
    "text-is-not-visible",
    "condition-cannot-hold",
    "condition-points-at-nothing",
    "unless-without-wait",
    "wait-is-malformed",
)
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
values = ["red", "dark blue"]
[[events.properties]]
name = "size"
type = "integer"
values = [1, 2]
[[events.properties]]
name = "gift"
type = "boolean"
[[events.properties]]
name = "day"
type = "date"
[[events.properties]]
name = "moment"
type = "datetime"
[[events.properties]]
name = "note"
[[events.properties]]
name = "items"
type = "list"
[[events.properties.fields]]
name = "title"
[[events]]
id = "pay"
name = "Pay"
"""


def campaign(lines: str) -> str:
    return f"{EVENTS}\n[[campaigns]]\n{lines}\n"


def condition(prop: str, operator: str, value: str = "") -> str:
    lines = f'[[campaigns.conditions]]\nproperty = "{prop}"\noperator = "{operator}"\n'
    return campaign(f'name = "A"\ntrigger = "buy"\n{lines}' + (f"value = {value}" if value else ""))


def test_a_new_campaign_has_one_issue() -> None:
    assert list(told(campaign('name = ""'), *ALL)) == ["campaigns[0].name"]
    assert list(told(campaign('name = "Welcome"'), *ALL)) == ["campaigns[0].trigger"]
    assert not told(campaign('name = "Welcome"\ntrigger = "buy"'), *ALL)


def test_all_that_points_at_nothing_is_told() -> None:
    text = campaign('name = "A"\ntrigger = "by"\nwait = "1 hour"\nunless = ["pay", "Pay", ""]\ngoal_event = "x"')
    assert list(told(text, *ALL)) == [
        "campaigns[0].trigger",
        "campaigns[0].unless[1]",
        "campaigns[0].unless[2]",
        "campaigns[0].goal_event",
    ]


def test_the_event_that_is_surely_meant_is_named_and_put_in() -> None:
    event = '[[events]]\nid = "completePurchase"\nname = "Complete Purchase"\nformer_ids = ["purchaseDone"]\n'
    trigger = '[[campaigns]]\nname = "Thank"\ntrigger = "{}"\n'
    for wrong, so in (("purchaseDone", "it is now"), ("complete_purchase", "it should be"), ("COMPLETEPURCHASE", "it")):
        text = event + trigger.format(wrong)
        message = told(text, "campaign-points-at-nothing")["campaigns[0].trigger"]
        assert f"{so} " in message
        assert "“completePurchase”" in message
        assert mended(text, "campaign-points-at-nothing", safe=True).campaigns[0].trigger == "completePurchase"


def test_nothing_is_guessed_where_two_may_be_meant() -> None:
    events = "".join(f'[[events]]\nid = "{name}"\nname = "{name} x"\n' for name in ("buy_it", "buyIt"))
    text = events + '[[campaigns]]\nname = "A"\ntrigger = "buy-it"\n'
    assert "choose the event" in told(text, "campaign-points-at-nothing")["campaigns[0].trigger"]


@pytest.mark.parametrize(
    "time", ["", "1 hour", "1 hours", "2 hours", "30 minutes", "1 minute", "10 days", "1 week", "52 weeks"]
)
def test_times(time: str) -> None:
    assert not told(
        campaign(f'name = "A"\ntrigger = "buy"\nwait = "{time}"\ngoal_within = "{time}"'), "wait-is-malformed"
    )


@pytest.mark.parametrize(
    ("time", "meant"),
    [
        ("1h", "1 hour"),
        ("2 hour", "2 hours"),
        ("30min", "30 minutes"),
        ("3 Days", "3 days"),
        (" 2  wk. ", "2 weeks"),
        ("007 days", "7 days"),
        ("3 m", ""),
        ("1 month", ""),
        ("0 days", ""),
        ("1.5 hours", ""),
        ("an hour", ""),
        ("-1 days", ""),
        ("1", ""),
        (" ", ""),
        ("٣ days", ""),
    ],
)
def test_times_that_are_none(time: str, meant: str) -> None:
    text = campaign(f'name = "A"\ntrigger = "buy"\ngoal_within = "{time}"')
    assert list(told(text, "wait-is-malformed")) == ["campaigns[0].goal_within"]
    assert mended(text, "wait-is-malformed").campaigns[0].goal_within == (meant or time)


def test_unless_needs_a_wait() -> None:
    assert list(told(campaign('name = "A"\ntrigger = "buy"\nunless = ["pay"]'), *ALL)) == ["campaigns[0].unless"]


@pytest.mark.parametrize(
    ("prop", "says"),
    [
        ("", "This condition names no property: choose one of “Buy”"),
        ("Amount", "did you mean “amount”"),
        ("amuont", "did you mean “amount”"),
        ("weather", "add it, or remove the condition"),
        ("items.title", "has no property"),
        ("title", "has no property"),
    ],
)
def test_conditions_on_what_is_not_there(prop: str, says: str) -> None:
    (message,) = told(condition(prop, "=", '"x"'), *ALL).values()
    assert says in message


def test_only_the_spelling_of_a_property_is_mended_by_itself() -> None:
    rules = ("condition-points-at-nothing",)
    wrong = condition("Amount", "=", "1")
    assert mended(wrong, *rules, safe=True) == catalog(condition("amount", "=", "1"))
    wrong = condition("amuont", "=", "1")
    assert mended(wrong, *rules, safe=True) == catalog(wrong)
    assert mended(wrong, *rules) == catalog(condition("amount", "=", "1"))


@pytest.mark.parametrize(
    ("prop", "operator", "value"),
    [
        ("amount", ">=", "1000"),
        ("amount", "=", "9.5"),
        ("count", ">", "2.5"),
        ("count", "is-empty", ""),
        ("color", "=", '"red"'),
        ("color", "contains", '"Blue"'),
        ("color", "starts-with", '"dark"'),
        ("color", "!=", '"red"'),
        ("size", ">", "1"),
        ("gift", "=", "true"),
        ("day", "<", "2027-01-01"),
        ("moment", ">=", "2027-01-01T00:00:00Z"),
        ("moment", ">=", "2027-01-01"),
        ("note", "ends-with", '"!"'),
        ("note", "is-not-empty", ""),
    ],
)
def test_conditions_that_can_hold(prop: str, operator: str, value: str) -> None:
    assert not told(condition(prop, operator, value), *ALL)


@pytest.mark.parametrize(
    ("prop", "operator", "value", "key"),
    [
        ("note", ">=", "1", "operator"),
        ("amount", "contains", "1", "operator"),
        ("gift", "<", "true", "operator"),
        ("items", "contains", '"x"', "property"),
        ("items", "is-empty", "", "property"),
        ("amount", ">=", "", "value"),
        ("amount", ">=", '"1000"', "value"),
        ("amount", "=", "true", "value"),
        ("count", "=", "2.5", "value"),
        ("note", "=", "5", "value"),
        ("gift", "=", '"yes"', "value"),
        ("day", "=", "2027-01-01T00:00:00Z", "value"),
        ("moment", "=", "2027-01-01", "value"),
        ("color", "=", '"Red"', "value"),
        ("color", "contains", '"green"', "value"),
        ("size", ">", "2", "value"),
        ("size", "<", "1", "value"),
    ],
)
def test_conditions_that_cannot_hold(prop: str, operator: str, value: str, key: str) -> None:
    assert list(told(condition(prop, operator, value), *ALL)) == [f"campaigns[0].conditions[0].{key}"]


@pytest.mark.parametrize(
    ("prop", "operator", "cure"),
    [
        ("note", ">=", "which is a text: make it an integer or a decimal"),
        (
            "amount",
            "contains",
            "which is a number: use one of “=”, “!=”, “<”, “<=”, “>”, “>=”, “is-empty”, “is-not-empty”",
        ),
        ("gift", "<", "which is true or false: use one of “=”, “!=”, “is-empty”, “is-not-empty”"),
    ],
)
def test_what_can_be_asked_instead(prop: str, operator: str, cure: str) -> None:
    (message,) = told(condition(prop, operator, "1"), *ALL).values()
    assert message == f"“{operator}” does not work on “{prop}”, {cure}"


def test_conditions_of_an_unknown_trigger_are_left_alone() -> None:
    text = condition("weather", ">", '"x"').replace('trigger = "buy"', 'trigger = "nothing"')
    assert list(told(text, *ALL)) == ["campaigns[0].trigger"]


def test_hidden_characters_in_a_campaign() -> None:
    text = condition("color", "=", '"re\\u200bd"').replace(
        'trigger = "buy"', 'trigger = "buy"\nmessage = "a\\nb\\u0007"'
    )
    assert list(told(text, "text-is-not-visible")) == [
        "campaigns[0].message",
        "campaigns[0].conditions[0].value",
    ]
    assert not told(mended(text, "text-is-not-visible"), "text-is-not-visible", "condition-cannot-hold")
