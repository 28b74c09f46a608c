"""The commands that can be typed instead of an answer, at any question: help, back, undo, save, quit and the like."""

from __future__ import annotations

from collections.abc import Callable

from eventsmith.ground.labels import ABOUT, PAGES
from eventsmith.model import Catalog
from eventsmith.plain import files, issues, opening, where
from eventsmith.plain.interview import Interview
from eventsmith.plain.navigation import Back, Changed, Go, Leave

HELP = {
    "?": "shows this help",
    "back": "goes to the previous question, or from the first one of a page to the previous page",
    "next": "goes to the next page",
    "go PAGE": f"goes to a page: {', '.join(PAGES)}",
    "jump": "goes to an event, a property or a campaign, by part of its name",
    "where": "says what you are working on, whether it is saved, and what undo would take back",
    "again": "asks the question again, with everything there is to choose from",
    "fix": "fixes the issue that was said last",
    "why": "says why it matters",
    "undo": "takes back the last step",
    "redo": "does it again",
    "save": "saves the file",
    "open": "opens another catalog; asks first if there are unsaved changes",
    "quit": "leaves; asks first if there are unsaved changes",
}
SHORT = "At any question, you can type: ? for help, back, next, where, undo, redo, save, quit."


def is_command(text: str) -> bool:
    """Return whether a text is a command rather than an answer."""
    return text.casefold() in _COMMANDS or _page_in(text) != ""


def run(interview: Interview, text: str, about: str) -> None:
    """Run a command; `about` is the help on the question. Raises a Turn if the command leaves the question."""
    if page := _page_in(text):
        raise Go(page)
    if text.casefold() in ("?", "help"):
        _help(interview, about)
    elif not interview.here and text.casefold() in ("next", "save", "open", "jump", "where"):
        # There is no catalog yet.
        raise Back
    else:
        _COMMANDS[text.casefold()](interview)


def _page_in(text: str) -> str:
    verb, _, name = text.casefold().partition(" ")
    return name.strip() if verb == "go" and name.strip() in PAGES else ""


def _help(interview: Interview, about: str) -> None:
    if about:
        interview.say(about)
    if interview.here:
        interview.say(ABOUT[interview.here])
    interview.say("Enter alone takes what is in brackets; - empties a text. Instead of an answer, you can type:")
    for word, meaning in HELP.items():
        interview.say(f"  {word}: {meaning}")
    interview.say('If such a word is your answer, put it in quotes: "Save".')


def _back(interview: Interview) -> None:
    raise Back


def _next(interview: Interview) -> None:
    names = list(PAGES)
    at = names.index(interview.here) + 1
    if at == len(names):
        interview.say("This is the last page.")
    else:
        raise Go(names[at])


def _undo(interview: Interview) -> None:
    step = interview.session.undo()
    if step is None:
        interview.say("Nothing to undo.")
    else:
        interview.say(f"Undid: {step.label}. Type redo to do it again.")
        raise Changed


def _redo(interview: Interview) -> None:
    step = interview.session.redo()
    if step is None:
        interview.say("Nothing to redo.")
    else:
        interview.say(f"Redid: {step.label}.")
        raise Changed


def _fix(interview: Interview) -> None:
    if issues.fix_told(interview):
        raise Changed


def _save(interview: Interview) -> None:
    before = interview.session.catalog
    files.save(interview)
    _ask_anew_if_other(interview, before)


def _open(interview: Interview) -> None:
    before = interview.session.catalog
    opening.open_another(interview)
    _ask_anew_if_other(interview, before)


def _quit(interview: Interview) -> None:
    before = interview.session.catalog
    if files.may_leave(interview):
        raise Leave
    _ask_anew_if_other(interview, before)


def _ask_anew_if_other(interview: Interview, before: Catalog) -> None:
    """Raise Changed if a save has merged in what others have changed."""
    if interview.session.catalog is not before:
        raise Changed


_COMMANDS: dict[str, Callable[[Interview], None]] = {
    "?": lambda interview: None,
    "help": lambda interview: None,
    "back": _back,
    "next": _next,
    "jump": where.jump,
    "where": where.tell_where,
    "again": lambda interview: None,
    "fix": _fix,
    "why": issues.tell_why,
    "undo": _undo,
    "redo": _redo,
    "save": _save,
    "open": _open,
    "quit": _quit,
}
