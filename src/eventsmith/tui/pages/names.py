"""The names page: the forms as cards with the catalog's own names, what each changes, and names and IDs to edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input
from typing_extensions import override

from eventsmith.edits import name_in_form, put_in_form, put_name_in_form
from eventsmith.ground.labels import ABOUT, FORMS, NAME_FIELDS
from eventsmith.queries.form_preview import FormPreviews
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.background import big_edits
from eventsmith.tui.flows import vocabulary
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.views.names import HEADS, View, listed_names, name_rows, reason, shown_view
from eventsmith.tui.views.row import RowKey
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.form_cards import TALL, FormCards
from eventsmith.tui.widgets.form_choice import ROOMY, FormChoice
from eventsmith.tui.widgets.name_list import NameList
from eventsmith.tui.widgets.panel import entitle
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Form, Place
    from eventsmith.queries.form_preview import FormPreview


WIDE = 100
"""The screen width from which there is room for how a name is read, and for its ID."""
_FORM = ("naming", "form")


class NamesPage(Page):
    """The forms as cards, a list of names that change, and the name and ID of the event under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("names")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._shown: Form | None = None
        self._view: View = "changes"
        self._left_alone: set[str] = set()
        self._names = FormPreviews()
        # Kept as attributes, as all of them are needed at every key.
        self._choice, self._reason = FormChoice(), StaticLine(id="reason")
        self._find = VisibleInput(placeholder="Name now or then, or ID; Esc lists what changes", compact=True)
        self._list = NameList(
            columns=(5, 5),
            empty=f"No events yet.\n\nNames are edited here once there are events: {key_of('events')} Events.",
            id="name-list",
        )
        self._names_panel, self._below = Vertical(classes="panel"), Vertical(classes="panel below")

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['names']} {key_of('names.previous-form')} and {key_of('names.next-form')} choose a form, and the "
            f"list shows what it changes: {key_of('names.use-form')} changes all of that, except those that "
            f"{key_of('names.spare')} leaves alone; {key_of('names.take')} changes one name. "
            f"{key_of('names.misfits')} lists what does not fit the form, {key_of('names.all')} all names. A live "
            "event keeps its ID, and its old name as an alias."
        )

    @override
    def compose(self) -> ComposeResult:
        self._find.id = "find-name"
        yield self._choice
        with self._names_panel:
            yield self._find
            yield self._list
            yield self._reason
        with self._below:
            yield from map(Field, NAME_FIELDS)

    def on_mount(self) -> None:
        """Hide the find line until it is needed."""
        self._find.display = False

    @property
    def form(self) -> Form:
        """The form in view: the catalog's, unless the user looks at another."""
        return self._shown or self.session.catalog.naming.form

    @property
    def _renamed(self) -> FormPreview:
        """A preview of putting all names into the form in view."""
        return self._names.in_form(self.session.catalog, self.form, self._left_alone)

    @override
    def show(self) -> None:
        catalog, renamed = self.session.catalog, self._renamed
        # Where there are few lines, only the names have an edge, and the question is left out.
        framed = self.app.size.height >= TALL
        for panel in (self._choice, self._below):
            panel.set_class(framed, "panel")
        entitle(self._names_panel, lit("Names"))
        self._choice.show(catalog, self.form, renamed)
        is_now = self.form == catalog.naming.form
        view = shown_view(self._view, renamed, is_now=is_now)
        keys = self._with_edited(listed_names(catalog, view, self._find.value, renamed, is_now=is_now))
        wide = self.size.width >= WIDE
        head = (HEADS[view] if not self._find.value else "What was found", "Becomes")
        rows = name_rows(self.session, keys, self.form, renamed, wide=wide)
        if wide:
            self._list.show_rows(rows, columns=(5, 6, 3, 4), head=(*head, "It is", "ID"))
        else:
            self._list.show_rows(rows, columns=(5, 6), head=head)
        self._show_fields()

    def _with_edited(self, keys: Sequence[RowKey]) -> Sequence[RowKey]:
        """Return the keys with that of the event whose fields have the focus: what is typed must not go to another."""
        row, focused = self._list.row, self.screen.focused
        if row is None or focused is None or self._below not in focused.ancestors or row.key in keys:
            return keys
        return sorted([*keys, row.key])

    @property
    def _index(self) -> int | None:
        row = self._list.row
        return row.key.number if row else None

    def _show_fields(self) -> None:
        index = self._index
        self._reason.show(reason(self.session, index, self.form, self._renamed))
        has_room = self.app.size.height >= ROOMY
        self._reason.display = has_room
        self.show_form(self._below, index is not None and (has_room or self._below.has_focus_within))
        if index is not None:
            for field in self.fields():
                field.show(self.session, ("events", index))

    @override
    def on_descendant_focus(self) -> None:
        """Where there are few lines, show the fields only while they have the focus."""
        super().on_descendant_focus()
        if self.app.size.height < ROOMY:
            self._show_fields()

    def on_resize(self, event: events.Resize) -> None:
        """Show the columns that fit the new width."""
        if self.host.is_ready:
            self.show()

    @override
    def show_place(self, place: Place) -> None:
        if len(place) > 1 and place[0] == "events":
            key = RowKey("event", int(place[1]))
            if not self._list.point_at(key):
                self._stop_finding()
                self._view = "all"
                self.show()
                self._list.point_at(key)
            self._show_fields()
            self._below.display = True
            if len(place) > 2 and self.focus_field(place):
                return
        self._list.focus()

    @override
    def places_here(self) -> Sequence[Place]:
        index = self._index
        return (("events", index, "name"), ("events", index, "id")) if index is not None else ()

    @override
    def leave(self) -> None:
        """Go back to the list. There, each call cancels one thing: the search, then the look at another form."""
        if self._find.has_focus or (self._list.has_focus and self._find.display):
            self._stop_finding()
            self.show()
        elif self._list.has_focus and self.form != self.session.catalog.naming.form:
            self._look_at(self.session.catalog.naming.form)
        self.to_list()

    @on(RowList.Highlighted)
    def _highlighted(self) -> None:
        self._show_fields()

    @on(NameList.Agreed)
    def _agreed(self) -> None:
        self.action_use_form()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_edit()

    @on(RowList.Marked)
    def _marked(self) -> None:
        self.action_spare()

    @on(FormCards.Picked)
    def _picked(self, event: FormCards.Picked) -> None:
        event.stop()
        self._look_at(next(form for form in FORMS if form == event.form))
        self._list.focus()

    def _look_at(self, form: Form) -> None:
        self._shown, self._view = form, "changes"
        self.show()

    def action_next_form(self) -> None:
        """Look at the names in the next form, without changing them."""
        self._step(1)

    def action_previous_form(self) -> None:
        """Look at the names in the form before, without changing them."""
        self._step(-1)

    def _step(self, way: int) -> None:
        forms = list(FORMS)
        self._look_at(forms[(forms.index(self.form) + way) % len(forms)])

    def action_misfits(self) -> None:
        """List only what does not fit the form, or what changes."""
        self._list_only("misfits")

    def action_all(self) -> None:
        """List all names, or only those that change."""
        self._list_only("all")

    def _list_only(self, view: View) -> None:
        self._view = view if self._view != view else "changes"
        self._stop_finding()
        self.show()
        self._list.focus()
        if self._view == "misfits" and not self._list.rows.keys:
            self._view = "changes"
            self.show()
            self.host.say("All names that are judged fit this form, or change to fit it")

    @override
    def action_find(self) -> None:
        """Show the find line."""
        self._find.display = True
        self._find.focus()

    @on(Input.Changed, "#find-name")
    def _finding(self) -> None:
        self.show()

    @on(Input.Submitted, "#find-name")
    def _found(self) -> None:
        self.to_list()

    def _stop_finding(self) -> None:
        if self._find.display:
            with self._find.prevent(Input.Changed):
                self._find.value = ""
            self._find.display = False

    def action_use_form(self) -> None:
        """Put all names into the form in view, as one step."""
        catalog, renamed = self.session.catalog, len(self._renamed.changes)
        if catalog.naming.form == self.form and not renamed:
            self.host.say(
                f"All names that can be read are in this form already; {key_of('names.next-form')} shows the next form"
            )
        elif len(catalog.events) > big_edits.MANY:
            self._use_form_for_many()
        elif self.host.do(put_in_form(catalog, self.form, self._left_alone), _FORM):
            self._say_renamed(renamed)

    def _say_renamed(self, number: int) -> None:
        names = f"{number} {'name' if number == 1 else 'names'} changed"
        said = names if number else f"The form is {self.session.catalog.naming.form} now"
        self.host.say(f"{said}. {key_of('undo')} undoes it")

    @work(exclusive=True, group="bulk")
    async def _use_form_for_many(self) -> None:
        form, spared, renamed = self.form, frozenset(self._left_alone), len(self._renamed.changes)
        title = f"Putting {renamed} {'name' if renamed == 1 else 'names'} into the form {form}"
        if await big_edits.do(self.host, lambda catalog: put_in_form(catalog, form, spared), title, _FORM):
            self._say_renamed(renamed)

    @work(exclusive=True, group="fix")
    async def action_vocabulary(self) -> None:
        """Say which words are never used, and which verbs may be."""
        await vocabulary.choose(self.host)

    def action_spare(self) -> None:
        """Leave the event alone when all names are put into a form, or include it again."""
        if self._index is not None:
            self._left_alone ^= {self.session.catalog.events[self._index].id}
            self.show()

    def action_take(self) -> None:
        """Give the event under the cursor its suggested name."""
        if self._index is None:
            return
        event = self.session.catalog.events[self._index]
        name = name_in_form(self.session.catalog, event, self.form)
        if name == event.name:
            self.host.say(f"“{event.name}” stays as it is in this form")
        elif self._index in self._renamed.staying:
            self.host.say(f"“{event.name}” stays: another event would be called “{name}” too")
        else:
            place = ("events", self._index)
            self.host.do(put_name_in_form(self.session.catalog, place, name), (*place, "name"))

    def action_edit(self) -> None:
        """Focus the name field."""
        if self._index is not None:
            self._below.display = True
            self.fields()[0].focus_control()
