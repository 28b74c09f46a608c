"""A search that begins when the palette is gone ends the app."""

import asyncio

import pytest
from textual.app import App
from textual.command import CommandPalette
from textual.worker import WorkerFailed

from eventsmith.tui.textual_fixes.palette_search import SearchingPalette


def search_late(palette: CommandPalette) -> None:
    app: App[int] = App()

    async def run() -> None:
        async with app.run_test() as pilot:
            await app.push_screen(palette)
            await palette.dismiss()
            palette._gather_commands("s")
            await pilot.pause()

    asyncio.run(run())


def test_a_search_that_begins_when_the_palette_is_gone_ends_the_app(mended: str) -> None:
    try:
        search_late(CommandPalette())
    except WorkerFailed:
        pass
    else:
        pytest.fail(mended)


def test_a_search_that_begins_late_finds_nothing_and_ends_nothing() -> None:
    search_late(SearchingPalette())
