"""What pages, flows and the palette may ask of the app, so that none of them knows the app itself."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider
    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.widget import Widget

    from eventsmith.app_state import Memory
    from eventsmith.edits import Edit
    from eventsmith.model import Place
    from eventsmith.rules import Issue
    from eventsmith.session.session import Session
    from eventsmith.settings import Settings
    from eventsmith.tui.actions import Keys
    from eventsmith.tui.care import Care

Answer = TypeVar("Answer")


class PageInView(Protocol):
    """What a flow may ask of the page one sees."""

    def help_text(self) -> str:
        """Return what one does here, in two or three sentences."""

    def show(self) -> None:
        """Show the session as it is now."""

    def leave(self) -> None:
        """Give the keys back to the list."""

    def move_line(self, way: int) -> None:
        """Give the list less (-1) or more (1) of the width."""

    def places_here(self) -> Sequence[Place]:
        """Return the places in the catalog of what the cursor is on."""

    def issues_here(self) -> Sequence[Issue]:
        """Return the open issues of what the cursor is on."""

    def silenced_here(self) -> Sequence[Issue]:
        """Return the silenced issues of what the cursor is on."""


class Host(Protocol):
    """The app, as all that runs in it sees it."""

    path: Path | None
    """The file that is open or being opened; None for a new catalog."""
    wanted: str
    """The page that was asked for while the file was still being opened."""
    care: Care
    memory: Memory
    keys: Keys
    settings: Settings

    @property
    def is_dark(self) -> bool:
        """Return whether the screen is dark."""

    @property
    def theme_in_use(self) -> str:
        """Return the name of the theme, as Textual has it."""

    def use_theme(self, name: str) -> None:
        """Show the screen in a theme, and remember it for the next start."""

    @property
    def session(self) -> Session:
        """Return the work, loaded here and now where it is not yet there."""

    @property
    def is_ready(self) -> bool:
        """Return whether the session is there."""

    @property
    def here(self) -> str:
        """Return the name of the page one sees."""

    @property
    def page(self) -> PageInView | None:
        """Return the page one sees; None while the file is still being opened."""

    @property
    def focused(self) -> Widget | None:
        """Return the widget that has the keys."""

    def say(self, text: str, *, bad: bool = False) -> None:
        """Show a text on the status line."""

    def unsay(self, text: str) -> None:
        """Clear a text from the status line, unless another has taken its place."""

    def do(self, edit: Edit, place: Place = ()) -> bool:
        """Make an edit; say why where it cannot be made."""

    def may_change(self) -> bool:
        """Return whether the catalog may be changed; say why where it may not."""

    def visit(self, name: str, place: Place | None = None) -> None:
        """Show a page, and in it a place of the catalog where one is given."""

    def go_to(self, place: Place) -> None:
        """Show a place of the catalog on the page where it is edited."""

    def show_all(self) -> None:
        """Refresh the page one sees, the progress of each page, and the title."""

    def show_title(self) -> None:
        """Refresh the title: the catalog, and whether it is safe."""

    def start(self, session: Session) -> None:
        """Turn to another session."""

    def end(self, status: int, farewell: str = "") -> None:
        """Leave with an exit status, and a text for standard error."""

    async def ask(self, dialog: Screen[Answer | None]) -> Answer | None:
        """Show a dialog, in the background only, and return its answer; None where one leaves it."""

    def open_dialog(self, dialog: Screen[Any]) -> None:
        """Show a dialog that answers nothing."""

    def run_in_background(
        self, group: str, work: Callable[[], Coroutine[Any, Any, object]], *, alone: bool = False
    ) -> None:
        """Begin a coroutine beside all else; `alone`, it ends those of its group."""

    def is_under_way(self, group: str) -> bool:
        """Return whether something of a group is still going on in the background."""

    def call_later(self, callback: Callable[..., Any], *arguments: Any, **options: Any) -> bool:
        """Call a function once what is under way has been dealt with."""

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text on the clipboard, where the terminal allows it."""

    async def action_run(self, action: str) -> None:
        """Do the action of an id: of the page one sees, else one that works anywhere."""


def host_of(node: DOMNode | Provider) -> Host:
    """Return the app that a part of the screen, or a provider of commands, belongs to."""
    return cast("Host", node.app)
