"""What is done with files: open, save, export, leave; each asks what it must know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.formats import all_formats
from eventsmith.ground import disk
from eventsmith.plain import recovery
from eventsmith.plain.menus import Option, one
from eventsmith.plain.navigation import Back, Changed, Go, Jump
from eventsmith.presets import forget_presets, own_folders
from eventsmith.session.exporting import CannotExportError, WouldOverwriteError, write_files
from eventsmith.session.fault_report import fault_report
from eventsmith.session.opening import preset_path, suggested_path, write_preset
from eventsmith.session.paths import path_of, why_not_to
from eventsmith.session.session import ReadOnlyError
from eventsmith.store.errors import CannotSaveError, ChangedOnDiskError, MiswrittenError

_ANEW = "anew"

if TYPE_CHECKING:
    from eventsmith.plain.interview import Interview
    from eventsmith.session.session import Session


def save(interview: Interview) -> bool:
    """Writes, and asks what it must know; says whether all is safe on disk."""
    return _saved(interview, interview.session.document.path)


def save_as(interview: Interview) -> bool:
    """Writes to another file."""
    return _saved(interview, None)


def _saved(interview: Interview, path: Path | None) -> bool:
    try:
        return _save_to(interview, path)
    except Back:
        interview.say("Nothing was written.")
        return False
    except (Changed, Go, Jump):
        interview.say("Nothing was written.")
        raise


def _save_to(interview: Interview, path: Path | None) -> bool:
    session = interview.session
    overwrite = anew = False
    while True:
        if path is None:
            own = session.document.path or suggested_path(session)
            path = _ask_path(interview, "Save the catalog in which file?", own)
        try:
            saved = session.write(path, overwrite=overwrite, anew=anew)
        except ReadOnlyError as error:
            interview.say(f"{error}.")
            return False
        except CannotSaveError as error:
            is_own = path == session.document.path and bool(session.document.data)
            if isinstance(error, ChangedOnDiskError) and is_own:
                answer = recovery.take_in(interview, path)
            else:
                answer = _what_now(interview, error)
            if answer == recovery.LEAVE:
                interview.say("Not saved; your work is kept here.")
                return False
            overwrite, anew = answer == recovery.OVER, answer == _ANEW
            path = None if answer == recovery.OTHER else path
            continue
        session.saved(saved)
        interview.say(f"{saved.warning or f'Saved {path}'}.")
        return saved.durable


def _what_now(interview: Interview, error: CannotSaveError) -> str:
    """What to do about a file that cannot be written."""
    answers = list(recovery.ELSEWHERE)
    if isinstance(error, MiswrittenError):
        interview.say(f"{fault_report(error)}.")
        answers.insert(0, Option(_ANEW, "Write the whole file anew; comments stay"))
    else:
        interview.say(f"{error}.")
    if isinstance(error, ChangedOnDiskError):
        answers.append(Option(recovery.OVER, "Write over it"))
    return one(interview, "What now?", answers, "Enter: go on working") or recovery.LEAVE


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
    if path is None or not disk.may_be_there(path):
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
    written = formats[picked].write(session.catalog)
    try:
        try:
            write_files(written.files, path, session.document.path)
        except WouldOverwriteError as error:
            if not interview.confirm(f"{error}. Write over it?", default=False):
                interview.say("Nothing was written.")
                return
            write_files(written.files, path, session.document.path, overwrite=True)
    except CannotExportError as error:
        interview.say(f"{error}.")
        return
    interview.say(f"Wrote {path}.")
    for loss in written.losses:
        interview.say(f"Not in it: {loss}")


def save_preset(interview: Interview) -> None:
    """Writes the catalog into one of the folders of one's own presets."""
    session = interview.session
    if session.read_only or not session.catalog.name.strip():
        why = (
            "put the file's problems right first" if session.read_only else "name the catalog first, in the place Goal"
        )
        interview.say(f"This cannot be a preset yet: {why}.")
        return
    folders = own_folders()
    titles = {"yours": "For me", "project": "For this project"}
    options = [Option(whose, f"{title}: {folders[whose]}") for whose, title in titles.items() if whose in folders]
    picked = one(interview, "Keep the catalog as a preset?", options, "Enter: no")
    if picked is None:
        return
    path = preset_path(session, folders[picked])
    overwrite = disk.may_be_there(path)
    if overwrite and not interview.confirm(f"There is a preset {path} already. Write over it?", default=False):
        interview.say("Nothing was written.")
        return
    try:
        saved = write_preset(session, path, overwrite=overwrite)
    except CannotSaveError as error:
        interview.say(f"{error}.")
        return
    own = session.document.path
    if own is not None and disk.real(own) == disk.real(path):
        session.saved(saved)
    forget_presets()
    interview.say(f"{saved.warning or f'Kept as a preset: {path}'}.")
