"""Keeping a catalog as a preset: in whose folder, and whether to overwrite one that is there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from eventsmith.conversations.dialogue import Answer, Conversation, Question, Work, ask, ask_to_overwrite, do
from eventsmith.ground import disk
from eventsmith.presets import forget_presets, own_folders
from eventsmith.session.opening import preset_path, write_preset
from eventsmith.session.session import Session
from eventsmith.store.errors import CannotSaveError

_TITLES = {"yours": "For me", "project": "For this project"}


@dataclass(frozen=True, slots=True)
class PresetOutcome:
    """How keeping a preset ended."""

    words: str = ""
    """What to tell, without a full stop; empty if no folder was chosen."""
    path: Path | None = None
    """The file of the preset; None if it was not written."""
    is_bad: bool = False
    """Whether something went wrong that nobody was asked about."""
    needs: Literal["", "a name", "repair"] = ""
    """What the catalog needs before it can be a preset."""


def keeping(session: Session) -> Conversation[PresetOutcome]:
    """Write the catalog to the user's or the project's presets, overwriting one only if that is confirmed.

    The session goes on with its own file.
    """
    if session.read_only:
        return PresetOutcome("This cannot be a preset yet: fix the file's problems first", needs="repair")
    if not session.catalog.name.strip():
        return PresetOutcome("This cannot be a preset yet: name the catalog first, on the page Goal", needs="a name")
    folders = yield from do(Work(own_folders))
    answers = [Answer(whose, f"{title}: {folders[whose]}") for whose, title in _TITLES.items() if whose in folders]
    picked = yield from ask(Question("Keep the catalog as a preset?", answers, none="no"))
    if not picked:
        return PresetOutcome()
    path = preset_path(session, folders[picked])
    overwrite = yield from do(Work(partial(disk.may_be_there, path)))
    if overwrite and not (yield from ask_to_overwrite(f"The preset {path} exists already.")):
        return PresetOutcome("Nothing was written")
    document = session.document
    try:
        saved = yield from do(Work(partial(write_preset, session, path, overwrite=overwrite), f"Writing {path.name}"))
    except CannotSaveError as error:
        return PresetOutcome(str(error), is_bad=True)
    own = document.path
    is_own = own is not None and (yield from do(Work(lambda: disk.real(own) == disk.real(path))))
    if is_own and session.document is document:
        session.mark_saved(saved)
    forget_presets()
    return PresetOutcome(saved.warning or f"Kept as a preset: {path}", path, is_bad=not saved.durable)
