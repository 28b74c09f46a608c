"""The team's words: which are never used, and which verbs may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.queries.vocabulary import edit_for, question, text_asked, what_changes, word_choices
from eventsmith.tui.actions import key_of
from eventsmith.tui.dialogs.ask_text import AskText
from eventsmith.tui.dialogs.pick_one import PickOne
from eventsmith.tui.text import lit

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def choose(host: Host) -> None:
    """Ask what to do about the team's words, and do it."""
    catalog = host.session.catalog
    if not host.may_change():
        return
    choices = word_choices(catalog)
    picked = await host.ask(PickOne("The team's words", [(str(at), one.title) for at, one in enumerate(choices)]))
    if picked is None:
        return
    choice = choices[int(picked)]
    edit = choice.edit
    if choice.asks:
        told = AskText(
            question(choice),
            text_asked(catalog, choice),
            lambda text: lit(f"{what_changes(catalog, choice, text)}"),
        )
        edit = edit_for(catalog, choice, await host.ask(told) or "")
    if edit is None:
        host.say("Nothing was changed")
    elif host.session.catalog is not catalog:
        host.say("The catalog changed in the meantime: please try again")
    elif host.do(edit, ("naming",)):
        host.say(f"Done: {edit.label}. {key_of('undo')} undoes it")
