"""Every use of what Textual keeps to itself, and how the app ends when something goes wrong. Textual 8.2.

Textual 8.2.8 dies on SIGTERM and SIGHUP without restoring the terminal, and shows a traceback when the app fails
(measured); people are to see one line that says what happened and where their work is.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, work
from textual._compositor import Compositor
from textual.app import App
from textual.command import CommandList, CommandPalette
from textual.containers import Vertical, VerticalScroll
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from eventsmith.ground.sanitise import visible_marks

Result = TypeVar("Result")
FAILED = 70
"""Exit status of a fault of ours."""


_BEFORE: dict[int, Any] = {}
"""What happened at a signal before there was an app."""


def is_ending(app: App[Any]) -> bool:
    """Whether it has been left: what is on its way still is not for it, and it takes up no widget any more."""
    return app.return_code is not None


class CalmEnd(App[int]):
    """Ends with the terminal restored, a status, and one message."""

    failure: Exception | None = None
    farewell = ""
    """What is said on standard error once the terminal is restored."""

    def end(self, status: int, farewell: str = "") -> None:
        """Leaves with a status."""
        self.farewell = farewell
        self.exit(status, return_code=status)

    def get_driver_class(self) -> type[Driver]:
        """See App."""
        from eventsmith.tui.textual_fixes.terminal import LastingDriver

        wanted = super().get_driver_class()
        return LastingDriver if wanted is LastingDriver.__base__ else wanted

    def catch_signals(self) -> None:
        """What ends other programs ends the app in order, with status 128 + the signal: a closed terminal, too."""
        loop = asyncio.get_running_loop()

        def catch(number: int, _: object) -> None:
            # Not by `add_signal_handler`: what it is told through has no room for a signal where keys come in masses.
            if loop.is_closed():
                signal.signal(number, _BEFORE[number])
                signal.raise_signal(number)
            else:
                loop.call_soon_threadsafe(self._caught, signal.Signals(number))

        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            _BEFORE.setdefault(number, signal.signal(number, catch))

    def _caught(self, number: signal.Signals) -> None:
        self.end(128 + number, f"Ended by {number.name}.")

    def _handle_exception(self, error: Exception) -> None:
        """Keeps the error for the one line that is said at the end, instead of showing a traceback."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self.failure = error
        self._return_code = FAILED
        self._close_messages_no_wait()


AHEAD = 8
"""Letters: where more than these wait for one input, nobody types them one by one."""


class Palette(CommandPalette):
    """The command palette. A page key while its list is not laid out yet would end the app (Textual 8.2.8), as would
    a search that goes on, or begins, when the palette has gone, and its list and styles with it."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList)._index_to_line:
            super()._action_command_list(action)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        search = vars(CommandPalette)["_gather_commands"].__wrapped__
        try:
            await search(self, search_value)
        except (NoMatches, KeyError):
            if self in self.app.screen_stack:
                raise


class QuietScreen(ModalScreen[Result]):
    """A screen whose own handlers are called no more once it is on its way out.

    Textual 8.2.8 mounts nothing in a screen that is left before it is made, and takes the parts of one that is left
    away before it has heard all they said; a handler that looks for a part then finds none.
    """

    is_quiet = False

    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterator[tuple[type, Callable[[Message], Awaitable[None]]]]:
        for owner, method in super()._get_dispatch_methods(method_name, message):
            if not self.is_quiet or not issubclass(owner, QuietScreen):
                yield owner, method


class Settled(Widget):
    """Does not have the screen laid out again for the size that the layout has just given it.

    Every widget of Textual 8.2.8 does that, so that each change of a size is laid out twice (measured); and an Input
    has all laid out for each letter. Where a scrollbar comes or goes there is a second layout nevertheless.
    """

    virtual_size = Reactive(Size(0, 0))


class SettledBox(Vertical, Settled):
    """A box with things beneath each other."""


class SettledScroll(VerticalScroll, Settled):
    """The same, scrolled."""


class VisibleInput(Input, Settled):
    """An input that shows control characters instead of sending them to the terminal, as Input does (measured)."""

    _ahead = ""
    """Letters that are put in together."""

    @property
    def _value(self) -> Text:
        return Text(visible_marks(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        before = self.value[:position]
        # Asked at each letter, of a text that may be long.
        return len(before) if before.isascii() and before.isprintable() else cell_len(visible_marks(before))

    @property
    def content_width(self) -> int:
        """See Input, which makes a text of all that stands there to know it."""
        return self._position_to_cell(len(self.value)) + 1 if self.value else cell_len(self.placeholder)

    async def on_event(self, event: events.Event) -> None:
        """Puts letters in together where many are on their way, as a text that a terminal types instead of pasting it.

        Nothing else waits for all of them, nor does the end.
        """
        if isinstance(event, events.Key):
            if is_ending(self.app):
                return
            if event.is_printable and (self._ahead or self.message_queue_size > AHEAD):
                if not self._ahead:
                    self.call_later(self._put_in)
                self._ahead += event.character or ""
                await asyncio.sleep(0)
                return
            self._put_in()
        await super().on_event(event)

    def takes_lines(self, text: str) -> bool:
        """Whether it knows what to do with the lines of what is pasted; elsewhere they become one."""
        return False

    def _put_in(self) -> None:
        text, self._ahead = self._ahead, ""
        if text:
            self.replace(text, *self.selection)


def screen_lines(app: App[int]) -> list[str]:
    """What the app's screen shows, line by line: for tests a reviewer can read."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


class ThriftyCompositor(Compositor):
    """Has only those lines made that are drawn anew and seen.

    Textual 8.2.8 asks every widget that shares its scrolled area with a change for all of its lines, and every widget
    beneath others, too: in a form, each letter asked for all fields, which was a fifth of what it cost (measured).
    """

    def _get_renders(self, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        drawn = crop or self.size.region
        band = Region(0, drawn.y, self.size.width, drawn.height)
        covered = [0] * self.size.height
        """Of each line, as bits, the cells for which something was made. What is in front comes first."""
        for widget, (region, clip) in self.visible_widgets.items():
            part = region.intersection(clip).intersection(band)
            cells = ((1 << part.width) - 1) << part.x
            lines = part.line_range
            if any(cells & ~covered[y] for y in lines):
                for y in lines:
                    covered[y] |= cells
                yield region, part, widget.render_lines(part.translate(-region.offset))


def sized_screen(app: App[int]) -> Screen[object]:
    """A screen that bears the classes of its size from the start: to set them later styles every widget again."""
    sizes = ((app.size.width, app.HORIZONTAL_BREAKPOINTS), (app.size.height, app.VERTICAL_BREAKPOINTS))
    names = [next((name for least, name in reversed(points or []) if size >= least), "") for size, points in sizes]
    screen: Screen[object] = Screen(id="_default", classes=" ".join(names))
    screen._compositor = ThriftyCompositor()
    return screen
