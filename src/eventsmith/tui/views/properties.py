"""Rows of the property sheet, and the note about a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.model import Groups, PropertyField, properties_with_groups, value_at
from eventsmith.tui.text import MARKS, SEVERITIES
from eventsmith.tui.views.cells import CELLS, KEYS, YES, Cell, shown
from eventsmith.tui.views.row import GridRow, Row, RowKey, Rows, numbered
from eventsmith.tui.views.rows import worst_mark
from eventsmith.tui.views.suggestions import suggestion_rows

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Place
    from eventsmith.queries.property_suggestions import Suggestion
    from eventsmith.rules import Issue
    from eventsmith.session.session import Session


_GROUPS = RowKey("groups")
"""The key of the heading above the property groups."""
NEW = RowKey("new")
"""The key of the row in which the user types the name of a new property."""
PROPERTY = "property"
"""The kind of rows for properties, or for fields."""
GROUP = "group"
"""The kind of rows for property groups."""


def owner_names(session: Session) -> Rows:
    """Return a row for each event, then for each property group, with the number of properties."""
    catalog, issues = session.catalog, session.issues
    groups = Groups(catalog.property_groups)

    def make(key: RowKey) -> Row:
        if key == _GROUPS:
            return Row(key, ("Property groups",), tone="heading")
        if key.kind == GROUP:
            group = catalog.property_groups[key.number]
            mark, tone = worst_mark(issues.under(("property_groups", key.number)))
            name = f"{group.name or '(no name yet)'}{' · every event' if group.every_event else ''}"
            return Row(key, (name, str(len(group.properties))), mark or " ", tone)
        event = catalog.events[key.number]
        wrong = [*issues.under(("events", key.number, "properties"))]
        wrong += issues.under(("events", key.number, "property_groups"))
        mark, tone = worst_mark(wrong)
        count = len(properties_with_groups(event, groups.of(event)))
        return Row(key, (event.name or "(no name yet)", str(count)), mark or " ", tone)

    of_groups = [_GROUPS, *numbered(GROUP, len(catalog.property_groups))] if catalog.property_groups else []
    return Rows([*numbered("event", len(catalog.events)), *of_groups], make)


def group_rows(session: Session, owner: Place) -> dict[RowKey, Row]:
    """Return a row for each group that the event with the properties at `owner` takes; none for other owners."""
    if owner[0] != "events" or len(owner) > len(("events", 0, "properties")):
        return {}
    catalog = session.catalog
    groups, event = Groups(catalog.property_groups), catalog.events[int(owner[1])]
    rows: dict[RowKey, Row] = {}
    for name in event.property_groups:
        if name not in groups.by_name:
            key = group_key(catalog, name)
            rows[key] = GridRow(key, (name, "group", "", "there is no such group"), MARKS["error"], "error", whole=True)
    own = {prop.name for prop in event.properties}
    for group in groups.of(event):
        key = group_key(catalog, group.name)
        names = ", ".join(prop.name for prop in group.properties if prop.name not in own) or "nothing of its own"
        names = f"in every event: {names}" if group.every_event else names
        rows[key] = GridRow(key, (group.name or "(no name yet)", "group", "", names), "›", whole=True)
    return rows


def group_key(catalog: Catalog, name: str) -> RowKey:
    """Return the key of the row for a group that an event takes, which may not be there."""
    names = [group.name for group in catalog.property_groups]
    return RowKey(GROUP, names.index(name) if name in names else -1, id=name)


def property_rows(
    session: Session, owner: Place, suggested: Sequence[Suggestion] = (), *, unfolded: bool = False
) -> Rows:
    """Return rows of the properties or fields at the place `owner`, then of a new one, of groups, of suggestions."""
    props: Sequence[PropertyField] = value_at(session.catalog, owner)
    issues = session.issues
    offered = group_rows(session, owner)
    offered.update(suggestion_rows(suggested, unfolded=unfolded))

    def make(key: RowKey) -> Row:
        if key == NEW:
            holder = value_at(session.catalog, owner[:-1])
            what = "a property" if owner[-1] == "properties" else "a field"
            what += " of each item" if isinstance(holder, PropertyField) and holder.type == "list" else ""
            return GridRow(key, (f"Type here to add {what}",), "+", "faint", whole=True, invites=True)
        if key in offered:
            return offered[key]
        number = key.number
        place = (*owner, number)
        wrong = issues.under(place)
        mark, tone = worst_mark(wrong)
        tones = tuple(worst_mark(issues_of(wrong, place, cell))[1] for cell in CELLS)
        return GridRow(key, tuple(shown(props[number], cell) for cell in CELLS), mark or YES, tone, tones=tones)

    return Rows([*numbered(PROPERTY, len(props)), NEW, *offered], make)


def depth_of(place: Place) -> int:
    """Return how deep a property or field is in others: 0 for a property."""
    return place.count("fields")


def issues_of(issues: Sequence[Issue], place: Place, cell: Cell) -> list[Issue]:
    """Return those issues of a property that belong to a cell; those that no cell has belong to the name's."""
    rest = len(place)
    keys = [str(issue.place[rest]) if len(issue.place) > rest else "name" for issue in issues]
    return [issue for issue, key in zip(issues, keys, strict=True) if (key if key in KEYS else "name") == cell.key]


def worst_first(session: Session, place: Place) -> list[Issue]:
    """Return the issues of a property, the worst first."""
    return sorted(session.issues.under(place), key=lambda issue: SEVERITIES.index(issue.rule.severity))
