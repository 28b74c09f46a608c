"""Work in threads that cannot hold up the end of the app: a disk may hang for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


def start(work: Callable[[], Result]) -> Future[Result]:
    """Start work in a thread of its own and return its future; a pool's threads would be waited for at the end."""
    future: Future[Result] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result = work()
        except BaseException as error:  # raised where the result is asked for
            future.set_exception(error)
        else:
            future.set_result(result)

    Thread(target=run, daemon=True).start()
    return future


async def in_thread(work: Callable[[], Result]) -> Result:
    """Run work in a thread and return its result. Whoever awaits it can be cancelled; the thread goes on alone then."""
    return await asyncio.wrap_future(start(work))
