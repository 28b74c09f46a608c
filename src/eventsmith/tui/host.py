"""What pages, flows and the palette may ask of the app, so that none of them depends on the app itself."""

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
    """What a flow may ask of the page in view."""

    def help_text(self) -> str:
        """Return what the user does on this page, in two or three sentences."""

    def show(self) -> None:
        """Show the session as it is now."""

    def leave(self) -> None:
        """Move the focus back to the list."""

    def move_divider(self, way: int) -> None:
        """Give the list less (-1) or more (1) of the width."""

    def places_here(self) -> Sequence[Place]:
        """Return the places in the catalog of what the cursor is on."""

    def issues_here(self) -> Sequence[Issue]:
        """Return the open issues of what the cursor is on."""

    def silenced_here(self) -> Sequence[Issue]:
        """Return the silenced issues of what the cursor is on."""


class Host(Protocol):
    """The app, as everything that runs in it sees it."""

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
        """Whether the screen is dark."""

    @property
    def theme_in_use(self) -> str:
        """The name of the theme, as Textual has it."""

    def show_theme(self, name: str) -> None:
        """Show the screen in a theme for now."""

    def use_theme(self, name: str) -> None:
        """Show the screen in a theme, and remember it for the next start."""

    @property
    def session(self) -> Session:
        """The session, loaded on the spot if it is not loaded yet."""

    @property
    def is_ready(self) -> bool:
        """Whether the session is loaded."""

    @property
    def here(self) -> str:
        """The name of the page in view."""

    @property
    def page(self) -> PageInView | None:
        """The page in view; None while the file is still being opened."""

    @property
    def focused(self) -> Widget | None:
        """The focused widget, or None."""

    def say(self, text: str, *, bad: bool = False) -> None:
        """Show a text on the status line, as an error if it is `bad`."""

    def unsay(self, text: str) -> None:
        """Clear a text from the status line, unless another has taken its place."""

    def do(self, edit: Edit, place: Place = ()) -> bool:
        """Make an edit about a place, and return whether it was made; if not, say why."""

    def may_change(self) -> bool:
        """Return whether the catalog may be changed; if not, say why."""

    def visit(self, name: str, place: Place | None = None) -> None:
        """Show a page, and in it a place of the catalog if one is given."""

    def go_to(self, place: Place) -> None:
        """Show a place of the catalog on the page where it is edited."""

    def show_change(self, place: Place) -> None:
        """Show where the catalog was changed, without moving the keys into a text field."""

    def show_all(self) -> None:
        """Refresh the page in view, the progress of each page, and the title."""

    def show_title(self) -> None:
        """Refresh the title: the catalog, and whether the work is safe."""

    def start(self, session: Session) -> None:
        """Switch to another session."""

    def end(self, status: int, farewell: str = "") -> None:
        """End with an exit status, and a text for standard error."""

    def keep_keys(self) -> None:
        """Keep what is typed from now on, until `give_keys`; a question that is asked meanwhile gets its answer."""

    def give_keys(self) -> None:
        """Give what was kept to what is on the screen now."""

    async def ask(self, dialog: Screen[Answer | None]) -> Answer | None:
        """Show a dialog, and return its answer; None if the user leaves it. Only for work in the background."""

    def open_dialog(self, dialog: Screen[Any]) -> None:
        """Show a dialog that returns no answer."""

    def run_in_background(
        self, group: str, work: Callable[[], Coroutine[Any, Any, object]], *, alone: bool = False
    ) -> None:
        """Start a coroutine in the background as one of a group; if `alone`, cancel the others of the group."""

    def is_under_way(self, group: str) -> bool:
        """Return whether work of a group is still going on in the background."""

    def call_later(self, callback: Callable[..., Any], *arguments: Any, **options: Any) -> bool:
        """Call a function once pending messages have been handled."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text to the clipboard, if the terminal allows it."""

    async def action_run(self, action: str) -> None:
        """Run an action by its ID: one that works anywhere, or else one of the page in view."""


def host_of(node: DOMNode | Provider) -> Host:
    """Return the app that a part of the screen, or a provider of commands, belongs to."""
    return cast("Host", node.app)
