"""Choosing the catalog to work on, and remembering which ones were open, and on which page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eventsmith.ground.labels import PAGES
from eventsmith.plain.files import may_leave
from eventsmith.plain.interview import Interview
from eventsmith.plain.menus import Option, one
from eventsmith.plain.navigation import Back, Go
from eventsmith.plain.recovery import begin
from eventsmith.session.opening import why_not_opened
from eventsmith.session.paths import path_of
from eventsmith.store.errors import CannotReadError

_ANOTHER, _NEW = "another", "new"


def which_file(interview: Interview) -> Path | None:
    """Ask which catalog to open, if any is known; None for a new one."""
    here, far = interview.memory.known_catalogs()
    known = [*here, *far]
    while known:
        try:
            picked = one(interview, "Open which catalog?", _options(here, far), f"Enter: {known[0]}")
            return _path(interview, picked) if picked is not None else known[0]
        except (Back, Go):
            interview.say("First choose a catalog.")
    return None


def open_another(interview: Interview) -> None:
    """Ask which catalog to open, then deal with unsaved work, and raise Go to the page to go on with."""
    picked = one(interview, "Open which catalog?", _options(*interview.memory.known_catalogs()), "Enter stays here")
    if picked is None:
        return
    path = _path(interview, picked)
    if not may_leave(interview):
        return
    remember(interview)
    try:
        begin(interview, path)
    except CannotReadError as error:
        interview.say(f"{why_not_opened(error)}.")
        return
    raise Go(first_page(interview))


def _options(here: Sequence[Path], far: Sequence[Path]) -> list[Option]:
    return [
        *(Option(str(path), path.name, "In this folder") for path in here),
        *(Option(str(path), str(path), "Opened recently") for path in far),
        Option(_ANOTHER, "Another file", "Other"),
        Option(_NEW, "A new catalog", "Other"),
    ]


def _path(interview: Interview, picked: str) -> Path | None:
    if picked == _NEW:
        return None
    if picked != _ANOTHER:
        return Path(picked)
    text = interview.ask("Which file? If it does not exist, it will be new [Enter: a new catalog]")
    return path_of(text) if text else None


def first_page(interview: Interview) -> str:
    """Return the page where work on the catalog goes on: the last one, else the one with most to do."""
    session = interview.session
    path = session.document.path
    before = interview.memory.page_in(path) if path is not None else ""
    if before in PAGES and not session.read_only:
        return before
    return "review" if session.read_only else "events" if session.catalog.events else "goal"


def remember(interview: Interview) -> None:
    """Keep for the next start which file is open, and on which page."""
    path = interview.session.document.path
    if path is not None:
        interview.memory.note(path, interview.here)
    interview.memory.keep()
