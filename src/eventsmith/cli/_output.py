"""Writing to standard output and standard error, also when they are closed or full.

Text is made harmless here: no content or name of a file can give commands to a terminal, or to a CI system that reads
the log.
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
    """The reader of our output has closed it, as `head` does when it has enough."""


def prepare() -> None:
    """Make the streams escape characters that the locale cannot encode, instead of failing on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write a result to standard output. Raises OutputClosedError or CommandError, as all that write results do."""
    _write(f"{_harmless(text)}\n")


def say_painted(text: str) -> None:
    """Write a result that has colours in it, and whose other parts went through `visible` already."""
    _write(f"{without_log_commands(text)}\n")


def say_json(value: object, *, indent: int | None = None) -> None:
    """Write a result as JSON, in ASCII to be the same bytes in every locale, with harmful characters escaped."""
    import json

    _write(json.dumps(value, indent=indent).replace("\x7f", "\\u007f").replace("##", "#\\u0023") + "\n")


def say_log_command(text: str) -> None:
    """Write a line that a CI system is meant to obey, and whose parts are escaped already."""
    _write(f"{visible_lines(text)}\n")


def say_bytes(data: bytes) -> None:
    """Write a file to standard output: byte for byte, or made harmless if that is a terminal."""
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
    """Write what is not a result to standard error. Never fails: there is nobody else to tell."""
    streams.tell(_harmless(text))


def finish() -> None:
    """Flush both streams, then raise what a failed write raises."""
    try:
        error = streams.flush(sys.stdout)
    finally:
        streams.flush(sys.stderr)
    if error is not None:
        raise _as_failure(error) from error


def coloured() -> bool:
    """Return whether standard output shows colours, and neither NO_COLOR nor TERM objects."""
    return bool(
        sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def painter() -> Callable[[str, str], str]:
    """Return a function that colours text by a severity, if colours are shown. Call it once for all lines."""
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
