"""Replacing stretches of a text: small changes that are gathered first and made together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """Puts `text` in the place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str
    is_block: bool = False
    """Whether it brings headers, so that lines of the section before must come first."""


def spliced(text: str, splices: Iterable[Splice], start: int, end: int) -> str:
    """A stretch of the text with the changes made. Of several insertions at one position, blocks come last."""
    pieces: list[str] = []
    here = start
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end, splice.is_block)):
        if splice.start < here:
            raise OverlapError
        pieces += [text[here : splice.start], splice.text]
        here = splice.end
    return "".join([*pieces, text[here:end]])


class OverlapError(Exception):
    """Two changes want the same stretch."""
