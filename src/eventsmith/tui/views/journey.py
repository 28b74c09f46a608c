"""The picture of a journey at a width: stages side by side where there is room, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.tui.views.journey_columns import Columns, columns_of
from eventsmith.tui.views.journey_rows import in_rows

if TYPE_CHECKING:
    from eventsmith.queries.journey import Journey
    from eventsmith.tui.views.journey_picture import Picture

LEAST_WIDTH = 24
COPIED_WIDTH = 120
"""The width of the picture that is copied."""


def picture(journey: Journey, width: int) -> Picture:
    """Return the picture of a journey, no wider than `width` cells."""
    width = max(width, LEAST_WIDTH)
    columns = columns_of(journey, width)
    return Columns(journey, width, columns).picture() if columns else in_rows(journey, width)
