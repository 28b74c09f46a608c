"""What can be done with the file: save it, leave it, export it, keep it as a preset; and what is said afterwards."""

from __future__ import annotations

from pathlib import Path

from eventsmith.conversations.exporting import exporting
from eventsmith.conversations.leaving import leaving
from eventsmith.conversations.presets import keeping
from eventsmith.conversations.saving import SaveOutcome, saving
from eventsmith.ground import disk
from eventsmith.plain.interview import Interview
from eventsmith.plain.navigation import Changed, Go, Jump
from eventsmith.plain.questions import held
from eventsmith.session.session import Session


def save(interview: Interview) -> bool:
    """Write the catalog to its file; return whether all is safe on disk."""
    return _saved(interview, interview.session.document.path)


def save_as(interview: Interview) -> bool:
    """Write the catalog to another file; return whether all is safe on disk."""
    return _saved(interview, None)


def _saved(interview: Interview, path: Path | None) -> bool:
    try:
        outcome = held(interview, saving(interview.session, path))
    except (Changed, Go, Jump):
        interview.say("Nothing was written.")
        raise
    _tell_saved(interview, outcome)
    return outcome.durable


def _tell_saved(interview: Interview, outcome: SaveOutcome) -> None:
    if outcome.took_in:
        interview.say("Your changes and theirs are merged now. Type undo to take theirs back.")
    if outcome.words:
        interview.say(f"{outcome.words}.")


def may_leave(interview: Interview) -> bool:
    """Return whether to leave, after asking about unsaved changes."""
    session = interview.session
    outcome = held(interview, leaving(session))
    if outcome.saved is not None:
        _tell_saved(interview, outcome.saved)
    elif outcome.may_leave:
        interview.say(f"{'Left without saving. ' if outcome.dropped else ''}{end_words(session)}")
    return outcome.may_leave


def end_words(session: Session) -> str:
    """Return a sentence on the state of the file at the end."""
    path = session.document.path
    if path is None or not disk.may_be_there(path):
        return "No file was written."
    return f"{path} is as it was last saved." if session.dirty else f"Everything is saved in {path}."


def export(interview: Interview) -> None:
    """Write the catalog in another format."""
    outcome = held(interview, exporting(interview.session))
    if outcome.words:
        interview.say(f"{outcome.words}.")
    for loss in outcome.losses:
        interview.say(f"Not included: {loss}")


def save_preset(interview: Interview) -> None:
    """Keep the catalog as a preset in a folder of the user's or the project's."""
    outcome = held(interview, keeping(interview.session))
    if outcome.words:
        interview.say(f"{outcome.words}.")
