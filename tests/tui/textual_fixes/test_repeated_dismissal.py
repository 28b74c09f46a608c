"""A screen that is dismissed twice takes the one beneath with it."""

import asyncio

from textual.app import App
from textual.screen import ModalScreen

from eventsmith.tui.textual_fixes.repeated_dismissal import OnceDismissed


def left_beneath(top: ModalScreen[None]) -> bool:
    """Whether a screen is still there when the one over it has been dismissed twice."""
    app: App[int] = App()
    beneath: ModalScreen[None] = ModalScreen()

    async def run() -> bool:
        async with app.run_test() as pilot:
            await app.push_screen(beneath)
            await app.push_screen(top)
            top.dismiss()
            top.dismiss()
            await pilot.pause()
            return beneath in app.screen_stack

    return asyncio.run(run())


def test_a_second_dismissal_takes_the_screen_beneath(mended: str) -> None:
    assert not left_beneath(ModalScreen()), mended


def test_a_second_dismissal_does_nothing() -> None:
    assert left_beneath(OnceDismissed())
