"""Keys for a bare app, what it shows, and a driver that is not started."""

import asyncio
from typing import TypeVar

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump

Kind = TypeVar("Kind", bound=LinuxDriver)


def post_keys(pump: MessagePump, text: str) -> None:
    """Send all letters of a text before the first is handled; `pilot.press` would wait for each."""
    for letter in text:
        event = events.Key(letter, letter)
        event.set_sender(pump)
        pump.post_message(event)


def shown(app: App[int]) -> str:
    """Return what stands on the screen, with all characters as they would go to the terminal."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def made_driver(kind: type[Kind]) -> Kind:
    """Make a driver that is not started; it wants a loop to tell an app what it hears."""

    async def make() -> Kind:
        return kind(App())

    return asyncio.run(make())
