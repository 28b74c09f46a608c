"""Around which thing a comment stands that stands by itself, asked of nothing but a TOML parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

import tomli

from eventsmith.model import Place

_PROBE = "a key that no text has"


def neighbours(text: str, comment: str) -> tuple[Place, Place]:
    """The places of the tables before and behind the line of a comment; the end of the text is the root's.

    They are one where the comment stands directly below or above what belongs to one of them.
    """
    lines = text.split("\n")
    at = next(index for index, line in enumerate(lines) if line.strip() == comment)
    before = _open("\n".join(lines[: at + 1])) or ()
    behind = next(filter(lambda place: place not in (None, before), _opened(lines, at + 1)), None) or ()
    above, below = _next(reversed(lines[:at])), _next(lines[at + 1 :])
    if above or (below and not below.startswith("[")):
        return before, before
    return (behind, behind) if below else (before, behind)


def _next(lines: Iterable[str]) -> str:
    """The first that is no comment."""
    return next((stripped for line in lines if not (stripped := line.strip()).startswith("#")), "")


def _opened(lines: Sequence[str], start: int) -> Iterator[Place | None]:
    """The places that are open behind each line that may be a header."""
    for end in range(start, len(lines)):
        if lines[end].lstrip().startswith("["):
            yield _open("\n".join(lines[: end + 1]))


def shared(one: Place, other: Place) -> Place:
    """What both places begin with."""
    return tuple(step for step, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _open(text: str) -> Place | None:
    """The place of the table that the next pair would belong to; None where the text ends within a value."""
    try:
        return _holding(tomli.loads(f"{text}\n'{_PROBE}' = 0\n"))
    except tomli.TOMLDecodeError:
        return None


def _holding(node: object) -> Place | None:
    """The place of the table that holds the probe."""
    inner: Iterable[tuple[str | int, object]] = ()
    if isinstance(node, Mapping):
        if _PROBE in node:
            return ()
        inner = node.items()
    elif isinstance(node, list):
        inner = enumerate(node)
    return next(((step, *place) for step, one in inner if (place := _holding(one)) is not None), None)
