"""Recognise the form of event names, and rewrite them in another form.

Takes names as arguments, or one per line from standard input. Without --to,
says what each name is, and why. With --to, writes one line per name: the name
in that form, then a tab and the reason if it is left alone or not sure.

With --jsonl, each line of standard input is a request, answered by one line:
  {"name": "Song Played", "to": "verb-noun"}
  {"form": "noun-verb-past", "rewritten": "Play Song"}
“rewritten” is null if the name is best left alone. An invalid request is
answered with an “error”, and makes the exit status 2 at the end. A line may be
1 MiB long; nothing is read after a longer one.
"""

# Programs start this once for every few names, so it loads neither the catalog's model nor anything of the app.

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from eventsmith.cli._command import CANNOT, DONE, CommandError, Parser, UsageError
from eventsmith.cli._files import DASH
from eventsmith.cli._forms import form
from eventsmith.cli._output import finish, say, say_json, tell
from eventsmith.ground.labels import FORMS
from eventsmith.ground.sanitise import visible

_MOST_BYTES = 1 << 20
"""The most in a line: far more than any name has."""

if TYPE_CHECKING:
    from eventsmith.naming import Form


class _TooLongError(CommandError):
    """A line is longer than any name. Nothing after it is read, because it may never end."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Line {number} of standard input is longer than {_MOST_BYTES >> 20} MiB; put each name on its own line"
        )
        self.number = number


def arguments(parser: Parser) -> None:
    parser.takes("[NAME…] [--to FORM] | --jsonl", "NAME", most=None)
    parser.add_argument("--to", type=form, metavar="FORM", help=f"the form to write: {', '.join(FORMS)}")
    parser.add_argument("--jsonl", action="store_true", help="answer requests in JSON, one per line")


def run(options: argparse.Namespace) -> int:
    if options.jsonl:
        if options.words or options.to:
            raise UsageError("eventsmith name: with --jsonl, names and forms are in the requests on standard input")
        return _answer_all()
    names = _typed() if options.words in ([], [DASH]) else options.words
    for number, name in enumerate(names):
        if options.to:
            say(_rewritten(name, options.to))
        else:
            say(("\n" if number else "") + _explained(name))
        # A person who types names, or a program that sends them one by one, waits for each answer.
        finish()
    return DONE


def _rewritten(name: str, to: Form) -> str:
    from eventsmith.naming import read_name, rewrite, verb_behind

    better, reading = rewrite(name, to), read_name(name)
    if better == name:
        return visible(name)
    if better is not None:
        return visible(better) + ("" if reading.sure else f"\tnot sure: {visible(reading.why)}")
    # If the name is in a form already, reading.why only says in which: the reason it stays is another.
    why = f"{reading.why}; there is no safe “{to}” for it" if reading.form in FORMS else reading.why
    hint = verb_behind(name, to)
    said = f"{why}; with a verb it would be “{hint}”" if hint else why
    return f"{visible(name)}\tleft alone: {visible(said)}"


def _explained(name: str) -> str:
    from eventsmith.naming import read_name

    reading = read_name(name)
    example = next((f", like “{example}”" for form, example in FORMS.items() if form == reading.form), "")
    parts = {
        "form": reading.form + example,
        "verb": reading.verb,
        "object": reading.object,
        "tail": reading.tail,
        "sure": "yes" if reading.sure else "no",
        "why": reading.why,
    }
    return "\n".join([visible(name), *(f"  {part:7} {visible(text or '–')}" for part, text in parts.items())])


def _typed() -> Iterator[str]:
    """Yield the names on standard input, without empty lines."""
    if sys.stdin is not None and sys.stdin.isatty():
        tell("One name per line; Ctrl+D ends")
    for line in _lines():
        # Bytes that are not UTF-8 are shown as bytes, as they are in a name given as an argument.
        name = line.decode("utf-8-sig", "surrogateescape").strip()
        if name:
            yield name


def _answer_all() -> int:
    status = DONE
    try:
        for number, line in enumerate(_lines(), 1):
            answered = _answered(line, number)
            if "error" in answered:
                status = CANNOT
            say_json(answered)
            finish()
    except _TooLongError as error:
        say_json({"error": f"line {error.number} is longer than {_MOST_BYTES >> 20} MiB, and nothing more is read"})
        return CANNOT
    return status


def _answered(line: bytes, number: int) -> dict[str, object]:
    from eventsmith.naming.jsonl import answer

    try:
        request = json.loads(line.decode("utf-8-sig").rstrip("\r\n"))
    except UnicodeDecodeError:
        return {"error": f"line {number} is not UTF-8"}
    except RecursionError:
        return {"error": f"line {number} is nested too deeply"}
    except json.JSONDecodeError as error:
        return {"error": f"line {number} is not JSON: {error.msg} at column {error.colno}"}
    except ValueError:
        # The only cause left is a number with more digits than Python converts.
        return {"error": f"line {number} holds a number that is too long"}
    if not isinstance(request, dict):
        return {"error": f'line {number} is not a request, such as {{"name": "Song Played", "to": "verb-noun"}}'}
    return answer(request)


def _lines() -> Iterator[bytes]:
    """Yield the lines of standard input, each as soon as it arrives. Raises CommandError, _TooLongError among them."""
    if sys.stdin is None:
        raise CommandError("Names are read from standard input, which is closed")
    try:
        for number in count(1):
            line = sys.stdin.buffer.readline(_MOST_BYTES + 1)
            if len(line) > _MOST_BYTES:
                raise _TooLongError(number)
            if not line:
                return
            yield line
    except OSError as error:
        raise CommandError(f"Standard input cannot be read: {error.strerror or error}") from error
