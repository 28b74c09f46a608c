"""An input draws control characters as they are."""

import asyncio

from textual.app import App, ComposeResult
from textual.widgets import Input

from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from tests.tui.textual_fixes.bare import shown

VALUE = "a\x1b[2Jb"


class Form(App[int]):
    def __init__(self, field: Input) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        yield self.field


def drawn(field: Input) -> tuple[str, int]:
    """What stands on the screen with the value in an input, and how wide the input takes it to be."""
    app = Form(field)

    async def run() -> tuple[str, int]:
        async with app.run_test() as pilot:
            field.value = VALUE
            await pilot.pause()
            return shown(app), field.content_width

    return asyncio.run(run())


def test_an_input_draws_an_escape_sequence_as_one(mended: str) -> None:
    assert "\x1b" in drawn(Input())[0], mended


def test_control_characters_are_seen() -> None:
    picture, width = drawn(VisibleInput())
    assert "\x1b" not in picture
    assert "␛[2Jb" in picture
    assert width == len(VALUE) + 1


def test_an_empty_input_is_as_wide_as_its_placeholder() -> None:
    assert VisibleInput(placeholder="name").content_width == len("name")
