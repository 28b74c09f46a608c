"""The field of one place in the catalog: shows its value, sends an edit at each key, and says below what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.ground.labels import USES, FormField
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import lit, marked
from eventsmith.tui.textual_fixes.repeated_layout import Settled
from eventsmith.tui.widgets.checkbox_row import CheckboxRow
from eventsmith.tui.widgets.rows import FLASH
from eventsmith.tui.widgets.select_line import SelectLine
from eventsmith.tui.widgets.static_line import StaticLine
from eventsmith.tui.widgets.typing_area import TypingArea
from eventsmith.tui.widgets.typing_input import TypingInput

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.rules import Issue
    from eventsmith.session.session import Session


NEW_LINE = ". Alt+Enter: new line"


class Field(Settled):
    """A label, a control, and a line for the worst issue or a hint."""

    DEFAULT_CSS = """
    Field {
        layout: grid;
        grid-size: 2;
        grid-columns: 14 1fr;
        grid-rows: 1 auto;
        height: auto;
        & > .label { color: $text-muted; padding: 0 1 0 0; height: 1; }
        & > .note { column-span: 2; padding: 0 1 0 14; height: auto; min-height: 1; max-height: 4; color: $text-muted; }
        &:focus-within > .label { color: $text; text-style: bold; }
        &.-flash > .label { text-style: bold reverse; }
        &.-long { grid-rows: auto auto; }
        &.-wide-label { grid-columns: 18 1fr; & > .note { padding: 0 1 0 18; } }
    }
    """

    @dataclass
    class PickWanted(Message):
        """Posted when the user wants to choose from a list of all options."""

        field: Field
        typed: str = ""
        """The character that began to find one."""

    def __init__(self, asked: FormField, *, hint: str | None = None, placeholder: str = "") -> None:
        """Take the form's field; `show` says of which owner. A `hint` replaces the form's where it has to name keys."""
        super().__init__(classes=f"field-{asked.key} -{asked.kind}")
        self.key = asked.key
        self.label = asked.label
        self.kind = asked.kind
        self.hint = (asked.hint if hint is None else hint) + (NEW_LINE if asked.kind == "long" else "")
        self._placeholder = placeholder
        self.place: Place = (asked.key,)
        self._value_type = "string"
        self._issues: Sequence[Issue] = ()
        self._sent: Any = None
        self._chosen_values: tuple[str, ...] = ()
        self._session: Session | None = None
        # Kept rather than queried, because every key needs them.
        self._control, self._note = self._make_control(), StaticLine(classes="note")

    @override
    def compose(self) -> ComposeResult:
        yield Static(lit(self.label), classes="label")
        yield self._control
        yield self._note

    def _make_control(self) -> TypingInput | SelectLine | CheckboxRow:
        if self.kind in ("choice", "truth", "several"):
            return SelectLine()
        if self.kind == "ticks":
            return CheckboxRow(USES)
        return (TypingArea if self.kind == "long" else TypingInput)(self._typed, self._placeholder)

    def _typed_before(self, session: Session) -> Any:
        """Return the value typed while the session was still loading, so that it counts; None if there is none."""
        first = self._session is None
        self._session = session
        text = self.control.value if first and isinstance(self.control, TypingInput) else ""
        return self._read(text) if text else None

    @property
    def control(self) -> TypingInput | SelectLine | CheckboxRow:
        """The widget that takes the keys."""
        return self._control

    def show(self, session: Session, owner: Place) -> None:
        """Show the value that the owner has under this field's key, and its issues."""
        from eventsmith.model import value_at
        from eventsmith.session.fields import type_at

        typed_before = self._typed_before(session)
        if typed_before is not None:
            self._send(typed_before)
        if self.place != (*owner, self.key):
            self.place = (*owner, self.key)
            self._sent = None
            session.stop_typing()
        self._value_type = type_at(session.catalog, self.place)
        value = value_at(session.catalog, self.place)
        control = self.control
        if isinstance(control, TypingInput):
            control.disabled = session.read_only
            self._show_text(control, value)
        elif isinstance(control, SelectLine):
            self._show_choice(session, control, value)
        else:
            control.chosen = tuple(value)
        issues = session.issues.at(self.place) if not self._lists_issues() else self._issues_within(session)
        if issues != self._issues:
            self._issues = issues
            self._show_note()

    def _show_text(self, control: TypingInput, value: Any) -> None:
        """Show a value, without touching text that already means it.

        `1.50` stays as typed, and keys still on their way are not lost to what the key before them made.
        """
        if control.has_focus and (value == self._sent or self._read(control.value) == value):
            return
        self._sent = value
        text = self._shown(value)
        if control.value != text:
            control.put(text)
        if not control.has_focus:
            control.cursor_position = 0

    def _show_choice(self, session: Session, control: SelectLine, value: Any) -> None:
        if self.kind == "truth":
            control.show("yes" if value else "no", [("no", "no"), ("yes", "yes")])
            return
        from eventsmith.queries.choices import choices_at

        options = choices_at(session.catalog, self.place)
        if self.kind == "several":
            self._chosen_values = tuple(value)
            titles = {name: title for name, title in options if name in self._chosen_values} if value else {}
            control.show(", ".join(titles.get(name, name) for name in self._chosen_values), options)
        else:
            control.show(str(value), options)

    def _lists_issues(self) -> bool:
        return self.kind in ("texts", "values", "several", "ticks")

    def _issues_within(self, session: Session) -> Sequence[Issue]:
        return session.issues.under(self.place)

    @property
    def all_options(self) -> Sequence[tuple[str, str]]:
        """The options as pairs of value and label; empty where the control has none."""
        return self.control.options if isinstance(self.control, SelectLine) else ()

    def _show_note(self) -> None:
        if self._issues:
            worst = self._issues[0]
            parts = [marked(worst.rule.severity, worst.message)]
            if worst.fix is not None:
                parts.append(Content.assemble((key_of("fix"), "bold $text-accent"), " ", lit(worst.fix.label)))
            if len(self._issues) > 1:
                parts.append(lit(f"(and {len(self._issues) - 1} more)"))
            note = Content("\n").join(parts)
        else:
            note = lit(self.hint if self.has_focus_within else "")
        self._note.show(note)

    @property
    @override
    def has_focus_within(self) -> bool:
        # The control itself learns of it only after the labels have been given their style.
        return self.is_attached and self.screen.focused is self.control

    @property
    def issues(self) -> Sequence[Issue]:
        """The issues of the value, worst first."""
        return self._issues

    def on_descendant_focus(self) -> None:
        """Show the hint."""
        self._show_note()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """End typing when the field loses the focus."""
        if self._session is not None:
            self._session.stop_typing()
            self._show_rest(self._session)
        self._show_note()

    def _show_rest(self, session: Session) -> None:
        """Show the text from its start again, if the field's place still exists."""
        from eventsmith.model import has_place

        if isinstance(self.control, TypingInput) and has_place(session.catalog, self.place):
            self.show(session, self.place[:-1])

    def _shown(self, value: Any) -> str:
        from eventsmith.queries.value_text import show_value

        return show_value(value) if self.kind != "text" else str(value)

    def _read(self, text: str) -> Any:
        from eventsmith.session.fields import read_as

        return read_as(self.kind, text, self._value_type)

    def _send(self, value: Any) -> None:
        from eventsmith.model import NoSuchPlaceError
        from eventsmith.session.fields import edit_at

        session, place = self._session, self.place
        self._sent = value
        if session is None or session.read_only:
            return
        try:
            # Stepping through options is one step of undo, as typing is.
            if self.kind not in ("several", "ticks"):
                session.type(place, lambda catalog: edit_at(catalog, place, value))
            else:
                session.do(edit_at(session.catalog, place, value), place)
        except NoSuchPlaceError:
            # The place went, for example by an undo, while the key was on its way: there is nothing to change.
            return

    def _typed(self, text: str) -> None:
        self._send(self._read(text))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    @on(SelectLine.Changed)
    def _chosen(self, event: SelectLine.Changed) -> None:
        event.stop()
        self._send(event.value == "yes" if self.kind == "truth" else event.value)

    @on(SelectLine.Opened)
    def _opened(self, event: SelectLine.Opened) -> None:
        event.stop()
        self.post_message(self.PickWanted(self, event.typed))

    @on(CheckboxRow.Changed)
    def _ticked(self, event: CheckboxRow.Changed) -> None:
        event.stop()
        self._send(event.chosen)

    def choose(self, value: str) -> None:
        """Choose an option as the control would; where several can be chosen, add or remove it."""
        control = self.control
        if self.kind == "several":
            chosen = self._chosen_values
            self._send(tuple(name for name in chosen if name != value) if value in chosen else (*chosen, value))
        elif isinstance(control, SelectLine):
            control.choose(value)

    def tick(self, value: str) -> tuple[str, ...]:
        """Choose or unchoose an option, and return all that are chosen then."""
        self.choose(value)
        return self.chosen_values

    @property
    def chosen_values(self) -> tuple[str, ...]:
        """The chosen values, if the field has options."""
        return self._chosen_values if self.kind == "several" else (str(getattr(self.control, "value", "")),)

    def flash(self) -> None:
        """Light up for a moment, as what was just changed."""
        self.add_class("-flash")
        self.set_timer(FLASH, lambda: self.remove_class("-flash"))

    def focus_control(self) -> None:
        """Focus the control."""
        self.control.focus()
