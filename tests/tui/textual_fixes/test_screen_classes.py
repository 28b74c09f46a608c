"""The first screen has the classes of its size only after it was laid out."""

import asyncio

from textual.app import App

from eventsmith.tui.textual_fixes.hidden_lines import ThriftyCompositor
from eventsmith.tui.textual_fixes.screen_classes import sized_screen


class Page(App[int]):
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012  # as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (40, "-tall")]  # noqa: RUF012


def test_a_screen_is_made_without_the_classes_of_its_size(mended: str) -> None:
    app = Page()

    async def run() -> None:
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.pause()
            late, early = app.get_default_screen(), sized_screen(app)
            assert late.classes == set(), mended
            assert early.classes == {"-wide", "-short"} == app.screen.classes
            assert early.id == late.id
            assert isinstance(early._compositor, ThriftyCompositor)

    asyncio.run(run())
