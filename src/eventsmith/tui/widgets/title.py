"""The line at the top: the catalog, its file, and whether the work is safe."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from eventsmith.tui.text import lit
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.session.session import Session

_NEW = "New catalog"
_NO_FILE = "(no file yet)"


class Title(StaticLine):
    """The title of a session; before there is one, that of a new catalog."""

    def __init__(self, *, is_new: bool) -> None:
        super().__init__(lit(f"Eventsmith  {_NEW}  {_NO_FILE}" if is_new else "Eventsmith"), id="title")

    def tell(self, session: Session, warnings: Iterable[str]) -> None:
        """Show a session's catalog, file and state; `warnings` say what else is known about how safe it is."""
        path = session.document.path
        name = session.catalog.name.strip() or _NEW
        where = f"({path.name})" if path else _NO_FILE
        saved = "" if path is None else "saved" if session.document.data else "a new file"
        state = "read-only" if session.read_only else "● not saved" if session.dirty else saved
        finding = "" if session.is_judged else "looking for issues …"
        states = ", ".join(filter(None, (state, *warnings, finding)))
        self.show(lit(f"Eventsmith  {name}  {where}  {states}".rstrip()))
