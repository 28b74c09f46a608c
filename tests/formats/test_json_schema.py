import json
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from eventsmith.formats import format_named
from eventsmith.model import Catalog, Event, Property, PropertyField, PropertyGroup, without_ideas

from .any_catalogs import catalogs, sample

SENT = {"session_id": "0b6d3c6e-6f1f-4c1e-9a0e-3a4f8f0f7c11"}
BOUGHT = {**SENT, "amount": 3, "currency": "EUR"}
PLAYED = {**SENT, "song_name": "Hey Jude"}
RIGHT = [
    {"PurchaseCompleted": {**BOUGHT, "items": [{"title": "A year"}]}},
    {"SongPlayed": {**PLAYED, "player": None}},
    {"SongPlayed": {**PLAYED, "player": {"version": "7.2.1", "devices": [{"kind": "car", "volume": None}]}}},
    {"SongShared": {**SENT, "context": {"a": [1]}, "link": "https://tunewave.example/s/1"}},
]
WRONG = [
    {"PurchaseCompleted": {**BOUGHT, "amount": "3"}},
    {"PurchaseCompleted": {**BOUGHT, "currency": "DEM"}},
    {"PurchaseCompleted": {**SENT, "amount": 3}},
    {"PurchaseCompleted": {"amount": 3, "currency": "EUR"}},
    {"PurchaseCompleted": {**BOUGHT, "items": [{}]}},
    {"SongPlayed": {**PLAYED, "genres": ["polka"]}},
    {"SongPlayed": {**PLAYED, "length": 1.5}},
    {"SongPlayed": {**PLAYED, "mood": "sad"}},
    {"SongPlayed": {**PLAYED, "song_name": "a" * 201}},
    {"SongPlayed": {**PLAYED, "player": {"version": "7"}}},
    {"SongPlayed": {**PLAYED, "player": {"devices": []}}},
    {"SongPlayed": {**PLAYED, "player": {"devices": [{"volume": 101}]}}},
    {"SongShared": {**SENT, "context": None}},
    {"SongShared": {**SENT, "link": "https://tunewave.example/x/1"}},
    {"SongPlayd": {}},
]


def no_constant(word: str) -> Any:
    raise AssertionError(f"{word} is no JSON")


def schema_of(catalog: Catalog) -> Any:
    (data,) = format_named("json-schema").write(catalog).files.values()
    return json.loads(data, parse_float=Decimal, parse_constant=no_constant)


def schema_of_property(prop: Property) -> Any:
    return schema_of(Catalog(events=(Event(id="a", name="A", properties=(prop,)),)))["$defs"]["a"]["properties"]["p"]


def losses_of(*events: Event) -> tuple[str, ...]:
    return format_named("json-schema").write(Catalog(events=events)).losses


def test_decimals_keep_every_digit() -> None:
    (data,) = format_named("json-schema").write(sample()).files.values()
    assert b"1234567890123456.780\n" in data
    assert b"0.1000000000000000055511151231257827\n" in data


@pytest.mark.parametrize(
    ("prop", "said"),
    [
        (Property(name="p"), {"type": "string"}),
        (Property(name="p", type="integer", unit="s"), {"description": "Unit: s", "type": "integer"}),
        (Property(name="p", type="decimal", unit_in="q"), {"description": "Unit: in “q”", "type": "number"}),
        (Property(name="p", type="datetime"), {"type": "string", "format": "date-time"}),
        (Property(name="p", type="list"), {"type": "array"}),
        (Property(name="p", type="list", values=("a",)), {"type": "array", "items": {"enum": ["a"]}}),
        (Property(name="p", type="decimal", values=(1, Decimal("1.0"))), {"type": "number", "enum": [1]}),
        (Property(name="p", values=(True, 1)), {"type": "string", "enum": [True, 1]}),
        (Property(name="p", example=Decimal("NaN")), {"type": "string"}),
        (
            Property(name="p", type="list", fields=(PropertyField(name="a", type="boolean"),)),
            {
                "type": "array",
                "items": {"type": "object", "properties": {"a": {"type": "boolean"}}, "additionalProperties": False},
            },
        ),
        (Property(name="p", nullable=True), {"type": ["string", "null"]}),
        (Property(name="p", nullable=True, values=("a",)), {"type": ["string", "null"], "enum": ["a", None]}),
        (Property(name="p", type="any", nullable=True), {}),
        (
            Property(name="p", type="list", nullable=True, values=("a",), max_length=2),
            {"type": ["array", "null"], "items": {"enum": ["a"]}, "maxItems": 2},
        ),
        (Property(name="p", type="decimal", minimum=0, maximum=10), {"type": "number", "minimum": 0, "maximum": 10}),
        (Property(name="p", min_length=2, max_length=3), {"type": "string", "minLength": 2, "maxLength": 3}),
        (Property(name="p", pattern="a|b"), {"type": "string", "pattern": "^(?:a|b)$"}),
        (Property(name="p", format="email"), {"type": "string", "format": "email"}),
        (
            Property(name="p", format="country", pattern="D."),
            {"type": "string", "allOf": [{"pattern": "^[A-Z]{2}$"}, {"pattern": r"^(?:D[^\n])$"}]},
        ),
        (Property(name="p", type="object"), {"type": "object"}),
        (
            Property(
                name="p",
                type="object",
                fields=(PropertyField(name="a", type="list", fields=(PropertyField(name="b"),)),),
            ),
            {
                "type": "object",
                "properties": {
                    "a": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"b": {"type": "string"}},
                            "additionalProperties": False,
                        },
                    }
                },
                "additionalProperties": False,
            },
        ),
    ],
)
def test_property(prop: Property, said: object) -> None:
    assert schema_of_property(prop) == said


def test_a_whole_number_may_be_longer_than_python_likes_to_print() -> None:
    event = Event(id="a", name="A", properties=(Property(name="p", example=10**5000),))
    (data,) = format_named("json-schema").write(Catalog(events=(event,))).files.values()
    assert b"1" + b"0" * 5000 in data


def test_ids_stand_in_references_as_a_pointer_needs_them() -> None:
    schema = schema_of(Catalog(events=(Event(id="a/b~c %", name="A"),)))
    assert schema["properties"] == {"a/b~c %": {"$ref": "#/$defs/a~1b~0c%20%25"}}


def test_an_event_refers_to_what_its_groups_have_and_it_has_not_itself() -> None:
    order = (Property(name="amount", required=True), Property(name="a/b"), Property(name="currency", required=True))
    groups = (
        PropertyGroup(name="order", description="Of a purchase", properties=order),
        PropertyGroup(name="order", properties=(Property(name="of another"),)),
        PropertyGroup(name="none"),
    )
    own = (Property(name="currency", type="any", nullable=True),)
    events = (
        Event(id="a", name="A", property_groups=("order",), properties=own),
        Event(id="group none", name="B"),
    )
    catalog = Catalog(property_groups=groups, events=events)
    defs = schema_of(catalog)["$defs"]
    assert [*defs] == ["a", "group none", "group order", "group none-"]
    assert defs["a"]["properties"] == {
        "currency": {},
        "amount": {"$ref": "#/$defs/group%20order/properties/amount"},
        "a/b": {"$ref": "#/$defs/group%20order/properties/a~1b"},
    }
    assert defs["a"]["required"] == ["amount"]
    assert defs["group order"] == {
        "description": "Of a purchase",
        "type": "object",
        "properties": {"amount": {"type": "string"}, "a/b": {"type": "string"}, "currency": {"type": "string"}},
        "required": ["amount", "currency"],
    }
    assert format_named("json-schema").write(catalog).losses == (
        "The group “order” appears twice; only the first is in the JSON Schema",
    )


@pytest.mark.parametrize(
    ("facts", "loss"),
    [
        (
            {"type": "date", "minimum": date(2020, 1, 1)},
            "JSON Schema has no minimum for the type date, so it is left out",
        ),
        ({"maximum": 1}, "JSON Schema has no maximum for the type string, so it is left out"),
        ({"type": "integer", "pattern": "a"}, "JSON Schema has no pattern for the type integer, so it is left out"),
        ({"type": "list", "format": "uri"}, "JSON Schema has no format for the type list, so it is left out"),
        ({"min_length": -1}, "its min_length is left out, as JSON Schema takes no such value for it"),
        ({"type": "decimal", "minimum": True}, "its minimum is left out, as JSON Schema takes no such value for it"),
        ({"pattern": "^a"}, "its pattern is left out, as it has something that JSON Schema does not"),
        ({"pattern": r"\d+"}, r"\d and \w in its pattern stand for ASCII characters only in JSON Schema"),
    ],
)
def test_a_limit_that_is_not_in_the_schema_is_said(facts: dict[str, Any], loss: str) -> None:
    deep = PropertyField.model_validate({"name": "f", **facts})
    whole = Property(name="p", type="object", fields=(deep,))
    assert losses_of(Event(id="a", name="A", properties=(whole,))) == (f"“p.f” of a: {loss}",)
    group = PropertyGroup(name="g", properties=(whole,))
    written = format_named("json-schema").write(Catalog(property_groups=(group,)))
    assert written.losses == (f"“p.f” of the group “g”: {loss}",)


def test_what_is_left_out_is_said() -> None:
    assert losses_of(Event(id="", name="A")) == ("“A” has no ID, and is left out of the JSON Schema",)
    twins = (Event(id="a", name="A"), Event(id="a", name="B"))
    assert losses_of(*twins) == ("The ID “a” appears twice; “B” is left out of the JSON Schema",)
    prop = Property(name="p", type="decimal", example=Decimal("inf"))
    twice, infinite = losses_of(Event(id="a", name="A", properties=(Property(name="p", type="decimal"), prop)))
    assert twice == "“p” of a appears twice; only the first is in the JSON Schema"
    assert infinite.startswith("“p” of a: JSON has no infinity")
    plain = Property(name="p", item_type="string", fields=(PropertyField(name="a"),))
    assert losses_of(Event(id="a", name="A", properties=(plain,))) == (
        "“p” of a is not a list: what it says about items is not in JSON Schema",
    )


@given(catalogs)
def test_any_catalog_is_json_with_one_definition_an_id(catalog: Catalog) -> None:
    ids = list({event.id: 0 for event in without_ideas(catalog).events if event.id})
    defs = list(schema_of(catalog)["$defs"])
    assert defs[: len(ids)] == ids
    assert len(defs) == len(ids) + len({group.name for group in catalog.property_groups})


@pytest.mark.deep
def test_jsonschema_reads_it() -> None:
    validators = pytest.importorskip("jsonschema")
    schema = json.loads(json.dumps(schema_of(sample()), default=float))
    validators.Draft202012Validator.check_schema(schema)
    validator = validators.Draft202012Validator(schema)
    assert all(map(validator.is_valid, RIGHT))
    assert not any(map(validator.is_valid, WRONG))


@pytest.mark.deep
@given(catalogs)
def test_jsonschema_reads_any(catalog: Catalog) -> None:
    validators = pytest.importorskip("jsonschema")
    (data,) = format_named("json-schema").write(catalog).files.values()
    schema = json.loads(data)
    validators.Draft202012Validator.check_schema(schema)
    # With a value for each event, so that all references are followed.
    assert validators.Draft202012Validator(schema).is_valid(dict.fromkeys(schema["properties"], 1)) is not bool(
        schema["properties"]
    )


@pytest.mark.deep
@pytest.mark.parametrize(
    "command",
    [
        ["check-jsonschema", "--check-metaschema"],
        ["ajv", "compile", "--spec=draft2020", "-c", "ajv-formats", "-s"],
        ["quicktype", "--src-lang", "schema", "--lang", "ts"],
        ["datamodel-codegen", "--input-file-type", "jsonschema", "--input"],
    ],
    ids=lambda command: command[0],
)
def test_programs_read_it(command: list[str], tmp_path: Path) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    path = tmp_path / "sample.schema.json"
    (data,) = format_named("json-schema").write(sample()).files.values()
    path.write_bytes(data)
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
