"""Lay a screen out once for a change of size.

Symptom: a widget that is given another size asks for a layout of the whole screen, so that each is made twice
    (measured); an Input asks for one with each letter.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Widget.virtual_size no longer asks for a layout when it is the layout that sets it.
"""

from __future__ import annotations

from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Settled(Widget):
    """Take the size that a layout gives, and ask for no other; where a scrollbar comes or goes there is one."""

    virtual_size = Reactive(Size(0, 0))


class SettledBox(Vertical, Settled):
    """Lay widgets out beneath each other."""


class SettledScroll(VerticalScroll, Settled):
    """Lay widgets out beneath each other, and scroll them."""
