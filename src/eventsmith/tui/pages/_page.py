"""The base of all pages of the guided path: each shows the session and turns keys into edits."""

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
    """A page. It is mounted at the first visit and, while visible, told to show itself after every change."""

    def help_text(self) -> str:
        """Return what the user does on this page, in two or three sentences."""
        return ""

    @property
    def host(self) -> Host:
        """The app, as far as a page may know it."""
        return host_of(self)

    @property
    def session(self) -> Session:
        """The session in the app."""
        return self.host.session

    _added: Step | None = None
    """The step that added the item now being filled in."""
    _came_from = NO_KEY
    """The key of the row under the cursor before that step."""

    @property
    def _own_list(self) -> RowList | None:
        return next(iter(self.query(RowList)), None)

    def add_to_fill(self, edit: Edit) -> bool:
        """Add an item to fill in, and return whether it was added. It is dropped if its form is left untouched."""
        row = self._own_list.row if self._own_list is not None else None
        if not self.host.do(edit):
            return False
        self._added, self._came_from = self.session.last, row.key if row is not None else NO_KEY
        return True

    def on_descendant_blur(self) -> None:
        """Drop an added item left untouched, but later: focus may be moving to another field of its form."""
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
        """Run the action of a key, if the page accepts it now; clicks and the palette run the action itself."""
        if self.accepts(action):
            await self.run_action(action)

    def accepts(self, action: str) -> bool:
        """Return whether a key is a command now: in a form it acts on the field, never on the item as a whole."""
        return not isinstance(self.screen.focused, VisibleInput | SelectLine | CheckboxRow)

    def split_pane(self) -> SplitPane:
        """Create the container of this page's list and details, divided as the user left it."""
        return SplitPane(self.host.memory.shares.get(self.id or ""))

    @on(SplitPane.Divided)
    def _divided(self, event: SplitPane.Divided) -> None:
        self.host.memory.shares[self.id or ""] = event.share

    def move_divider(self, way: int) -> None:
        """Make the list narrower (-1) or wider (1)."""
        pair = next(iter(self.query(SplitPane)), None)
        if pair is None or not pair.is_side_by_side:
            self.host.say("There is no divider to move here")
        elif not pair.move_divider(way):
            self.host.say("It goes no further: one side would be too narrow")

    def show(self) -> None:
        """Show the session as it is now."""

    def show_place(self, place: Place) -> None:
        """Scroll to a place of the catalog and focus it, if this page has it."""

    def places_here(self) -> Sequence[Place]:
        """Return the places of the item under the cursor that this page is about."""
        return ()

    def issues_here(self) -> Sequence[Issue]:
        """Return the issues of the item under the cursor."""
        return [issue for place in self.places_here() for issue in self.session.issues.under(place)]

    def silenced_here(self) -> Sequence[Issue]:
        """Return the silenced issues of the item under the cursor."""
        from eventsmith.tui.views.rows import silenced_under

        return silenced_under(self.session.issues, self.places_here())

    def leave(self) -> None:
        """Go back to the list, as Esc does."""
        self.to_list()

    @on(Field.PickWanted)
    @work
    async def _pick_wanted(self, event: Field.PickWanted) -> None:
        from eventsmith.tui.dialogs.pick_one import PickOne

        field = event.field
        several = field.tick if field.kind == "several" else None
        picked = await self.host.ask(
            PickOne(field.label, list(field.all_options), field.chosen_values, several, wanted=event.typed)
        )
        if picked is not None:
            field.choose(picked)

    def to_list(self) -> None:
        """Focus the list; on a narrow screen, show it in place of the details."""
        self.remove_class("-detail")
        first = self.first()
        if first is not None:
            # At once, so that what is hidden next has the focus no more.
            self.screen.set_focus(first)

    def action_find(self) -> None:
        """Begin to find in the list that has the focus, or else in the page's own."""
        focused = self.screen.focused
        rows = focused if isinstance(focused, RowList) else self._own_list
        if rows is not None:
            rows.focus()
            rows.find()

    def show_change(self, place: Place) -> None:
        """Show where the catalog was changed. The keys stay where they are if that is in view, or go to the list."""
        if place[:2] not in [here[:2] for here in self.places_here()] or not self.has_focus_within:
            self.show_place(place[:2])
        self._flash(place)

    def _flash(self, place: Place) -> None:
        """Light up the field of a place, and the row that the place belongs to."""
        for field in self.fields():
            if field.place == place[: len(field.place)] and field.display:
                field.flash()
        if self._own_list is not None:
            self._own_list.flash()

    def show_form(self, form: Widget, wanted: bool) -> None:
        """Show or hide a form. A hidden form loses focus to the list, as the item it was about is gone."""
        focused = self.screen.focused
        if not wanted and focused is not None and form in focused.ancestors:
            self.to_list()
        form.display = wanted

    def open_detail(self) -> None:
        """On a narrow screen, show the details in place of the list."""
        self.add_class("-detail")

    def on_descendant_focus(self) -> None:
        """Note whether the details have focus, so that they stay visible and focused when the window gets narrow."""
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            self.set_class(any(node.has_class("detail") for node in focused.ancestors_with_self), "-detail")

    def first(self) -> Widget | None:
        """Return the widget that gets focus when the user comes to this page."""
        return next(iter(self.query(RowList)), None)

    def fields(self) -> list[Field]:
        """Return all fields that are mounted now."""
        return list(self.walk_children(Field))

    def focus_field(self, place: Place) -> bool:
        """Focus the field of a place, and return whether there is one."""
        for field in self.fields():
            if field.place == place[: len(field.place)] and field.display:
                field.focus_control()
                return True
        return False
