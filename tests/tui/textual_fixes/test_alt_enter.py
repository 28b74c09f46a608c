"""Alt+Enter is taken for Enter."""

from textual import events
from textual._xterm_parser import XTermParser

from eventsmith.tui.textual_fixes.alt_enter import AltEnterParser
from eventsmith.tui.textual_fixes.paste_parser import PasteParser

PLAIN, KITTY = "\x1b\r", "\x1b[13;3u"


def key_of(parser: XTermParser, sent: str) -> str:
    """The key that comes of what a terminal sends; at the end of it, as nothing follows."""
    (message,) = [*parser.feed(sent), *parser.feed("")]
    assert isinstance(message, events.Key)
    return message.key


def test_alt_enter_is_enter(mended: str) -> None:
    assert key_of(XTermParser(), PLAIN) == "enter", mended


def test_alt_enter_is_known_in_every_terminal() -> None:
    for parser in (AltEnterParser, PasteParser):
        assert [key_of(parser(), sent) for sent in (PLAIN, KITTY, "\r", "\x1ba")] == [
            "alt+enter",
            "alt+enter",
            "enter",
            "alt+a",
        ]
