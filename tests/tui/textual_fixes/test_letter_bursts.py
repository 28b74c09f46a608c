"""Each of many letters changes an input by itself."""

import asyncio

from textual.app import App, ComposeResult
from textual.widgets import Input

from eventsmith.tui.textual_fixes.letter_bursts import AHEAD, BurstInput
from tests.tui.textual_fixes.bare import post_keys

TYPED = "play song" * AHEAD


class Form(App[int]):
    def __init__(self, field: Input) -> None:
        super().__init__()
        self.field = field
        self.values: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.field

    def on_input_changed(self, event: Input.Changed) -> None:
        self.values.append(event.value)


def values(field: Input, text: str) -> list[str]:
    """The values that an input has while a text is typed of which all letters come at once."""
    app = Form(field)

    async def run() -> None:
        async with app.run_test() as pilot:
            post_keys(field, text)
            await pilot.pause()

    asyncio.run(run())
    return app.values


def test_each_letter_changes_an_input(mended: str) -> None:
    assert len(values(Input(), TYPED)) == len(TYPED), mended


def test_letters_that_come_at_once_are_one_change_and_few_are_not() -> None:
    assert values(BurstInput(), TYPED) == [TYPED]
    assert values(BurstInput(), "abc") == ["a", "ab", "abc"]
