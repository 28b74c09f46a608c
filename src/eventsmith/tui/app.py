"""The app: one screen with page tabs, one page at a time, and what works everywhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from typing_extensions import override

from eventsmith.app_state import Memory
from eventsmith.settings import Settings
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.asking_app import AskingApp
from eventsmith.tui.care import Care
from eventsmith.tui.configured_app import ConfiguredApp
from eventsmith.tui.flows import open as opening
from eventsmith.tui.flows import watch
from eventsmith.tui.flows.edit import make_edit, may_change
from eventsmith.tui.flows.paste import prepare_paste
from eventsmith.tui.page_switcher import PageSwitcher
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.app_exit import is_ending
from eventsmith.tui.textual_fixes.exit_signals import CleanExit
from eventsmith.tui.textual_fixes.key_order import KeysInOrder
from eventsmith.tui.textual_fixes.resumed_screen import DrawnOnResume
from eventsmith.tui.textual_fixes.screen_classes import sized_screen
from eventsmith.tui.views.paths import short_mistake
from eventsmith.tui.widgets.page_tabs import PageTabs
from eventsmith.tui.widgets.panel import PanelKeys
from eventsmith.tui.widgets.status_line import StatusLine
from eventsmith.tui.widgets.title import Title

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.session.session import Change, Session

WIDTHS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]
"""The columns from which on a class of the style sheet applies."""
HEIGHTS = [(0, "-short"), (16, "-tall")]
"""The same for lines."""
TOO_SMALL = "Eventsmith needs 60 columns and 16 lines. Make the window larger; nothing is lost meanwhile."
AFTER_FIRST_PAINT = 0.05
"""Seconds: importing during the first paint would slow it down, since Python runs one of the two at a time."""


class EventsmithApp(ConfiguredApp, AskingApp, KeysInOrder, CleanExit, DrawnOnResume):
    """Shows a session. The session is loaded behind the first paint."""

    CSS_PATH = "app.tcss"
    TITLE = "Eventsmith"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("anywhere"), ("escape", "run('leave')")]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        path: Path | None = None,
        *,
        no_color: bool = False,
        settings: Settings | None = None,
        memory: Memory | None = None,
    ) -> None:
        super().__init__(no_color=no_color, settings=settings or Settings(), memory=memory or Memory())
        self.path = path
        self.wanted = ""
        self._session: Session | None = None
        self.care = Care()
        # Kept here rather than queried: they are also used before the screen is made and while the app is ending.
        self._title, self._status = Title(self.keys, is_new=path is None), StatusLine(id="status")
        self._tabs, self._panel_keys = PageTabs(), PanelKeys(self.keys)
        self._pages = PageSwitcher(f"Opening {path} …" if path is not None else "")

    get_default_screen = sized_screen
    do, may_change, prepare = make_edit, may_change, prepare_paste

    @override
    def compose(self) -> ComposeResult:
        yield self._title
        yield self._tabs
        yield self._pages
        yield self._status
        yield Static(lit(TOO_SMALL), id="too-small")

    def on_mount(self) -> None:
        """Paint first, then load. For a new catalog, loading shows nothing that is not on the screen already."""
        self.catch_signals()
        self.draw_on_resume()
        self.watch(self.screen, "focused", self._show_keys, init=False)
        self._tabs.show_pages("goal" if self.path is None else "", {})
        load = partial(self.run_in_background, "load", partial(opening.load, self), alone=True)
        self.call_after_refresh(self.set_timer, AFTER_FIRST_PAINT, load)
        if self.path is not None:
            self.keep_keys()
        else:
            opening.guide(self)
            self.run_in_background("file", partial(opening.offer_catalogs, self))
        self.care.mistakes = self.settings.problems
        self.care.amiss += map(short_mistake, self.settings.problems)
        self.call_after_refresh(watch.tell_amiss, self, again=True)

    @property
    def session(self) -> Session:
        """The session, loaded on the spot if it is needed before the background has loaded it."""
        if self._session is None:
            self.start(opening.opening(self).result()[0])
            assert self._session is not None
        return self._session

    @property
    def is_ready(self) -> bool:
        """Whether the session is loaded."""
        return self._session is not None

    @property
    def here(self) -> str:
        """The name of the page in view."""
        return self._pages.here

    @property
    def page(self) -> Page | None:
        """The page in view; None while the file is still being opened."""
        return self._pages.page

    def start(self, session: Session) -> None:
        """Switch to another session."""
        before, self._session = self._session, session
        self.path = session.document.path
        session.listen(self._changed)
        watch.take_care(self, before)
        self.show_all()
        if not session.is_judged:
            opening.find_issues(self)

    def _note(self) -> None:
        """Remember which file is open, and on which page."""
        path = self._session.document.path if self._session is not None else None
        if path is not None:
            self.memory.note(path, self.here)

    @override
    def end(self, status: int, farewell: str = "") -> None:
        """Remember where the user was, for the next start."""
        self._note()
        self.memory.keep()
        super().end(status, farewell)

    def _changed(self, change: Change) -> None:
        # What was said before may not be true any more.
        self._status.say("")
        self.show_all()
        watch.tell_trouble(self)

    def show_all(self) -> None:
        """Refresh the page in view, the progress of each page, and the title."""
        if self._session is None or is_ending(self):
            return
        if self.page is not None:
            self.page.show()
        self._tabs.show_progress(self.here, self._session)
        self._show_keys()
        self.show_title()

    def _show_keys(self) -> None:
        if is_ending(self) or not self.screen_stack:
            return
        self._panel_keys.show(self.screen.focused, self.here)

    def show_title(self) -> None:
        """Refresh the title: the catalog, and whether the work is safe."""
        self._title.tell(self.session, self.care.warnings)

    def say(self, text: str, *, bad: bool = False) -> None:
        """Show a text on the status line, as an error if it is `bad`."""
        self._status.say(text, bad=bad)

    def unsay(self, text: str) -> None:
        """Clear a text from the status line, unless another has taken its place."""
        self._status.unsay(text)

    def visit(self, name: str, place: Place | None = None) -> None:
        """Show a page, and a place in it if given; while a file is opening, only note which page is wanted."""
        if not self.is_ready:
            if self.path is not None:
                self.say("One moment: still opening")
                self.wanted = name
                return
            _ = self.session
        self._turn_to(name, place)

    def show_change(self, place: Place) -> None:
        """Show where the catalog was changed, without moving the keys into a text field."""
        from eventsmith.queries.progress import page_of_place

        name = page_of_place(place)
        # An event's name is a field of both pages.
        name = self.here if (name, self.here) == ("names", "events") else name
        if name == self.here and self.page is not None:
            self.page.show_change(place)
        else:
            self._turn_to(name, place, change=True)

    def _turn_to(self, name: str, place: Place | None, *, change: bool = False) -> None:
        self.say("")
        # Done as part of the key that asked for it, so that the next key finds the page in view.
        self.call_next(self._bring, name, place, change=change)

    async def _bring(self, name: str, place: Place | None, *, change: bool) -> None:
        page = await self._pages.bring(name)
        if page is None:
            # The app is ending.
            return
        self.show_all()
        self._note()
        if place is not None and change:
            page.show_change(place)
        elif place is not None:
            page.show_place(place)
        else:
            page.to_list()
        # Once the page is laid out, it is known how many keys its panels have room for.
        self.call_after_refresh(self._show_keys)

    def go_to(self, place: Place) -> None:
        """Show a place of the catalog on the page where it is edited."""
        from eventsmith.queries.progress import page_of_place

        self.visit(page_of_place(place), place)

    @override
    def action_help_quit(self) -> None:
        """Say how to leave, on Ctrl+C, as Textual would in a window of its own."""
        self.say(f"{key_of('quit')} leaves, and asks about what is not saved")

    @override
    async def action_quit(self) -> None:
        """Quit, after asking about what is not saved."""
        await self.action_run("quit")

    @override
    def action_command_palette(self) -> None:
        """Open the palette, which is ours, not Textual's."""
        from eventsmith.tui.palette import open_palette

        open_palette(self)

    async def action_run(self, action: str) -> None:
        """Run an action by its ID, for a key, a hint or the palette: one of `dispatch`, of the page, or of Textual."""
        from eventsmith.tui import dispatch

        if dispatch.knows(action):
            dispatch.run(self, action)
        else:
            is_the_pages = hasattr(self.page, f"action_{action}")
            await self.run_action(action, default_namespace=self.page if is_the_pages else self)

    def on_resize(self, event: events.Resize) -> None:
        """Fit everything shown to the new size."""
        self.call_after_refresh(self.show_all)
