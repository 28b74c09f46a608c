"""The terminal: shows a session and turns keys into edits. The only part that knows Textual."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path


def open_app(path: Path | None) -> int:
    """Runs the app on a file, a new one if it does not exist. Answers with the exit status."""
    from eventsmith.tui.app import EventsmithApp
    from eventsmith.visible import visible

    app = EventsmithApp(path, no_color=bool(os.environ.get("NO_COLOR")))
    app.run()
    lines = [app.farewell] if app.farewell else []
    status = app.return_code or 0
    if app.failure is not None:
        if os.environ.get("EVENTSMITH_DEBUG"):
            traceback.print_exception(app.failure)
        lines.append(f"Eventsmith failed: {type(app.failure).__name__}: {app.failure}. This is a bug of ours.")
    if status >= 70 and app.is_ready:
        from eventsmith.session import rescue

        if app.session.dirty:
            kept = rescue(app.session)
            lines.append(f"Your unsaved work is in {kept}." if kept else "Your unsaved work could not be written.")
    if lines:
        sys.stderr.write(visible(" ".join(lines)) + "\n")
    return status
