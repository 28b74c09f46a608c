"""The terminal app, which shows a session and turns keys into edits."""

from __future__ import annotations

import os
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.ground import streams

if TYPE_CHECKING:
    from eventsmith.tui.app import EventsmithApp

CANNOT = 2
"""The exit status when the machine, not a bug, keeps Eventsmith from going on."""
SWITCH_SECONDS = 0.001
"""Seconds that a background thread runs before a key gets its turn: a fifth of Python's default.

This cut the median wait from 9 to 2 ms while a file of 10,000 events was being saved.
"""
MOST_SECONDS = 5.0
"""Seconds to wait at the end for a disk that does not answer."""


def open_app(path: Path | None) -> int:
    """Run the app on a file, or on a new catalog if there is no such file, and return the exit status."""
    app = make_app(path)
    app.run(mouse=app.settings.mouse)
    return end_of(app)


def make_app(path: Path | None) -> EventsmithApp:
    """Make the app for a path, with the user's settings and what was remembered from the last run."""
    from eventsmith.app_state import memory_path, recall
    from eventsmith.tui.app import EventsmithApp
    from eventsmith.tui.flows.appearance import own_settings

    sys.setswitchinterval(SWITCH_SECONDS)
    no_color = bool(os.environ.get("NO_COLOR"))
    app = EventsmithApp(path, no_color=no_color, settings=own_settings(), memory=recall(memory_path()))
    if app.console.color_system == "standard":
        app.use_terminal_colours()
    return app


def end_of(app: EventsmithApp) -> int:
    """Close the session, print what the user should know once the terminal is restored, and return the exit status."""
    from eventsmith.ground import disk
    from eventsmith.ground.sanitise import visible

    lines = [app.farewell] if app.farewell else []
    status = app.return_code or 0
    is_kept = app.care.is_kept or status >= 70
    if app.failure is not None:
        if os.environ.get("EVENTSMITH_DEBUG"):
            streams.tell("".join(traceback.format_exception(app.failure)).rstrip())
        what = ": ".join(filter(None, (type(app.failure).__name__, str(app.failure))))
        if why := disk.why_stopped(app.failure):
            status = CANNOT
            lines.append(f"Eventsmith cannot go on: {why}.")
        else:
            lines.append(f"Eventsmith failed: {what}. This is a bug of ours.")
    if app.is_ready:
        from eventsmith.session.opening import end_session
        from eventsmith.tui.background.threads import start

        parted = start(partial(end_session, app.session, "eventsmith", keep=is_kept))
        try:
            lines.append(parted.result(MOST_SECONDS))
        except TimeoutError:
            lines.append("A disk does not answer: what was not saved may be lost.")
    lines += [f"{trouble}." for trouble in disk.news(" ".join(lines))]
    if any(lines):
        streams.tell(visible(" ".join(filter(None, lines))))
    return status
