"""Somebody who answers anything at all: no fault, no lost edit, and undo leads back to the start."""

import random
from pathlib import Path

import pytest

from eventsmith.plain import commands
from eventsmith.plain.interview import Interview
from eventsmith.plain.walk import walk
from eventsmith.session.opening import open_session
from tests.plain.person import Person

WORDS = (
    *map(str, range(1, 10)),
    *("", "", "", "-", "all", "goals", "yes", "no", "1,2", "2-4", "more", "again", "?", "back", "next", "undo", "redo"),
    *("fix", "why", "go goal", "go events", "go names", "go properties", "go campaigns", "go review"),
    *("Song Played", "play song", "email", "amount", "曲", "1 hour", "12.5", "music", '"save"', "name", "add", "take"),
    *(
        "where",
        "jump",
        "hear 1",
        "+ 1",
        "- 1",
        "copy",
        "rename",
        "change its type",
        "put events",
        "make events",
        "live",
    ),
    *("change", "condition", "only if", "value", "find", "basket", "remove", "move", "unless", "preset", "2"),
)
STEPS = 400


@pytest.mark.parametrize("seed", range(12))
def test_any_answers(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(seed)
    person = Person(*(chance.choice(WORDS) for _ in range(STEPS)))
    session = open_session(None)
    start = session.catalog
    with pytest.raises(EOFError):
        walk_on(Interview(session, person, commands))
    assert not person.left
    end = session.catalog
    steps = 0
    while session.undo():
        steps += 1
    assert session.catalog is start
    for _ in range(steps):
        session.redo()
    assert session.catalog is end


def walk_on(interview: Interview) -> None:
    """Walks again where one has left."""
    while True:
        walk(interview)
