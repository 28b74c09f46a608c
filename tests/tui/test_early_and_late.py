"""What is asked of the app before it is on the screen, and after: in both cases there is nothing to see."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from eventsmith.edits import Set
from eventsmith.queries.differences import Difference
from eventsmith.tui.app import EventsmithApp
from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.dialogs.ask import Ask
from eventsmith.tui.dialogs.ask_path import AskPath
from eventsmith.tui.dialogs.ask_reason import AskReason
from eventsmith.tui.dialogs.ask_text import AskText
from eventsmith.tui.dialogs.compare import Compare
from eventsmith.tui.dialogs.palette import Palette, Section
from eventsmith.tui.dialogs.pick_one import PickOne
from eventsmith.tui.dialogs.pick_several import PickSeveral
from eventsmith.tui.dialogs.reader import Reader
from eventsmith.tui.views.finding import Wanted
from eventsmith.tui.views.reading import Chapter, Passage
from eventsmith.tui.views.row import Row, option
from eventsmith.tui.widgets.choices import Choices
from tests.tui.robot import Robot, tell

OPTIONS = [("a", "Apple"), ("b", "Bear")]
DIFFERENCE = Difference(where="Name", before="a", after="b")
ROW = Row(option("a"), ("Apple",))
DIALOGS: list[Callable[[], Dialog[Any]]] = [
    lambda: Ask("Well?", OPTIONS),
    lambda: AskPath("Where to?", Path("x")),
    lambda: AskReason("Why?", "It is so"),
    lambda: AskText("What?", "this", Content),
    lambda: Compare("Differs", [DIFFERENCE], OPTIONS),
    lambda: PickOne("Which?", OPTIONS, ["b"]),
    lambda: PickSeveral("Which ones?", OPTIONS, "takes them"),
    lambda: Reader("Help", [Chapter("", [Passage(Content("Read on"))])]),
]


@pytest.mark.parametrize("make", DIALOGS)
def test_a_dialog_can_be_left_before_it_is_there_and_told_after_it_is_gone(make: Callable[[], Dialog[Any]]) -> None:
    async def story(user: Robot) -> None:
        # Keys that were typed before it is there are for it.
        user.app.push_screen(make())
        await user.types_ahead("{escape}")
        assert len(user.app.screen_stack) == 1
        # It may be left by what is no key.
        dialog = make()
        user.app.push_screen(dialog)
        dialog.dismiss()
        await user.rest()
        # What its parts have said of themselves arrives when they are gone already.
        dialog = make()
        user.app.push_screen(dialog)
        await user.rest()
        told: list[Message] = [Input.Changed(part, "x") for part in dialog.query(Input)]
        told += [Choices.Picked(part, ROW, 0) for part in dialog.query(Choices)]
        dialog.dismiss()
        for message in told:
            dialog.post_message(message)
        await user.rest()

    assert tell(story).failure is None


def test_the_app_can_be_asked_before_it_is_shown_and_while_it_ends() -> None:
    app = EventsmithApp()
    assert app.page is None
    assert app.here == "goal"
    tasks: list[asyncio.Task[None]] = []

    async def run() -> None:
        ended = asyncio.Event()

        async def late() -> None:
            # What loads, watches or counts in a thread may come to its end as late as this.
            await ended.wait()
            app.start(session)
            assert app.do(Set(("name",), "Late"))
            app.say("Late", bad=True)
            await app._bring("names", ("events", 0, "name"), change=False)
            assert app.page is None

        async with app.run_test() as pilot:
            await Robot(app, pilot).rest()
            session = app.session
            app.call_later(lambda: tasks.append(asyncio.create_task(late())))
            await pilot.pause()
        ended.set()
        await tasks[0]
        if session.journal is not None:
            session.journal.close(keep=False)

    asyncio.run(run())
    assert app.failure is None
    assert app.session.catalog.name == "Late"


def test_the_palette_may_find_something_after_it_is_gone() -> None:
    wait = threading.Event()

    async def story(user: Robot) -> None:
        def late(wanted: Wanted) -> Sequence[Section]:
            wait.wait(60)
            return []

        palette = Palette(lambda wanted: [], late)
        await user.app.push_screen(palette)
        await user.keys("sa{enter}{escape}")
        assert palette not in user.app.screen_stack
        wait.set()
        await user.rest()

    assert tell(story).failure is None
