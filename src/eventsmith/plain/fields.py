"""Fields asked for one after another, or picked from a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from eventsmith.ground.labels import FormField
from eventsmith.ground.sanitise import visible
from eventsmith.model import Catalog, Place, value_at
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.menus import MOST_AT_ONCE, Option, one, options_of, some
from eventsmith.plain.navigation import Back, Changed
from eventsmith.queries.choices import answers_at, choices_at
from eventsmith.queries.durations import complete_time
from eventsmith.queries.same_thing import is_still_at
from eventsmith.queries.value_text import show_value
from eventsmith.session.fields import edit_at, read_as, type_at

SHORT = 7
"""The most lines of a menu that are read out again each time."""
TIMES = ("wait", "goal_within")
"""The fields that hold a duration."""
Prompt = Callable[[], None]


class Entry(NamedTuple):
    """A line of a menu."""

    title: str
    question: Prompt
    """What is asked when it is chosen."""
    about: str = ""
    """Said right after the title."""


def ask_field(interview: Interview, asked: FormField, owner: Place) -> None:
    """Ask for one field of the thing at `owner`, and make the edit. Enter keeps the value that is in brackets."""
    catalog = interview.session.catalog
    place = (*owner, asked.key)
    now = value_at(catalog, place)
    value = _answered(interview, asked, place, now)
    if value != now:
        do(interview, edit_at(catalog, place, value), place)


def _answered(interview: Interview, asked: FormField, place: Place, now: Any) -> Any:
    catalog = interview.session.catalog
    question = f"{asked.label}: {asked.hint}" if asked.hint else asked.label
    if asked.kind == "truth":
        return interview.confirm(f"{question}: yes or no?", default=now)
    options = options_of(choices_at(catalog, place))
    if asked.kind == "choice":
        value = one(interview, question, options, f"Enter keeps {_title(options, now)}")
        return now if value is None else value
    if asked.kind in ("several", "ticks"):
        titles = ", ".join(_title(options, value) for value in now) or "none"
        values = some(interview, question, options, f"Enter keeps {titles}", now=now)
        if values is None:
            return now
        interview.say(f"Chosen: {', '.join(_title(options, value) for value in values) or 'none'}.")
        return tuple(values)
    if asked.kind == "value" and place[0] == "campaigns" and (allowed := answers_at(catalog, place)):
        question = f"{question}: one of {', '.join(map(show_value, allowed))}"
    text = interview.ask(f"{question} [{shown(asked, catalog, place) or 'empty'}]")
    if text is None:
        return now
    if asked.key in TIMES and (full := complete_time(text)):
        interview.say(f"That is {full}.")
        text = full
    return read_as(asked.kind, text, type_at(catalog, place))


def shown(asked: FormField, catalog: Catalog, place: Place) -> str:
    """Return the value of a field as text to read; empty if there is none."""
    value = value_at(catalog, place)
    if asked.kind == "truth":
        return "yes" if value else "no"
    if asked.kind in ("choice", "several"):
        options = options_of(choices_at(catalog, place))
        values = value if asked.kind == "several" else (value,)
        return ", ".join(_title(options, one) for one in values if one)
    if asked.kind == "long":
        return visible(value)
    return show_value(value) if asked.kind != "text" else str(value)


def _title(options: Sequence[Option], value: str) -> str:
    return next((option.title for option in options if option.value == value), value)


def fields(interview: Interview, asked_for: Sequence[FormField], owner: Place) -> list[Entry]:
    """Return menu entries for the fields, each with its value, and leading to its question."""
    catalog = interview.session.catalog
    return [
        Entry(
            asked.label,
            partial(ask_field, interview, asked, owner),
            f": {shown(asked, catalog, (*owner, asked.key)) or 'empty'}",
        )
        for asked in asked_for
    ]


def questions_of(interview: Interview, asked_for: Sequence[FormField], owner: Place) -> list[Prompt]:
    """Return the questions for the fields."""
    return [partial(ask_field, interview, asked, owner) for asked in asked_for]


def in_turn(interview: Interview, questions: Sequence[Prompt], owner: Place) -> None:
    """Ask the questions about the thing at `owner` in turn. `back` leads to the one before; at the first, it leaves."""
    at = 0
    while at < len(questions):
        before = interview.session.catalog
        try:
            questions[at]()
            at += 1
        except Back:
            if at == 0:
                raise
            at -= 1
        except Changed:
            if not is_still_at(before, interview.session.catalog, owner):
                raise


def menu(
    interview: Interview, question: str, entries: Callable[[], Sequence[Entry]], enter: str, owner: Place = ()
) -> None:
    """Ask what to do about the thing at `owner`, again and again, until Enter leaves it. `entries` may say things."""
    known: list[Option] = []
    while True:
        before = interview.session.catalog
        todo: Prompt = _nothing
        try:
            lines = entries()
            options, before_it = _numbered(lines), known
            known = options if SHORT < len(options) <= MOST_AT_ONCE else []
            chosen = one(interview, question, options, enter, known=before_it)
            if chosen is None:
                return
            todo = lines[int(chosen)].question
            todo()
        except Back:
            if todo is _nothing:
                raise
        except Changed:
            pass
        if not is_still_at(before, interview.session.catalog, owner):
            raise Changed


def _nothing() -> None: ...


def _numbered(lines: Sequence[Entry]) -> list[Option]:
    return [Option(str(number), line.title, about=line.about) for number, line in enumerate(lines)]
