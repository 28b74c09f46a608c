"""The last look at bytes before they reach a disk: it knows nothing of the writer, and in pieces it proves the same."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from eventsmith.model import Budget, Catalog, Event, same
from eventsmith.store import (
    CannotSaveError,
    MiswrittenError,
    canonical_toml,
    new_document,
    read_bytes,
    read_file,
    rewrite,
    save,
    updated_bytes,
    verify,
)
from eventsmith.store.draft import OverlapError
from eventsmith.store.parse import parse
from eventsmith.store.verify import reads_back_as
from tests.store.layouts import Layout

TWO = Catalog(name="x", events=(Event(id="a", name="A"), Event(id="b", name="B")))


def told(data: bytes) -> Catalog | None:
    """What the standard library's reader makes of a file."""
    try:
        return Catalog.model_validate(tomllib.loads(data.decode("utf-8-sig"), parse_float=Decimal))
    except (ValueError, ValidationError):
        return None


@pytest.mark.parametrize("hundred", [0, *(pytest.param(each, marks=pytest.mark.deep) for each in range(1, 20))])
def test_in_one_go_or_in_pieces_it_is_what_another_reader_says(hundred: int) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        layout = Layout(seed)
        dice = random.Random(seed)
        lines = layout.data.split(b"\n")
        for _ in range(2):
            assert reads_back_as(layout.data, layout.catalog)
            assert reads_back_as(layout.data, layout.catalog, at_once=0)
            # A line lost, doubled or somewhere else: what a wrong writer would do.
            broken = list(lines)
            line = broken.pop(dice.randrange(len(broken)))
            for _ in range(dice.choice([0, 1, 2])):
                broken.insert(dice.randint(0, len(broken)), line)
            data = b"\n".join(broken)
            theirs = told(data)
            holds = theirs is not None and same(theirs, layout.catalog)
            assert reads_back_as(data, layout.catalog) == reads_back_as(data, layout.catalog, at_once=0) == holds, (
                data.decode()
            )


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (canonical_toml(TWO), True),
        (canonical_toml(TWO.model_copy(update={"events": TWO.events[:1]})), False),
        (canonical_toml(TWO.model_copy(update={"events": (*TWO.events, TWO.events[0])})), False),
        (canonical_toml(TWO.model_copy(update={"events": TWO.events[::-1]})), False),
        (canonical_toml(TWO) + "[naming]\n", False),
        (canonical_toml(TWO) + "[budget]\nevents = 20\n", True),
        (canonical_toml(TWO) + "[budget]\nevents = 21\n", False),
        (canonical_toml(TWO) + "[events.extra]\n[extra]\n", True),
        (canonical_toml(TWO) + "[events.extra]\na = 1\n[extra]\n", False),
        (canonical_toml(TWO).replace("[[events]]", "[events]", 1), False),
        (canonical_toml(TWO) + '\n[extra]\nx = """\n[[events]]\n"""\n', False),
        ("events = []\n" + canonical_toml(TWO), False),
        ('format = 1\nname = "x"\nevents = [{ id = "a", name = "A" }, { id = "b", name = "B" }]\n', True),
        ('format = 1\nname = "x"\nevents = [{ id = "a", name = "A" }]\n[[events]]\nid = "b"\nname = "B"\n', False),
    ],
)
def test_what_is_said_in_pieces(text: str, *, holds: bool) -> None:
    assert reads_back_as(text.encode(), TWO, at_once=0) is holds
    assert reads_back_as(text.encode(), TWO) is holds


def test_nothing_is_written_that_would_be_read_back_as_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.events.toml"
    path.write_text(canonical_toml(TWO) + "# mine\n")
    before = path.read_bytes()
    document = read_file(path)
    catalog = TWO.model_copy(update={"name": "y"})
    monkeypatch.setattr(rewrite, "updated_text", lambda document, catalog: document.text)
    with pytest.raises(MiswrittenError, match=r"bug in Eventsmith.*Nothing was changed"):
        save(document, catalog)
    assert path.read_bytes() == before
    # The whole of it anew, with the comments: another writer, and the same proof.
    after = save(document, catalog, anew=True).document
    assert b"# mine" in after.data
    assert same(read_file(path).catalog, catalog)


def test_all_ways_to_write_are_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def never(data: bytes, catalog: Any) -> bool:
        seen.append(data)
        return False

    monkeypatch.setattr(rewrite, "reads_back_as", never)
    document = new_document(None, TWO)
    with pytest.raises(MiswrittenError):
        updated_bytes(document, TWO)
    with pytest.raises(MiswrittenError):
        updated_bytes(document, TWO, anew=True)
    with pytest.raises(MiswrittenError):
        rewrite.formatted_bytes(document)
    assert len(seen) == 3


def test_a_text_as_large_as_that_is_read_in_pieces() -> None:
    assert verify.AT_ONCE < 2**20


def test_what_was_read_before_is_not_taken_for_something_else() -> None:
    text = canonical_toml(TWO).encode()
    assert reads_back_as(text, TWO, at_once=0)
    assert reads_back_as(text, TWO, at_once=0)
    other = TWO.model_copy(update={"events": (TWO.events[0], TWO.events[1].model_copy(update={"name": "C"}))})
    assert not reads_back_as(text, other, at_once=0)
    assert not reads_back_as(text, TWO.model_copy(update={"events": TWO.events[::-1]}), at_once=0)
    assert not reads_back_as(text, TWO.model_copy(update={"events": TWO.events[:1]}), at_once=0)
    assert reads_back_as(text, TWO.model_copy(deep=True), at_once=0)


def test_a_large_text_is_never_read_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def counted(data: bytes, **options: Any) -> Any:
        seen.append(data)
        return parse(data, **options)

    monkeypatch.setattr(verify, "parse", counted)
    events = tuple(Event(id=f"e{number}", name=f"Event {number}") for number in range(9))
    catalog = Catalog(name="x", budget=Budget(events=7), extra={"a": 1}, events=events)
    text = canonical_toml(catalog).encode()
    assert reads_back_as(text, catalog, at_once=0)
    assert len(seen) == 13
    assert b"".join(seen) == text


def test_changes_that_stand_in_each_others_way_are_told_as_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def overlapping(*_: Any) -> str:
        raise OverlapError

    monkeypatch.setattr(rewrite, "updated_text", overlapping)
    document = read_bytes(canonical_toml(TWO).encode())
    with pytest.raises(MiswrittenError):
        updated_bytes(document, TWO.model_copy(update={"name": "y"}))


def test_nothing_is_written_that_is_too_large_to_be_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    document = new_document(None, Catalog())
    size = len(updated_bytes(document, TWO))
    monkeypatch.setattr(rewrite, "MAX_BYTES", size)
    assert len(updated_bytes(document, TWO)) == size
    monkeypatch.setattr(rewrite, "MAX_BYTES", size - 1)
    with pytest.raises(CannotSaveError, match="larger than"):
        updated_bytes(document, TWO)
