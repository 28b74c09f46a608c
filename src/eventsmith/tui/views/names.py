"""Rows and texts of the names page: what the form in view makes of each name, and how many names that changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.style import Style

from eventsmith.queries.name_reading import read_event
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import lit, marked
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered
from eventsmith.tui.views.rows import worst_mark

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Form
    from eventsmith.queries.form_preview import Fate, FormPreview
    from eventsmith.session.session import Session

View = Literal["changes", "misfits", "all"]
"""Which names are listed."""

HEADS: dict[View, str] = {"changes": "What changes", "misfits": "What does not fit", "all": "All names"}
_CHANGES: tuple[Fate, ...] = ("changes", "excepted", "taken")
_MISFITS: tuple[Fate, ...] = ("excepted", "taken", "untold")
_JUDGED_IN_ANY = (
    "Forms are told in English only. In any language, a name is judged for whether it is there, unlike the others and"
    " within limits, and so is its ID."
)
_NO_NAME = "(no name yet)"
_IN_WORDS = {"two ways": "reads two ways", "no form": "no verb and no thing"}
"""Readings as they stand in a sentence, where that is not how a column has them."""


def shown_view(view: View, renamed: FormPreview, *, is_now: bool) -> View:
    """Return the view to show: all names where nothing changes, or the form in view is the catalog's now."""
    return "all" if view == "changes" and (is_now or not renamed.count(*_CHANGES)) else view


def listed_names(catalog: Catalog, view: View, wanted: str, renamed: FormPreview, *, is_now: bool) -> Sequence[RowKey]:
    """Return the keys of the names in a view; for a text, of all names that have it, also in what they become.

    A name that changes fits no form that the catalog has now.
    """
    every = numbered("event", len(catalog.events))
    text = wanted.strip().casefold()
    if text:
        return [key for key in every if any(text in told.casefold() for told in _texts(catalog, key.number, renamed))]
    if view == "all":
        return every
    fates = _CHANGES if view == "changes" else ("changes", *_MISFITS) if is_now else _MISFITS
    return [every[at] for at in renamed.of_fate(*fates)]


def _texts(catalog: Catalog, at: int, renamed: FormPreview) -> tuple[str, ...]:
    event = catalog.events[at]
    return event.name, event.id, renamed.changes.get(at, "")


def name_rows(session: Session, keys: Sequence[RowKey], form: Form, renamed: FormPreview, *, wide: bool) -> Rows:
    """Return a row for each key: the name, what becomes of it or why it stays, and where there is room how it is read.

    “–” marks names that the user wants left alone, “!” those that would take the name of another event.
    """
    catalog, issues = session.catalog, session.issues

    def make(key: RowKey) -> Row:
        event, outcome = catalog.events[key.number], renamed.outcomes[key.number]
        mark, tone = worst_mark([*issues.at(("events", key.number, "name")), *issues.at(("events", key.number, "id"))])
        if outcome.fate == "excepted":
            mark = "–"
        elif outcome.fate == "taken" and not tone:
            mark, tone = "!", "warning"
        elif outcome.fate == "fits" and not mark:
            mark = "✓"
        told = _becomes(key.number, renamed)
        more = (read_event(catalog, event, form).form, event.id) if wide else ()
        return Row(key, (event.name or _NO_NAME, told, *more), mark or " ", tone)

    return Rows(keys, make)


def _becomes(at: int, renamed: FormPreview) -> str:
    fate, why = renamed.outcomes[at]
    told = {
        "changes": f"→ {renamed.changes.get(at, '')}",
        "fits": "fits",
        "excepted": "stays: excepted",
        "taken": f"stays: “{renamed.staying.get(at, '')}” is taken",
    }
    return told.get(fate) or f"stays: {_IN_WORDS.get(why, why)}"


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


def question(catalog: Catalog) -> Content:
    """Ask for the form."""
    number = len(catalog.events)
    return lit(f"How shall all {number} names read?" if number > 1 else "How shall the names read?", "bold")


def counts_line(catalog: Catalog, form: Form, renamed: FormPreview) -> Content:
    """Account for all names: how many change, how many stay and why; and say which keys decide."""
    if not catalog.events:
        return lit("")
    if renamed.count("unjudged") == len(catalog.events):
        return Content(" · ").join([*_counts(renamed), lit(_JUDGED_IN_ANY, "$text-muted")])
    return Content("   ").join([Content(" · ").join(_counts(renamed)), *_keys(catalog, form, renamed)])


def _counts(renamed: FormPreview) -> Iterator[Content]:
    changing, taken = renamed.count("changes"), renamed.count("taken")
    yield lit(f"{changing} {'name changes' if changing == 1 else 'names change'}", "bold")
    if number := renamed.count("fits"):
        yield lit(f"{number} {'fits' if number == 1 else 'fit'}")
    if number := renamed.count("excepted"):
        yield lit(f"{number} excepted")
    if taken:
        name = next(iter(renamed.staying.values()))
        yield marked("warning", f"{taken} {'stays' if taken == 1 else 'stay'}: “{name}” is taken")
    if number := renamed.count("untold"):
        yield lit(f"{number} cannot be told: {_whys(renamed, 'untold', number)}")
    if number := renamed.count("unjudged"):
        yield lit(f"{number} not judged: {_whys(renamed, 'unjudged', number)}")


def _whys(renamed: FormPreview, fate: Fate, number: int) -> str:
    found = [
        (_IN_WORDS.get(outcome.why, outcome.why), count)
        for outcome, count in renamed.counts.most_common()
        if outcome.fate == fate
    ]
    return ", ".join(why if count == number else f"{count} {why}" for why, count in found)


def _keys(catalog: Catalog, form: Form, renamed: FormPreview) -> Iterator[Content]:
    if renamed.changes:
        them = "changes it" if len(renamed.changes) == 1 else "changes them"
        yield _key("use_form", key_of("names.use-form"), them)
    elif form != catalog.naming.form:
        yield _key("use_form", key_of("names.use-form"), "makes it the form")
    if form != catalog.naming.form:
        yield _key("leave", "Esc", "keeps them")


def verbs_line(counts: Mapping[str, int], alike: Sequence[Sequence[str]], width: int) -> Content:
    """Count the names of each verb, those that may say one thing first; what does not fit the width is counted."""
    if not counts:
        return lit("")
    twins = [verb for verbs in alike for verb in verbs]
    rest = sorted((verb for verb in counts if verb not in twins), key=lambda verb: (-counts[verb], verb))
    parts = [marked("warning", " = ".join(f"{verb} {counts[verb]}" for verb in verbs) + "?") for verbs in alike]
    end = [_key("vocabulary", key_of("names.vocabulary"), "makes them one" if alike else "words")]
    room = width - sum(part.cell_length + 3 for part in (*parts, *end)) - len("Verbs ") - len("and 99 more")
    for number, verb in enumerate(rest):
        told = lit(f"{verb} {counts[verb]}")
        room -= told.cell_length + 3
        if room < 0:
            parts.append(lit(f"and {len(rest) - number} more", "$text-muted"))
            break
        parts.append(told)
    return Content.assemble(("Verbs ", "$text-muted"), Content(" · ").join(parts), "   ", *end)


def _key(action: str, key: str, does: str) -> Content:
    """Return what a key does, as words that do the same when they are clicked."""
    click = Style.from_meta({"@click": f"app.run('{action}')"})
    return Content.assemble(Content.styled(key, Style(bold=True) + click), Content.styled(f" {does}", click))
