"""What every place of the guided path is: a page that shows the session and turns keys into edits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget

from eventsmith.tui.host import Host, host_of
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.views.row import NO_KEY
from eventsmith.tui.widgets.checkbox_row import CheckboxRow
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.select_line import SelectLine
from eventsmith.tui.widgets.split_pane import SplitPane

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Place
    from eventsmith.rules import Issue
    from eventsmith.session.session import Session, Step


class Page(Vertical):
    """One place. It is mounted at the first visit and told to show itself at each change while it is visible."""

    def help_text(self) -> str:
        """What one does here, in two or three sentences."""
        return ""

    @property
    def host(self) -> Host:
        """Return the app, as far as it is to be known here."""
        return host_of(self)

    @property
    def session(self) -> Session:
        """The work."""
        return self.host.session

    _added: Step | None = None
    """The step that added what is being filled in."""
    _came_from = NO_KEY
    """The key of the row that the cursor was on then."""

    @property
    def _own_list(self) -> RowList | None:
        return next(iter(self.query(RowList)), None)

    def add_to_fill(self, edit: Edit) -> bool:
        """Adds what is to be filled in; it goes again where one leaves its form without having done anything."""
        row = self._own_list.row if self._own_list is not None else None
        if not self.host.do(edit):
            return False
        self._added, self._came_from = self.session.last, row.key if row is not None else NO_KEY
        return True

    def on_descendant_blur(self) -> None:
        """Where the keys go on to another field, that is no leaving."""
        if self._added is not None:
            self.call_later(self._drop_untouched)

    def _drop_untouched(self) -> None:
        focused = self.screen.focused
        within = focused is not None and any(isinstance(node, Field) for node in focused.ancestors_with_self)
        if self._added is not None and self.app.app_focus and not within:
            step, self._added = self._added, None
            if self.session.drop(step):
                self.host.say("Nothing was added")
                if self._own_list is not None:
                    self._own_list.point_at(self._came_from)

    async def action_key(self, action: str) -> None:
        """Does what a key of this page stands for; a click or the palette asks for the action itself."""
        if self.heeds(action):
            await self.run_action(action)

    def heeds(self, action: str) -> bool:
        """Whether a key is a command now. In a form it is about the field, never about the thing as a whole."""
        return not isinstance(self.screen.focused, VisibleInput | SelectLine | CheckboxRow)

    def pair(self) -> SplitPane:
        """What holds this page's list and details, divided as they were left."""
        return SplitPane(self.host.memory.shares.get(self.id or ""))

    @on(SplitPane.Divided)
    def _divided(self, event: SplitPane.Divided) -> None:
        self.host.memory.shares[self.id or ""] = event.share

    def move_line(self, way: int) -> None:
        """Gives the list less or more of the width."""
        pair = next(iter(self.query(SplitPane)), None)
        if pair is None or not pair.is_side_by_side:
            self.host.say("There is no divider to move here")
        elif not pair.move_line(way):
            self.host.say("It goes no further: one side would be too narrow")

    def show(self) -> None:
        """Shows the session as it is now."""

    def show_place(self, place: Place) -> None:
        """Brings a place of the catalog into sight and gives it the keys, where this page has it."""

    def places_here(self) -> Sequence[Place]:
        """The places of what the cursor is on, as far as they are this page's business."""
        return ()

    def issues_here(self) -> Sequence[Issue]:
        """What is wrong with what the cursor is on."""
        return [issue for place in self.places_here() for issue in self.session.issues.under(place)]

    def silenced_here(self) -> Sequence[Issue]:
        """What is silenced of what the cursor is on."""
        from eventsmith.tui.views.rows import silenced_under

        return silenced_under(self.session.issues, self.places_here())

    def leave(self) -> None:
        """Esc: back to the list."""
        self.to_list()

    @on(Field.LeaveWanted)
    def _leave_field(self) -> None:
        self.leave()

    @on(Field.PickWanted)
    @work
    async def _pick_wanted(self, event: Field.PickWanted) -> None:
        from eventsmith.tui.dialogs.pick_one import Pick

        field = event.field
        several = field.tick if field.kind == "several" else None
        picked = await self.host.ask(Pick(field.label, list(field.all_options), field.chosen_values, several))
        if picked is not None:
            field.choose(picked)

    def to_list(self) -> None:
        """Shows the list where the details had taken its place, and gives it the keys."""
        self.remove_class("-detail")
        first = self.first()
        if first is not None:
            first.focus()

    def show_form(self, form: Widget, wanted: bool) -> None:
        """Shows or hides a form. Keys do not stay in one that is hidden: what it was about is gone."""
        focused = self.screen.focused
        if not wanted and focused is not None and form in focused.ancestors:
            self.to_list()
        form.display = wanted

    def open_detail(self) -> None:
        """On a narrow screen the details take the place of the list."""
        self.add_class("-detail")

    def on_descendant_focus(self) -> None:
        """Details that have the keys stay in sight, and so keep them, when the window gets narrow."""
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            self.set_class(any(node.has_class("detail") for node in focused.ancestors_with_self), "-detail")

    def first(self) -> Widget | None:
        """What gets the keys when one comes here."""
        return next(iter(self.query(RowList)), None)

    def fields(self) -> list[Field]:
        """All fields now mounted."""
        return list(self.walk_children(Field))

    def focus_field(self, place: Place) -> bool:
        """Gives the keys to the field of a place; says whether there is one."""
        for field in self.fields():
            if field.place == place[: len(field.place)] and field.display:
                field.focus_control()
                return True
        return False
