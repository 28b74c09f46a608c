"""Work in threads that hold up no end: a disk may hang for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


def start(work: Callable[[], Result]) -> Future[Result]:
    """Start work in a thread of its own, as those of a pool are waited for at the end; return its future."""
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


async def in_thread(work: Callable[[], Result]) -> Result:
    """Run work in a thread and return its result; whoever waits for it can be cut off, and nobody waits then."""
    return await asyncio.wrap_future(start(work))
