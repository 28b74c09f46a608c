"""The terminal: shows a session and turns keys into edits. The only part that knows Textual."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from functools import partial
from pathlib import Path

MOST_SECONDS = 5.0
"""That an end takes where the disk does not answer."""


def open_app(path: Path | None) -> int:
    """Runs the app on a file, a new one if it does not exist. Answers with the exit status."""
    from eventsmith.memory import memory_path, recall
    from eventsmith.settings import Known, read_settings, settings_path
    from eventsmith.tui.actions import ACTIONS
    from eventsmith.tui.app import EventsmithApp
    from eventsmith.tui.looks import COLOURS, THEMES, wrong_colour
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
        from eventsmith.session import part_from
        from eventsmith.tui.waiting import begun

        parted = begun(partial(part_from, app.session, "eventsmith", keep=app.care.is_kept or status >= 70))
        try:
            lines.append(parted.result(MOST_SECONDS))
        except TimeoutError:
            lines.append("A disk does not answer: what was not saved may be lost.")
    if any(lines):
        # The terminal may be what has gone.
        with contextlib.suppress(OSError):
            sys.stderr.write(visible(" ".join(filter(None, lines))) + "\n")
    return status
