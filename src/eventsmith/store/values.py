"""Changes to a value in a TOML text that leave its unchanged parts as they were written.

A list consists of cells: an item with the comments above it, the comma behind it and the comment beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from eventsmith.model import same
from eventsmith.store import layout
from eventsmith.store.canonical_text import INDENT, has_lines, key_text, lines_text, value_text
from eventsmith.store.draft import Splice, apply_splices
from eventsmith.store.match import value_origins

_BESIDE = re.compile(r"[ \t]*(?:#[^\n]*|\r)?\n")
"""The rest of a line with nothing but perhaps a comment."""
_LONG_QUOTES = ('"""', "'''")


def value_splices(text: str, start: int, end: int, old: Any, new: Any, *, within: bool = False) -> list[Splice]:
    """List the changes that turn the value `old` in a range of the text into `new`. Their line ends may be mixed.

    A text `within` a list or an inline table stays on its line.
    """
    if same(old, new, exact=True):
        return []
    if text[start] == "{" and isinstance(new, Mapping):
        return list(_table_splices(text, start, end, old, new))
    if text[start] == "[" and isinstance(new, (list, tuple)):
        return [_list_splice(text, start, end, old, new)]
    if isinstance(new, str):
        return [Splice(start, end, _string_text(new, text[start:end], within=within))]
    return [Splice(start, end, value_text(new))]


def _string_text(new: str, old: str, *, within: bool) -> str:
    """Return a text in the quotes of the old one, where it can stand in them; with line breaks, in long ones."""
    quotes = old[:3]
    is_long = quotes in _LONG_QUOTES
    if has_lines(new) and (is_long or not within):
        begins_below = not is_long or old[3:5].startswith(("\n", "\r\n")) or new.startswith("\n")
        begin = "\n" if begins_below else ""
        if quotes == "'''" and "'" not in new:
            return f"'''{begin}{new}'''"
        return lines_text(new, begin)
    if old.startswith("'") and quotes != "'''" and "'" not in new and new.isprintable():
        return f"'{new}'"
    return value_text(new)


def _table_splices(text: str, start: int, end: int, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Splice]:
    """Yield the changes of an inline table. A key with several dotted pairs is kept if equal, otherwise rewritten."""
    pairs = list(layout.table_items(text, start))
    kept: list[str] = []
    changes: list[Splice] = []
    said: set[str] = set()
    for keys, at, value, value_end in pairs:
        key = keys[0]
        if key not in new or (len(keys) > 1 and not same(old[key], new[key], exact=True)):
            continue
        inner = value_splices(text, value, value_end, old[key], new[key], within=True) if len(keys) == 1 else []
        kept.append(apply_splices(text, inner, at, value_end))
        changes += inner
        said.add(key)
    added = [f"{key_text(key)} = {value_text(value)}" for key, value in new.items() if key not in said]
    if pairs and len(kept) == len(pairs):
        behind = pairs[-1][3]
        yield from changes
        if added:
            yield Splice(behind, behind, "".join(f", {piece}" for piece in added))
        return
    before = text[start + 1 : pairs[0][1]] if pairs else " "
    behind_all = text[pairs[-1][3] : end - 1] if pairs else " "
    yield Splice(start, end, f"{{{before}{', '.join([*kept, *added])}{behind_all}}}" if kept or added else "{}")


@dataclass(slots=True)
class _Cell:
    """An item of a list with the text before it, up to its comma, and from there to the end of the line."""

    before: str
    text: str
    up_to_comma: str = ""
    behind: str = ""
    is_new: bool = False

    def comments(self) -> list[str]:
        return layout.comments_in("\n".join([self.before, self.text, self.up_to_comma, self.behind]))


def _list_splice(text: str, start: int, end: int, old: Sequence[Any], new: Sequence[Any]) -> Splice:
    opening, cells, closing, ends_with_comma = _cut(text, start, end)
    origins = value_origins(old, new)
    kept = {origin for origin in origins if origin is not None}
    spans = list(layout.list_items(text, start))
    pieces: list[_Cell | list[str]] = []
    due = 0
    for value, origin in zip(new, origins, strict=True):
        if origin is None:
            pieces.append(_Cell("", value_text(value), is_new=True))
            continue
        # Removed items before this one leave their comments here.
        pieces += [cells[gone].comments() for gone in range(due, origin) if gone not in kept]
        due = max(due, origin + 1)
        changes = value_splices(text, *spans[origin], old[origin], value, within=True)
        pieces.append(replace(cells[origin], text=apply_splices(text, changes, *spans[origin])))
    pieces += [cells[gone].comments() for gone in range(due, len(cells)) if gone not in kept]
    has_lines = any("\n" in part for cell in cells for part in (cell.before, cell.up_to_comma, cell.behind))
    if has_lines or "\n" in opening + closing:
        indent = _indent(text, spans[0][0] if spans else -1, end - 1)
        inner = _in_lines(opening, pieces, closing, indent, ends_with_comma)
    else:
        inner = _in_one_line(cells, pieces, ends_with_comma) + closing
    return Splice(start, end, f"[{inner}]")


def _in_lines(
    opening: str, pieces: Sequence[_Cell | list[str]], closing: str, indent: str, ends_with_comma: bool
) -> str:
    """Return a list over several lines, in which each new item gets a line of its own."""
    written = opening
    last = max((index for index, piece in enumerate(pieces) if isinstance(piece, _Cell)), default=-1)
    for index, piece in enumerate(pieces):
        begins_line = written.rstrip(" \t").endswith("\n")
        if isinstance(piece, list):
            for comment in piece:
                written += f"{indent if begins_line else ' '}{comment}\n"
                begins_line = True
            continue
        comma = "," if index < last or ends_with_comma else ""
        if piece.is_new:
            written = written.rstrip(" \t") if begins_line else f"{written}\n"
            written += f"{indent}{piece.text}{comma}\n"
        else:
            before = piece.before
            written += f"{before}{piece.text}{piece.up_to_comma}{comma}{piece.behind}"
    return written + closing


def _in_one_line(cells: Sequence[_Cell], pieces: Sequence[_Cell | list[str]], ends_with_comma: bool) -> str:
    """Return a list on one line, which cannot hold comments; new items are separated as the others are."""
    first = cells[0].before if cells else ""
    between = cells[1].before if len(cells) > 1 else " "
    items = [piece for piece in pieces if isinstance(piece, _Cell)]
    written = first
    for index, item in enumerate(items):
        is_last = index + 1 == len(items)
        written += f"{item.text}{item.up_to_comma}"
        if not is_last or (ends_with_comma and cells):
            written += ","
        if not is_last:
            following = items[index + 1]
            written += between if following.is_new or following.before == first else following.before
    return written


def _cut(text: str, start: int, end: int) -> tuple[str, list[_Cell], str, bool]:
    """Split a list into opening, items and closing, and say whether a comma follows its last item."""
    opening = _rest_of_line(text, start + 1, end)
    here = start + 1 + len(opening)
    cells: list[_Cell] = []
    has_comma = False
    for item, item_end in layout.list_items(text, start):
        comma = layout.skip_filler(text, item_end)
        has_comma = text[comma] == ","
        behind = comma + 1 if has_comma else item_end
        rest = _rest_of_line(text, behind, end)
        cells.append(_Cell(text[here:item], text[item:item_end], text[item_end:comma] if has_comma else "", rest))
        here = behind + len(rest)
    return opening, cells, text[here : end - 1], has_comma


def _rest_of_line(text: str, position: int, end: int) -> str:
    found = _BESIDE.match(text, position, end)
    return found[0] if found else ""


def _indent(text: str, item: int, closing: int) -> str:
    """Return the indentation of the list's first item, or else one step more than that of its closing bracket."""
    outer = _white(text, closing)
    inner = _white(text, item) if item >= 0 else outer
    return inner if inner != outer else f"{outer}{INDENT}"


def _white(text: str, position: int) -> str:
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return line[: len(line) - len(line.lstrip(" \t"))]
