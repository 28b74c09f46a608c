"""The bottom line: the few keys that matter here. A click does what the key does."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from eventsmith.tui.actions import ACTIONS, shown_keys


class Hints(Static):
    """Made of the table of actions; holds no text of anybody's."""

    DEFAULT_CSS = """
    Hints {
        height: 1; background: $panel; color: $text-muted; padding: 0 1;
        link-style: bold; link-color: $text-accent; link-background-hover: $primary-muted;
    }
    """

    def show(self, where: str) -> None:
        """Shows the hints of a place, its own first."""
        own = [action for action in ACTIONS if action.hint and action.where == where]
        anywhere = [action for action in ACTIONS if action.hint and action.where == "anywhere"]
        parts = [
            f"[bold $text-accent @click=app.run_here('{action.id}')]{shown_keys(action)[0]}[/] {action.label}"
            for action in (*own, *anywhere)
        ]
        self.update(Content.from_markup("  ".join(parts)))
