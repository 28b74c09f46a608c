"""Waiting for work that may take long: the user is told when it does, and can stop waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.dialogs.wait import Wait

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


Result = TypeVar("Result")

SILENT = 0.1
"""Seconds of waiting that the user is not told of."""
GIVE_UP = "Esc gives it up, and nothing is changed"


async def wait_for(host: Host, work: Callable[[], Result], words: str, leave: str) -> Result | None:
    """Run work and return its result, or raise its error; None if the user stops waiting, though the work goes on."""
    task = asyncio.ensure_future(in_thread(work))
    if await wait_until_done(host, task, words, leave):
        return await task
    # Nobody awaits the outcome any more. Fetch an error here, or asyncio reports it as never retrieved.
    task.add_done_callback(lambda done: done.cancelled() or done.exception())
    return None


async def wait_until_done(host: Host, task: asyncio.Future[Result], words: str, leave: str) -> bool:
    """Say what is under way until it is done; return False if the user stops waiting first."""
    await asyncio.wait([task], timeout=SILENT)
    if task.done():
        return True
    screen = Wait(words, leave)
    task.add_done_callback(lambda _: screen.end())
    return await host.ask(screen) is not None


async def wait_or_give_up(host: Host, title: str, work: Callable[[], Result]) -> Result | None:
    """Run work, and return its result; None if the user gives it up, which the status line then says."""
    found = await wait_for(host, work, title, GIVE_UP)
    if found is None:
        host.say("Given up: nothing was changed")
    return found
