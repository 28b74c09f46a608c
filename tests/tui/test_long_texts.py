"""Long texts: they wrap, have lines, and none of what one types or pastes is lost or changed."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual import events

from eventsmith.model import Campaign, Catalog, Event, Property
from eventsmith.store import canonical_toml
from eventsmith.tui.textual_fixes.paste_lines import whole_lines
from eventsmith.tui.textual_fixes.wrapped_input import MOST_ROWS
from eventsmith.tui.widgets.typing_area import TypingArea
from tests.tui.robot import Robot, tell

CATALOG = Catalog(
    name="Shop",
    events=(Event(id="buy", name="Buy", stage="conversion"), Event(id="look", name="Look", stage="activation")),
    campaigns=(Campaign(name="Thanks", trigger="buy"),),
)
WORDS = "Only once for each order, however often the page is shown, and not for tests"
SIZES = [(80, 24), (60, 16), (120, 40)]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))
    return path


async def paste(user: Robot, text: str) -> None:
    event = events.Paste(text)
    event.set_sender(user.app)
    user.app.post_message(event)
    await user.rest()


async def begin(user: Robot, key: str = "when") -> TypingArea:
    """Goes into a long text of the event "Buy"."""
    user.app.visit("events", ("events", 0, key))
    await user.rest()
    area = user.app.focused
    assert isinstance(area, TypingArea)
    return area


def when(user: Robot) -> str:
    return user.app.session.catalog.events[0].when


@pytest.mark.parametrize("size", SIZES)
def test_a_text_wraps_and_grows_and_enter_goes_on(shop: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        area = await begin(user)
        assert area.size.height == 1
        await user.keys(WORDS)
        user.sees(*WORDS.split())
        assert area.size.height > 1
        await user.keys("{alt+enter}{alt+enter}Ask Ann")
        assert when(user) == f"{WORDS}\n\nAsk Ann"
        user.sees(*WORDS.split(), "Ask Ann")
        await user.keys("{enter}")
        assert user.app.focused is not area
        user.sees("Ask Ann")

    assert tell(story, shop, size).failure is None


@pytest.mark.parametrize("size", SIZES)
def test_a_paste_keeps_its_lines_and_is_one_step(shop: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        area = await begin(user)
        await user.keys("It fires: ")
        await paste(user, "\x1b[1monce\x1b[0m\r\n\ttwice\r\rthrice\n")
        assert when(user) == "It fires: once\n\ttwice\n\nthrice"
        user.sees("It fires: once", "␉twice", "thrice")
        assert area.size.height == 4
        await user.keys(" and on{ctrl+z}")
        assert when(user) == "It fires: once\n\ttwice\n\nthrice"
        await user.keys("{ctrl+z}")
        assert (when(user), area.size.height) == ("It fires: ", 1)
        assert user.app.focused is area
        await user.keys("{ctrl+y}!")
        assert when(user) == "It fires: once\n\ttwice\n\nthrice!"

    assert tell(story, shop, size).failure is None


def test_esc_leaves_the_text_and_keeps_it(shop: Path) -> None:
    async def story(user: Robot) -> None:
        area = await begin(user, "description")
        await user.keys("It pays{alt+enter}us{escape}")
        assert user.app.focused is not area
        assert user.app.session.catalog.events[0].description == "It pays\nus"

    assert tell(story, shop).failure is None


def test_the_cursor_goes_through_rows_and_back_to_its_column(shop: Path) -> None:
    async def story(user: Robot) -> None:
        area = await begin(user)
        await paste(user, "first line\nsec\n日本語日本語\nlast")
        await user.keys("{ctrl+home}{right}{right}{right}{right}{right}{down}x{down}{end}{left}y")
        assert when(user) == "first line\nsecx\n日本語日本y語\nlast"
        await user.keys("{home}{up}{up}0{down}{down}{down}{down}z")
        assert when(user) == "0first line\nsecx\n日本語日本y語\nlastz"
        await user.keys("{up}{ctrl+u}{ctrl+k}{up}{shift+up}{backspace}")
        assert user.app.focused is area

    assert tell(story, shop).failure is None


def test_undo_leaves_the_cursor_where_the_text_changed(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await begin(user)
        await user.keys("one three")
        user.app.session.stop_typing()
        await user.keys("{left}{left}{left}{left}{left}also {ctrl+z}")
        assert when(user) == "one three"
        await user.keys("and ")
        assert when(user) == "one and three"

    assert tell(story, shop).failure is None


def test_a_click_puts_the_cursor_into_its_row(shop: Path) -> None:
    async def story(user: Robot) -> None:
        area = await begin(user)
        await paste(user, "first\n日本語 line\nlast")
        await user.keys("{tab}")
        await user.pilot.click(area, offset=(1 + 4, 1))
        await user.keys("x")
        assert when(user) == "first\n日本x語 line\nlast"
        await user.pilot.click(area, offset=(1 + 40, 0))
        await user.keys("!")
        assert when(user) == "first!\n日本x語 line\nlast"

    assert tell(story, shop, (120, 40)).failure is None


def test_more_rows_than_there_is_place_for_scroll(shop: Path) -> None:
    async def story(user: Robot) -> None:
        area = await begin(user)
        await paste(user, "\n".join(f"line {number}" for number in range(1, 21)))
        assert area.size.height == MOST_ROWS
        user.sees("line 20")
        user.sees_not("line 2 ", "line 14")
        await user.keys("{ctrl+home}")
        user.sees("line 1", "line 6")
        user.sees_not("line 7")
        area.focus()
        await user.keys("{escape}")
        user.sees("line 1", "line 6")

    assert tell(story, shop, (120, 40)).failure is None


def test_what_was_copied_from_a_text_is_one_line_where_there_is_one(shop: Path) -> None:
    async def story(user: Robot) -> None:
        await begin(user)
        await paste(user, "one\ntwo")
        await user.keys("{ctrl+shift+a}{ctrl+c}{ctrl+end}{ctrl+v}")
        assert when(user) == "one\ntwoone\ntwo"
        user.app.visit("events", ("events", 0, "owner"))
        await user.rest()
        await user.keys("{ctrl+v}")
        assert user.app.session.catalog.events[0].owner == "one two"

    assert tell(story, shop).failure is None


def test_a_hundred_thousand_lines_are_taken(shop: Path) -> None:
    text = "\n".join(f"line {number} of a log" for number in range(100_000))

    async def story(user: Robot) -> None:
        await begin(user)
        await paste(user, text)
        assert when(user) == text
        await user.keys("!")
        assert when(user) == text + "!"
        await user.keys("{ctrl+z}")
        assert when(user) == text
        await user.keys("{ctrl+z}")
        assert when(user) == ""

    assert tell(story, shop).failure is None


LETTER = st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\t \r日👍\u200d\ufe0f\x1b\u202e"))
LETTERS = st.text(LETTER, max_size=200)


@settings(max_examples=8, deadline=None)
@given(typed=LETTERS, pasted=LETTERS)
@example(typed="a\u0301\n ", pasted="👨\u200d👩\u200d👧\n日本語\n\n")
def test_what_is_typed_and_pasted_is_what_is_in_the_catalog(typed: str, pasted: str) -> None:
    typed = "".join(letter for letter in typed if (letter.isprintable() and letter not in "{}") or letter == "\n")
    pasted = "".join(letter for letter in pasted if letter in "\n\t" or ord(letter) > 0x9F or " " <= letter < "\x7f")

    async def story(user: Robot) -> None:
        area = await begin(user)
        await user.types_ahead(typed.replace("\n", "{alt+enter}"))
        assert when(user) == typed
        await user.keys("{ctrl+end}")
        await paste(user, pasted)
        assert when(user) == area.value == typed + whole_lines(pasted).rstrip("\n")
        assert "\x1b" not in user.text()

    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.events.toml"
        path.write_text(canonical_toml(CATALOG))
        assert tell(story, path).failure is None


def test_a_row_stays_one_where_its_text_has_lines(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    told = Property(name="total", description="What was\npaid")
    told_event = CATALOG.events[0].model_copy(update={"properties": (told,), "when": "It was\npaid"})
    path.write_text(canonical_toml(CATALOG.model_copy(update={"events": (told_event,)})))
    assert '"""\nIt was\npaid"""' in path.read_text()

    async def story(user: Robot) -> None:
        await user.keys("{4}{tab}{end}" + "{left}" * 9)
        user.sees("What was ⏎ paid")

    assert tell(story, path, (160, 40)).failure is None


def test_the_cursor_is_seen_without_colours(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(user: Robot) -> None:
        area = await begin(user)
        await paste(user, "one\ntwo")
        await user.keys("{up}")
        reverse = [
            (y, segment.text)
            for y in range(2)
            for segment in area.render_line(y)
            if segment.style is not None and segment.style.reverse
        ]
        assert reverse == [(0, " ")]

    assert tell(story, shop).failure is None
