"""Keys typed before one can see what they act on: they are kept, for when it is there."""

from __future__ import annotations

from time import monotonic

from textual import events

QUIET = 0.5
"""Seconds without a key after which what comes is meant for what is on the screen."""
BLINK = 0.25
"""Seconds within which nobody has read what has just been painted."""
_ALWAYS = ("ctrl+q", "escape")
"""The keys that leave, which nothing may hold up."""

Input = events.Key | events.Paste | events.MouseDown | events.MouseUp


class KeptKeys:
    """What is typed while a file is being opened, or as a question comes up that nobody has asked for."""

    def __init__(self) -> None:
        self._kept: list[events.Key | events.Paste] = []
        self._is_keeping = False
        self._is_painted = False
        """Whether there is a question, which gets the keys once nobody types on from before."""
        self._passes_from = 0.0
        self._last = 0.0
        """When a key came last."""

    def keep(self) -> None:
        """Keep what is typed from now on."""
        self._is_keeping, self._is_painted = True, False

    def let_through(self) -> None:
        """Let a question have the keys that has just been painted, once nobody types on from before."""
        if self._is_keeping and not self._is_painted:
            self._is_painted = True
            self._passes_from = max(monotonic() + BLINK, self._last + QUIET)

    def takes(self, event: Input) -> bool:
        """Return whether an input is kept, or is a click on what nobody has seen yet, which is for nothing."""
        self._last = now = monotonic()
        if not self._is_keeping:
            return False
        if self._is_painted:
            if now >= self._passes_from:
                return False
            self._passes_from = now + QUIET
        elif isinstance(event, events.Key) and event.key in _ALWAYS:
            return False
        if isinstance(event, events.Key | events.Paste):
            self._kept.append(event)
        return True

    def give(self) -> list[events.Key | events.Paste]:
        """Return what was kept, and keep no more."""
        kept, self._kept = self._kept, []
        self._is_keeping = False
        return kept
