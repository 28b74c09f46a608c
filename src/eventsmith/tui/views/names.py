"""Rows and texts of the names page: the form of each name, and what it would become."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.edits import name_in_form
from eventsmith.ground.labels import FORMS
from eventsmith.queries.name_reading import read_event
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import lit, marked
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered
from eventsmith.tui.views.rows import worst_mark

if TYPE_CHECKING:
    from eventsmith.model import Form
    from eventsmith.queries.form_preview import FormPreview
    from eventsmith.session.session import Session


def name_rows(
    session: Session, form: Form, left_alone: Collection[str], renamed: FormPreview, *, all_forms: bool
) -> Rows:
    """Return a row for each event. A name that the form does not change shows as “=”.

    “–” marks names that the user wants left alone, “!” those that would take the name of another event.
    """
    catalog, issues, spared = session.catalog, session.issues, frozenset(left_alone)

    def make(key: RowKey) -> Row:
        event = catalog.events[key.number]
        mark, tone = worst_mark([*issues.at(("events", key.number, "name")), *issues.at(("events", key.number, "id"))])
        read = read_event(catalog, event, form)
        names = [name_in_form(catalog, event, one) for one in FORMS] if all_forms else [read.becomes]
        stays = key.number in renamed.staying
        shown = ["=" if name == event.name or (stays and name == read.becomes) else name for name in names]
        changes = read.becomes != event.name and not stays
        if event.id in spared:
            mark = "–"
        elif not tone and stays:
            mark, tone = "!", "warning"
        elif changes and not tone:
            # This page is about what becomes of the name, so the arrow replaces the mark of a hint.
            mark = "→"
        name = event.name or "(no name yet)"
        cells = (name, read.form, *shown, event.id) if all_forms else (name, read.form, *shown)
        return Row(key, cells, mark or " ", tone)

    return Rows(numbered("event", len(catalog.events)), make)


def reason(session: Session, index: int | None, form: Form, renamed: FormPreview) -> Content:
    """Say why an event's name changes as it does or stays, and whether another event would take the new name too."""
    if index is None:
        return lit("")
    event = session.catalog.events[index]
    read = read_event(session.catalog, event, form)
    if index in renamed.staying:
        return marked("warning", f"Another event would be called “{read.becomes}” too: this one stays as it is")
    arrow = f"“{event.name}” → “{read.becomes}”: " if read.becomes != event.name else ""
    return lit(f"{arrow}{read.why}", "$text-muted")


def each_form(session: Session, index: int | None, form: Form, width: int) -> Content:
    """Return an event's name in each form, with a dot before the form in view.

    They are on one line, or on two where they are wider than `width` (0: not known yet).
    """
    if index is None:
        return lit("")
    event = session.catalog.events[index]
    names = [(one, name_in_form(session.catalog, event, one)) for one in FORMS]
    parts = [lit(f"● {name}", "bold") if one == form else lit(f"○ {name}", "$text-muted") for one, name in names]
    line = Content("   ").join(parts)
    if not width or line.cell_length <= width:
        return line
    return Content("\n").join(
        Content("   ").join(half) for half in (parts[: len(parts) // 2], parts[len(parts) // 2 :])
    )


def preview_line(session: Session, form: Form, left_alone: Collection[str], renamed: FormPreview) -> Content:
    """Say what putting all names into the form would change."""
    every = len(session.catalog.events)
    if not every:
        return lit("")
    number = sum(event.id in left_alone for event in session.catalog.events) if left_alone else 0
    spared = f" {number} left alone." if number else ""
    stays = ""
    if renamed.staying:
        name = next(iter(renamed.staying.values()))
        number = len(renamed.staying)
        stays = f" ! {number} {'stays' if number == 1 else 'stay'}: “{name}” is taken."
    if not renamed.changes:
        alike = f"All names that can be read follow “{FORMS[form]}”."
        return lit((f"Nothing changes.{stays}" if stays else alike) + spared)
    at, new = next(iter(renamed.changes.items()))
    old = session.catalog.events[at].name
    told = f".{stays}{spared} " if stays else f": “{old}” → “{new}”.{spared} "
    verb = "changes" if len(renamed.changes) == 1 else "change"
    return Content.assemble(
        (f"{len(renamed.changes)} of {every} {verb}", "bold"),
        lit(told),
        (key_of("names.use-form"), "bold"),
        " does it.",
    )
