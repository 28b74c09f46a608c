"""An app that was told to exit still hears the keys that were waiting."""

import asyncio

from textual import events
from textual.app import App

from eventsmith.tui.textual_fixes.app_exit import is_ending
from tests.tui.textual_fixes.bare import post_keys


class Leaving(App[int]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, bool]] = []

    def on_key(self, event: events.Key) -> None:
        self.heard.append((event.key, is_ending(self)))
        if event.key == "q":
            self.exit(0)


def test_a_key_behind_the_last_one_is_still_handled_and_the_app_is_known_to_be_ending(mended: str) -> None:
    app = Leaving()

    async def run() -> None:
        async with app.run_test() as pilot:
            post_keys(app, "qx")
            await pilot.pause()

    asyncio.run(run())
    assert len(app.heard) == 2, mended
    assert app.heard == [("q", False), ("x", True)]
