"""Talking with a person line by line, and nothing else.

No colour, no cursor movement, nothing drawn twice: a screen reader reads every line once, in order, and a pipe or a log
holds the same as the screen.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import FrameType
from typing import Protocol

from typing_extensions import override

from eventsmith.ground import streams
from eventsmith.ground.sanitise import visible_lines, without_log_commands

PROMPT = "> "
_KILLS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_PLAIN_SIGNS = str.maketrans({"⏎": "/", "“": '"', "”": '"', "’": "'", "…": "...", "–": "-"})
"""Our typographic characters, each with its ASCII form."""


class NobodyListensError(Exception):
    """Nothing can be said any more: writing to standard output failed."""


class Killed(BaseException):
    """A signal that ends programs has arrived, so that everything ends here."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Talk(Protocol):
    """Someone to talk to."""

    patient: bool
    """Whether a person is there, who can be asked once more."""

    def say(self, text: str = "") -> None:
        """Say one line or several. Raises NobodyListensError."""

    def answer(self) -> str:
        """Wait for a line. Raises EOFError if no more will come, and KeyboardInterrupt."""


class Console(Talk):
    """Standard input and output: a terminal, or pipes."""

    def __init__(self, *, plain_signs: bool = False) -> None:
        self._signs = _PLAIN_SIGNS if plain_signs else {}
        if isinstance(sys.stdin, io.TextIOWrapper):
            # Bytes that are not text are refused where they are read, instead of ending the program.
            sys.stdin.reconfigure(errors="surrogateescape")
        self.patient = sys.stdin.isatty() and sys.stdout.isatty()
        if self.patient and os.environ.get("TERM", "dumb") != "dumb":
            # For the keys that edit a line in every shell. It also keeps pasted text together, as one answer.
            import_module("readline")

    @override
    def say(self, text: str = "") -> None:
        text = without_log_commands(visible_lines(text)).translate(self._signs)
        if self.patient:
            text = "\n".join(map(_between_words, text.split("\n")))
        self._write(f"{text}\n")

    @override
    def answer(self) -> str:
        while True:
            line = self._line()
            if line.isascii() or not any("\ud800" <= character <= "\udfff" for character in line):
                return line
            self.say("Part of that is not text in this terminal's encoding. Once more, please.")

    def _line(self) -> str:
        if self.patient:
            return input(PROMPT)
        self._write(PROMPT)
        line = sys.stdin.readline()
        if not line:
            self._write("\n")
            raise EOFError
        line = line.removesuffix("\n")
        # Echo the answer, since nobody has typed it on a screen.
        self._write(f"{visible_lines(line)}\n")
        return line

    def _write(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            streams.give_up(sys.stdout)
            raise NobodyListensError(error.strerror or str(error)) from error


class Interruptible(Talk):
    """A talk that signals can end, but only while it speaks or waits: work in between is always finished."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self.patient = talk.patient
        self._came = 0
        self._let_in: Sequence[int] = ()

    @contextmanager
    def heeding(self) -> Iterator[None]:
        """Catch the signals that end other programs: a kill, a closed terminal, Ctrl+C."""
        before = {number: signal.signal(number, self._caught) for number in (*_KILLS, signal.SIGINT)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @override
    def say(self, text: str = "") -> None:
        """Say a line. Also raises Killed; Ctrl+C, perhaps meant to silence a screen reader, waits for a question."""
        with self._open(_KILLS):
            self._talk.say(text)

    @override
    def answer(self) -> str:
        """Wait for a line. Also raises Killed."""
        with self._open((*_KILLS, signal.SIGINT)):
            return self._talk.answer()

    @contextmanager
    def _open(self, numbers: Sequence[int]) -> Iterator[None]:
        self._let_in = numbers
        try:
            self._heed()
            yield
        finally:
            self._let_in = ()

    def _caught(self, number: int, frame: FrameType | None) -> None:
        if self._came not in _KILLS:
            self._came = number
        self._heed()

    def _heed(self) -> None:
        number = self._came
        if number not in self._let_in:
            return
        self._came = 0
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise Killed(number)


def _between_words(line: str) -> str:
    """Break a line between words. A terminal breaks within them, and screen readers then read half a word as a word."""
    width = max(streams.terminal_size()[0] - 1, 20)
    if _cells(line) <= width:
        return line
    indent = " " * (len(line) - len(line.lstrip(" ")))
    lines = [""]
    for word in line.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1].strip() else f"{lines[-1]}{word or ' '}"
        if _cells(longer) <= width or not lines[-1].strip():
            lines[-1] = longer
        else:
            lines.append(f"{indent}{word}")
    return "\n".join(lines)


def _cells(text: str) -> int:
    """Return how many columns a text takes: wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
