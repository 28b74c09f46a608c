"""Files spoiled at random: each is read, or refused by our own error; what is read can be edited and saved back."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from eventsmith.edits import Edit, Insert, Remove, Set
from eventsmith.model import Event, same
from eventsmith.store import CannotReadError, CannotSaveError, read_bytes, updated_bytes

TESTS = Path(__file__).parents[1]
SUITE = TESTS.parents[1] / "shared" / "corpora" / "toml-test" / "tests" / "valid"
PIECES = (
    *(b'"', b"'", b'"""', b"'''", b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b".", b",", b"#", b"\n", b"\r\n", b"\\"),
    *(b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"1e999", b"0x", b"inf", b"nan", b"true"),
    *(b"[[events]]\n", b"[[events.properties]]\n", b"id = 1\n", b"name = []\n", b"[naming]\n", b"extra.a = {}\n"),
    *(b"format = 2\n", b"format = 3\n", b"2026-01-01", b"99:99:99", b"9" * 30, b"<<<<<<< HEAD\n"),
)


def seeds() -> list[bytes]:
    """Files to begin with: the sample in parts, so that each try is quick, and what the suite has of all TOML."""
    head, *blocks = re.split(rb"\n(?=\[\[(?:events|campaigns)\]\])", (TESTS / "sample.toml").read_bytes())
    parts = [head, *(b"format = 1\n\n" + block for block in blocks)]
    suite = [path.read_bytes() for path in sorted(SUITE.rglob("*.toml")) if path.stat().st_size < 1000]
    return parts * (1 + len(suite) // len(parts)) + suite


def spoiled(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4))):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        end = min(end, at + 40)
        match chance.randrange(5):
            case 0:
                data = data[:at] + data[end:]
            case 1:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 2:
                data = data[:end] + data[at:end] + data[end:]
            case 3:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case _:
                data = data[:at] + chance.choice(PIECES) + data[end:]
    return data


def fuzz(seed: int, times: int) -> None:
    chance, begin = random.Random(seed), seeds()
    read = 0
    for _ in range(times):
        data = spoiled(chance.choice(begin), chance)
        try:
            document = read_bytes(data)
        except CannotReadError as error:
            problems = [error.problem]
        else:
            problems = list(document.problems)
        if problems:
            assert all(1 <= problem.line <= data.count(b"\n") + 1 for problem in problems), data
            continue
        read += 1
        catalog = document.catalog
        edits: list[Edit] = [Set(("name",), "X"), Insert(("events", 0), Event(id="x", name="X"))]
        edits += [Remove(("events", 0)), Set(("events", 0, "when"), "é")] if catalog.events else []
        after = chance.choice(edits).apply(catalog)
        try:
            saved = updated_bytes(document, after)
        except CannotSaveError:
            continue
        assert same(read_bytes(saved).catalog, after), data
    assert read > times / 100


def test_what_is_spoiled_is_read_or_refused() -> None:
    fuzz(1, 5_000)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 120))
def test_a_million_that_are_spoiled_are_read_or_refused(seed: int) -> None:
    fuzz(seed, 50_000)
