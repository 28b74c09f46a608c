"""Standard input has the limits that files have, and what never ends is not read to its end."""

from __future__ import annotations

import io
import json
import sys

import pytest

from eventsmith.store.parse import MAX_BYTES
from tests.cli.conftest import Run


class Endless(io.RawIOBase):
    """One byte for ever; counts how much was asked for, and gives up for the reader that does not stop."""

    def __init__(self, byte: bytes, enough: int) -> None:
        self.byte, self.enough, self.given = byte, enough, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        assert self.given <= self.enough, "it reads on and on"
        buffer[:] = self.byte * len(buffer)
        self.given += len(buffer)
        return len(buffer)


def _feed(monkeypatch: pytest.MonkeyPatch, stream: io.RawIOBase) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stream)))


@pytest.mark.parametrize(
    "command",
    [
        ("check", "-"),
        ("check", "--format", "sarif", "-"),
        ("fix", "-"),
        ("fmt", "-"),
        ("rename", "-", "--form", "verb-noun"),
        ("export", "-", "--to", "csv"),
    ],
)
def test_what_never_ends_is_refused_as_a_file_of_that_size_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    _feed(monkeypatch, Endless(b"\n", MAX_BYTES + (1 << 20)))
    ran = run(*command)
    assert ran.status == 2
    assert "The file is larger than 32 MiB" in ran.out + ran.err


def test_the_largest_that_is_allowed_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"format = 1\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data + b"\n" * (MAX_BYTES - len(data)))))
    assert run("fmt", "--check", "-").status == 1
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data + b"\n" * (MAX_BYTES - len(data) + 1))))
    assert run("fmt", "--check", "-").status == 2


class Failing(io.RawIOBase):
    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        raise OSError(5, "Input/output error")


def test_standard_input_that_fails_is_said_in_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _feed(monkeypatch, Failing())
    ran = run("check", "-")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "eventsmith: Standard input cannot be read: Input/output error\n"


@pytest.mark.parametrize("options", [[], ["--to", "verb-noun"]])
def test_a_name_that_never_ends(run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    _feed(monkeypatch, Endless(b"a", 1 << 21))
    ran = run("name", *options)
    assert (ran.status, ran.out) == (2, "")
    assert "Line 1 of standard input is longer than 1 MiB" in ran.err


def test_a_request_that_never_ends_is_answered_and_is_the_last(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = b'{"name": "Song Played", "to": "verb-noun"}\n'
    long = b'{"name": "%s"}\n' % (b"a" * (1 << 20))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(good + long + good)))
    ran = run("name", "--jsonl")
    assert (ran.status, ran.err) == (2, "")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert answers == [
        {"form": "noun-verb-past", "rewritten": "Play Song"},
        {"error": "line 2 is longer than 1 MiB, and nothing more is read"},
    ]
