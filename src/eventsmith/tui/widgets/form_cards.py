"""The forms of names as cards, each with the same names in it: one is chosen, and says so by its shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from typing_extensions import override

from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.repeated_layout import Settled

BOXES = 100
"""The width of the screen from which cards are boxes."""
BARS = 70
"""The width from which they stand beside each other at all: below, only the chosen one is shown."""
TALL = 30
"""The lines of the screen from which there is room for boxes."""
_BOXED = 3
"""How many names a box holds."""
_HERE, _DIM = "bold $text-accent", "$text-muted"


@dataclass(frozen=True, slots=True)
class Card:
    """One of the forms."""

    form: str
    examples: tuple[str, ...]
    is_now: bool
    """Whether the catalog has this form."""


class FormCards(Settled):
    """Cards beside each other: as boxes, as two lines, or as one line with only the chosen card."""

    DEFAULT_CSS = """
    FormCards { height: auto; }
    """

    @dataclass
    class Picked(Message):
        """Posted when a card is clicked."""

        form: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cards: Sequence[Card] = ()
        self._chosen = ""

    @property
    def most_examples(self) -> int:
        """How many names a card has room for."""
        return _BOXED if self._are_boxes else 1 if self._are_bars else 2

    def show(self, cards: Sequence[Card], chosen: str) -> None:
        """Show cards, one of them chosen."""
        if (cards, chosen) != (self._cards, self._chosen):
            self._cards, self._chosen = cards, chosen
            self.refresh()

    @property
    def _are_boxes(self) -> bool:
        return self.app.size.width >= BOXES and self.app.size.height >= TALL

    @property
    def _are_bars(self) -> bool:
        return not self._are_boxes and self.app.size.width >= BARS

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return _BOXED + 2 if self._are_boxes else 2 if self._are_bars else 1

    def _widths(self) -> list[int]:
        """Return the widths of the cards: all the same, what is left over between the first ones."""
        number = len(self._cards) or 1
        width, more = divmod(self.content_size.width, number)
        return [width + (at < more) for at in range(number)]

    @override
    def render(self) -> Content:
        if not self._are_boxes and not self._are_bars:
            return self._one(self.content_size.width)
        draw = _box if self._are_boxes else _bar
        drawn = [
            draw(card, size, chosen=card.form == self._chosen)
            for card, size in zip(self._cards, self._widths(), strict=True)
        ]
        return Content("\n").join(Content("").join(line) for line in zip(*drawn, strict=True))

    def _one(self, width: int) -> Content:
        at = next((at for at, card in enumerate(self._cards) if card.form == self._chosen), None)
        if at is None:
            return Content("")
        card = self._cards[at]
        place = f"  {at + 1} of {len(self._cards)}"
        told = f"{_title(card)}: {card.examples[0]}"
        room = width - cell_len(place) - 4
        for name in card.examples[1:]:
            told += f", {name}" if cell_len(f"{told}, {name}") <= room else ""
        return Content.assemble(("‹ ", _DIM), lit(_cut(told, room), _HERE), (" ›", _DIM), (place, _DIM))

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked card; of a single one, the arrows go to those before and after it."""
        at = next((at for at, card in enumerate(self._cards) if card.form == self._chosen), 0)
        if not self._are_boxes and not self._are_bars:
            number = (at + (-1 if event.x < 2 else 1)) % len(self._cards)
        else:
            edges = self._widths()
            number = next((number for number in range(len(edges)) if event.x < sum(edges[: number + 1])), at)
        self.post_message(self.Picked(self._cards[number].form))


def _title(card: Card) -> str:
    return f"{card.form}, now" if card.is_now else card.form


def _cut(text: str, size: int) -> str:
    return text if cell_len(text) <= size else set_cell_size(text, max(size - 1, 0)) + "…"


def _fill(text: str, size: int) -> str:
    return set_cell_size(_cut(text, size), size)


def _bar(card: Card, size: int, *, chosen: bool) -> list[Content]:
    """Return two lines: the form, and a name, which stands in bars where the card is chosen."""
    room = size - 3
    name = _cut(card.examples[0], room)
    gap = " " * (size - 2 - cell_len(name))
    now = "● " if card.is_now else ""
    title = lit(f" {_fill(now + card.form, size - 1)}", "bold" if chosen else _DIM)
    if chosen:
        return [title, Content.assemble(("▌", _HERE), lit(name, f"{_HERE} reverse"), ("▐", _HERE), gap)]
    return [title, Content.assemble(lit(f" {name} ", _DIM), gap)]


def _box(card: Card, size: int, *, chosen: bool) -> list[Content]:
    """Return a box with the form in its edge and names in it, heavy where the card is chosen; a gap is behind it."""
    left, line, right, side, bottom_left, bottom_right = "┏━┓┃┗┛" if chosen else "╭─╮│╰╯"
    edge, text = (_HERE, "bold") if chosen else ("$edge", _DIM)
    room = size - 5
    title = _cut(_title(card), room - 2)
    rest = line * (room - cell_len(title) - 1)
    top = Content.assemble((f"{left}{line} ", edge), lit(title, text), (f" {rest}{right} ", edge))
    names = (*card.examples, *[""] * (_BOXED - len(card.examples)))
    rows = [Content.assemble((f"{side} ", edge), lit(_fill(name, room), text), (f" {side} ", edge)) for name in names]
    return [top, *rows, Content.assemble((f"{bottom_left}{line * (size - 3)}{bottom_right} ", edge))]
