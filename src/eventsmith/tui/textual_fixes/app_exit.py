"""Recognise an app that is exiting.

Symptom: after App.exit(), queued keys are still handled, and widgets may be mounted that never appear.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: an app that has been told to exit drops its queued input.
"""

from __future__ import annotations

from typing import Any

from textual.app import App


def is_ending(app: App[Any]) -> bool:
    """Return whether the app has been told to exit, so that it takes no more input and mounts no widgets."""
    return app.return_code is not None
