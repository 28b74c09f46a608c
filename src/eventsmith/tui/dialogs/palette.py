"""The palette: whatever can be done or gone to, found by typing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.views.finding import Grade, Wanted
from eventsmith.tui.views.row import Row, RowKey
from eventsmith.tui.widgets.button_row import DialogButton
from eventsmith.tui.widgets.dialog_box import MOST_LINES, READABLE
from eventsmith.tui.widgets.found_list import FoundList
from eventsmith.tui.widgets.rows import RowList


class Hit(NamedTuple):
    """Something that was found, and what runs if it is chosen."""

    title: str
    about: str
    key: str
    run: Callable[[], object]
    grade: Grade = Grade.WHOLE


class Section(NamedTuple):
    """Hits of one kind."""

    title: str
    hits: Sequence[Hit]


Find = Callable[[Wanted], Sequence[Section]]


class Palette(Dialog[None]):
    """A line to type in, over what is found by it: at once, and below that what takes longer to look through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
    ]
    title_text = "Anything"
    own_keys = (("↑↓", "move"),)
    buttons = (DialogButton("ok", "Run", "Enter"), CANCEL)

    def __init__(self, find: Find, find_more: Find) -> None:
        """Take `find`, which is called at each key, and `find_more`, which is called in a thread."""
        super().__init__()
        self._find, self._find_more = find, find_more
        self._shown: Sequence[Section] = ()
        self._is_looking = False
        self._is_entered = False
        """Whether Enter waits for what is still being looked for."""

    @override
    def body(self) -> ComposeResult:
        yield VisibleInput(placeholder="What do you want to do, or where to go?", compact=True)
        yield FoundList(columns=(5, 8, 2), empty="Nothing has this in it")
        yield Static(classes="whole")

    def on_mount(self) -> None:
        """Show what can be done here, in a box that stays as it is while one types."""
        self.box.hold(READABLE, MOST_LINES)
        self._look("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._look(event.value)

    def _look(self, text: str) -> None:
        wanted = Wanted(text)
        self.query_one(FoundList).wanted = wanted
        self._is_entered, self._is_looking = False, bool(wanted.words)
        self._show(self._find(wanted))
        if wanted.words:
            self._look_further(wanted)

    @work(exclusive=True)
    async def _look_further(self, wanted: Wanted) -> None:
        before = self._shown
        more = await asyncio.to_thread(self._find_more, wanted)
        if self.is_dismissed or not self.is_running:
            return
        self._is_looking = False
        if is_real(before) or not more:
            self._show([*before, *more], stay=True)
        else:
            self._show([*more, *before])
        if self._is_entered:
            self._choose()

    def _show(self, sections: Sequence[Section], *, stay: bool = False) -> None:
        self._shown = sections
        rows = []
        for number, section in enumerate(sections):
            rows.append(Row(RowKey("section", number), (section.title,), tone="heading"))
            for within, hit in enumerate(section.hits):
                rows.append(Row(RowKey("hit", number, within), (hit.title, hit.about, hit.key)))
        if self._is_looking and not is_real(sections):
            rows.append(Row(RowKey("section"), ("Looking in the presets …",), tone="heading"))
        found = self.query_one(FoundList)
        found.show_rows(rows)
        if not is_real(sections):
            # Enter runs no guess: it has to be chosen.
            found.cursor = -1
        elif not stay:
            found.action_end(-1)
        # The row may be another, though it is in the same place.
        found.refresh()
        self._show_whole()

    @property
    def _hit(self) -> Hit | None:
        row = self.query_one(FoundList).row
        return self._shown[row.key.number].hits[row.key.within] if row is not None else None

    @on(RowList.Highlighted)
    def _show_whole(self) -> None:
        hit = self._hit
        whole = Content.assemble(lit(hit.title, "bold"), "  ", lit(hit.about)) if hit is not None else lit("")
        self.query_one(".whole", Static).update(whole)

    def action_move(self, step: int) -> None:
        """Move the cursor by a number of rows, while the input keeps the focus."""
        self.query_one(FoundList).action_move(step)

    def action_page(self, way: int) -> None:
        """Move the cursor by a screenful."""
        self.query_one(FoundList).action_page(way)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.answer("ok")

    @override
    def answer(self, button: str) -> None:
        if self._is_looking and not is_real(self._shown):
            self._is_entered = True
        else:
            self._choose()

    @on(RowList.Chosen)
    def _choose(self) -> None:
        hit = self._hit
        if hit is not None:
            self.dismiss(None)
            self.app.call_later(hit.run)


def is_real(sections: Sequence[Section]) -> bool:
    """Return whether something was found that is no guess."""
    return any(hit.grade is not Grade.GUESS for section in sections for hit in section.hits)
