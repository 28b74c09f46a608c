"""The journey on the whole screen, to be shown to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from typing_extensions import override

from eventsmith.model import Place
from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.views.journey import about
from eventsmith.tui.widgets.journey import JourneyMap
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Catalog
    from eventsmith.tui.views.row import RowKey


class Slide(Dialog[Place]):
    """A map that returns the place of the event or campaign that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [("v,q", "leave", "Close")]

    def __init__(self, catalog: Catalog, key: RowKey) -> None:
        """Take what is selected to begin with."""
        super().__init__()
        self._catalog, self._key = catalog, key

    @override
    def compose(self) -> ComposeResult:
        purpose = self._catalog.description
        title = lit(self._catalog.name or "The journey", "bold")
        yield StaticLine(title.append(lit(f"  {purpose}" if purpose else "", "$text-muted")), id="slide-title")
        yield JourneyMap(id="slide-map")
        yield StaticLine(id="slide-about")
        yield StaticLine(lit("←↑↓→ look around   Enter or a click opens it   Esc closes", "$text-muted"))

    def on_mount(self) -> None:
        """Show the journey."""
        journey_map = self.query_one(JourneyMap)
        journey_map.point_at(self._key)
        journey_map.show(self._catalog)
        journey_map.focus()
        self._show_about(self._key)

    @on(JourneyMap.Selected)
    def _selected(self, event: JourneyMap.Selected) -> None:
        self._show_about(event.key)

    def _show_about(self, key: RowKey) -> None:
        self.query_one("#slide-about", StaticLine).show(lit(about(self._catalog, key)))

    @on(JourneyMap.Chosen)
    def _chosen(self, event: JourneyMap.Chosen) -> None:
        self.dismiss(event.place)
