"""What is asked of the app before it is on the screen, and after: in both cases there is nothing to see."""

import asyncio

from eventsmith.edits import Set
from eventsmith.tui.app import EventsmithApp
from tests.tui.robot import Robot


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
            await app._bring("names", ("events", 0, "name"))
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
