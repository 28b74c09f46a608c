"""An input has one line, and a text area is no place for any text."""

import asyncio

from textual import events
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Input, TextArea

from eventsmith.tui.textual_fixes.wrapped_input import MOST_ROWS, WrappedInput
from tests.tui.textual_fixes.bare import shown

TEXT = "Say \x1b[2J where\u2028it\x85fires:\n\n日本語 and 👨\u200d👩\u200d👧\tat the end of it"
WIDTH = 20


class Form(App[int]):
    CSS = "Input, TextArea { width: 20; height: auto; border: none; padding: 0; }"

    def __init__(self, field: Widget) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        yield self.field


def picture_of(field: Input | TextArea, text: str = TEXT, keys: tuple[str, ...] = ()) -> list[str]:
    """What stands on the screen where the field is."""
    app = Form(field)

    async def run() -> list[str]:
        async with app.run_test(size=(40, 12)) as pilot:
            field.post_message(events.Paste(text))
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            return [line[:WIDTH] for line in shown(app).splitlines()[: field.size.height]]

    return asyncio.run(run())


def test_an_input_drops_lines_and_a_text_area_obeys_and_changes_them(mended: str) -> None:
    line, area = Input(), TextArea()
    assert len(picture_of(line)) == 1, mended
    assert "\x1b" in "".join(picture_of(area)), mended
    assert area.text != TEXT, mended
    assert any("ctrl+z" in str(binding) for binding in TextArea.BINDINGS), mended


def test_a_wrapped_input_shows_any_text_and_keeps_it() -> None:
    field = WrappedInput()
    picture = picture_of(field)
    assert [line.rstrip() for line in picture] == [
        "Say ␛[2J",
        "where�it�fires:",
        "",
        "日本語 and 👨\u200d👩\u200d👧␉at",
        "the end of it",
    ]
    assert field.value == TEXT


def test_it_grows_to_some_rows_and_tells_that_there_are_more() -> None:
    for lines in (1, 2, MOST_ROWS, MOST_ROWS + 3):
        picture = picture_of(WrappedInput(), "\n".join(map(str, range(lines))))
        assert len(picture) == min(lines, MOST_ROWS)
        assert picture[0].endswith("↑") == (lines > MOST_ROWS)
    picture = picture_of(WrappedInput(), "\n".join(map(str, range(9))), ("left",) * 17)
    assert picture[0].startswith("0")
    assert picture[-1].endswith("↓")
