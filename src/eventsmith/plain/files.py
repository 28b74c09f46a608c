"""What is done with files: open, save, export, leave; each asks what it must know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.catalog_files import catalogs_here
from eventsmith.formats import all_formats
from eventsmith.plain.choosing import Option, one
from eventsmith.plain.turns import Back, Go
from eventsmith.session import (
    CannotExportError,
    CannotSaveError,
    ChangedOnDiskError,
    NotYetDurableError,
    ReadOnlyError,
    path_of,
    suggested_path,
    why_not_to,
    write_files,
)

if TYPE_CHECKING:
    from eventsmith.plain.interview import Interview
    from eventsmith.session import Session


def which_file(interview: Interview) -> Path | None:
    """Asks which catalog of this folder to open, where there are any; None for a new one."""
    found = catalogs_here()
    options = [*(Option(str(path), path.name) for path in found), Option("", "A new catalog")]
    while found:
        try:
            picked = one(interview, "Open a catalog of this folder?", options, f"Enter: {found[0].name}")
            return found[0] if picked is None else Path(picked) if picked else None
        except (Back, Go):
            interview.say("First say which catalog.")
    return None


def save(interview: Interview, path: Path | None = None) -> bool:
    """Writes, and asks what it must know; says whether all is safe on disk."""
    session = interview.session
    path = path or session.document.path
    try:
        path = path or _ask_path(interview, "Save the catalog in which file?", suggested_path(session))
        return _save_to(interview, path)
    except Back:
        interview.say("Nothing was written.")
        return False


def save_as(interview: Interview) -> bool:
    """Writes to another file."""
    session = interview.session
    try:
        own = session.document.path or suggested_path(session)
        return _save_to(interview, _ask_path(interview, "Save the catalog in which file?", own))
    except Back:
        interview.say("Nothing was written.")
        return False


def _save_to(interview: Interview, path: Path) -> bool:
    session = interview.session
    overwrite = False
    while True:
        try:
            session.save(path, overwrite=overwrite)
        except ReadOnlyError as error:
            interview.say(f"{error}.")
            return False
        except NotYetDurableError as error:
            session.saved(error.document)
            interview.say(f"{error}.")
            return False
        except CannotSaveError as error:
            interview.say(f"{error}.")
            answers = [Option("other", "Save to another place"), Option("leave", "Go on working")]
            if isinstance(error, ChangedOnDiskError):
                answers.append(Option("over", "Write over it"))
            answer = one(interview, "What now?", answers, "Enter: go on working")
            if answer == "over":
                overwrite = True
            elif answer == "other":
                path, overwrite = _ask_path(interview, "Save the catalog in which file?", path), False
            else:
                interview.say("Not saved; your work is kept here.")
                return False
            continue
        interview.say(f"Saved {session.document.path}.")
        return True


def _ask_path(interview: Interview, question: str, suggested: Path) -> Path:
    while True:
        text = interview.ask(f"{question} [{suggested}]")
        why_not = why_not_to(str(suggested) if text is None else text)
        if not why_not:
            return suggested if text is None else path_of(text)
        interview.say(f"{why_not}.")


def may_leave(interview: Interview) -> bool:
    """Whether one leaves; asks where something is not saved."""
    session = interview.session
    if not session.dirty:
        interview.say(end_words(session))
        return True
    answers = [
        Option("save", "Save and leave"),
        Option("stay", "Stay"),
        Option("drop", "Leave without saving"),
    ]
    try:
        answer = one(interview, "There are changes that are not saved.", answers, "Enter: save and leave") or "save"
    except Back:
        return False
    if answer == "drop":
        interview.say(f"Left without saving. {end_words(session)}")
    return answer == "drop" or (answer == "save" and save(interview))


def end_words(session: Session) -> str:
    """What is said of the file at the end."""
    path = session.document.path
    if path is None or not path.exists():
        return "No file was written."
    return f"{path} is as it was saved last." if session.dirty else f"Everything is saved in {path}."


def export(interview: Interview) -> None:
    """Writes the catalog in another format."""
    session = interview.session
    formats = {format.name: format for format in all_formats()}
    options = [Option(name, f"{name}: {format.summary}") for name, format in formats.items()]
    picked = one(interview, "Export as what?", options, "Enter: nothing")
    if picked is None:
        return
    own = session.document.path or suggested_path(session)
    stem = own.name.removesuffix(".toml").removesuffix(".events")
    path = _ask_path(interview, "Into which file?", own.with_name(f"{stem}{formats[picked].suffix}"))
    if (
        path.exists()
        and not path.is_dir()
        and not interview.confirm(f"{path} is there already. Write over it?", default=False)
    ):
        interview.say("Nothing was written.")
        return
    written = formats[picked].write(session.catalog)
    try:
        write_files(written.files, path, session.document.path)
    except CannotExportError as error:
        interview.say(f"{error}.")
        return
    interview.say(f"Wrote {path}.")
    for loss in written.losses:
        interview.say(f"Not in it: {loss}")
