"""An input takes escape sequences from a paste."""

import asyncio

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input

from eventsmith.tui.textual_fixes.paste_escapes import uncoloured

PASTED = "\x1b[31mred\x1b[0m\x07 \x1b]0;title\x07ink"


class Form(App[int]):
    def compose(self) -> ComposeResult:
        yield Input()


def test_an_input_keeps_what_a_terminal_would_obey(mended: str) -> None:
    app = Form()

    async def run() -> str:
        async with app.run_test() as pilot:
            field = app.query_one(Input)
            field.post_message(events.Paste(PASTED))
            await pilot.pause()
            return field.value

    assert "\x1b" in asyncio.run(run()), mended
    assert uncoloured(PASTED) == "red ink"
