"""Changing a value where it stands, so that what is the same in it stays as it was written."""

from __future__ import annotations

from typing import Any

from eventsmith.model import same
from eventsmith.store import layout
from eventsmith.store.emit import list_text, value_text
from eventsmith.store.notes import list_notes
from eventsmith.store.splice import Splice


def value_splices(text: str, start: int, end: int, old: Any, new: Any) -> list[Splice]:
    """The changes that make the value between both, which says `old`, say `new`."""
    if same(old, new, exact=True):
        return []
    opening = text[start]
    if opening == "{" and isinstance(new, dict) and old.keys() == new.keys():
        items = list(layout.table_items(text, start))
        if all(len(keys) == 1 for keys, *_ in items):
            return [
                splice
                for (key,), _, item, item_end in items
                for splice in value_splices(text, item, item_end, old[key], new[key])
            ]
    if opening == "[" and isinstance(new, (list, tuple)):
        items_at = list(layout.list_items(text, start))
        changed = [index for index, pair in enumerate(zip(old, new, strict=False)) if not same(*pair, exact=True)]
        if len(old) == len(new) and len(changed) == 1:
            index = changed[0]
            return value_splices(text, *items_at[index], old[index], new[index])
        return [Splice(start, end, _list_anew(text, start, end, items_at, old, new))]
    return [Splice(start, end, value_text(new))]


def _list_anew(text: str, start: int, end: int, items_at: list[tuple[int, int]], old: Any, new: Any) -> str:
    """The new list with the spelling of the items it had before, and every comment."""
    left = list(range(len(old)))
    origins: list[int | None] = []
    for value in new:
        origin = next((index for index in left if same(old[index], value, exact=True)), None)
        if origin is not None:
            left.remove(origin)
        origins.append(origin)
    items = [
        value_text(value) if origin is None else text[slice(*items_at[origin])]
        for value, origin in zip(new, origins, strict=True)
    ]
    if "\n" not in text[start:end]:
        return f"[{', '.join(items)}]"
    notes = list_notes(text, start, end)
    moved: dict[int, tuple[list[str], str]] = {}
    for index, origin in enumerate(origins):
        if origin in notes:
            moved[index] = notes.pop(origin)
    rest = [comment for above, beside in notes.values() for comment in (*above, *([beside] if beside else []))]
    if rest:
        moved[len(new)] = (rest, "")
    closing = _indent(text, end - 1)
    indent = _indent(text, items_at[0][0]) if items_at else f"{closing}    "
    return list_text(items, moved, indent if indent != closing else f"{closing}    ", closing)


def _indent(text: str, position: int) -> str:
    """The white space that the line of the position begins with."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return line[: len(line) - len(line.lstrip(" \t"))]
