"""The terminal: shows a session and turns keys into edits. The only part that knows Textual."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.tui.app import EventsmithApp


def open_app(path: Path | None) -> int:
    """Runs the app on a file, a new one if it does not exist. Answers with the exit status."""
    from eventsmith.settings import Known, read_settings, settings_path
    from eventsmith.tui.actions import ACTIONS
    from eventsmith.tui.app import EventsmithApp
    from eventsmith.tui.looks import COLOURS, THEMES, wrong_colour
    from eventsmith.tui.memory import memory_path, recall
    from eventsmith.tui.own_keys import wrong_key
    from eventsmith.visible import visible

    known = Known([action.name for action in ACTIONS], THEMES, COLOURS, wrong_key, wrong_colour)
    app = EventsmithApp(
        path,
        no_color=bool(os.environ.get("NO_COLOR")),
        settings=read_settings(settings_path(), known),
        memory=recall(memory_path()),
    )
    app.run(mouse=app.settings.mouse)
    lines = [app.farewell] if app.farewell else []
    status = app.return_code or 0
    if app.failure is not None:
        if os.environ.get("EVENTSMITH_DEBUG"):
            traceback.print_exception(app.failure)
        what = ": ".join(filter(None, (type(app.failure).__name__, str(app.failure))))
        lines.append(f"Eventsmith failed: {what}. This is a bug of ours.")
    if app.is_ready:
        lines += _parted_from(app, is_wanted=status < 70)
    if lines:
        # The terminal may be what has gone.
        with contextlib.suppress(OSError):
            sys.stderr.write(visible(" ".join(lines)) + "\n")
    return status


def _parted_from(app: EventsmithApp, *, is_wanted: bool) -> list[str]:
    """Lets the journal go; keeps what is unsaved unless one wanted to leave it, and says where it is then."""
    from eventsmith.session import rescue
    from eventsmith.tui.safety import let_go

    is_kept = app.session.dirty and not is_wanted
    kept = rescue(app.session) if is_kept else None
    let_go(app.session, keep=is_kept)
    if not is_kept:
        return []
    if kept is None:
        return ["Your unsaved work could not be written."]
    if kept.suffix != ".jsonl":
        return [f"Your unsaved work is in {kept}."]
    again = f"eventsmith {app.path}" if app.path else "eventsmith"
    return [f"Your unsaved work is kept in {kept}: “{again}” offers to recover it."]
