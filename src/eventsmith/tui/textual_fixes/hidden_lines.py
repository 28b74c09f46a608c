"""Make only those lines of a screen that are drawn anew and seen.

Symptom: every widget that shares its scrolled area with a change makes all of its lines, and so does every widget
    beneath others: in a form, each letter had all fields made, a fifth of what it cost (measured).
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Compositor asks a widget only for lines within what is drawn anew and not covered.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from typing_extensions import override


class ThriftyCompositor(Compositor):
    """Ask each widget for the lines of which something is seen."""

    @override
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
