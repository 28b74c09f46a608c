"""Lay a screen out only once when sizes change.

Symptom: a widget that is given another size requests a layout of the whole screen, so that each is done twice
    (measured); an Input requests one at every letter.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Widget.virtual_size no longer requests a layout when it is set by a layout.
"""

from __future__ import annotations

from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Settled(Widget):
    """A widget that takes the size given by a layout without requesting another layout; scrollbars still cause one."""

    virtual_size = Reactive(Size(0, 0))


class SettledBox(Vertical, Settled):
    """A settled vertical container."""


class SettledScroll(VerticalScroll, Settled):
    """A settled vertical container that scrolls."""
