"""A screen that was dismissed still handles messages."""

import asyncio

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from eventsmith.tui.textual_fixes.dismissed_screen import QuietScreen


class Bare(ModalScreen[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.heard.append(event.value)


class Quiet(QuietScreen[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.heard.append(event.value)


def test_a_dismissed_screen_is_told_of_its_widgets(mended: str) -> None:
    bare, quiet = Bare(), Quiet()
    app: App[int] = App()

    async def run() -> None:
        async with app.run_test() as pilot:
            for screen in (bare, quiet):
                await app.push_screen(screen)
                field = screen.query_one(Input)
                screen.dismiss()
                screen.post_message(Input.Changed(field, "late"))
                await pilot.pause()

    asyncio.run(run())
    assert bare.heard == ["late"], mended
    assert quiet.heard == []
