"""The driver makes its writer and its parser by names in its module."""

import pytest
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread

from eventsmith.tui.textual_fixes.driver_parts import LastingDriver
from eventsmith.tui.textual_fixes.lost_terminal import LastingWriter
from eventsmith.tui.textual_fixes.paste_parser import PasteParser
from tests.tui.textual_fixes.bare import made_driver


@pytest.mark.usefixtures("terminal")
def test_the_driver_makes_its_parts_by_their_names(monkeypatch: pytest.MonkeyPatch, mended: str) -> None:
    # Set by each driver of ours that an earlier test made.
    monkeypatch.setattr(linux_driver, "WriterThread", WriterThread)
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)
    driver = linux_driver.LinuxDriver
    assert "WriterThread" in driver.start_application_mode.__code__.co_names, mended
    assert "XTermParser" in driver.run_input_thread.__code__.co_names, mended
    made_driver(LastingDriver)
    assert vars(linux_driver)["WriterThread"] is LastingWriter
    assert vars(linux_driver)["XTermParser"] is PasteParser
