"""An input drops all lines of a paste but the first."""

import asyncio

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input

from eventsmith.tui.textual_fixes.paste_lines import one_line

PASTED = "one\ntwo\n\nthree\n"


class Form(App[int]):
    def compose(self) -> ComposeResult:
        yield Input()


def test_an_input_drops_lines(mended: str) -> None:
    app = Form()

    async def run() -> str:
        async with app.run_test() as pilot:
            field = app.query_one(Input)
            field.post_message(events.Paste(PASTED))
            await pilot.pause()
            return field.value

    assert asyncio.run(run()) == "one", mended
    assert one_line(PASTED) == ("one two three", 3)
