"""A list of commands that is not laid out cannot be moved by pages."""

import asyncio

import pytest
from textual.app import App
from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

from eventsmith.tui.textual_fixes.palette_paging import Palette


def page_early(palette: CommandPalette) -> None:
    app: App[int] = App()

    async def run() -> None:
        async with app.run_test() as pilot:
            await app.push_screen(palette)
            commands = palette.query_one(CommandList)
            # What a search does with the first that it finds, before there is another layout.
            commands.clear_options().add_options([Option("a"), Option("b")])
            commands.highlighted = 0
            palette._action_command_list("page_down")
            await pilot.pause()

    asyncio.run(run())


def test_a_page_key_before_the_first_layout_ends_the_app(mended: str) -> None:
    try:
        page_early(CommandPalette())
    except KeyError:
        pass
    else:
        pytest.fail(mended)


def test_a_page_key_before_the_first_layout_moves_nothing() -> None:
    page_early(Palette())
