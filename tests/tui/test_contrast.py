"""Every theme, as the widgets really paint it: text 4.5 : 1, edges and marks 3 : 1, and what is not told by colour."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color
from textual.geometry import Region
from textual.theme import BUILTIN_THEMES, Theme
from textual.widget import Widget

from eventsmith.model import Campaign, Catalog, Condition, Event, Property
from eventsmith.settings import Settings
from eventsmith.store import canonical_toml
from eventsmith.tui.app import EventsmithApp
from eventsmith.tui.contrast import MARK, TEXT, contrast, readable
from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.themes import THEMES
from eventsmith.tui.widgets.rows import RowList
from tests.tui.robot import Robot, tell

COLOURED = [name for name in THEMES if not name.startswith("ansi")]
OURS = {
    "mid": {"primary": "#808080", "background": "#777777"},
    "faint": {"primary": "#101010", "background": "#111111", "foreground": "#222222", "error": "#111111"},
    "mixed": {"primary": "#ffffff", "background": "#ffffff", "surface": "#000000", "panel": "#333333"},
}
"""Themes that nobody could read if their colours were taken as they are."""
CATALOG = Catalog(
    name="Tunewave",
    destinations=("infobip",),
    events=(
        Event(id="playSong", name="Play Song", stage="engagement", properties=(Property(name="email"),)),
        Event(
            id="song-played",
            name="Song Played",
            stage="engagement",
            properties=(Property(name="9 x", type="integer", example="y"), Property(name="genre", example="Jazz")),
        ),
        Event(id="play_song", name="play song", stage="engagment"),
        Event(id="", name=""),
    ),
    campaigns=(
        Campaign(name="Lost", trigger="gone", wait="soon", conditions=(Condition(property="a", operator="="),)),
        Campaign(name="Found", trigger="playSong", wait="1 hour"),
    ),
)
WALK = (
    ("1", "the first page"),
    ("2m{down}", "events, one marked"),
    ("{escape}e", "the form of an event"),
    ("{tab}{tab}", "a choice in it"),
    ("{escape}3", "names"),
    ("4", "the properties of an event"),
    ("{tab}{right}", "a cell of them"),
    ("{enter}", "a cell that is edited"),
    ("{escape}5", "campaigns"),
    ("e", "the form of a campaign"),
    ("{escape}6", "the review"),
    ("o", "a list to pick from"),
    ("zzz", "nothing found"),
    ("{escape}{f12}", "a path to type"),
    ("{escape}{ctrl+q}", "the end"),
)
"""Keys, and what is on the screen then."""


def catalog(folder: Path) -> Path:
    path = folder / "tunewave.events.toml"
    path.write_text(canonical_toml(CATALOG))
    return path


def painted(user: Robot) -> Iterator[tuple[Region, Segment]]:
    """Each piece of text as painted, and where; with a dialog open, only the dialog."""
    screen = user.app.screen
    area = screen.query_one(".box").region if isinstance(screen, Dialog) else screen.region
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            at = Region(x, y, segment.cell_length, 1)
            x += segment.cell_length
            if area.contains_region(at):
                yield at, segment


def shades(segment: Segment) -> tuple[Color, Color]:
    """The colours of what is written and of its ground."""
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    assert not style.dim, segment
    return (ground, ink) if style.reverse else (ink, ground)


BRIEFLY = ("textual-dark", "textual-light", "high-contrast", *OURS)
"""One of each sort; the others take minutes."""
EACH = [name if name in BRIEFLY else pytest.param(name, marks=pytest.mark.deep) for name in (*COLOURED, *OURS)]


def is_drawn(text: str) -> bool:
    """Whether it is an edge, a bar or a mark, not text: blocks and lines."""
    return all("─" <= sign <= "▟" or sign == "⋮" for sign in text.strip())


def too_faint(user: Robot) -> list[str]:
    """What one could not read, in words."""
    found = []
    for _, segment in painted(user):
        if segment.text.strip():
            ink, ground = shades(segment)
            ratio = contrast(ink, ground)
            if ratio < (MARK if is_drawn(segment.text) else TEXT):
                found.append(f"{segment.text.strip()!r}: {ink.hex} on {ground.hex} is {ratio:.1f}")
    return found


def pointer(user: Robot) -> tuple[int, int]:
    """The cell of the sign that points at the row under the cursor of the focused list."""
    rows = user.app.screen.focused
    assert isinstance(rows, RowList)
    # The first line says where there is more.
    below = rows.region.shrink((1, 0, 0, 0))
    signs = [(at, one.text) for at, one in painted(user) if "›" in one.text and below.contains(at.x, at.y)]
    assert signs, user.text()
    at, text = signs[0]
    return at.x + text.index("›"), at.y


def ground_at(user: Robot, x: int, y: int) -> Color:
    """The ground of a cell on the screen."""
    return next(shades(one)[1] for at, one in painted(user) if at.contains(x, y))


@pytest.mark.parametrize("theme", EACH)
def test_all_is_read_in_every_theme(theme: str, tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        for keys, where in WALK:
            await user.keys(keys)
            assert not too_faint(user), f"{theme}, {where}"

    tell(story, catalog(tmp_path), (120, 40), settings=Settings(theme=theme, themes=OURS))


@pytest.mark.parametrize("theme", EACH)
def test_one_sees_where_one_is_in_every_theme(theme: str, tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2")
        x, y = pointer(user)
        assert contrast(ground_at(user, x, y), ground_at(user, x, y + 1)) >= MARK
        await user.keys("e")
        field = user.app.screen.focused
        assert field is not None
        for widget in (field, *(one for one in user.app.screen.query("Input") if one is not field and one.region)):
            assert_edges(user, widget)

    tell(story, catalog(tmp_path), (120, 40), settings=Settings(theme=theme, themes=OURS))


def assert_edges(user: Robot, field: Widget) -> None:
    """The left and right edges of a field are drawn, and seen."""
    ends = {field.region.x, field.region.right - 1}
    edges = [one for at, one in painted(user) if at.y == field.region.y and at.x in ends and at.width == 1]
    assert [one.text for one in edges if is_drawn(one.text) and one.text.strip()] != [], user.text()
    for one in edges:
        assert contrast(*shades(one)) >= MARK


COLOURS = st.builds(lambda red, green, blue: f"#{red:02x}{green:02x}{blue:02x}", *[st.integers(0, 255)] * 3)
GIVEN = ("secondary", "accent", "warning", "error", "success", "foreground", "background", "surface", "panel")


@given(st.fixed_dictionaries({"primary": COLOURS}, optional=dict.fromkeys(GIVEN, COLOURS)), st.booleans())
def test_any_colours_make_a_theme_that_can_be_read(colours: dict[str, str], dark: bool) -> None:
    variables = Theme("any", dark=dark, **colours).to_color_system().generate()  # type: ignore[arg-type]
    found = {name: value for name, value in readable(variables, dark=dark, ansi=False).items() if value[0] == "#"}
    colour = {name: Color.parse(value) for name, value in found.items()}
    grounds = [colour[name] for name in ("background", "surface", "panel")]
    for name in (name for name in colour if name.startswith("text")):
        assert min(contrast(colour[name], ground) for ground in (*grounds, colour["was-here"])) >= TEXT, name
    for name in ("edge", "here", "scrollbar"):
        assert min(contrast(colour[name], ground) for ground in grounds) >= MARK, name
    assert contrast(colour["on-here"], colour["here"]) >= TEXT


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_shapes_tell_where_one_is_in_the_terminals_own_colours(theme: str, tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2")
        x, y = pointer(user)
        here = next(one for at, one in painted(user) if at.contains(x, y))
        assert here.style is not None
        assert here.style.reverse
        await user.keys("e")
        away = next(one for at, one in painted(user) if at.contains(x, y))
        assert away.style is not None
        assert away.style.underline
        assert not away.style.reverse

    tell(story, catalog(tmp_path), (120, 40), settings=Settings(theme=theme))


def test_all_themes_of_textual_are_offered() -> None:
    assert set(BUILTIN_THEMES) <= set(THEMES)


@pytest.mark.parametrize(("before", "then"), [("nord", "ansi-dark"), ("textual-light", "ansi-light")])
def test_sixteen_colours_are_the_terminals_own(before: str, then: str) -> None:
    app = EventsmithApp(settings=Settings(theme=before))
    app.use_terminal_colours()
    assert app.theme == then
    app.use_terminal_colours()
    assert app.theme == then
