"""A widget asks for a layout for the size that a layout has given it."""

import asyncio

from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input, Static

from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.textual_fixes.repeated_layout import Settled, SettledBox, SettledScroll


class SettledStatic(Static, Settled):
    """A text that takes its size as it comes."""


class Page(App[int]):
    def compose(self) -> ComposeResult:
        yield Static("a")
        yield SettledStatic("a")
        yield SettledBox()
        yield SettledScroll()
        yield Input()
        yield VisibleInput()


def test_a_size_asks_for_another_layout(mended: str) -> None:
    app = Page()
    asked: dict[type[Widget], bool] = {}

    async def run() -> None:
        async with app.run_test() as pilot:
            await pilot.pause()
            for widget in app.screen.children:
                if isinstance(widget, Input):
                    widget.value = "typed"
                else:
                    widget.virtual_size = Size(3, 3)
                asked[type(widget)] = widget._layout_required

    asyncio.run(run())
    assert asked.pop(Static), mended
    assert asked.pop(Input), mended
    assert asked == dict.fromkeys([SettledStatic, SettledBox, SettledScroll, VisibleInput], False)
