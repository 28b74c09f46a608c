"""Panels: parts of a page with an edge, a title in it, and the keys that work in it at its bottom."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from eventsmith.tui.actions import ACTIONS, Keys
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.widgets.cell_input import CellInput
from eventsmith.tui.widgets.checkbox_row import CheckboxRow
from eventsmith.tui.widgets.select_line import SelectLine

PANEL = "panel"
"""The class of panels in the style sheet."""
_IN_A_FORM = [("focus_next", "Tab", "next"), ("leave", "Esc", "to the list")]
"""Action, key and label of what works in every form. Letters do not: there they are text, or find an option."""


def entitle(panel: Widget, title: Content) -> None:
    """Put a title into the upper edge of a panel, unless it is there already: any change draws the panel anew."""
    wanted = title.truncate(max(panel.outer_size.width - 6, 0), ellipsis=True) if panel.outer_size.width else title
    if (panel.border_title or "") != wanted.markup:
        panel.border_title = wanted if wanted.plain else None


class PanelKeys:
    """Shows the few keys that matter in the lower edge of the panel that has the focus. A click works like the key.

    The text is made from the table of actions, without any text of a user, which would be read as markup.
    """

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._shown_in: Widget | None = None

    def show(self, focused: Widget | None, where: str) -> None:
        """Show the keys of a page, or of a form, where the focus is; those that do not fit are left out whole."""
        ancestors = focused.ancestors_with_self if focused is not None else []
        panel = next((node for node in ancestors if isinstance(node, Widget) and node.has_class(PANEL)), None)
        before, self._shown_in = self._shown_in, panel
        if before is not None and before is not panel:
            before.border_subtitle = None
        if panel is None:
            return
        in_a_form = isinstance(focused, VisibleInput | SelectLine | CheckboxRow) and not isinstance(focused, CellInput)
        own = _IN_A_FORM if in_a_form else self._of(where)
        # Before the first layout, the width is not known: the screen's is the most it can be.
        told = self._fitting(own, (panel.outer_size.width or panel.app.size.width) - 6)
        if (panel.border_subtitle or "") != told.markup:
            panel.border_subtitle = told if told.plain else None

    def _of(self, where: str) -> list[tuple[str, str, str]]:
        actions = [action for action in ACTIONS if action.hint and action.where == where]
        return [(action.id, self._keys.shown(action)[0], action.label) for action in actions]

    def _fitting(self, told: list[tuple[str, str, str]], room: int) -> Content:
        parts: list[str] = []
        for action, key, label in told:
            room -= len(key) + 1 + len(label)
            if room < 0 and parts:
                break
            room -= 3
            parts.append(f"[bold $text @click=app.run('{action}')]{key}[/] [$text-muted]{label.lower()}[/]")
        return Content.from_markup("   ".join(parts))
