"""Colours that can be told apart: what a theme leaves too faint is moved just far enough to be seen.

The measure is WCAG's contrast ratio. Besides Textual's variables, the style sheets have ours:

- `$here`: what the keys act on, and nothing else; `$here-ground`, `$on-here` and `$here-style` for text on it
- `$was-here` and `$was-here-style`: the ground and style of what the keys act on once the focus is back there
- `$edge`: the edges of fields and panels
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.color import BLACK, WHITE, Color

TEXT = 4.5
"""The least contrast of text with its ground."""
MARK = 3.0
"""The least contrast of an edge or a mark with its ground."""
_GROUND = 5.5
"""The least contrast of black or white with a ground, which leaves room for the tints of what has the focus."""
_TINT = 0.05
"""The strongest tint of the foreground that a focused widget puts on its ground."""
_MARGIN = 1.03
"""By how much more than the least is aimed for, as tints are rounded."""
_STEPS = 40

_TONES = ("primary", "secondary", "accent", "warning", "error", "success")


def luminance(colour: Color) -> float:
    """Return how light an opaque colour is, from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _best_on(ground: Color) -> Color:
    """Return black or white, whichever is easier to read on a ground; one of them always is above 4.5."""
    return max(WHITE, BLACK, key=lambda ink: contrast(ink, ground))


def _mix(colour: Color, other: Color, share: float) -> Color:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour.rgb, other.rgb, strict=True))
    return Color(red, green, blue)


def _moved(colour: Color, towards: Color, others: Iterable[Color], least: float) -> Color:
    """Return a colour moved just far enough to have the least contrast with all others."""
    lightness = [luminance(other) for other in others]
    least *= _MARGIN
    for step in range(_STEPS):
        found = _mix(colour, towards, step / _STEPS)
        own = luminance(found) + 0.05
        if all(max(own, other + 0.05) / min(own, other + 0.05) >= least for other in lightness):
            return found
    return towards


def readable(variables: Mapping[str, str], *, dark: bool, ansi: bool) -> dict[str, str]:
    """Return the variables of a theme to use in place of its own, so that all is seen."""
    return _in_shapes(dark=dark) if ansi else _in_colours(variables)


def _in_colours(variables: Mapping[str, str]) -> dict[str, str]:
    def given(name: str) -> Color:
        colour = Color.parse(variables[name])
        return colour if colour.a == 1 else background + colour

    background = Color(*Color.parse(variables["background"]).rgb)
    ink = _best_on(background)
    background = _moved(background, WHITE if ink == BLACK else BLACK, [ink], _GROUND)
    surface, panel = (_moved(given(name), background, [ink], _GROUND) for name in ("surface", "panel"))
    foreground = _moved(given("foreground"), ink, [background, surface, panel], TEXT)
    tinted = _mix(surface, foreground, _TINT)
    here = _here(given("primary"), ink, [background, surface, tinted])
    panel = _moved(panel, background, [here], MARK)
    grounds = [background, surface, panel, tinted]
    edge = _moved(_mix(foreground, background, 0.6), ink, grounds, MARK)
    was_here = _moved(_mix(surface, here, 0.25), surface, [ink], _GROUND)
    under_text = [*grounds, was_here]

    def text(colour: Color) -> str:
        return _moved(colour, ink, under_text, TEXT).hex

    plain, on_here = text(foreground), _best_on(here).hex
    muted = _given_text(variables, "text-muted", _mix(foreground, background, 0.3))
    faint = _given_text(variables, "text-disabled", _mix(foreground, background, 0.45))
    return {
        "background": background.hex,
        "surface": surface.hex,
        "panel": panel.hex,
        "foreground": plain,
        "text": plain,
        "text-muted": text(muted),
        "text-disabled": text(faint),
        "foreground-muted": text(muted),
        "foreground-disabled": text(faint),
        **{f"text-{tone}": text(_given_tone(variables, tone)) for tone in _TONES},
        **{f"{tone}-muted": was_here.hex for tone in _TONES},
        "here": here.hex,
        "here-ground": here.hex,
        "on-here": on_here,
        "here-style": "bold",
        "was-here": was_here.hex,
        "was-here-style": "none",
        "edge": edge.hex,
        "border": here.hex,
        "border-blurred": edge.hex,
        "button-foreground": plain,
        "button-focus-text-style": "bold",
        "block-cursor-background": here.hex,
        "block-cursor-foreground": on_here,
        "block-cursor-blurred-background": was_here.hex,
        "block-cursor-blurred-foreground": plain,
        "block-hover-background": was_here.hex,
        "input-cursor-background": plain,
        "input-cursor-foreground": background.hex,
        "input-selection-background": here.hex,
        "input-selection-foreground": on_here,
        "link-color": plain,
        "link-background-hover": was_here.hex,
        "link-color-hover": plain,
        "scrollbar": edge.hex,
        "scrollbar-hover": here.hex,
        "scrollbar-active": here.hex,
        **dict.fromkeys((f"scrollbar-background{state}" for state in ("", "-hover", "-active")), surface.hex),
        "scrollbar-corner-color": surface.hex,
    }


def _given_text(variables: Mapping[str, str], name: str, otherwise: Color) -> Color:
    """Return a colour that the theme gives; Textual's own `auto` is different on each ground."""
    given = variables[name]
    return otherwise if given.startswith("auto") else Color.parse(given)


def _given_tone(variables: Mapping[str, str], tone: str) -> Color:
    """Return the colour of a tone: the pale one that Textual makes for texts would be paler still once it is moved."""
    return Color(*Color.parse(variables[tone]).rgb)


def _here(primary: Color, ink: Color, grounds: Iterable[Color]) -> Color:
    """Return the colour that means “here”: the theme's first, with white on it if one shade darker allows that."""
    here = _moved(primary, ink, grounds, MARK)
    darker = _moved(here, BLACK, [WHITE], TEXT)
    is_near = contrast(here, darker) < 1.15 and all(contrast(darker, ground) >= MARK for ground in grounds)
    return darker if is_near else here


def _in_shapes(*, dark: bool) -> dict[str, str]:
    """Return variables for the terminal's own colours, which are not known: reversed and underlined is always seen."""
    bright = "bright_" if dark else ""
    here = "ansi_bright_cyan" if dark else "ansi_blue"
    bar, groove = ("ansi_white", "ansi_black") if dark else ("ansi_black", "ansi_white")
    plain = ("text", "text-muted", "text-disabled", "foreground-muted", "foreground-disabled", "edge", "border-blurred")
    return {
        **dict.fromkeys(plain, "ansi_default"),
        **dict.fromkeys((f"{tone}-muted" for tone in _TONES), "ansi_default"),
        "text-primary": f"ansi_{bright}blue",
        "text-error": f"ansi_{bright}red",
        "here": here,
        "border": here,
        "here-ground": "ansi_default",
        "on-here": "ansi_default",
        "here-style": "bold reverse",
        "was-here": "ansi_default",
        "was-here-style": "underline",
        "button-focus-text-style": "bold reverse",
        **dict.fromkeys(("block-cursor-background", "block-cursor-foreground"), "ansi_default"),
        "block-cursor-text-style": "bold reverse",
        "link-color": "ansi_default",
        "link-color-hover": "ansi_default",
        "link-background-hover": "ansi_default",
        "link-style-hover": "reverse",
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), bar),
        **dict.fromkeys((f"scrollbar-background{state}" for state in ("", "-hover", "-active")), groove),
    }
