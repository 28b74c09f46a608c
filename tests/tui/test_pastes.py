"""What is pasted: taken whole from the terminal, one line where a field has one, and that is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from eventsmith.ground.streams import MOST_COLUMNS, MOST_LINES
from eventsmith.model import Event
from eventsmith.tui.textual_fixes.paste_escapes import uncoloured
from eventsmith.tui.textual_fixes.paste_lines import one_line
from eventsmith.tui.textual_fixes.paste_parser import PasteParser
from tests.tui.robot import Robot, tell

BEGIN, END = "\x1b[200~", "\x1b[201~"
LOG = "\x1b[1;31mERROR\x1b[0m order 1 was not paid\r\n\r\n  \x1b[2mdaq retry\x1b[0m \x1b]8;;http://x\x07link\x1b]8;;\x07\n"
LINE = "ERROR order 1 was not paid daq retry link"
LETTERS = "abc\x1b[D" + BEGIN + LOG + END + "d" + BEGIN + "x" + END + "\x1b[A"


def told(parser: PasteParser, data: str) -> list[str]:
    """The keys and the pastes that come of what a terminal sends."""
    heard = []
    for message in parser.feed(data):
        assert isinstance(message, events.Key | events.Paste)
        heard.append(message.key if isinstance(message, events.Key) else f"paste {message.text}")
    return heard


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 13, 1000])
def test_a_paste_is_taken_as_it_comes_however_it_is_cut(size: int) -> None:
    parser = PasteParser()
    parts = [LETTERS[at : at + size] for at in range(0, len(LETTERS), size)]
    heard = [word for part in parts for word in told(parser, part)]
    assert heard == ["a", "b", "c", "left", f"paste {LOG}", "d", "paste x", "up"]


def test_an_empty_paste_is_one_and_what_is_never_ended_gives_no_keys() -> None:
    parser = PasteParser()
    assert told(parser, BEGIN + END + "a") == ["paste ", "a"]
    assert told(parser, BEGIN + LOG) == []
    assert told(parser, END) == [f"paste {LOG}"]
    assert told(parser, "") == []


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        ("", "", 0),
        ("\n \r\n", "", 0),
        (" one ", " one ", 1),
        ("one\n", "one", 1),
        (" one \r\n\r\n\ttwo\rthree\u2028four", "one two three four", 4),
        ("\x1b[31ma\x1b[0m\x00\x07b\x1b", "ab", 1),
        ("\x1b]0;title\x07a\x1b]unended b\nc", "aunended b c", 2),
        ("\x9b31ma", "a", 1),
        ("a\u202eb", "a\u202eb", 1),
        (LOG, LINE, 2),
    ],
)
def test_lines_become_one_without_what_a_terminal_obeys(text: str, line: str, lines: int) -> None:
    assert one_line(uncoloured(text)) == (line, lines)


def test_a_size_that_no_terminal_has_is_not_believed() -> None:
    parser = PasteParser()
    for claimed, size in (((100_000, 65_535), (MOST_COLUMNS, MOST_LINES)), ((80, 24), (80, 24))):
        (message,) = parser.feed(f"\x1b[48;{claimed[1]};{claimed[0]};0;0t")
        assert isinstance(message, events.Resize)
        assert (*message.size,) == (*message.virtual_size,) == size


async def paste(user: Robot, text: str = LOG) -> None:
    event = events.Paste(text)
    event.set_sender(user.app)
    user.app.post_message(event)
    await user.rest()


SAID = "The 2 pasted lines are one line now"


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ("{2}e{end} and ", lambda event: event.name),
        ("{2}e" + "{tab}" * 8 + " and ", lambda event: event.owner),
        ("{4}{tab}{enter} and ", lambda event: event.properties[0].name if event.properties else ""),
        (
            "{4}{tab}{end}" + "{left}" * 12 + "{enter}x and ",
            lambda event: event.properties[0].description if event.properties else "",
        ),
    ],
)
def test_a_field_takes_lines_as_one_step_and_it_is_said(catalog: Path, keys: str, kept: Callable[[Event], str]) -> None:
    async def story(user: Robot) -> None:
        await user.keys(keys)
        assert isinstance(user.app.focused, Input)
        before = user.app.focused.value
        assert before.endswith(" and ")
        await paste(user)
        user.sees(f"{SAID}. Ctrl+Z undoes it")
        assert before + LINE in map(kept, user.app.session.catalog.events)
        await user.keys("{f9}")
        assert before in map(kept, user.app.session.catalog.events)

    assert tell(story, catalog, (120, 40)).failure is None


@pytest.mark.parametrize("keys", ["{2}/", "{f12}{end}", "{4}{tab}{ctrl+r}"])
def test_an_input_that_is_no_field_of_the_catalog_takes_them_too(catalog: Path, keys: str) -> None:
    async def story(user: Robot) -> None:
        await user.keys(keys)
        focused = user.app.focused
        assert isinstance(focused, Input)
        before = focused.value
        await paste(user)
        assert focused.value == (LINE if keys == "{f12}" else before + LINE), "a suggested path is replaced"
        user.sees(SAID)
        user.sees_not("Ctrl+Z undoes it")

    assert tell(story, catalog, (120, 40)).failure is None


def test_the_palette_loses_none_of_the_lines(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+p}")
        await paste(user, "save\nas\n")
        assert isinstance(user.app.focused, Input)
        assert user.app.focused.value == "save as"
        user.sees_not("pasted lines")

    assert tell(story, catalog).failure is None


def test_lines_are_for_the_cell_that_is_edited_and_rows_for_the_sheet(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{4}{tab}{enter}")
        await paste(user, "a\tstring\nb\tinteger\n")
        user.sees("Added 2: a, b")
        await paste(user, "\x1b[32mfirst\x1b[0m\nsecond\n")
        user.sees("Added 2: first, second")
        await paste(user, "\x1b[32mone\x1b[0m\n")
        assert isinstance(user.app.focused, Input)
        assert user.app.focused.value == "one"

    assert tell(story, catalog, (120, 40)).failure is None


def test_what_is_pasted_where_nobody_types_gives_no_commands(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        for place in "123456":
            await user.keys(f"{{{place}}}")
            await paste(user)
        assert not user.app.session.dirty

    assert tell(story, catalog, (120, 40)).failure is None
