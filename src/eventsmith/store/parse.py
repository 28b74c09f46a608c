"""A safe parser from bytes to plain values: size, encoding, depth and numbers are checked before anything can go wrong.

Whatever the bytes, the outcome is a table or a CannotReadError.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import tomli

from eventsmith.store import layout
from eventsmith.store.errors import NOT_TOML, UNREADABLE, CannotReadError, Problem
from eventsmith.store.parse_errors import explain_error, strict_problem

MAX_BYTES = 32 * 1024 * 1024
MAX_KEY_PARTS = 64
MAX_DEPTH = 64
MAX_DIGITS = 400
"""The number of digits a decimal may have; its exponent is limited to what other programs can hold."""
MAX_EXPONENT = 308

_BOM = "\ufeff"
_LONG_KEY = re.compile(
    rf"(?:{layout.LONG_BASIC}|{layout.LONG_LITERAL}|#[^\n]*+)"
    rf"|((?:{layout.PART}[ \t]*+\.[ \t]*+){{{MAX_KEY_PARTS},}}+)|{layout.STRING}|[A-Za-z0-9_-]++"
)
_NO_DOT = bytes(byte for byte in range(256) if byte not in b".\n")
_DIGIT = b"0123456789ABCDEFabcdef_"
_DIGITS_MARKED = bytes(ord("0") if byte in _DIGIT else ord(" ") for byte in range(256))
_LONG_NUMBER = b"0" * 16
"""A part of any number beyond 64 bits, once its digits are marked."""
_DIGITS = re.compile(r"[0-9][0-9_]{999,}+")
_MARKER = re.compile(r"(?m)^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)")


class _NumberError(Exception):
    """A decimal is too long or too large; carries its text."""


def parse(
    data: bytes, path: str = "", loads: Callable[..., dict[str, Any]] = tomli.loads
) -> tuple[str, dict[str, Any]]:
    """Return the text without its byte order mark, and its values with exact decimals. Raises CannotReadError.

    `loads` is that of tomli, or of the standard library, which takes three times as long but lets other threads run.
    """
    if len(data) > MAX_BYTES:
        raise _refusal(path, f"The file is larger than {MAX_BYTES // 2**20} MiB; a catalog is far smaller", UNREADABLE)
    text = text_of(data, path)
    problem = _long_key(text) if _has_many_dots(text) else None
    if problem:
        raise CannotReadError(problem, path)
    try:
        raw: dict[str, Any] = loads(text, parse_float=decimal)
    except tomli.TOMLDecodeError as error:
        raise CannotReadError(_conflict(text, explain_error(error, text)), path) from None
    except tomllib.TOMLDecodeError as error:
        raise _refusal(path, str(error)) from None
    except _NumberError as error:
        raise _refusal_at(path, text, max(text.find(str(error)), 0), _number_words(str(error))) from None
    except RecursionError:
        raise _refusal_at(path, text, _deepest(text), _DEPTH_WORDS) from None
    except ValueError:
        found = _DIGITS.search(text)
        raise _refusal_at(path, text, found.start() if found else 0, _number_words("")) from None
    problem = _too_deep(raw, text) or _too_large(raw, text) or strict_problem(text)
    if problem:
        raise CannotReadError(problem, path)
    return text, raw


def text_of(data: bytes, path: str = "") -> str:
    """Decode the bytes, without the byte order mark. Raises CannotReadError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        raise _refusal(path, "The file is in UTF-16 or UTF-32, or is not text; save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").removeprefix(_BOM)
        words = f"The byte 0x{data[error.start]:02X} here is not valid UTF-8; save the file as UTF-8"
        raise _refusal_at(path, before, len(before), words) from None
    text = text.removeprefix(_BOM)
    if (nul := text.find("\0")) >= 0:
        words = "There is a NUL byte here, so the file is damaged or is not text; save it as UTF-8 text"
        raise _refusal_at(path, text, nul, words)
    return text


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Return line and column of a position, both from 1, the column in characters."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


_DEPTH_WORDS = f"Lists and tables are nested more than {MAX_DEPTH} levels deep here; flatten them"


def _refusal(path: str, message: str, rule: str = NOT_TOML) -> CannotReadError:
    return CannotReadError(Problem(rule, message), path)


def _refusal_at(path: str, text: str, position: int, message: str) -> CannotReadError:
    return CannotReadError(_problem(text, position, message), path)


def _problem(text: str, position: int, message: str) -> Problem:
    return Problem(NOT_TOML, message, *line_and_column(text, position))


def decimal(text: str) -> Decimal:
    """Convert text to an exact number, within limits that other programs can hold."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        raise _NumberError(text) from None
    if len(text) > MAX_DIGITS or (number.is_finite() and number and abs(number.adjusted()) > MAX_EXPONENT):
        raise _NumberError(text)
    return number


def _number_words(text: str) -> str:
    shown = f"“{text}”" if 0 < len(text) <= 40 else "The number here"
    return f"{shown} is too long or too large for a number; write a shorter one, or put it in quotes as text"


def _has_many_dots(text: str) -> bool:
    """Return whether a line may hold too long a key: remove all but dots and line ends, and look for a run of dots."""
    return b"." * MAX_KEY_PARTS in text.encode().translate(None, _NO_DOT)


def _long_key(text: str) -> Problem | None:
    for found in _LONG_KEY.finditer(text):
        if found[1]:
            words = f"This key has more than {MAX_KEY_PARTS} parts joined by dots; use fewer"
            return _problem(text, found.start(), words)
    return None


def _conflict(text: str, problem: Problem) -> Problem:
    """Return a problem for an unfinished merge, of which markers are left; otherwise return the given problem."""
    markers = list(_MARKER.finditer(text))
    if len(markers) > 1 and markers[0][0].startswith("<"):
        words = "A merge conflict was left here (“<<<<<<<”); keep one of the two versions and delete the marker lines"
        return _problem(text, markers[0].start(), words)
    here = (one for one in markers if line_and_column(text, one.start())[0] == problem.line)
    marker = next(here, None)
    if marker is None:
        return problem
    return _problem(text, marker.start(), f"A line of a merge conflict was left here (“{marker[0]}”); delete it")


def _deepest(text: str) -> int:
    """Return where the first statement begins that is nested too deep for the parser."""
    found = re.search(r"(?:[\[{][^\[\]{}\n]*+){32}", text)
    return found.start() if found else 0


def _too_deep(raw: dict[str, Any], text: str) -> Problem | None:
    level: list[Any] = [raw]
    for _ in range(MAX_DEPTH + 1):
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, (dict, list))
        ]
        if not level:
            return None
    return _problem(text, _deepest(text), _DEPTH_WORDS)


def _too_large(raw: dict[str, Any], text: str) -> Problem | None:
    """Return a problem for an integer beyond 64 bits, which other programs cannot read; None without one."""
    if not _has_long_number(text) or not _has_large(raw):
        return None
    for section in layout.scan(text):
        for pair in section.pairs:
            piece = text[pair.value : pair.value_end]
            if _has_long_number(piece) and _has_large(tomli.loads(f"value = {piece}")):
                return _problem(text, pair.value, _number_words(piece))
    return _problem(text, 0, _number_words(""))


def _has_long_number(text: str) -> bool:
    """Return whether any number may be too long: marking digits and finding a run takes a tenth of a pattern's time."""
    return _LONG_NUMBER in text.encode().translate(_DIGITS_MARKED)


def _has_large(node: Any) -> bool:
    if isinstance(node, dict):
        return any(map(_has_large, node.values()))
    if isinstance(node, list):
        return any(map(_has_large, node))
    return isinstance(node, int) and not -(2**63) <= node < 2**63
