"""Work that may take long: done in a thread, told when it does take long, and left when one does not want to wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from textual.worker import Worker

    from eventsmith.tui.app import EventsmithApp

Result = TypeVar("Result")
SILENT = 0.1
"""Seconds that nobody is told of."""


def begun(work: Callable[[], Result]) -> Future[Result]:
    """The work, in a thread that holds up no end: a disk may hang for ever, and those of a pool are waited for."""
    future: Future[Result] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result = work()
        except BaseException as error:  # it is raised where the result is asked for
            future.set_exception(error)
        else:
            future.set_result(result)

    Thread(target=run, daemon=True).start()
    return future


def beside(
    app: EventsmithApp, group: str, work: Callable[[], Coroutine[Any, Any, None]], *, alone: bool = False
) -> None:
    """Begins what goes on beside all else; an app that ends first leaves no coroutine over."""
    _: Worker[None] = app.run_worker(work, group=group, exclusive=alone)


async def in_thread(work: Callable[[], Result]) -> Result:
    """What the work comes to; whoever waits for it can be cut off, and nobody waits then."""
    return await asyncio.wrap_future(begun(work))


async def waited_for(app: EventsmithApp, work: Callable[[], Result], words: str, leave: str) -> Result | None:
    """What the work comes to; None where one leaves it with Esc, and it goes on for nothing. Raises as it does."""
    task = asyncio.ensure_future(in_thread(work))
    if await is_waited_for(app, task, words, leave):
        return await task
    # Whatever it comes to now, nobody asks for it any more.
    task.add_done_callback(lambda done: done.cancelled() or done.exception())
    return None


async def is_waited_for(app: EventsmithApp, task: asyncio.Future[Result], words: str, leave: str) -> bool:
    """Says what is under way until it is done; answers whether it is, or one did not want to wait."""
    from eventsmith.tui.dialogs.wait import Wait

    await asyncio.wait([task], timeout=SILENT)
    if task.done():
        return True
    screen = Wait(words, leave)
    task.add_done_callback(lambda _: screen.end())
    return await app.push_screen_wait(screen) is not None
