"""A host without an app or a screen: a flow gets answers told beforehand, and what it says and asks is kept."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any, cast

from textual.screen import Screen
from textual.widget import Widget

from eventsmith.app_state import Memory
from eventsmith.edits import Edit
from eventsmith.model import Catalog, Place
from eventsmith.session.session import Session
from eventsmith.settings import Settings
from eventsmith.store import new_document
from eventsmith.tui.actions import Keys
from eventsmith.tui.care import Care
from eventsmith.tui.flows import edit as editing
from eventsmith.tui.host import Answer, PageInView


class FakeHost:
    """Works on a catalog in memory. A dialog without an answer is left with Esc."""

    is_ready, is_dark, theme_in_use = True, True, "textual-dark"

    def __init__(self, catalog: Catalog | None = None, answers: Iterable[object] = ()) -> None:
        """`answers` go to the dialogs in the order in which they are asked."""
        self.session = Session(new_document(None, catalog or Catalog()))
        self.path: Path | None = None
        self.wanted, self.here = "", "events"
        self.care, self.memory, self.keys, self.settings = Care(), Memory(), Keys(), Settings()
        self.page: PageInView | None = None
        self.focused: Widget | None = None
        self.said: list[str] = []
        self.asked: list[Screen[Any]] = []
        self.shown: list[Place | str] = []
        """Pages by their names, and places of the catalog."""
        self.background: list[Callable[[], Coroutine[Any, Any, object]]] = []
        self.status: int | None = None
        self.clipboard = ""
        self._answers = iter(answers)

    def say(self, text: str, *, bad: bool = False) -> None:
        if text:
            self.said.append(f"✗ {text}" if bad else text)

    def unsay(self, text: str) -> None:
        if self.said and self.said[-1] == text:
            self.said.pop()

    def do(self, edit: Edit, place: Place = ()) -> bool:
        return editing.make_edit(self, edit, place)

    def may_change(self) -> bool:
        return editing.may_change(self)

    def visit(self, name: str, place: Place | None = None) -> None:
        self.here = name
        self.shown.append(name if place is None else place)

    def go_to(self, place: Place) -> None:
        self.shown.append(place)

    def show_change(self, place: Place) -> None:
        self.shown.append(place)

    def show_all(self) -> None:
        pass

    def show_title(self) -> None:
        pass

    def start(self, session: Session) -> None:
        self.session = session

    def end(self, status: int, farewell: str = "") -> None:
        self.status = status

    def keep_keys(self) -> None:
        pass

    def give_keys(self) -> None:
        pass

    async def ask(self, dialog: Screen[Answer | None]) -> Answer | None:
        self.asked.append(dialog)
        return cast("Answer | None", next(self._answers, None))

    def open_dialog(self, dialog: Screen[Any]) -> None:
        self.asked.append(dialog)

    def run_in_background(
        self, group: str, work: Callable[[], Coroutine[Any, Any, object]], *, alone: bool = False
    ) -> None:
        self.background.append(work)

    def is_under_way(self, group: str) -> bool:
        return False

    def call_later(self, callback: Callable[..., Any], *arguments: Any, **options: Any) -> bool:
        callback(*arguments, **options)
        return True

    def copy_to_clipboard(self, text: str) -> None:
        self.clipboard = text

    def show_theme(self, name: str) -> None:
        self.theme_in_use = name

    def use_theme(self, name: str) -> None:
        self.theme_in_use = name

    async def action_run(self, action: str) -> None:
        raise NotImplementedError
