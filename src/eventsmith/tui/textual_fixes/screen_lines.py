"""Read what a screen shows as lines of text.

Symptom: no fault: tests compare screens as text, but only the private Screen._compositor knows the lines.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Textual has a public way to get the text of a screen.
"""

from __future__ import annotations

from textual.app import App


def screen_lines(app: App[int]) -> list[str]:
    """Return the lines that the app's screen shows, without trailing spaces."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
