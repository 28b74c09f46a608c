"""What the examples, the allowed values and the units of properties can have wrong."""

import pytest

from tests.rules.properties import event
from tests.rules.told import catalog, mended, told

TYPED = [
    ("string", '"Hey Jude"', True),
    ("string", "5", False),
    ("integer", "431", True),
    ("integer", "true", False),
    ("integer", "431.0", False),
    ("decimal", "9", True),
    ("decimal", "9.5", True),
    ("decimal", "true", False),
    ("decimal", "nan", False),
    ("boolean", "true", True),
    ("boolean", "1", False),
    ("date", "2027-04-30", True),
    ("date", "2027-04-30T18:00:00Z", False),
    ("datetime", "2027-04-30T18:00:00Z", True),
    ("datetime", "2027-04-30T18:00:00", True),
    ("datetime", "2027-04-30", False),
    ("list", '["a", "b"]', True),
    ("list", '[{title = "a"}]', True),
    ("list", '"a"', False),
]


@pytest.mark.parametrize(("type_name", "value", "right"), TYPED)
def test_example_of_a_type(type_name: str, value: str, right: bool) -> None:
    text = event(f'name = "a"\ntype = "{type_name}"\nexample = {value}')
    assert list(told(text, "example-not-of-type")) == ([] if right else ["events[0].properties[0].example"])


@pytest.mark.parametrize(("type_name", "value", "right"), [row for row in TYPED if row[0] != "list"])
def test_allowed_value_of_a_type(type_name: str, value: str, right: bool) -> None:
    for text in (
        event(f'name = "a"\ntype = "{type_name}"\nvalues = [{value}]'),
        event(f'name = "a"\ntype = "list"\nitem_type = "{type_name}"\nvalues = [{value}]'),
    ):
        assert list(told(text, "value-not-of-type")) == ([] if right else ["events[0].properties[0].values[0]"])


@pytest.mark.parametrize(
    ("type_name", "value", "meant"),
    [
        ("integer", '"431"', "431"),
        ("integer", '" -5 "', "-5"),
        ("integer", "431.0", "431"),
        ("integer", '"007"', None),
        ("integer", '"4_3"', None),
        ("integer", '"431 s"', None),
        ("integer", "4.5", None),
        ("decimal", '"9.50"', "9.50"),
        ("decimal", '"NaN"', None),
        ("decimal", '"1,5"', None),
        ("boolean", '"True"', "true"),
        ("boolean", '"yes"', None),
        ("date", '"2027-04-30"', "2027-04-30"),
        ("date", '"30.4.2027"', None),
        ("date", "2027-04-30T18:00:00Z", None),
        ("datetime", '"2027-04-30T18:00:00Z"', "2027-04-30T18:00:00Z"),
        ("datetime", "2027-04-30", None),
        ("string", "5", '"5"'),
        ("string", "2027-04-30", '"2027-04-30"'),
        ("string", "true", '"true"'),
        ("string", '["a"]', None),
        ("list", '"a"', None),
    ],
)
def test_what_was_meant_is_offered_only_where_it_is_sure(type_name: str, value: str, meant: str | None) -> None:
    wrong = event(f'name = "a"\ntype = "{type_name}"\nexample = {value}')
    right = event(f'name = "a"\ntype = "{type_name}"\nexample = {meant or value}')
    assert mended(wrong, "example-not-of-type", safe=True) == catalog(right)
    assert bool(told(mended(wrong, "example-not-of-type"), "example-not-of-type")) == (meant is None)


def test_no_fix_makes_an_example_that_is_not_allowed() -> None:
    text = event('name = "a"\ntype = "integer"\nvalues = [1, 2]\nexample = "3"')
    assert mended(text, "example-not-of-type") == catalog(text)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('values = ["red"]\nexample = "blue"', "“blue” is not among"),
        ('values = ["red"]\nexample = "Red"', "“Red” is not among"),
        ('values = ["red"]\nexample = "red"', ""),
        ('example = "red"', ""),
        ('values = ["red"]', ""),
        ('values = ["red"]\nexample = 5', ""),
        ('values = [5]\nexample = "6"', ""),
        ('type = "decimal"\nvalues = [1, 2]\nexample = 1.0', ""),
        ('type = "integer"\nvalues = [0]\nexample = 1', "“1” is not among"),
        ('type = "boolean"\nvalues = [true]\nexample = false', "“false” is not among"),
        ('type = "list"\nitem_type = "string"\nvalues = ["a"]\nexample = ["a", "b"]', "“b” is not among"),
    ],
)
def test_example_among_the_allowed_values(lines: str, says: str) -> None:
    found = told(event(f'name = "a"\n{lines}'), "example-not-allowed")
    assert says in "".join(found.values())
    assert bool(found) == bool(says)


@pytest.mark.parametrize(
    ("unit_in", "right"), [("currency", True), ("", True), ("Currency", False), ("amount", False), ("items", False)]
)
def test_unit_in_a_sibling(unit_in: str, right: bool) -> None:
    others = ('name = "currency"', 'name = "items"\ntype = "list"')
    text = event(f'name = "amount"\ntype = "decimal"\nunit_in = "{unit_in}"', *others)
    assert bool(told(text, "unit-in-points-nowhere")) != right


def test_unit_of_a_field_may_stand_beside_its_list() -> None:
    field = '[[events.properties.fields]]\nname = "price"\nunit_in = '
    for unit, right in (("currency", True), ("cur", True), ("nothing", False)):
        text = event(
            f'name = "items"\ntype = "list"\n{field}"{unit}"\n[[events.properties.fields]]\nname = "cur"',
            'name = "currency"',
        )
        assert list(told(text, "unit-in-points-nowhere")) == (
            [] if right else ["events[0].properties[0].fields[0].unit_in"]
        )


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("{a = 1}", "this is a table"),
        ("[1]", "this is a list"),
        ('"1.5x"', "“1.5x” is a text"),
        ("true", "“true” is a yes or no"),
        ("12:30:00", "“12:30:00” is a time of day"),
        ("nan", "“NaN” is not a number"),
    ],
)
def test_an_example_of_another_type_is_told_with_its_own(value: str, what: str) -> None:
    text = event(f'name = "a"\ntype = "decimal"\nexample = {value}')
    (message,) = told(text, "example-not-of-type").values()
    assert message == f"The example should be a number such as 9.5; {what}"
