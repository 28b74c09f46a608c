"""Rows of suggested properties, folded into one until somebody wants to see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.views.cells import example
from eventsmith.tui.views.row import GridRow, Row, RowKey

if TYPE_CHECKING:
    from eventsmith.queries.property_suggestions import Suggestion

FOLD = RowKey("suggestions")
"""The key of the row that opens and folds the suggestions."""
SUGGESTED = "suggested"
"""The kind of rows for suggested properties."""
ALL = "all"
"""The kind of rows that stand for all that a preset suggests."""


def suggestion_key(name: str) -> RowKey:
    """Return the key of the row for a suggested property."""
    return RowKey(SUGGESTED, id=name)


def suggestion_rows(suggested: Sequence[Suggestion], *, unfolded: bool) -> dict[RowKey, Row]:
    """Return the row that folds the suggestions and, where they are unfolded, a row for each, the best first."""
    if not suggested:
        return {}
    rows: dict[RowKey, Row] = {FOLD: _fold(suggested, unfolded)}
    if unfolded:
        for one in suggested:
            key = suggestion_key(one.prop.name)
            cells = (one.prop.name, one.prop.type, example(one.prop), why(one))
            rows[key] = GridRow(key, cells, "○", "faint", whole=True)
        rows.update(_all_of_presets(suggested))
    return rows


def why(one: Suggestion) -> str:
    """Say in short where a suggestion comes from, and why it may be worth having."""
    where = f"from {one.source}" if one.source else ""
    shared = f"in {one.events} {'event' if one.events == 1 else 'events'}" if one.events else ""
    needed = "for campaigns" if "campaign" in one.prop.used_for else ""
    return ", ".join(part for part in (where, shared, needed) if part)


def wanted(suggested: Sequence[Suggestion], key: RowKey) -> list[Suggestion]:
    """Return the suggestions that the row with a key stands for."""
    if key.kind == ALL:
        return [one for one in suggested if one.source == key.id]
    return [one for one in suggested if key == suggestion_key(one.prop.name)]


def _fold(suggested: Sequence[Suggestion], unfolded: bool) -> Row:
    count = f"{len(suggested)} {'suggestion' if len(suggested) == 1 else 'suggestions'}"
    text = f"{count} ({key_of('properties.suggestions')})"
    if not unfolded:
        text = f"{text}: {', '.join(one.prop.name for one in suggested)}"
    return GridRow(FOLD, (text,), "▾" if unfolded else "▸", "faint", whole=True)


def _all_of_presets(suggested: Sequence[Suggestion]) -> dict[RowKey, Row]:
    """Return a row for each preset that suggests several: they are about one event, unlike those of other events."""
    rows: dict[RowKey, Row] = {}
    sources = [one.source for one in suggested if one.source]
    for source in dict.fromkeys(sources):
        if (count := sources.count(source)) > 1:
            key = RowKey(ALL, id=source)
            text = f"All {count} from {source}: {key_of('properties.pick', typing=True)} takes them"
            rows[key] = GridRow(key, (text,), "○", "faint", whole=True)
    return rows
