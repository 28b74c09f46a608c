"""The app: one screen with the rail of places, one page at a time, and what works everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from eventsmith.app_state import Memory
from eventsmith.ground.labels import PLACES
from eventsmith.settings import Settings
from eventsmith.tui import working
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.configured_app import AsSet
from eventsmith.tui.file_actions import FileActions
from eventsmith.tui.flows import files, history, merge
from eventsmith.tui.flows.merge import Care
from eventsmith.tui.flows.pastes import prepare_paste
from eventsmith.tui.pages._page import Page
from eventsmith.tui.palette import ActionCommands, JumpCommands, PresetCommands
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.app_exit import is_ending
from eventsmith.tui.textual_fixes.exit_signals import CalmEnd
from eventsmith.tui.textual_fixes.key_order import KeysInOrder
from eventsmith.tui.textual_fixes.palette_paging import Palette
from eventsmith.tui.textual_fixes.screen_classes import sized_screen
from eventsmith.tui.widgets.hints import Hints
from eventsmith.tui.widgets.page_switcher import Places
from eventsmith.tui.widgets.page_tabs import Rail
from eventsmith.tui.widgets.static_line import Line
from eventsmith.tui.widgets.title import Title

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Place
    from eventsmith.rules import Rule
    from eventsmith.session.session import Change, Session

TOO_SMALL = "Eventsmith needs 60 columns and 16 lines. Make the window larger; nothing is lost meanwhile."
AFTER_FIRST_PAINT = 0.05
"""Seconds: importing beside the first paint would slow it, as only one of them can run."""


class EventsmithApp(AsSet, FileActions, KeysInOrder, CalmEnd):
    """Shows a session. The session is loaded behind the first paint."""

    CSS_PATH = "app.tcss"
    TITLE = "Eventsmith"
    COMMANDS: ClassVar = {ActionCommands, JumpCommands, PresetCommands}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("anywhere"), ("escape", "leave")]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (110, "-wide")]  # noqa: RUF012  # as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012

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
        """The place that somebody asked for while the file was still being opened."""
        self._session: Session | None = None
        self.care = Care()
        # Held here rather than looked for on the screen: they are asked, too, before it is made and while the app ends.
        self._title, self._status = Title(is_new=path is None), Line(id="status")
        self._rail, self._hints = Rail(), Hints(self.keys)
        self._places = Places(f"Opening {path} …" if path is not None else "")

    get_default_screen = sized_screen

    def compose(self) -> ComposeResult:
        """See App."""
        yield self._title
        yield self._rail
        yield self._places
        yield self._status
        yield self._hints
        yield Static(lit(TOO_SMALL), id="too-small")

    def on_mount(self) -> None:
        """Paints first, loads then. What loading shows of a new catalog is what stands there already."""
        self.catch_signals()
        self._hints.show("goal")
        self._rail.show_places("goal" if self.path is None else "", {})
        self.call_after_refresh(self.set_timer, AFTER_FIRST_PAINT, self.begin)
        if self.path is None:
            files.guide(self)
            self.offer()
        self.care.amiss += self.settings.problems
        self.call_after_refresh(merge.tell_amiss, self, again=True)

    @property
    def session(self) -> Session:
        """The work; loaded here and now where somebody is faster than the loading."""
        if self._session is None:
            self.start(files.opening(self).result()[0])
            assert self._session is not None
        return self._session

    @property
    def is_ready(self) -> bool:
        """Whether the session is there."""
        return self._session is not None

    @property
    def here(self) -> str:
        """The name of the place one sees."""
        return self._places.here

    @property
    def page(self) -> Page | None:
        """The page one sees; None while the file is still being opened."""
        return self._places.page

    @work(exclusive=True, group="load")
    async def begin(self) -> None:
        """Loads what is wanted, in a thread."""
        await files.load(self)

    def start(self, session: Session) -> None:
        """Turns to another session."""
        before, self._session = self._session, session
        self.path = session.document.path
        session.listen(self._changed)
        merge.take_care(self, before)
        self.show_all()
        if not session.is_judged:
            working.find_issues(self)

    def _note(self) -> None:
        """Remembers which file is open, and where in it one is."""
        path = self._session.document.path if self._session is not None else None
        if path is not None:
            self.memory.note(path, self.here)

    def end(self, status: int, farewell: str = "") -> None:
        """See CalmEnd. Remembers for the next start where one was."""
        self._note()
        self.memory.keep()
        super().end(status, farewell)

    def _changed(self, change: Change) -> None:
        self.show_all()
        merge.tell_trouble(self)

    def show_all(self) -> None:
        """Shows the page one sees, how far each place is, and what one works on, as they are now."""
        if self._session is None or is_ending(self):
            return
        from eventsmith.queries.progress import progress

        session = self._session
        page = self.page
        if page is not None:
            page.show()
        found = progress(session.catalog, session.issues) if session.is_judged else {}
        marks = {name: (place.done, place.errors, place.warnings) for name, place in found.items()}
        self._rail.show_places(self.here, marks)
        self.show_title()

    def show_title(self) -> None:
        """Shows what one works on, and whether it is safe."""
        self._title.tell(self.session, self.care.warnings)

    def do(self, edit: Edit, place: Place = ()) -> bool:
        """Makes an edit; says why where it cannot be made."""
        from eventsmith.model import NoSuchPlaceError
        from eventsmith.session.session import ReadOnlyError

        self.say("")
        try:
            self.session.do(edit, place)
        except ReadOnlyError as error:
            self.say(str(error), bad=True)
            return False
        except NoSuchPlaceError:
            # The key came before the screen had shown what the one before it did.
            self.say("That has just changed; look once more")
            return False
        return True

    def may_change(self) -> bool:
        """Says why, where nothing may be changed."""
        if self.session.read_only:
            self.say("Nothing can be changed here: put the file's problems right first", bad=True)
        return not self.session.read_only

    def say(self, text: str, *, bad: bool = False) -> None:
        """Says something calmly, on the line above the hints."""
        self._status.set_class(bad, "-bad")
        self._status.show(lit(f"✗ {text}" if bad and text else text))

    def prepare(self, event: events.Paste) -> None:
        """See KeysInOrder."""
        prepare_paste(self, event)

    def unsay(self, text: str) -> None:
        """Says it no longer, where nothing else was said since."""
        if self._status.text == lit(text).plain:
            self.say("")

    def action_visit(self, name: str) -> None:
        """Shows a place."""
        self.visit(name)

    def visit(self, name: str, place: Place | None = None) -> None:
        """Shows a place of the guided path, and in it a place of the catalog where one is given."""
        if not self.is_ready:
            if self.path is not None:
                self.say("One moment: still opening")
                self.wanted = name
                return
            _ = self.session
        self.say("")
        # As part of the key that asked for it, so that the next key finds the page there.
        self.call_next(self._bring, name, place)

    async def _bring(self, name: str, place: Place | None) -> None:
        page = await self._places.bring(name)
        if page is None:
            # The app is ending.
            return
        self._hints.show(name)
        self.show_all()
        self._note()
        if place is not None:
            page.show_place(place)
        else:
            page.to_list()

    def go_to(self, place: Place) -> None:
        """Shows a place of the catalog where it is edited."""
        from eventsmith.queries.progress import home_of_place

        self.visit(home_of_place(place), place)

    def action_leave(self) -> None:
        """Esc: back to the list."""
        if self.page is not None:
            self.page.leave()

    def action_next_place(self) -> None:
        """The next place of the guided path."""
        self._go(1)

    def action_previous_place(self) -> None:
        """The place before."""
        self._go(-1)

    def action_narrower(self) -> None:
        """Gives the list less of the width."""
        if self.page is not None:
            self.page.move_line(-1)

    def action_wider(self) -> None:
        """Gives the list more of the width."""
        if self.page is not None:
            self.page.move_line(1)

    def _go(self, step: int) -> None:
        names = list(PLACES)
        at = names.index(self.here) + step
        if 0 <= at < len(names):
            self.visit(names[at])
            return
        self.say(f"This is the last place: {key_of('save')} saves" if step > 0 else "This is the first place")

    def action_undo(self) -> None:
        """Takes the last step back and shows where it was."""
        history.undo(self)

    def action_redo(self) -> None:
        """Makes again what was taken back."""
        history.redo(self)

    def action_fix(self) -> None:
        """Puts right what has the keys."""
        history.fix(self)

    @work(exclusive=True, group="fix")
    async def action_fix_all(self) -> None:
        """Shows what all safe fixes would change, then makes them."""
        await history.fix_all(self)

    @work(exclusive=True, group="fix")
    async def action_silence(self) -> None:
        """Silences what is said here, with a reason, or has it heard again."""
        await history.silence(self)

    def show_rule(self, rule: Rule) -> None:
        """Shows the page of a rule."""
        from eventsmith.tui.dialogs.text import Read

        self.push_screen(Read(rule.name, Content("\n").join([lit(line) for line in rule.page.splitlines()])))

    def action_help(self) -> None:
        """Shows what one does here and the keys that work."""
        from eventsmith.tui.dialogs.text import Read
        from eventsmith.tui.views.help import help_text

        text = self.page.help_text() if self.page is not None else ""
        self.push_screen(Read(f"Help: {PLACES[self.here]}", help_text(self.here, text, self.keys)))

    def action_command_palette(self) -> None:
        """Finds anything by typing."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    async def action_run_here(self, action: str) -> None:
        """Does an action of the page, else of the app: what a click on a hint asks for."""
        name = action.partition("(")[0]
        target = self.page if self.page is not None and hasattr(self.page, f"action_{name}") else self
        await self.run_action(action, default_namespace=target)

    def on_resize(self, event: events.Resize) -> None:
        """Keys go on working where they were."""
        self.call_after_refresh(self.show_all)
