"""Give the terminal driver a writer and a parser of our own.

Symptom: LinuxDriver makes its WriterThread and its XTermParser by their names in its module; no subclass can choose
    others.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: the driver takes the classes of its writer and its parser, or none of the faults that ours mend is left.
"""

from __future__ import annotations

from typing import Any

from textual.drivers import linux_driver

from eventsmith.tui.textual_fixes.lost_terminal import LastingWriter
from eventsmith.tui.textual_fixes.paste_parser import PasteParser
from eventsmith.tui.textual_fixes.terminal_resume import ResumingDriver
from eventsmith.tui.textual_fixes.terminal_size import SizedDriver


class LastingDriver(SizedDriver, ResumingDriver):
    """Drive a terminal that may go away, or claim anything."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # Not exported, but what it makes its writer and its reader of.
        vars(linux_driver).update(WriterThread=LastingWriter, XTermParser=PasteParser)
