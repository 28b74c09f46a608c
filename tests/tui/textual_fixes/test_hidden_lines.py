"""Widgets make lines of which nothing is drawn."""

import asyncio
from collections.abc import Callable

from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from eventsmith.tui.textual_fixes.hidden_lines import ThriftyCompositor

TEXT = "one\ntwo\nthree"


class Page(App[int]):
    def __init__(self, compositor: Callable[[], Compositor]) -> None:
        super().__init__()
        self.make_compositor = compositor

    def get_default_screen(self) -> Screen[object]:
        screen: Screen[object] = Screen(id="_default")
        screen._compositor = self.make_compositor()
        return screen

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(TEXT, id="first")
            yield Static(TEXT)


def made(compositor: Callable[[], Compositor]) -> tuple[int, list[Strip]]:
    """How many lines are made where one is drawn anew, and the picture of the whole."""
    app = Page(compositor)

    async def run() -> tuple[int, list[Strip]]:
        async with app.run_test() as pilot:
            await pilot.pause()
            line = app.query_one("#first").region
            renders = list(app.screen._compositor._get_renders(Region(line.x, line.y, line.width, 1)))
            return sum(len(strips) for _, _, strips in renders), app.screen._compositor.render_strips()

    return asyncio.run(run())


def test_all_lines_are_made_where_one_is_drawn(mended: str) -> None:
    bare, picture = made(Compositor)
    assert bare > 1, mended
    assert made(ThriftyCompositor) == (1, picture)
