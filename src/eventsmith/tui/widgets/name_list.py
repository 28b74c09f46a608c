"""The list of names, in which Enter is about all of them and a click about one."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from typing_extensions import override

from eventsmith.tui.widgets.rows import RowList


class NameList(RowList):
    """A list whose Enter says yes to the form in view. It must not be what a second click on a name does."""

    @dataclass
    class Agreed(Message):
        """Posted on Enter."""

        rows: RowList

        @property
        @override
        def control(self) -> RowList:
            return self.rows

    @override
    def action_choose(self) -> None:
        self.post_message(self.Agreed(self))
