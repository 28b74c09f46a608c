"""The bottom line: the few keys that matter here. A click does what the key does."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from eventsmith.tui.actions import ACTIONS, Keys


class Hints(Static):
    """Made of the table of actions; holds no text of anybody's."""

    DEFAULT_CSS = """
    Hints {
        height: 1; background: $panel; color: $text-muted; padding: 0 1;
        link-style: bold; link-color: $text-accent; link-background-hover: $primary-muted;
    }
    """

    _where = ""
    _text = ""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys

    def show(self, where: str) -> None:
        """Shows the hints of a place, its own first."""
        self._where = where
        self._show()

    def on_resize(self) -> None:
        """Another width has room for others."""
        self._show()

    def _show(self) -> None:
        """A hint that has no room is left out whole: half of one says nothing."""
        own = [action for action in ACTIONS if action.hint and action.where == self._where]
        anywhere = [action for action in ACTIONS if action.hint and action.where == "anywhere"]
        parts: list[str] = []
        # Before the first layout it is as wide as the app, but for the padding.
        room = self.content_size.width or self.app.size.width - 2
        for action in (*own, *anywhere):
            key = self._keys.shown(action)[0]
            room -= len(key) + 1 + len(action.label)
            if room < 0 and parts:
                break
            room -= 2
            parts.append(f"[bold $text-accent @click=app.run_here('{action.id}')]{key}[/] {action.label}")
        text = "  ".join(parts)
        if text != self._text:
            self._text = text
            self.update(Content.from_markup(text), layout=False)
