"""Themes, including the user's own, and plain signs for every terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.segment import Segment
from textual.color import Color, ColorParseError
from textual.filter import LineFilter
from textual.theme import Theme
from typing_extensions import override

THEMES = {
    "textual-dark": "Dark",
    "textual-light": "Light",
    "high-contrast": "High contrast",
    "high-contrast-light": "High contrast, light",
    "ansi-dark": "The terminal's own colours, dark",
    "ansi-light": "The terminal's own colours, light",
    "atom-one-dark": "Atom One, dark",
    "atom-one-light": "Atom One, light",
    "catppuccin-frappe": "Catppuccin Frappé, dark",
    "catppuccin-latte": "Catppuccin Latte, light",
    "catppuccin-macchiato": "Catppuccin Macchiato, dark",
    "catppuccin-mocha": "Catppuccin Mocha, dark",
    "dracula": "Dracula, dark",
    "flexoki": "Flexoki, dark",
    "gruvbox": "Gruvbox, dark",
    "monokai": "Monokai, dark",
    "nord": "Nord, dark",
    "rose-pine": "Rosé Pine, dark",
    "rose-pine-dawn": "Rosé Pine Dawn, light",
    "rose-pine-moon": "Rosé Pine Moon, dark",
    "solarized-dark": "Solarized, dark",
    "solarized-light": "Solarized, light",
    "tokyo-night": "Tokyo Night, dark",
}
"""The names of the themes, ours and Textual's, and those shown to the user."""

COLOURS = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "background",
    "surface",
    "panel",
)
"""The colours that a user's theme can set; the rest is as in Dark, or in Light if the background is light."""

_OURS = [
    Theme(
        "high-contrast",
        primary="#ffd700",
        secondary="#ffffff",
        accent="#00ffff",
        warning="#ffff00",
        error="#ff8080",
        success="#00ff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        variables={"text-muted": "#ffffff", "text-disabled": "#e0e0e0"},
    ),
    Theme(
        "high-contrast-light",
        primary="#0000c0",
        secondary="#000000",
        accent="#800080",
        warning="#703000",
        error="#b00000",
        success="#005000",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#ffffff",
        dark=False,
        variables={"text-muted": "#000000", "text-disabled": "#303030"},
    ),
]


def extra_themes(own: Mapping[str, Mapping[str, str]]) -> list[Theme]:
    """Return all themes beyond Textual's: ours, and the user's, given as colours by theme name."""
    return [*_OURS, *(_own(name, colours) for name, colours in own.items())]


def _own(name: str, colours: Mapping[str, str]) -> Theme:
    dark = Color.parse(colours.get("background", "#121212")).brightness < 0.5
    known: dict[str, Any] = {"primary": "#0178d4" if dark else "#004578", **colours}
    return Theme(name, dark=dark, **known)


def wrong_colour(text: str) -> str:
    """Return why a text is not a colour; empty if it is one."""
    try:
        Color.parse(text)
    except ColorParseError:
        return f"“{text}” is not a colour; write one as #ff8800, or by a name such as orange"
    return ""


_PLAIN = str.maketrans(
    {
        sign: plain
        for plain, signs in {
            "v": "✓✔▼▾↓",
            "x": "✗✕",
            "o": "○□",
            "*": "●◆⬤■",
            "~": "◐",
            "@": "◎◉",
            "m": "✉",
            "+": "★╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛",
            ".": "·…░",
            ">": "→›▶▸",
            "<": "‹◀",
            "^": "↑",
            "-": "–─━╸╺▔▀",
            "_": "▁▂▃▄▅▆▇",
            "|": "⋮│║╎┃▏▎▕▌▐",
            "#": "█▓",
            "/": "⏎",
            ":": "▒",
            '"': "“”",
            "'": "’",
            "? ": "🔎",
        }.items()
        for sign in signs
    }
)
"""ASCII signs for ours, and for those of Textual's boxes and bars, each of the same width."""


class PlainSigns(LineFilter):
    """A filter that draws with signs that every terminal and every font has."""

    @override
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text.translate(_PLAIN), style, control) for text, style, control in segments]
