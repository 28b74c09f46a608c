"""What a validator says of events that are as the catalog has them, and of events that are not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.formats import format_named
from eventsmith.formats._json_pattern import json_pattern, means_less
from eventsmith.ground.linear_pattern import Pattern, PatternError
from eventsmith.model import MAX_DEPTH, Catalog, Event, Property, PropertyGroup

from .any_catalogs import patterns


class Case(NamedTuple):
    """Keys of a property, a value that it can have, and one that it cannot; () if it can have any."""

    keys: dict[str, Any]
    right: Any
    wrong: Any


PLAIN = [
    Case({}, "", 1),
    Case({}, "null", None),
    Case({"values": ("a", "b")}, "b", "c"),
    Case({"pattern": "[A-Z]+|x"}, "AB", "xA"),
    Case({"pattern": "a.c|a|b"}, "a\rc", "ab"),
    Case({"pattern": r"[]\-[]{2}\@"}, "[]@", "[]"),
    Case({"min_length": 2, "max_length": 3}, "👩曲", "👩"),
    Case({"min_length": 2, "max_length": 3}, "abc", "abcd"),
    Case({"min_length": -1, "minimum": 3, "format": "uri"}, "https://a.example", 1),
    Case({"format": "country"}, "DE", "de"),
    Case({"format": "currency"}, "EUR", "EU"),
    Case({"format": "currency", "pattern": "E.*"}, "EUR", "USD"),
    Case({"format": "currency", "pattern": "E.*"}, "EUR", "Euro"),
    Case({"format": "language"}, "zh-Hans-CN", "zh_CN"),
    Case({"format": "time"}, "08:15:30", "a quarter past eight"),
    Case({"format": "time"}, "08:15:30.250+01:00", "8:15"),
    Case({"type": "integer", "minimum": 1, "maximum": 3}, 1, 0),
    Case({"type": "integer", "minimum": 1, "maximum": 3}, 3, 4),
    Case({"type": "decimal", "minimum": Decimal("0.5")}, 0.5, 0.25),
    Case({"type": "decimal", "minimum": "0.5", "maximum": Decimal("inf"), "max_length": 1}, -10, "-10"),
    Case({"type": "boolean", "pattern": "x"}, True, "x"),
    Case({"type": "date", "minimum": "x"}, "2020-01-01", 2020),
    Case({"type": "list", "item_type": "integer", "min_length": 1, "max_length": 2}, [1], []),
    Case({"type": "list", "item_type": "integer", "min_length": 1, "max_length": 2}, [1, 2], [1, 2, 3]),
    Case({"type": "list", "item_type": "integer", "values": (1, 2)}, [], [3]),
    Case({"type": "object"}, {"a": 1}, []),
    Case({"type": "any"}, {"a": None}, None),
    Case({"type": "any", "values": (1, "a")}, 1, "b"),
]


@st.composite
def cases(draw: st.DrawFn, deep: int = MAX_DEPTH) -> Case:
    """A property that is right and wrong by what it is, or by one of its fields."""
    if not deep or draw(st.booleans()):
        case: Case = draw(st.sampled_from(PLAIN))
    else:
        fields = draw(st.dictionaries(st.sampled_from("abc"), st.tuples(cases(deep - 1), st.booleans()), min_size=1))
        keys = {"type": "object", "fields": [{"name": name, **fields[name][0].keys} for name in fields]}
        case = Case(keys, *draw(objects({name: field for name, (field, _) in fields.items()})))
        if draw(st.booleans()):
            case = Case({**keys, "type": "list"}, [case.right], [case.right, case.wrong])
    if draw(st.booleans()):
        other = {**case.keys, "nullable": True}
        case = Case(other, None if draw(st.booleans()) else case.right, () if case.wrong is None else case.wrong)
    return case


@st.composite
def objects(draw: st.DrawFn, fields: dict[str, Case]) -> tuple[Any, Any]:
    """An object as such fields have it, and one in which one of them is wrong, or that has another field."""
    right = {name: case.right for name, case in fields.items()}
    breakable = [name for name, case in fields.items() if case.wrong != ()]
    name = draw(st.sampled_from([*breakable, "unknown"]))
    return right, {**right, name: fields[name].wrong if name in fields else 1}


@given(st.data())
def test_a_validator_takes_what_is_right_and_nothing_that_is_wrong(data: st.DataObject) -> None:
    validators = pytest.importorskip("jsonschema")
    some = st.dictionaries(st.sampled_from("pqr"), cases(), max_size=3)
    own, first, every = (data.draw(some) for _ in range(3))
    groups = (
        PropertyGroup(name="first", properties=properties_of(first)),
        PropertyGroup(name="every", every_event=True, properties=properties_of(every)),
    )
    event = Event(id="a", name="A", property_groups=("first",), properties=properties_of(own))
    right, wrong = data.draw(objects({**every, **first, **own}))
    validator = validators.Draft202012Validator(schema_of(Catalog(property_groups=groups, events=(event,))))
    validator.check_schema(validator.schema)
    assert validator.is_valid({"a": right}), [*validator.iter_errors({"a": right})]
    assert not validator.is_valid({"a": wrong})


@pytest.mark.parametrize("case", PLAIN, ids=str)
def test_a_validator_takes_each_as_it_should(case: Case) -> None:
    validators = pytest.importorskip("jsonschema")
    event = Event(id="a", name="A", properties=properties_of({"p": case}))
    validator = validators.Draft202012Validator(schema_of(Catalog(events=(event,))))
    assert validator.is_valid({"a": {"p": case.right}})
    assert not validator.is_valid({"a": {"p": case.wrong}})


def test_what_must_be_there_is_asked_of_a_group_and_of_an_object() -> None:
    validators = pytest.importorskip("jsonschema")
    order = {"name": "order", "type": "object", "required": True, "fields": [{"name": "id", "required": True}]}
    group = PropertyGroup(name="order", properties=(Property.model_validate(order),))
    events = (
        Event(id="a", name="A", property_groups=("order",)),
        Event(id="b", name="B", property_groups=("order",), properties=(Property(name="order"),)),
    )
    validator = validators.Draft202012Validator(schema_of(Catalog(property_groups=(group,), events=events)))
    assert validator.is_valid({"a": {"order": {"id": "1"}}, "b": {}})
    assert validator.is_valid({"b": {"order": "1"}})
    refused: list[dict[str, Any]] = [{"a": {}}, {"a": {"order": {}}}, {"b": {"order": {"id": "1"}}}]
    assert not any(map(validator.is_valid, refused))


def properties_of(named: dict[str, Case]) -> tuple[Property, ...]:
    return tuple(Property.model_validate({"name": name, **case.keys}) for name, case in named.items())


def schema_of(catalog: Catalog) -> Any:
    (data,) = format_named("json-schema").write(catalog).files.values()
    return json.loads(data)


_pieces = st.sampled_from(
    ["a", "B", "[a-c]", "[^a]", "[]b]", r"[\]^\-]", r"[\w-]", ".", r"\d", r"\.", r"\-", r"\@", "(a|B)"]
)
_repeated = st.builds(str.__add__, _pieces, st.sampled_from(["", "*", "+", "?", "{2}", "{1,}", "{0,2}"]))
valid_patterns = st.lists(st.lists(_repeated, max_size=3).map("".join), min_size=1, max_size=2).map("|".join)
subjects = st.text("aBbc-]@^.\n\r 1", max_size=4)


@given(valid_patterns, subjects)
def test_a_pattern_matches_the_same_in_json_schema(pattern: str, text: str) -> None:
    written = json_pattern(pattern)
    assert written is not None
    # In Python “$” is also before a line break at the end, and in JSON Schema only at the end.
    found = re.search(f"{written.removesuffix('$')}\\Z", text)
    assert (found is not None) == Pattern(pattern).matches(text), written


@given(patterns)
def test_a_pattern_that_is_none_of_ours_is_left_out(pattern: str) -> None:
    try:
        Pattern(pattern)
    except PatternError:
        assert json_pattern(pattern) is None
    else:
        assert json_pattern(pattern) is not None or "\\" in pattern


@pytest.mark.parametrize("pattern", ["(", "^a$", r"[\a]", r"[\x41]", r"[\012]", "(" * 50_000, "a{9999}{9999}"])
def test_some_patterns_have_no_place(pattern: str) -> None:
    assert json_pattern(pattern) is None


@pytest.mark.parametrize(("pattern", "less"), [(r"\d", True), (r"[a\W]", True), (r"\\d", False), ("[d]", False)])
def test_letters_that_stand_for_fewer_characters_are_found(pattern: str, less: bool) -> None:
    assert means_less(pattern) is less


@pytest.mark.deep
def test_a_pattern_matches_the_same_in_a_browser() -> None:
    program = shutil.which("node")
    if program is None:
        pytest.skip("node is not installed")
    tried: list[tuple[str, str]] = []

    @given(valid_patterns, subjects)
    def collect(pattern: str, text: str) -> None:
        tried.append((pattern, text))

    collect()
    asked = json.dumps([(json_pattern(pattern), text) for pattern, text in tried])
    script = f"console.log(JSON.stringify({asked}.map(([p, t]) => new RegExp(p, 'u').test(t))))"
    told = subprocess.run([program, "-"], input=script, capture_output=True, text=True, check=True).stdout
    assert json.loads(told) == [Pattern(pattern).matches(text) for pattern, text in tried]
