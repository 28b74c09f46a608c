"""The help of a place, made of the table of actions."""

from __future__ import annotations

from textual.content import Content

from eventsmith.tui.actions import ACTIONS, shown_keys
from eventsmith.tui.text import lit


def help_text(where: str, intent: str) -> Content:
    """What one does here, and every key that works."""
    parts = [lit(intent), lit("")]
    for title, place in (("Here", where), ("In every place", "anywhere")):
        parts.append(lit(title, "bold"))
        for action in ACTIONS:
            if action.where == place:
                parts.append(
                    Content.assemble((f"{' '.join(shown_keys(action)):>14}  ", "bold $text-accent"), lit(action.help))
                )
        parts.append(lit(""))
    parts += [
        lit("In a field", "bold"),
        lit("       Tab ↑  the next or previous field; Enter goes on"),
        lit("          Esc  takes back what was typed; once more goes back to the list"),
        lit("            F4  puts right what is said under the field; F3 silences it"),
        lit(""),
        lit("Marks", "bold"),
        lit("✓ yours · ○ offered · ★ offered and serves your goals"),
        lit("✗ error: cannot work · ! warning: will hurt · · hint: worth a thought · – silenced, or left alone"),
    ]
    return Content("\n").join(parts)
