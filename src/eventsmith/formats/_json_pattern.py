"""Patterns as JSON Schema has them: regular expressions of ECMA-262, as strict as with its flag `u`."""

from __future__ import annotations

import re

from eventsmith.ground.linear_pattern import Pattern, PatternError

_PIECE = re.compile(r"(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|\\(?P<escaped>.)|(?P<other>.)", re.DOTALL)
_IN_SET = re.compile(r"\\(?P<escaped>.)|(?P<other>.)", re.DOTALL)
_SIGNS = frozenset("^$\\.*+?()[]{}|/")
"""What a backslash may stand before; before any other sign it is an error."""
_LETTERS = frozenset("dDwWsS")
_LETTERS_IN_SET = _LETTERS | frozenset("bfnrtv")


def json_pattern(pattern: str) -> str | None:
    """Return the pattern of a property for JSON Schema, where it can match any part; None if it is none of ours."""
    try:
        Pattern(pattern)
        return f"^(?:{''.join(map(_piece, _PIECE.finditer(pattern)))})$"
    except PatternError:
        return None


def means_less(pattern: str) -> bool:
    r"""Return whether the pattern matches fewer texts in JSON Schema, where `\d` and `\w` are ASCII characters only."""
    return any(
        found["escaped"] and found["escaped"] in "dDwW"
        for piece in _PIECE.finditer(pattern)
        for found in (_IN_SET.finditer(piece["set"]) if piece["set"] else (piece,))
    )


def _piece(piece: re.Match[str]) -> str:
    if piece["set"]:
        start = 2 if piece["set"].startswith("[^") else 1
        inner = piece["set"][start:-1]
        return f"{piece['set'][:start]}{''.join(map(_in_set, _IN_SET.finditer(inner)))}]"
    if piece["escaped"]:
        return _escaped(piece["escaped"], _SIGNS | _LETTERS)
    # There, a point is no line break of any kind.
    return r"[^\n]" if piece["other"] == "." else piece["other"]


def _in_set(piece: re.Match[str]) -> str:
    if piece["escaped"]:
        return _escaped(piece["escaped"], _SIGNS | _LETTERS_IN_SET | {"-"})
    return f"\\{piece['other']}" if piece["other"] in "[]" else piece["other"]


def _escaped(char: str, known: frozenset[str]) -> str:
    if char.isascii() and char.isalnum() and char not in known:
        raise PatternError(f"“\\{char}” means something else, or nothing, in JSON Schema")
    return f"\\{char}" if char in known else char
