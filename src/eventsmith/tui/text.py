"""The one door through which text reaches a widget: as literal, visible content, never as markup.

Markup in a string given to a Textual widget can end the app or run its actions (Textual 8.2.8), so no widget here is
given a string that came from a file or a person; a test on the source holds that.
"""

from textual.content import Content

from eventsmith.ground.sanitise import visible, visible_lines

MARKS = {"error": "✗", "warning": "!", "hint": "·"}
"""The sign of each severity, worst first: colour alone never carries a meaning."""
SEVERITIES = tuple(MARKS)


def lit(text: str, style: str = "") -> Content:
    """Return any text as literal content, with harmful characters made visible."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def lit_lines(text: str) -> Content:
    """Return a long text as literal content with its line breaks."""
    return Content(visible_lines(text))


def marked(severity: str, text: str) -> Content:
    """Return a message with the sign and colour of its severity."""
    return Content.assemble((f"{MARKS[severity]} ", f"bold ${severity_colour(severity)}"), lit(text, "$text"))


def severity_colour(severity: str) -> str:
    """Return the theme's variable for a severity."""
    return {"error": "text-error", "warning": "text-warning"}.get(severity, "text-muted")
