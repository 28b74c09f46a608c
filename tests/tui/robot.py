"""A user of the app for tests: types keys, looks at the screen. Posting keys costs 3 ms each, `pilot.press` 85."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from rich.cells import cell_len
from textual import events
from textual._queue import Queue
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widget import Widget

from eventsmith.app_state import Memory
from eventsmith.destinations import all_destinations
from eventsmith.presets import all_presets
from eventsmith.settings import Settings
from eventsmith.tui.app import EventsmithApp
from eventsmith.tui.textual_fixes.app_exit import is_ending
from eventsmith.tui.textual_fixes.screen_lines import screen_lines

Story = Callable[["Robot"], Awaitable[None]]
_NAMED = {"space": " ", "tab": "\t", "enter": "\r", "slash": "/", "question_mark": "?"}
_SIGNS = {
    " ": "space",
    "/": "slash",
    "?": "question_mark",
    "!": "exclamation_mark",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}

PRESETS = [preset.name for preset in all_presets()]
"""In the order in which the first place lists them."""
DESTINATIONS = [file.name for file in all_destinations()]


def downs_to(name: str, listed: Sequence[str]) -> str:
    """The keys that lead from the top of a list to one of what it lists."""
    return "{down}" * listed.index(name)


def _is_waiting(pump: MessagePump) -> bool:
    """Whether it has handled all messages it was sent, or takes none any more."""
    queue: Queue[Message] = pump._message_queue
    return pump._closing or pump._closed or not (queue.values or not queue.ready_event._waiters)


def _parts(text: str) -> list[str]:
    return re.findall(r"\{[^}]+\}|.", text, re.DOTALL)


class Robot:
    """Types and looks."""

    def __init__(self, app: EventsmithApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    async def keys(self, text: str) -> None:
        """Types text; names of keys stand in braces: `Play Song{enter}{f8}`."""
        for part in _parts(text):
            self._post(part)
            if len(part) > 1:
                await self.rest()
            else:
                await self._until_all_is_handled()
        await self.rest()

    async def types_ahead(self, text: str) -> None:
        """Types all of it before the app has had time for the first key."""
        for part in _parts(text):
            self._post(part)
        await self.rest()

    def _post(self, part: str) -> None:
        name = part[1:-1] if len(part) > 1 else part
        character = _NAMED.get(name) if len(part) > 1 else part
        if len(part) == 1:
            name = _SIGNS.get(part, part)
        event = events.Key(name, character)
        event.set_sender(self.app)
        self.app.post_message(event)

    async def rest(self) -> None:
        """Waits until nothing is under way."""
        waited = 0
        for _ in range(2000):
            await self._until_all_is_handled()
            if self._is_about_to_draw():
                # Now, not when its turn comes, which is each 16 ms.
                self.app.screen._on_timer_update()
            elif waited < self._patience():
                waited += 2
                await asyncio.sleep(0.002)
            elif not self.app.is_typed_ahead:
                return

    def _patience(self) -> int:
        """For how many milliseconds to wait for work beside the screen: an answer or a disk may never come."""
        running = {worker.group for worker in self.app.workers if worker.is_running} - {"watch"}  # has no end
        if running & {"load", "issues"}:
            return 1000
        return 20 if "save" in running or len(self.app.screen_stack) > 1 else 300 if running else 0

    async def _until_all_is_handled(self) -> None:
        """Waits until no message is left or under way.

        The pilot asks each widget to call back, which is three quarters of all messages in these tests; this looks.
        """
        for turn in range(10_000):
            await asyncio.sleep(0 if turn < 100 else 0.002)
            if is_ending(self.app) or not self.app.screen_stack:
                return
            if all(map(_is_waiting, (self.app, *self.app.screen.walk_children(with_self=True)))):
                return

    def _is_about_to_draw(self) -> bool:
        """Whether something is to be laid out or drawn still: the pause goes by the CPU, which others use, too.

        What is not shown waits for that until it is, and an app that ends draws no more.
        """
        if is_ending(self.app):
            return False
        screen = self.app.screen
        return bool(screen._dirty_widgets or screen._callbacks or screen.message_queue_size) or any(
            node._layout_required for node in screen.walk_children(Widget, with_self=True) if node.display
        )

    async def clicks(self, text: str) -> None:
        """Clicks on the first text like it on the screen."""
        for y, line in enumerate(self.lines()):
            if text in line:
                await self.clicks_at(cell_len(line[: line.index(text)]) + 1, y)
                return
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text()}")

    async def clicks_at(self, x: int, y: int) -> None:
        """Clicks on a cell of the screen."""
        await self.pilot.click(offset=(x, y))
        await self.rest()

    def lines(self) -> list[str]:
        """The screen, line by line."""
        return screen_lines(self.app)

    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines())

    def sees(self, *texts: str) -> None:
        """Fails unless all texts are on the screen, whatever line breaks and frames come between the words."""
        for text in texts:
            assert self._shows(text), f"{text!r} is not on the screen:\n{self.text()}"

    def _shows(self, text: str) -> bool:
        # What stands to the right of a dialog is no part of its lines.
        texts = (self.text(), re.sub(r"(│.*│).*", r"\1", self.text()), *self._columns())
        return any(re.sub(r"\s+", " ", text) in re.sub(r"[\s│┃▏▕▌▐]+", " ", flat) for flat in texts)

    def _columns(self) -> list[str]:
        """What stands between the edges of panels that are side by side, each by itself."""
        lines = [re.split("[│┃]", line) for line in self.lines()]
        return ["\n".join(parts[at] for parts in lines if at < len(parts)) for at in range(max(map(len, lines)))]

    async def comes_to_see(self, *texts: str) -> None:
        """Waits until all texts are on the screen: a thread or a disk has to come to it first."""
        await self.waits(lambda: all(map(self._shows, texts)), " and ".join(map(repr, texts)))

    async def waits(self, until: Callable[[], bool], words: str) -> None:
        """Waits until something holds, as `words` put it; a busy machine may need a minute for it."""
        end = time.monotonic() + 60
        while not until():
            assert time.monotonic() < end, f"it never came to {words}:\n{self.text()}"
            await self.rest()
            await asyncio.sleep(0.005)

    def sees_not(self, *texts: str) -> None:
        """Fails if one of the texts is on the screen."""
        for text in texts:
            assert text not in self.text(), f"{text!r} is on the screen:\n{self.text()}"


def tell(
    story: Story,
    path: Path | None = None,
    size: tuple[int, int] = (80, 24),
    *,
    settings: Settings | None = None,
    memory: Memory | None = None,
    early: str = "",
) -> EventsmithApp:
    """Runs a story in the app, without a terminal. Early keys are typed before the file is open."""
    app = EventsmithApp(path, settings=settings, memory=memory)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            robot = Robot(app, pilot)
            for part in _parts(early):
                robot._post(part)
            for _ in range(2000):
                if app.is_ready:
                    break
                await asyncio.sleep(0.005)
            await robot.rest()
            await story(robot)

    try:
        asyncio.run(run())
    finally:
        if app.is_ready and app.session.journal is not None:
            app.session.journal.close(keep=app.session.dirty)
    return app
