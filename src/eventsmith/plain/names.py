"""The page Names: the forms shown on the catalog's own events, a preview of every change, and each name and ID."""

from __future__ import annotations

from functools import partial
from itertools import islice

from eventsmith.edits import name_in_form, put_in_form
from eventsmith.ground.labels import FORMS, NAME_FIELDS
from eventsmith.model import Catalog, Event, Form, Place
from eventsmith.plain.fields import Entry, fields, menu
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.listing import event_options
from eventsmith.plain.menus import Option, one, read_out, some
from eventsmith.plain.vocabulary import vocabulary
from eventsmith.queries.form_preview import FormPreviews
from eventsmith.queries.name_reading import read_event

FEW = 3
"""How many names show what a form is."""


def names(interview: Interview) -> None:
    """Show the forms and ask which one all names get."""
    if not interview.session.catalog.events:
        interview.say("There are no events to name yet.")
    menu(interview, "Put all names into which form?", partial(_entries, interview), "Enter goes on to Properties")


def _entries(interview: Interview) -> list[Entry]:
    catalog = interview.session.catalog
    entries: list[Entry] = []
    for form in FORMS:
        own = list(islice(filter(None, (name_in_form(catalog, event, form) for event in catalog.events)), FEW))
        now = ", now" if form == catalog.naming.form else ""
        about = f"{now}: {', '.join(own) or FORMS[form]}"
        entries.append(Entry(form, partial(_put_all, interview, form), about))
    if catalog.events:
        entries += [
            Entry("Hear all names, what they are and why", partial(_read_all, interview)),
            Entry("Change the name or the ID of one event", partial(_change_one, interview)),
        ]
    entries.append(Entry("The team's words", partial(vocabulary, interview), _words(catalog)))
    return entries


def _words(catalog: Catalog) -> str:
    never = ", ".join(catalog.naming.instead)
    return f": never {never}" if never else ""


def _put_all(interview: Interview, form: Form) -> None:
    """Say every change before it is made; events can be left alone."""
    catalog = interview.session.catalog
    renamed = FormPreviews().in_form(catalog, form)
    changes = [(catalog.events[at], name) for at, name in renamed.changes.items()]
    for at, better in renamed.staying.items():
        interview.say(f"“{catalog.events[at].name}” stays: another event would be called “{better}” too.")
    left_alone: list[str] = []
    if changes:
        options = [Option(event.id, f"“{event.name}” becomes “{name}”") for event, name in changes]
        chosen = some(
            interview,
            f"{len(changes)} of {_count(len(catalog.events))} will change. Leave any alone?",
            options,
            "Enter changes all",
        )
        left_alone = chosen or []
    elif form == catalog.naming.form:
        interview.say(f"All names that are recognised are like “{FORMS[form]}” already.")
        return
    if do(interview, put_in_form(catalog, form, left_alone), ("naming", "form")):
        changed = len(changes) - len(left_alone)
        interview.say(
            f"{_count(changed)} changed. Type undo to take it back." if changed else f"The form is {form} now."
        )


def _count(number: int) -> str:
    return f"{number} name{'' if number == 1 else 's'}"


def _read_all(interview: Interview) -> None:
    catalog = interview.session.catalog
    form = catalog.naming.form
    read_out(
        interview,
        [
            f"{_name(event)}, ID {event.id or 'none'}. {read_event(catalog, event, form).why}"
            for event in catalog.events
        ],
    )


def _name(event: Event) -> str:
    return f"“{event.name}”" if event.name else "(no name yet)"


def _change_one(interview: Interview) -> None:
    at = one(interview, "Which event?", event_options(interview), "Enter: none")
    if at is not None:
        change_name(interview, int(at))


def change_name(interview: Interview, index: int) -> None:
    """Ask what to change in the name and ID of an event."""
    place: Place = ("events", index)
    menu(interview, "Change what?", partial(fields, interview, NAME_FIELDS, place), "Enter: done", place)
