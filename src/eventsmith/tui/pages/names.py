"""The names page: each form on the catalog's own names, a preview of every change, and names and IDs to edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static
from typing_extensions import override

from eventsmith.edits import name_in_form, put_in_form, put_name_in_form
from eventsmith.ground.labels import ABOUT, FORMS, NAME_FIELDS
from eventsmith.queries.form_preview import FormPreviews
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.background import big_edits
from eventsmith.tui.flows import vocabulary
from eventsmith.tui.pages._page import Page
from eventsmith.tui.views.names import each_form, name_rows, preview_line, reason
from eventsmith.tui.views.row import RowKey
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.select_line import SelectLine
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Form, Place
    from eventsmith.queries.form_preview import FormPreview


WIDE = 110
"""The screen width from which all forms are side by side."""
WIDEST = 140
"""The screen width from which IDs are beside them."""
_FORM = ("naming", "form")


class NamesPage(Page):
    """A table of all names, and the name and ID of the event under the cursor below it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("names")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._shown: Form | None = None
        self._left_alone: set[str] = set()
        self._names = FormPreviews()

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['names']} {key_of('names.next-form')} previews the next form, {key_of('names.use-form')} puts all "
            f"names into the form shown except those that {key_of('names.spare')} leaves alone, {key_of('names.take')} "
            "takes the suggestion for one name. A live event keeps its ID, and its old name as an alias."
        )

    @override
    def compose(self) -> ComposeResult:
        yield Static("Form of all names", classes="label", id="form-label")
        yield SelectLine(id="form")
        yield StaticLine(id="preview")
        yield StaticLine(id="forms")
        yield RowList(
            head=("Name now", "It is", "Becomes"),
            columns=(5, 3, 5),
            empty=f"No events yet.\n\nNames are edited here once there are events: {key_of('events')} Events.",
            id="name-list",
        )
        yield StaticLine(id="reason")
        with Vertical(classes="below"):
            yield from map(Field, NAME_FIELDS)

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
        now, renamed = self.session.catalog.naming.form, self._renamed
        titles = [(name, f"{name}: “{example}”" + (" (now)" if name == now else "")) for name, example in FORMS.items()]
        self.query_one("#form", SelectLine).show(self.form, titles)
        self.query_one("#preview", StaticLine).show(preview_line(self.session, self.form, self._left_alone, renamed))
        if self.size.width >= WIDE:
            forms = (f"● {name}" if name == self.form else name for name in FORMS)
            ids = ("ID",) if self.size.width >= WIDEST else ()
            rows = name_rows(self.session, self.form, self._left_alone, renamed, all_forms=True)
            columns = (5, 4, *(5 for _ in FORMS), *(4 for _ in ids))
            self._list.show_rows(rows, columns=columns, head=("Name now", "It is", *forms, *ids))
        else:
            rows = name_rows(self.session, self.form, self._left_alone, renamed, all_forms=False)
            self._list.show_rows(rows, columns=(5, 3, 5), head=("Name now", "It is", "Becomes"))
        self._show_fields()

    @property
    def _list(self) -> RowList:
        return self.query_one("#name-list", RowList)

    @property
    def _index(self) -> int | None:
        row = self._list.row
        return row.key.number if row else None

    def _show_fields(self) -> None:
        index = self._index
        forms = self.query_one("#forms", StaticLine)
        forms.show(each_form(self.session, index, self.form, forms.content_size.width))
        self.query_one("#reason", StaticLine).show(reason(self.session, index, self.form, self._renamed))
        self.show_form(self.query_one(".below"), index is not None)
        if index is not None:
            for field in self.fields():
                field.show(self.session, ("events", index))

    def on_resize(self, event: events.Resize) -> None:
        """Show the columns that fit the new width."""
        if self.host.is_ready:
            self.show()

    @override
    def show_place(self, place: Place) -> None:
        if len(place) > 1 and place[0] == "events":
            self._list.point_at(RowKey("event", int(place[1])))
            self._show_fields()
            if len(place) > 2 and self.focus_field(place):
                return
        self._list.focus()

    @override
    def places_here(self) -> Sequence[Place]:
        index = self._index
        return (("events", index, "name"), ("events", index, "id")) if index is not None else ()

    @on(RowList.Highlighted)
    def _highlighted(self) -> None:
        self._show_fields()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_use_form()

    @on(RowList.Marked)
    def _marked(self) -> None:
        self.action_take()

    @on(SelectLine.Changed, "#form")
    def _looked_at(self, event: SelectLine.Changed) -> None:
        event.stop()
        self._look_at(event.value)

    @on(SelectLine.Opened, "#form")
    def _opened(self, event: SelectLine.Opened) -> None:
        event.stop()
        self.action_use_form()

    def _look_at(self, form: str) -> None:
        self._shown = next(known for known in FORMS if known == form)
        self.show()

    def action_next_form(self) -> None:
        """Preview the names in the next form, without changing them."""
        names = list(FORMS)
        self._look_at(names[(names.index(self.form) + 1) % len(names)])

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
            self.fields()[0].focus_control()
