"""Exporting a catalog: to which format, to which file, and whether to overwrite what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eventsmith.conversations.dialogue import Answer, Conversation, Question, Work, ask, ask_path, ask_to_overwrite, do
from eventsmith.formats import Written, all_formats
from eventsmith.session.exporting import CannotExportError, WouldOverwriteError, write_files
from eventsmith.session.opening import suggested_path
from eventsmith.session.session import Session


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """How an export ended."""

    words: str = ""
    """What to tell, without a full stop; empty if no format was chosen."""
    path: Path | None = None
    """What was written; None if nothing was, or not all of it."""
    losses: Sequence[str] = ()
    """What the format cannot hold."""
    is_bad: bool = False
    """Whether something went wrong that nobody was asked about."""


def exporting(session: Session, format: str = "") -> Conversation[ExportOutcome]:
    """Ask for a format, unless one is given, and a path, and write the catalog as it is now.

    Overwrite files only if that is confirmed.
    """
    formats = {known.name: known for known in all_formats()}
    answers = [Answer(name, f"{name}: {known.summary}") for name, known in formats.items()]
    picked = format or (yield from ask(Question("Export to which format?", answers)))
    if not picked:
        return ExportOutcome()
    own = session.document.path or suggested_path(session)
    stem = own.name.removesuffix(".toml").removesuffix(".events")
    suggested = own.with_name(f"{stem}{formats[picked].suffix}")
    path = yield from ask_path(f"Export as {picked} to which file?", suggested)
    if path is None:
        return ExportOutcome()
    written: Written = yield from do(Work(partial(formats[picked].write, session.catalog)))
    write = partial(write_files, written.files, path, session.document.path)
    title = f"Writing {path.name}"
    try:
        try:
            yield from do(Work(write, title))
        except WouldOverwriteError as error:
            if not (yield from ask_to_overwrite(str(error))):
                return ExportOutcome("Nothing was written")
            yield from do(Work(partial(write, overwrite=True), title))
    except CannotExportError as error:
        return ExportOutcome(str(error), is_bad=True)
    return ExportOutcome(f"Wrote {path}", path, written.losses)
