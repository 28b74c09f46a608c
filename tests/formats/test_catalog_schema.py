"""The schema of the catalog file, read by a validator of the few keywords it uses, and by a real one where there is."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from eventsmith.destinations import shipped_destinations
from eventsmith.formats import catalog_schema
from eventsmith.model import Catalog
from eventsmith.store import toml_table

from .any_catalogs import TESTS

_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list | tuple,  # type: ignore[dict-item]  # isinstance takes unions
    "string": str,
    "integer": int,
    "boolean": bool,
}


ROOT = catalog_schema()


NO_NEWS: dict[str, Any] = {"owner": None, "severity": None, "naming": None, "property_groups": None, "events": []}
"""What takes all of format 2 out of the sample."""


def sample_table() -> Any:
    return toml_table((TESTS / "sample.toml").read_bytes())


def wrong(node: Any, schema: Any, at: str = "") -> Iterator[str]:
    """Places and keywords that do not hold."""
    if "$ref" in schema:
        yield from wrong(node, ROOT["$defs"][schema["$ref"].rpartition("/")[2]], at)
    if "type" in schema and not isinstance(node, _KINDS[schema["type"]]):
        yield f"{at}: type"
        return
    if "enum" in schema and node not in schema["enum"]:
        yield f"{at}: enum"
    if "const" in schema and node != schema["const"]:
        yield f"{at}: const"
    if "pattern" in schema and not re.search(schema["pattern"], node):
        yield f"{at}: pattern"
    if len(str(node)) < schema.get("minLength", 0):
        yield f"{at}: minLength"
    if "anyOf" in schema and all(any(wrong(node, option)) for option in schema["anyOf"]):
        yield f"{at}: anyOf"
    if "if" in schema and not any(wrong(node, schema["if"], at)):
        yield from wrong(node, schema["then"], at)
    if isinstance(node, dict):
        yield from (f"{at}.{key}: required" for key in schema.get("required", ()) if key not in node)
        for key, value in node.items():
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties", True))
            if inner is False:
                yield f"{at}.{key}: additionalProperties"
            elif inner is not True:
                yield from wrong(value, inner, f"{at}.{key}")
    if isinstance(node, list):
        if "contains" in schema and all(any(wrong(item, schema["contains"])) for item in node):
            yield f"{at}: contains"
        for index, item in enumerate(node):
            yield from wrong(item, schema.get("items", {}), f"{at}[{index}]")


def test_the_sample_is_valid() -> None:
    assert list(wrong(sample_table(), ROOT)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 3, **NO_NEWS}, ".format: enum"),
        ({"format": 1, **NO_NEWS, "naming": {"form": "noun-verb"}}, ".format: const"),
        ({"format": 1, **NO_NEWS, "naming": {"case": "upper-snake"}}, ".format: const"),
        ({"format": 1, **NO_NEWS, "naming": {"verbs": []}}, ".format: const"),
        ({"format": 1, **NO_NEWS, "severity": {}}, ".format: const"),
        ({"format": 1, **NO_NEWS, "owner": "x"}, ".format: const"),
        ({"format": 1, **NO_NEWS, "events": [{"id": "a", "name": "A", "tags": []}]}, ".format: const"),
        ({"format": 1, **NO_NEWS, "events": [{"id": "a", "name": "A", "status": "idea"}]}, ".format: const"),
        ({"format": 1, **NO_NEWS, "property_groups": []}, ".format: const"),
        ({"severity": {"event-unused": "bad"}}, ".severity.event-unused: enum"),
        ({"nmae": "x"}, ".nmae: additionalProperties"),
        ({"goals": ["win"]}, ".goals[0]: enum"),
        ({"naming": {"case": ""}}, ".naming.case: enum"),
        ({"ignore": {"no-events": ""}}, ".ignore.no-events: minLength"),
        ({"events": [{"id": "a"}]}, ".events[0].name: required"),
        ({"campaigns": [{"name": "a", "wait": "soon"}]}, ".campaigns[0].wait: pattern"),
        ({"destinations": [5]}, ".destinations[0]: anyOf"),
    ],
)
def test_what_is_wrong_is_refused(change: dict[str, Any], said: str) -> None:
    table = {key: value for key, value in (sample_table() | change).items() if value is not None}
    assert list(wrong(table, ROOT)) == [said]


def test_a_catalog_without_news_is_of_either_format() -> None:
    for number in (1, 2):
        table = {key: value for key, value in (sample_table() | NO_NEWS).items() if value is not None}
        assert list(wrong(table | {"format": number}, ROOT)) == []


def test_a_destination_of_ones_own_is_taken() -> None:
    assert list(wrong(sample_table() | {"destinations": ["infobip", "acme"]}, ROOT)) == []


def test_what_came_with_format_2_is_taken_there() -> None:
    newer = {"format": 2, "naming": {"form": "noun-verb", "case": "title-snake"}}
    assert list(wrong(sample_table() | newer, ROOT)) == []


def test_every_key_is_described_and_none_says_what_python_needs() -> None:
    schema = catalog_schema()
    nouns = {"Catalog": schema, **schema["$defs"]}
    assert set(nouns) == {"Catalog", *Catalog.model_json_schema()["$defs"]}
    for name, noun in nouns.items():
        assert noun["description"], name
        for key, value in noun["properties"].items():
            assert value["description"], f"{name}.{key}"
            assert {"title", "anyOf"}.isdisjoint(value)
            assert value.get("default") not in ("", [], {}), f"{name}.{key}"
            assert "" not in value.get("enum", ())


def test_extra_is_open_and_destinations_that_are_shipped_are_offered() -> None:
    schema = catalog_schema()
    assert schema["$defs"]["Event"]["properties"]["extra"]["additionalProperties"] is True
    offered, _ = schema["properties"]["destinations"]["items"]["anyOf"]
    assert offered["enum"] == shipped_destinations()


@pytest.mark.deep
def test_jsonschema_reads_it() -> None:
    validators = pytest.importorskip("jsonschema")
    validators.Draft202012Validator.check_schema(catalog_schema())
    table = json.loads(json.dumps(sample_table(), default=str))
    validators.Draft202012Validator(catalog_schema()).validate(table)
