"""The screen is not drawn when the app is resumed."""

import asyncio
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Static

from eventsmith.tui.textual_fixes.resumed_screen import DrawnOnResume


def drawn(app: App[int], monkeypatch: pytest.MonkeyPatch) -> int:
    """How often all of the screen is drawn upon the signal that the app is resumed."""
    whole: list[None] = []

    async def run() -> None:
        async with app.run_test() as pilot:
            await app.mount(Static("Hello"))
            if isinstance(app, DrawnOnResume):
                app.draw_on_resume()
            await pilot.pause()

            def display(_screen: object, update: Any) -> None:
                # One that has chops holds single lines; the whole screen is given as its strips.
                if hasattr(update, "strips"):
                    whole.append(None)

            monkeypatch.setattr(app, "_display", display)
            app.app_resume_signal.publish(app)
            await pilot.pause()

    asyncio.run(run())
    return len(whole)


def test_nothing_is_drawn_when_an_app_is_resumed(monkeypatch: pytest.MonkeyPatch, mended: str) -> None:
    assert drawn(App(), monkeypatch) == 0, mended


def test_all_of_it_is_drawn_when_ours_is_resumed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(DrawnOnResume(), monkeypatch) == 1
