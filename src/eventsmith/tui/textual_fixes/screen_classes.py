"""Give the default screen the classes of its size before the first layout.

Symptom: the classes of HORIZONTAL_BREAKPOINTS are set after the first layout, so that every widget is styled twice at
    the start.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: the default screen is composed with the classes of its size.
"""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen

from eventsmith.tui.textual_fixes.hidden_lines import ThriftyCompositor


def sized_screen(app: App[int]) -> Screen[object]:
    """Return an app's default screen with the classes of the terminal's size, and a thrifty compositor."""
    sizes = ((app.size.width, app.HORIZONTAL_BREAKPOINTS), (app.size.height, app.VERTICAL_BREAKPOINTS))
    names = [next((name for least, name in reversed(points or []) if size >= least), "") for size, points in sizes]
    screen: Screen[object] = Screen(id="_default", classes=" ".join(names))
    screen._compositor = ThriftyCompositor()
    return screen
