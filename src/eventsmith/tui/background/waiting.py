"""Waiting for work that may take long: told when it does take long, and left when one does not want to wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from eventsmith.tui.background.threads import in_thread

if TYPE_CHECKING:
    from eventsmith.tui.host import Host

Result = TypeVar("Result")

SILENT = 0.1
"""Seconds that nobody is told of."""
GIVE_UP = "Esc gives it up, and nothing is changed"


async def wait_for(host: Host, work: Callable[[], Result], words: str, leave: str) -> Result | None:
    """Run work and return its result; None where one leaves with Esc, and it goes on for nothing. Raises as it does."""
    task = asyncio.ensure_future(in_thread(work))
    if await wait_until_done(host, task, words, leave):
        return await task
    # Whatever it comes to now, nobody asks for it any more.
    task.add_done_callback(lambda done: done.cancelled() or done.exception())
    return None


async def wait_until_done(host: Host, task: asyncio.Future[Result], words: str, leave: str) -> bool:
    """Say what is under way until it is done; return whether it is, or one did not want to wait."""
    from eventsmith.tui.dialogs.wait import Wait

    await asyncio.wait([task], timeout=SILENT)
    if task.done():
        return True
    screen = Wait(words, leave)
    task.add_done_callback(lambda _: screen.end())
    return await host.ask(screen) is not None


async def wait_or_give_up(host: Host, title: str, work: Callable[[], Result]) -> Result | None:
    """Run work and return its result; None where one gave it up, which is said."""
    found = await wait_for(host, work, title, GIVE_UP)
    if found is None:
        host.say("Given up: nothing was changed")
    return found
