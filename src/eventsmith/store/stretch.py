"""The stretches of a file that a change of its catalog touches, so that a save need not read the rest again.

A file is its settings and then a block for each event and campaign. Items that are the same objects keep their blocks;
a stretch holds others, and a neighbour on either side. In a file that is laid out oddly a stretch may say something
else by itself than it does in the file: whoever uses one has to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eventsmith.model import Catalog, same
from eventsmith.store.document import Document
from eventsmith.store.match import Span, changed_spans

LISTS = ("events", "campaigns")
_SETTINGS = tuple(name for name in Catalog.model_fields if name not in LISTS)
_NO_SETTINGS = Catalog()
_HEAD = -1
"""The number of the block of the settings."""
_Blocks = list[tuple[int, str, int]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes `start` to `end` of a file; what they say and what they shall say, each as a catalog of its own."""

    start: int
    end: int
    old: Catalog
    new: Catalog


def whole(document: Document, catalog: Catalog) -> Stretch:
    """All of the file."""
    return Stretch(0, len(document.data), document.catalog, catalog)


def stretches(document: Document, catalog: Catalog) -> list[Stretch]:
    """The parts of the file that the new catalog touches, in order; none where that is all, or cannot be told."""
    old, blocks = document.catalog, _blocks(document)
    if any(getattr(catalog, name) and not getattr(old, name) for name in LISTS):
        return []
    spans = {name: changed_spans(getattr(old, name), getattr(catalog, name)) for name in LISTS}
    numbers = {(name, index): number for number, (_, name, index) in enumerate(blocks)}
    keeps_settings = all(same(getattr(old, name), getattr(catalog, name), exact=True) for name in _SETTINGS)
    touched = set() if keeps_settings else {_HEAD}
    for name in LISTS:
        for start, end, _, _ in spans[name]:
            touched.update(numbers[name, i] for i in range(start - 1, end + 1) if (name, i) in numbers)
    return [_stretch(document, catalog, blocks, spans, run) for run in _runs(touched, len(blocks))]


def _runs(touched: set[int], size: int) -> list[tuple[int, int]]:
    """The first and last block of each stretch, which has a neighbour at both ends; none where one takes all."""
    runs: list[tuple[int, int]] = []
    for number in sorted(touched):
        first, last = max(number - 1, _HEAD), min(number + 1, size - 1)
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((first, last))
    return [] if runs == [(_HEAD, size - 1)] else runs


def _stretch(
    document: Document, catalog: Catalog, blocks: _Blocks, spans: dict[str, list[Span]], run: tuple[int, int]
) -> Stretch:
    first, last = run
    says: dict[str, Any] = {}
    shall_say: dict[str, Any] = {}
    for name in LISTS:
        indices = [index for _, of, index in blocks[max(first, 0) : last + 1] if of == name]
        start, end = (indices[0], indices[-1] + 1) if indices else (0, 0)
        ahead = sum(new_end - new_start - (b - a) for a, b, new_start, new_end in spans[name] if b < start)
        grown = sum(
            new_end - new_start - (b - a) for a, b, new_start, new_end in spans[name] if start <= a and b <= end
        )
        says[name] = getattr(document.catalog, name)[start:end]
        shall_say[name] = getattr(catalog, name)[start + ahead : end + ahead + grown] if indices else ()
    return Stretch(
        0 if first == _HEAD else blocks[first][0],
        blocks[last + 1][0] if last + 1 < len(blocks) else len(document.data),
        (document.catalog if first == _HEAD else _NO_SETTINGS).model_copy(update=says),
        (catalog if first == _HEAD else _NO_SETTINGS).model_copy(update=shall_say),
    )


def _blocks(document: Document) -> _Blocks:
    """Where the block of each item begins, in the order of the file, with its list and index; empty if unknown."""
    # In a text without strings of many lines, no other line can begin like a header.
    has_long = b'"""' in document.data or b"'''" in document.data
    for find in (_all_headers,) if has_long else (_plain_headers, _all_headers):
        found: _Blocks = []
        for name in LISTS:
            found += [(start, name, index) for index, start in enumerate(find(document, name))]
        if len(found) == sum(len(getattr(document.catalog, name)) for name in LISTS):
            return sorted(found)
    return []


def _plain_headers(document: Document, name: str) -> Iterator[int]:
    """By search alone."""
    data, header = document.data, f"\n[[{name}]]".encode()
    # A regular expression would need ten times as long.
    at = data.find(header)
    while at >= 0:
        yield at + 1
        at = data.find(header, at + 1)


def _all_headers(document: Document, name: str) -> Iterator[int]:
    """However they are written."""
    text, here, at = document.text, 0, len(document.data) - len(document.text.encode())
    for section in document.sections:
        if section.many and section.keys == (name,):
            at += len(text[here : section.start].encode())
            here = section.start
            yield at
