"""Keys are looked for in what is pasted."""

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser

from eventsmith.tui.textual_fixes.paste_parser import PasteParser

LOG = "\x1b[1;31mERROR\x1b[0m order 1 was not paid\r\n\x1b[2mretry\x1b[0m"
PASTE = BRACKETED_PASTE_START + LOG + BRACKETED_PASTE_END


def test_a_paste_with_colours_types_keys(mended: str) -> None:
    assert any(isinstance(message, events.Key) for message in XTermParser().feed(PASTE)), mended


def test_a_paste_is_one_text_as_it_came() -> None:
    (message,) = PasteParser().feed(PASTE)
    assert isinstance(message, events.Paste)
    assert message.text == LOG
