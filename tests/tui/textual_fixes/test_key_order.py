"""A key goes to what has focus when it comes, not to what the key before it goes to."""

import asyncio

from textual import events
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from eventsmith.tui.textual_fixes.key_order import KeysInOrder
from tests.tui.textual_fixes.bare import post_keys


class Heard(Widget, can_focus=True):
    """A list in which “a” adds a thing, whose name is typed next."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = ""

    def on_key(self, event: events.Key) -> None:
        self.heard += event.key
        if event.key == "a":
            self.screen.query_one(Input).focus()


def compose() -> ComposeResult:
    yield Heard()
    yield Input()


class Bare(App[int]):
    def compose(self) -> ComposeResult:
        yield from compose()


class Ordered(KeysInOrder):
    def compose(self) -> ComposeResult:
        yield from compose()


def typed_ahead(app: App[int]) -> tuple[str, str]:
    """What the list and the input have heard of three keys that came at once."""

    async def run() -> tuple[str, str]:
        async with app.run_test() as pilot:
            app.query_one(Heard).focus()
            await pilot.pause()
            post_keys(app, "abc")
            await pilot.pause()
            while isinstance(app, KeysInOrder) and app.is_typed_ahead:
                await pilot.pause()
            return app.query_one(Heard).heard, app.query_one(Input).value

    return asyncio.run(run())


def test_keys_that_are_typed_ahead_go_to_what_had_focus(mended: str) -> None:
    assert typed_ahead(Bare()) == ("abc", ""), mended


def test_keys_go_to_what_the_one_before_left_in_focus() -> None:
    assert typed_ahead(Ordered()) == ("a", "bc")
