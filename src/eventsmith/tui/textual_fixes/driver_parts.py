"""Give the terminal driver a writer and a parser of our own.

Symptom: LinuxDriver looks up WriterThread and XTermParser by name in its own module; no subclass can replace them.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: the driver accepts the classes of its writer and parser, or has none of the faults left that ours mend.
"""

from __future__ import annotations

from typing import Any

from textual.drivers import linux_driver

from eventsmith.tui.textual_fixes.lost_terminal import LastingWriter
from eventsmith.tui.textual_fixes.paste_parser import PasteParser
from eventsmith.tui.textual_fixes.terminal_resume import ResumingDriver
from eventsmith.tui.textual_fixes.terminal_size import SizedDriver


class LastingDriver(SizedDriver, ResumingDriver):
    """A driver for a terminal that may disappear or report anything."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # The module does not export these names, but creates its writer and its parser by them.
        vars(linux_driver).update(WriterThread=LastingWriter, XTermParser=PasteParser)
