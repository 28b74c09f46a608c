"""One event to take elsewhere."""

import json
from pathlib import Path

from eventsmith.queries.event_text import COPIES, event_as
from eventsmith.store import read_bytes, read_file

SAMPLE = read_file(Path(__file__).parents[1] / "sample.toml").catalog


def test_toml_put_into_another_catalog_is_the_event() -> None:
    for event in SAMPLE.events:
        assert read_bytes(f"format = 1\n\n{event_as(event, 'TOML')}".encode()).catalog.events == (event,)


def test_json_says_what_the_model_says() -> None:
    for event in SAMPLE.events:
        assert json.loads(event_as(event, "JSON"))["id"] == event.id


def test_text_names_what_a_developer_needs() -> None:
    for event in SAMPLE.events:
        text = event_as(event, "text")
        assert text.startswith(event.name)
        assert all(prop.name in text for prop in event.properties)
        assert event.when in text


def test_each_kind_ends_its_last_line() -> None:
    assert all(event_as(SAMPLE.events[0], kind).endswith("\n") for kind in COPIES)
