"""Where the person is, and the way to anything in the catalog by part of its name."""

from __future__ import annotations

from eventsmith.ground.labels import PAGES
from eventsmith.model import Place
from eventsmith.plain.interview import Interview
from eventsmith.plain.menus import Option, one
from eventsmith.plain.navigation import Jump
from eventsmith.queries.progress import PATH, progress
from eventsmith.queries.search import find_in


def here_words(interview: Interview) -> str:
    """Return which page it is, and how much is wrong there."""
    here = interview.here
    state = progress(interview.session.catalog, interview.session.issues)[here]
    counts = [_count(state.errors, "error"), _count(state.warnings, "warning")]
    wrong = ", ".join(count for count in counts if count)
    return f"Page {PATH.index(here) + 1} of {len(PATH)}: {PAGES[here]}{f' ({wrong})' if wrong else ''}."


def tell_where(interview: Interview) -> None:
    """Say which catalog is open, whether it is saved, which page it is, and what undo and redo would do."""
    session = interview.session
    path = session.document.path
    name = session.catalog.name or "An unnamed catalog"
    file = f"in {path}" if path is not None else "in no file yet"
    state = "read-only" if session.read_only else "with unsaved changes" if session.dirty else "all saved"
    interview.say(f"{name}, {file}, {state}.")
    interview.say(here_words(interview))
    interview.say(f"undo would take back: {session.undo_label or 'nothing'}.")
    if session.redo_label:
        interview.say(f"redo would do again: {session.redo_label}.")


def jump(interview: Interview) -> None:
    """Ask for part of a name, and raise Jump to what has it."""
    text = interview.ask("Jump to what? Part of the name of an event, a property or a campaign [Enter stays here]")
    if not text:
        return
    found = _found(interview, text)
    if not found:
        interview.say(f"No event, property or campaign matches “{text}”.")
        return
    places = [place for place, _ in found]
    options = [option for _, option in found]
    picked = "0" if len(found) == 1 else one(interview, "Jump to which one?", options, "Enter stays here")
    if picked is not None:
        raise Jump(places[int(picked)])


def _found(interview: Interview, text: str) -> list[tuple[Place, Option]]:
    catalog, wanted = interview.session.catalog, text.casefold()
    found: list[tuple[Place, str, str]] = [
        (("events", at), catalog.events[at].name or "(no name yet)", "Events") for at in find_in(catalog, text)
    ]
    found += [
        (("events", at, "properties", number), f"{event.name}: {prop.name}", "Properties")
        for at, event in enumerate(catalog.events)
        for number, prop in enumerate(event.properties)
        if wanted in prop.name.casefold()
    ]
    found += [
        (("campaigns", at), campaign.name, "Campaigns")
        for at, campaign in enumerate(catalog.campaigns)
        if wanted in campaign.name.casefold()
    ]
    return [(place, Option(str(number), title, group)) for number, (place, title, group) in enumerate(found)]


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""
