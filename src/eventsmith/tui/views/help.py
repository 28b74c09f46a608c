"""The help of a page, generated from the table of actions, and the text about settings."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from eventsmith.settings import FILE, settings_path
from eventsmith.tui.actions import ACTIONS, Keys, key_of
from eventsmith.tui.text import lit
from eventsmith.tui.themes import COLOURS, THEMES
from eventsmith.tui.views.paths import short_mistake


def help_text(where: str, intent: str, keys: Keys) -> Content:
    """Return what the user does on a page, and every key that works there."""
    parts = [lit(intent), lit("")]
    fix, silence = key_of("fix"), key_of("silence")
    for title, page in (("Here", where), ("On every page", "anywhere")):
        parts.append(lit(title, "bold"))
        for action in ACTIONS:
            shown = " ".join(keys.shown(action))
            if action.where == page and shown:
                parts.append(Content.assemble((f"{shown:>14}  ", "bold $text-accent"), lit(action.help)))
        parts.append(lit(""))
    parts += [
        lit("In a field", "bold"),
        lit("       Tab ↑  the next or previous field; Enter goes on"),
        lit("          Esc  discards what was typed; pressed again, goes back to the list"),
        lit("           ← →  another choice; a letter or sign picks it; Enter shows them all"),
        lit(f"{fix:>14}  fixes the issue shown under the field; {silence} silences it"),
        lit(""),
        lit("Marks", "bold"),
        lit("✓ yours · ○ offered · ★ offered and serves your goals · * marked for the next command"),
        lit("✗ error: cannot work · ! warning: will hurt · · hint: worth a thought · – silenced, or left alone"),
    ]
    return Content("\n").join(parts)


def settings_text(mistakes: Sequence[str], were: int = 0) -> Content:
    """Return what is wrong in the settings file now, and everything that can be set there; `were` mistakes before."""
    where = settings_path() or f"{FILE} in your settings folder, which needs a home folder"
    parts = [lit(f"Settings are read at the start, from {where}."), lit("")]
    if mistakes:
        parts.append(lit(f"{_number(len(mistakes))} in it, left out until put right:", "bold"))
        parts += [lit(f"✗ {short_mistake(mistake)}", "$text-error") for mistake in mistakes]
        parts.append(lit(""))
    elif were:
        parts += [lit("✓ Nothing is wrong in it any more. It is read again at the next start.", "bold"), lit("")]
    parts += [lit(line) for line in _SETTINGS.splitlines()]
    return Content("\n").join(parts)


def _number(mistakes: int) -> str:
    return "1 mistake" if mistakes == 1 else f"{mistakes} mistakes"


_SETTINGS = f"""\
theme = "high-contrast"   # {", ".join(THEMES)}, or one of your own
ascii = true              # draw with letters and signs that every terminal has
mouse = false             # leave the mouse to the terminal

[keys]                    # more keys for an action; the names of actions:
undo = "ctrl+g"           # {", ".join(action.name for action in ACTIONS if action.where == "anywhere")}
events.add = "n, insert"  # and of those that work on one page only:
                          # {", ".join(action.name for action in ACTIONS if action.where != "anywhere")}

[themes.ours]             # a theme of your own: {", ".join(COLOURS)}
primary = "#8839ef"
background = "#1e1e2e"
"""
