"""Alt with a digit is read as a letter."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from eventsmith.tui.textual_fixes.alt_digits import DigitParser
from eventsmith.tui.textual_fixes.paste_parser import PasteParser


def keys(parser: XTermParser, typed: str) -> list[tuple[str, str | None]]:
    return [(event.key, event.character) for event in parser.feed(typed) if isinstance(event, events.Key)]


def test_alt_with_a_digit_is_text(mended: str) -> None:
    assert keys(XTermParser(), "\x1b1") == [("inverted_exclamation_mark", "¡")], mended


@pytest.mark.parametrize("parser", [DigitParser, PasteParser])
def test_alt_with_a_digit_is_a_key(parser: type[XTermParser]) -> None:
    assert keys(parser(), "\x1b1") == [("alt+1", None)]
    assert keys(parser(), "a\x1b6") == [("a", "a"), ("alt+6", None)]
