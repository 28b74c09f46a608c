"""Read what a screen shows as lines of text.

Symptom: no fault: tests compare screens as text, and the lines are known only to Screen._compositor, which is private.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Textual gives the text of a screen by a public name.
"""

from __future__ import annotations

from textual.app import App


def screen_lines(app: App[int]) -> list[str]:
    """Return what the app's screen shows, line by line, without spaces at the end."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
