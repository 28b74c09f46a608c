"""What is written to standard output and standard error, and what becomes of it when they are closed or full.

Text is made harmless here: whatever came from a file or is a file's name, neither a terminal nor a CI system that reads
its log obeys it.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import TextIO

from eventsmith.cli._command import CommandError
from eventsmith.ground import streams
from eventsmith.ground.sanitise import visible_lines, without_log_commands

_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[33m", "hint": "\x1b[36m", "dim": "\x1b[2m"}
_PLAIN = "\x1b[0m"


class OutputClosedError(Exception):
    """Whoever read our output has had enough, as `head` does."""


def prepare() -> None:
    """Has text that the locale cannot show written as escapes, instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Writes a result to standard output."""
    _write(f"{_harmless(text)}\n")


def say_painted(text: str) -> None:
    """The same for text with colours in it, whose other parts went through `visible` before."""
    _write(f"{without_log_commands(text)}\n")


def say_json(value: object, *, indent: int | None = None) -> None:
    """Write a result as JSON: in ASCII it is the same bytes in every locale. What is harmful stands as an escape."""
    import json

    _write(json.dumps(value, indent=indent).replace("\x7f", "\\u007f").replace("##", "#\\u0023") + "\n")


def say_log_command(text: str) -> None:
    """Write a line that a CI system is to obey; what is in it was escaped before."""
    _write(f"{visible_lines(text)}\n")


def say_bytes(data: bytes) -> None:
    """Writes a file to standard output: byte for byte, but to a terminal harmless."""
    stdout = sys.stdout
    if stdout is None or stdout.isatty():
        _write(visible_lines(data.decode("utf-8", "replace").replace("\r\n", "\n")))
        return
    try:
        stdout.flush()
        stdout.buffer.write(data)
    except OSError as error:
        raise _failed(stdout, error) from error


def tell(text: str) -> None:
    """Writes all that is not a result to standard error. Never fails: there is nobody else to tell."""
    streams.tell(_harmless(text))


def finish() -> None:
    """Hands over all that is still held back. Raises as writing does, once nothing is held back any more."""
    try:
        error = streams.flush(sys.stdout)
    finally:
        streams.flush(sys.stderr)
    if error is not None:
        raise _as_failure(error) from error


def coloured() -> bool:
    """Whether standard output shows colours, and nobody objects."""
    return bool(
        sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def painter() -> Callable[[str, str], str]:
    """What puts a text into the colour of a severity, where there are colours. Asked for once, used for every line."""
    return _paint if coloured() else lambda text, colour: text


def _harmless(text: str) -> str:
    return without_log_commands(visible_lines(text))


def _paint(text: str, colour: str) -> str:
    return f"{_COLOURS[colour]}{text}{_PLAIN}"


def _write(text: str) -> None:
    if sys.stdout is None:
        raise CommandError("The results cannot be written: standard output is closed")
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _failed(sys.stdout, error) from error


def _failed(stream: TextIO, error: OSError) -> Exception:
    streams.give_up(stream)
    return _as_failure(error)


def _as_failure(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return OutputClosedError()
    return CommandError(f"The results cannot be written to standard output: {error.strerror or error}")
