"""Which type a property is meant to have, and what differs between events; and what nothing uses."""

import pytest

from eventsmith.edits import Set
from eventsmith.rules import Judge
from tests.rules.properties import event
from tests.rules.told import catalog, issues, mended, rule, told

TEXT = "property-is-kept-as-text"
DIFFERS = "property-differs-elsewhere"


@pytest.mark.parametrize(
    ("lines", "meant", "becomes"),
    [
        ('name = "isFirst"', "boolean", ""),
        ('name = "has_photo"\nexample = "True"', "boolean", "example = true"),
        ('name = "isNew"\nvalues = ["yes", "no"]', "boolean", None),
        ('name = "first"\nexample = "false"', "boolean", "example = false"),
        ('name = "orderDate"', "date", ""),
        ('name = "dueDate"\nexample = "2027-04-30"', "date", "example = 2027-04-30"),
        ('name = "dueDate"\nexample = "2027-04-30T18:00:00Z"', "datetime", "example = 2027-04-30T18:00:00Z"),
        ('name = "dueDate"\nexample = "30.4.2027"', "date", None),
        ('name = "arrivedAt"', "datetime", ""),
        ('name = "begin"\nexample = "2027-04-30"', "date", "example = 2027-04-30"),
        ('name = "price"\nexample = "12.50"', "decimal", "example = 12.50"),
        ('name = "price"\nexample = "12"', "decimal", "example = 12"),
        ('name = "price"\nexample = "€ 12,50"', "decimal", None),
        ('name = "itemCount"', "integer", ""),
        ('name = "rating"\nexample = "5"', "integer", "example = 5"),
        ('name = "rating"\nvalues = ["1", "2"]', "integer", "values = [1, 2]"),
        ('name = "answer"\nvalues = ["true", "false"]', "boolean", "values = [true, false]"),
    ],
)
def test_what_is_no_text(lines: str, meant: str, becomes: str | None) -> None:
    text = event(lines)
    ((place, message),) = told(text, TEXT).items()
    assert place == "events[0].properties[0].type"
    assert message.endswith(f"the type {meant}")
    assert mended(text, TEXT, safe=True) == catalog(text)
    after = lines if becomes is None else f'{lines.splitlines()[0]}\ntype = "{meant}"\n{becomes}'
    assert mended(text, TEXT) == catalog(event(after))


@pytest.mark.parametrize(
    "lines",
    [
        'name = "songName"\nexample = "Hey Jude"',
        'name = "songName"\nexample = "1999"',
        'name = "isbn"\nexample = "9783161484100"',
        'name = "isoCode"',
        'name = "orderId"\nexample = "20814"',
        'name = "zipCode"\nexample = "04109"',
        'name = "apiVersion"\nexample = "2027-04-30"',
        'name = "priceRange"\nexample = "10-20"',
        'name = "isNew"\nvalues = ["new", "returning"]',
        'name = "rating"',
        'name = "rating"\nexample = "good"',
        'name = "duration"\nexample = "2 hours"',
        'name = "deliveryDate"\nexample = "tomorrow"',
        'name = "upToDate"',
        'name = "balanceAtClose"',
        'name = "lookAt"',
        'name = "size"\nexample = "38"',
        'name = "price"\ntype = "decimal"\nexample = 5',
        'name = "isFirst"\ntype = "boolean"',
        'name = "update"',
        'name = "status"\nvalues = ["true", "false", "unknown"]',
    ],
)
def test_what_is_a_text(lines: str) -> None:
    assert not told(event(lines), TEXT)


CAMPAIGN = '[[campaigns]]\nname = "A"\ntrigger = "playSong"\n[[campaigns.conditions]]\nproperty = "amount"\n'


@pytest.mark.parametrize(
    ("condition", "becomes"),
    [
        ('operator = "="\nvalue = "10"', 'operator = "="\nvalue = 10'),
        ('operator = "is-empty"', 'operator = "is-empty"'),
        ('operator = "contains"\nvalue = "10"', None),
        ('operator = "="\nvalue = "ten"', None),
    ],
)
def test_conditions_change_with_the_type(condition: str, becomes: str | None) -> None:
    text = event('name = "amount"\nexample = "10"') + CAMPAIGN + condition
    after = event('name = "amount"\ntype = "decimal"\nexample = 10') + CAMPAIGN + (becomes or condition)
    assert mended(text, TEXT) == catalog(text if becomes is None else after)


def events(*properties: str) -> str:
    return "".join(
        f'[[events]]\nid = "e{number}"\nname = "Play Song {number}"\n[[events.properties]]\n{prop}\n'
        for number, prop in enumerate(properties)
    )


DECIMAL = 'name = "price"\ntype = "decimal"'
INTEGER = 'name = "price"\ntype = "integer"'


def test_the_rarer_type_is_told() -> None:
    assert told(events(DECIMAL, DECIMAL, INTEGER), DIFFERS) == {
        "events[2].properties[0].type": "“price” is a whole number here and a number elsewhere: "
        "choose one type, or another name for it"
    }
    assert list(told(events(DECIMAL, INTEGER), DIFFERS)) == [
        "events[0].properties[0].type",
        "events[1].properties[0].type",
    ]


def test_a_type_that_is_meant_is_no_other_type() -> None:
    assert not told(events(DECIMAL, 'name = "price"\nexample = "9.50"'), DIFFERS)


def test_fields_of_lists_are_compared_too() -> None:
    items = f'name = "items"\ntype = "list"\n[[events.properties.fields]]\n{INTEGER}'
    assert list(told(events(DECIMAL, DECIMAL, items), DIFFERS)) == ["events[2].properties[0].fields[0].type"]


def test_names_that_say_little_may_be_of_two_things() -> None:
    assert not told(events('name = "level"\ntype = "integer"', 'name = "level"'), DIFFERS)


def test_units() -> None:
    seconds, minutes = (f'name = "length"\ntype = "integer"\nunit = "{unit}"' for unit in ("s", "min"))
    found = told(events(seconds, minutes, seconds, 'name = "length"\ntype = "integer"'), DIFFERS)
    assert list(found) == ["events[1].properties[0].unit"]
    assert "in “min” here and in “s” elsewhere" in "".join(found.values())


def test_spellings() -> None:
    spelled = ("songName", "songName", "songname", "song_name", "Song-Name")
    text = events(*(f'name = "{name}"' for name in spelled))
    assert told(text, DIFFERS) == {
        "events[2].properties[0].name": "“songname” is spelled “songName” elsewhere: choose one spelling"
    }
    assert mended(text, DIFFERS).events[2].properties[0].name == "songName"
    assert mended(text, DIFFERS, safe=True) == catalog(text)


def test_letters_that_look_alike() -> None:
    text = events('name = "city"', 'name = "city"', 'name = "\\u0441ity"')
    assert list(told(text, DIFFERS)) == ["events[2].properties[0].name"]


def test_an_edit_costs_what_it_touched() -> None:
    before = catalog(events(*[DECIMAL] * 50, 'name = "price2"\ntype = "integer"'))
    judge = Judge([rule(DIFFERS)])
    assert not judge.judge(before).open
    after = Set(("events", 50, "properties", 0, "name"), "price", "rename").apply(before)
    assert [issue.place for issue in judge.judge(after).open] == [("events", 50, "properties", 0, "type")]
    assert not judge.judge(before).open


USED = 'name = "a"\nused_for = ["segment"]'


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        (event(USED, 'name = "b"'), ["b"]),
        (event('name = "b"'), []),
        (event('name = "b"') + '[[campaigns]]\nname = "A"\ntrigger = "playSong"', ["b"]),
        (event('name = "b"') + '[[campaigns]]\nname = "A"\ngoal_event = "playSong"', ["b"]),
        (event(USED, 'name = "amount"') + CAMPAIGN + 'operator = "is-empty"', []),
        (event(f'{USED}\nunit_in = "b"', 'name = "b"'), []),
        (event(USED, 'name = ""'), []),
        (event(USED, 'name = "b"', status="deprecated"), []),
        (event('name = "b"\ntype = "list"\n[[events.properties.fields]]\n' + USED), []),
    ],
)
def test_what_nothing_needs(text: str, idle: list[str]) -> None:
    found = issues(text, "property-unused")
    assert [issue.message.split("”")[0].split("“")[1] for issue in found] == idle
    assert all(issue.place[-1] == "used_for" for issue in found)
