"""Tell whether an app is on its way out.

Symptom: after App.exit(), keys that were waiting are still handled, and widgets may be mounted that never appear.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: an app that has been told to exit drops the input that is still waiting for it.
"""

from __future__ import annotations

from typing import Any

from textual.app import App


def is_ending(app: App[Any]) -> bool:
    """Tell whether the app has been told to exit: input still under way is not for it, and it takes no widgets."""
    return app.return_code is not None
