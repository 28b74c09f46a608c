"""How a person is spoken to and answers: line by line, nothing else. Knows no catalogs.

No colour, no cursor movement, nothing that is drawn twice: a screen reader reads every line once, in order, and a pipe
or a log holds the same as the screen.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import textwrap
from typing import Protocol

from eventsmith.visible import visible_lines

PROMPT = "> "


class NobodyListensError(Exception):
    """What is said can be written nowhere."""


class Talk(Protocol):
    """Someone to talk to."""

    patient: bool
    """Whether a person sits there, who can be asked once more."""

    def say(self, text: str = "") -> None:
        """Says a line, or several. Raises NobodyListensError."""

    def answer(self) -> str:
        """Waits for a line. Raises EOFError where no more will come, and KeyboardInterrupt."""


class Console:
    """Standard input and output: a terminal, or pipes."""

    def __init__(self) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            # Bytes that are no text are refused where they are read, instead of ending all.
            sys.stdin.reconfigure(errors="surrogateescape")
        self.patient = sys.stdin.isatty() and sys.stdout.isatty()
        if self.patient and os.environ.get("TERM", "dumb") != "dumb":
            # The keys that edit a line in every shell. Text that is pasted stays one answer.
            import readline  # noqa: F401

    def say(self, text: str = "") -> None:
        """See Talk."""
        text = visible_lines(text)
        if self.patient:
            text = "\n".join(map(_between_words, text.split("\n")))
        self._write(f"{text}\n")

    def answer(self) -> str:
        """See Talk."""
        while True:
            line = self._line()
            if line.isascii() or not any("\ud800" <= character <= "\udfff" for character in line):
                return line
            self.say("Part of that is no text in this terminal's encoding. Once more, please.")

    def _line(self) -> str:
        if self.patient:
            return input(PROMPT)
        self._write(PROMPT)
        line = sys.stdin.readline()
        if not line:
            self._write("\n")
            raise EOFError
        line = line.removesuffix("\n")
        # Nobody has typed it where it can be seen.
        self._write(f"{visible_lines(line)}\n")
        return line

    def _write(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            raise NobodyListensError(error.strerror or str(error)) from error


def _between_words(line: str) -> str:
    """A line broken where words end, as a terminal does not: half a word at the end of a line is read as one."""
    width = shutil.get_terminal_size().columns - 1
    if len(line) <= width:
        return line
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return textwrap.fill(line, max(width, 20), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
