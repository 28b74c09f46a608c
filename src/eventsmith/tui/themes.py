"""How the screen looks: themes, the person's own among them, and signs that every terminal has. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.segment import Segment
from textual.color import Color, ColorParseError
from textual.filter import LineFilter
from textual.theme import Theme

THEMES = {
    "textual-dark": "Dark",
    "textual-light": "Light",
    "high-contrast": "High contrast",
    "high-contrast-light": "High contrast, light",
    "ansi-dark": "The terminal's own colours, dark",
    "ansi-light": "The terminal's own colours, light",
}
"""Names of themes, as Textual has them and as people read them."""

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
"""What a theme of one's own can set; the rest is as in Dark, or in Light where the background is light."""

_CONTRAST = {
    "high-contrast": Theme(
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
    "high-contrast-light": Theme(
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
}


def extra_themes(own: Mapping[str, Mapping[str, str]]) -> list[Theme]:
    """All themes that Textual does not bring."""
    return [*_CONTRAST.values(), *(_own(name, colours) for name, colours in own.items())]


def _own(name: str, colours: Mapping[str, str]) -> Theme:
    dark = Color.parse(colours.get("background", "#121212")).brightness < 0.5
    known: dict[str, Any] = {"primary": "#0178d4" if dark else "#004578", **colours}
    return Theme(name, dark=dark, **known)


def wrong_colour(text: str) -> str:
    """Why a text is no colour; empty where it is one."""
    try:
        Color.parse(text)
    except ColorParseError:
        return f"“{text}” is no colour; write one as #ff8800, or by a name such as orange"
    return ""


_PLAIN = str.maketrans(
    {
        sign: plain
        for plain, signs in {
            "v": "✓▼↓",
            "x": "✗",
            "o": "○□",
            "*": "●◆⬤■",
            "+": "★╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛",
            ".": "·…░",
            ">": "→›▶",
            "<": "‹◀",
            "^": "↑",
            "-": "–─━╸╺▔▀",
            "_": "▁▂▃▄▅▆▇",
            "|": "│║╎┃▏▎▕▌▐",
            "#": "█▓",
            ":": "▒",
            '"': "“”",
            "'": "’",
            "? ": "🔎",
        }.items()
        for sign in signs
    }
)
"""Signs of ours and of Textual's boxes and bars, each with one from ASCII that is as wide."""


class PlainSigns(LineFilter):
    """Draws with signs that every terminal and every font has."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """See LineFilter."""
        return [Segment(text.translate(_PLAIN), style, control) for text, style, control in segments]
