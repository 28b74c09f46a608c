"""The lines that a screen shows are known to its compositor alone."""

import asyncio

from textual.app import App, ComposeResult
from textual.widgets import Static

from eventsmith.tui.textual_fixes.screen_lines import screen_lines


class Page(App[int]):
    def compose(self) -> ComposeResult:
        yield Static("Play Song\n  Pause")


def test_the_compositor_of_a_screen_gives_its_lines() -> None:
    app = Page()

    async def run() -> list[str]:
        async with app.run_test(size=(40, 4)) as pilot:
            await pilot.pause()
            return screen_lines(app)

    assert asyncio.run(run()) == ["Play Song", "  Pause", "", ""]
