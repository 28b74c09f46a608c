"""A sheet with a card beside it where there is room for both."""

from __future__ import annotations

from textual.containers import Horizontal

LEAST_SHEET = 58
"""Cells in which the columns that nearly everybody fills in stand side by side."""
LEAST_CARD = 25


class CardBeside(Horizontal):
    """A sheet and a card. Where only the sheet has room, the note below it tells the essentials instead."""

    DEFAULT_CSS = """
    CardBeside {
        height: 1fr;
        & > Sheet { width: 3fr; }
        & > PropertyCard { width: 2fr; max-width: 48; display: none; }
        &.-roomy > Sheet { min-width: 58; }
        &.-roomy > PropertyCard { display: block; }
        &.-roomy > Sheet > .note { display: none; }
    }
    """

    def on_resize(self) -> None:
        """Show or hide the card, also where the line beside the list was moved."""
        self.set_class(self.size.width >= LEAST_SHEET + LEAST_CARD, "-roomy")
