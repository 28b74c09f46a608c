import json
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from eventsmith.formats import format_named
from eventsmith.model import Catalog, Event, Property, PropertyField, without_ideas

from .any_catalogs import catalogs, sample

RIGHT = {"PurchaseCompleted": {"amount": 3, "currency": "EUR", "items": [{"title": "A year"}]}}
WRONG = [
    {"PurchaseCompleted": {"amount": "3", "currency": "EUR"}},
    {"PurchaseCompleted": {"amount": 3, "currency": "DEM"}},
    {"PurchaseCompleted": {"amount": 3}},
    {"PurchaseCompleted": {"amount": 3, "currency": "EUR", "items": [{}]}},
    {"SongPlayed": {"song_name": "Hey Jude", "genres": ["polka"]}},
    {"SongPlayed": {"song_name": "Hey Jude", "length": 1.5}},
    {"SongPlayed": {"song_name": "Hey Jude", "mood": "sad"}},
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
    assert list(schema_of(catalog)["$defs"]) == list(
        {event.id: 0 for event in without_ideas(catalog).events if event.id}
    )


@pytest.mark.deep
def test_jsonschema_reads_it() -> None:
    validators = pytest.importorskip("jsonschema")
    schema = json.loads(json.dumps(schema_of(sample()), default=float))
    validators.Draft202012Validator.check_schema(schema)
    validator = validators.Draft202012Validator(schema)
    assert validator.is_valid(RIGHT)
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
