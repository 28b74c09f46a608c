"""Which item of a changed list was which: by its name and what it says, by its place where nothing else tells."""

from __future__ import annotations

from typing import Any

import pytest

from eventsmith.model import Condition, Event
from eventsmith.store.match import origins


def event(id: str, **said: Any) -> Event:
    return Event(id=id, name=said.pop("name", id), **said)


def ask(property: str, operator: str) -> Condition:
    return Condition.model_validate({"property": property, "operator": operator})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [ask("plan", "="), ask("age", ">")], [ask("age", "<"), ask("plan", "!=")], [1, 0], id="moved-and-changed"
        ),
        pytest.param(
            [ask("plan", "="), ask("age", ">")], [ask("seat", ">"), ask("plan", "!=")], [1, 0], id="moved-and-renamed"
        ),
        pytest.param([ask("plan", "="), ask("age", ">")], [ask("seat", "<"), ask("city", "!=")], [0, 1], id="by-place"),
    ],
)
def test_origins(old: list[Any], new: list[Any], expected: list[int | None]) -> None:
    assert origins(old, new) == expected
