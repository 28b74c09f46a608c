"""A user of the app for tests: types keys, looks at the screen. Posting keys costs 3 ms each, `pilot.press` 85."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from eventsmith.destinations import destination_titles
from eventsmith.memory import Memory
from eventsmith.presets import all_presets
from eventsmith.settings import Settings
from eventsmith.tui.app import EventsmithApp
from eventsmith.tui.private import is_ending, screen_lines

Story = Callable[["Robot"], Awaitable[None]]
_NAMED = {"space": " ", "tab": "\t", "enter": "\r", "slash": "/", "question_mark": "?"}
_SIGNS = {" ": "space", "/": "slash", "?": "question_mark", "<": "less_than_sign", ">": "greater_than_sign"}

PRESETS = [preset.name for preset in all_presets()]
"""In the order in which the first place lists them."""
DESTINATIONS = list(destination_titles())


def downs_to(name: str, listed: Sequence[str]) -> str:
    """The keys that lead from the top of a list to one of what it lists."""
    return "{down}" * listed.index(name)


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
                await self.pilot._wait_for_screen()
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
        for _ in range(500):
            await self.pilot._wait_for_screen()
            loading = any(worker.is_running for worker in self.app.workers if worker.group in ("load", "issues"))
            if not loading and not self.app.is_typed_ahead and not self._is_about_to_draw():
                break
            await asyncio.sleep(0.002)
        await self.pilot.pause()

    def _is_about_to_draw(self) -> bool:
        """Whether something is to be laid out or drawn still: the pause goes by the CPU, which others use, too.

        What is not shown waits for that until it is, and an app that ends draws no more.
        """
        if is_ending(self.app):
            return False
        screen = self.app.screen
        return bool(screen._dirty_widgets or screen.message_queue_size) or any(
            node._layout_required for node in screen.walk_children(Widget, with_self=True) if node.display
        )

    def lines(self) -> list[str]:
        """The screen, line by line."""
        return screen_lines(self.app)

    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines())

    def sees(self, *texts: str) -> None:
        """Fails unless all texts are on the screen, whatever line breaks and frames come between the words."""
        flat = re.sub(r"[\s│]+", " ", self.text())
        for text in texts:
            assert re.sub(r"\s+", " ", text) in flat, f"{text!r} is not on the screen:\n{self.text()}"

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
