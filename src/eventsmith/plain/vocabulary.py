"""The team's words in questions and answers."""

from __future__ import annotations

from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.menus import Option, one
from eventsmith.queries.vocabulary import edit_for, question, text_asked, what_changes, word_choices


def vocabulary(interview: Interview) -> None:
    """Ask what to do about the team's words, and do it."""
    catalog = interview.session.catalog
    choices = word_choices(catalog)
    picked = one(
        interview,
        "What about the words?",
        [Option(str(at), each.title) for at, each in enumerate(choices)],
        "Enter: nothing",
    )
    if picked is None:
        return
    choice = choices[int(picked)]
    edit = choice.edit
    if choice.asks:
        now = text_asked(catalog, choice)
        text = interview.ask(f"{question(choice)} [{f'Enter takes {now}' if now else 'Enter: none'}]") or now
        edit = edit_for(catalog, choice, text)
        if edit is not None:
            interview.say(f"{what_changes(catalog, choice, text)}.")
    if edit is None:
        interview.say("Nothing was changed.")
    elif do(interview, edit, ("naming",)):
        interview.say(f"Done: {edit.label}. Type undo to take it back.")
