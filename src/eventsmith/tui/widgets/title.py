"""The line at the top: the catalog, its file, whether the work is safe, the goals, and the keys that always help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.labels import GOALS
from eventsmith.tui.actions import Keys
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.session.session import Session

_NEW = "New catalog"
_NO_FILE = "no file yet"
_ALWAYS = (("help", "Help"), ("command_palette", "Anything"))


class Title(StaticLine):
    """The title of a session; before there is one, that of a new catalog."""

    DEFAULT_CSS = """
    Title {
        height: 1; padding: 0 1; background: $panel;
        link-style: bold; link-color: $text; link-background-hover: $was-here;
    }
    """

    def __init__(self, keys: Keys, *, is_new: bool) -> None:
        self._keys = keys
        self._told: tuple[Content, str] = (_first(_NEW, _NO_FILE if is_new else ""), "")
        super().__init__(self._told[0], id="title")

    def tell(self, session: Session, warnings: Iterable[str]) -> None:
        """Show a session's catalog, file and state; `warnings` say what else is known about how safe it is."""
        path = session.document.path
        name = session.catalog.name.strip() or _NEW
        saved = "" if path is None else "saved" if session.document.data else "a new file"
        state = "read-only" if session.read_only else self._unsaved(session) if session.dirty else saved
        finding = "" if session.is_judged else "looking for issues …"
        states = ", ".join(filter(None, (state, *warnings, finding)))
        goals = [GOALS[goal].split()[0] for goal in session.catalog.goals if goal in GOALS]
        self._told = (_first(name, path.name if path else _NO_FILE, states), f"★ {' · '.join(goals)}" if goals else "")
        self.fit()

    def _unsaved(self, session: Session) -> str:
        count = session.unsaved_steps
        return f"● {count} {'change' if count == 1 else 'changes'} · {self._keys.first('save')} saves"

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self.fit()

    def fit(self) -> None:
        """Show what fits: the catalog always, then the keys that always help, then the goals."""
        first, goals = self._told
        room = (self.content_size.width or self.app.size.width - 2) - first.cell_length
        keys = self._always()
        told = [Content("  ").join(keys), keys[0]]
        if goals:
            told.insert(0, Content.assemble(lit(goals), "   ", told[0]))
        right = next((one for one in told if one.cell_length + 2 <= room), None)
        self.show(first if right is None else Content.assemble(first, " " * (room - right.cell_length), right))

    def _always(self) -> list[Content]:
        parts = [(action, self._keys.first(action.replace("_", "-")), label) for action, label in _ALWAYS]
        return [Content.from_markup(f"[@click=app.run('{action}')]{key}[/] {label}") for action, key, label in parts]


def _first(name: str, file: str, states: str = "") -> Content:
    return Content.assemble(lit(name, "bold"), "  ", lit(file), "  ", lit(states)).rstrip()
