"""The names of a session as rows: what each is, and what it would become. Draws nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.tui.rows import worst_mark
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.rows import Row
from eventsmith.tui.words import FORMS

if TYPE_CHECKING:
    from eventsmith.model import Form
    from eventsmith.session import Session


def name_rows(session: Session, form: Form, left_alone: Collection[str], *, all_forms: bool) -> list[Row]:
    """One row an event. A name that a form leaves alone shows as “=”; “–” marks those that shall be left alone."""
    from eventsmith.edits import name_in_form
    from eventsmith.model import FORMS as ALL
    from eventsmith.session import read_event

    rows = []
    for index, event in enumerate(session.catalog.events):
        here = ("events", index)
        mark, tone = worst_mark([*session.issues.at((*here, "name")), *session.issues.at((*here, "id"))])
        read = read_event(session.catalog, event, form)
        names = [name_in_form(session.catalog, event, one) for one in ALL] if all_forms else [read.becomes]
        shown = [name if name != event.name else "=" for name in names]
        moves = read.becomes != event.name
        if event.id in left_alone:
            mark = "–"
        name = event.name or "(no name yet)"
        cells = (name, read.form, *shown, event.id) if all_forms else (name, read.form, *shown)
        rows.append(Row(str(index), cells, mark or ("→" if moves else " "), tone))
    return rows


def reason(session: Session, index: int | None, form: Form) -> Content:
    """Why the name of an event becomes what it becomes, or is left alone."""
    from eventsmith.session import read_event

    if index is None:
        return lit("")
    event = session.catalog.events[index]
    read = read_event(session.catalog, event, form)
    arrow = f"“{event.name}” → “{read.becomes}”: " if read.becomes != event.name else ""
    return lit(f"{arrow}{read.why}", "$text-muted")


def three_forms(session: Session, index: int | None, form: Form) -> Content:
    """The name of an event in each of the three forms side by side, that of the form looked at with a dot."""
    from eventsmith.edits import name_in_form
    from eventsmith.model import FORMS as ALL

    if index is None:
        return lit("")
    event = session.catalog.events[index]
    names = [(one, name_in_form(session.catalog, event, one)) for one in ALL]
    parts = [lit(f"● {name}", "bold") if one == form else lit(f"○ {name}", "$text-muted") for one, name in names]
    return Content("   ").join(parts)


def preview_line(session: Session, form: Form, left_alone: Collection[str]) -> Content:
    """What choosing the form would do."""
    from eventsmith.edits import name_in_form

    catalog = session.catalog
    events = [event for event in catalog.events if event.id not in left_alone]
    renamed = [(event.name, new) for event in events if (new := name_in_form(catalog, event, form)) != event.name]
    if not catalog.events:
        return lit("")
    spared = f" {len(catalog.events) - len(events)} left alone." if len(events) < len(catalog.events) else ""
    if not renamed:
        return lit(f"All names that can be told are put like “{FORMS[form]}”.{spared}")
    old, new = renamed[0]
    verb = "changes" if len(renamed) == 1 else "change"
    return Content.assemble(
        (f"{len(renamed)} of {len(catalog.events)} {verb}", "bold"),
        lit(f": “{old}” → “{new}”.{spared} "),
        ("Enter", "bold"),
        " does it.",
    )
