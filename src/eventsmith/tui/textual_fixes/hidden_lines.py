"""Render only lines that are redrawn and visible.

Symptom: every widget in the same scrolled area as a change renders all of its lines, and so does every widget covered
    by others: in a form, each letter rendered all fields, a fifth of its cost (measured).
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Compositor asks a widget only for lines that are redrawn and not covered.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from typing_extensions import override


class ThriftyCompositor(Compositor):
    """A compositor that asks each widget only for lines of which some part is visible."""

    @override
    def _get_renders(self, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        drawn = crop or self.size.region
        band = Region(0, drawn.y, self.size.width, drawn.height)
        covered = [0] * self.size.height
        """For each line, the cells already covered, as bits. Widgets come front to back."""
        for widget, (region, clip) in self.visible_widgets.items():
            part = region.intersection(clip).intersection(band)
            cells = ((1 << part.width) - 1) << part.x
            lines = part.line_range
            if any(cells & ~covered[y] for y in lines):
                for y in lines:
                    covered[y] |= cells
                yield region, part, widget.render_lines(part.translate(-region.offset))
