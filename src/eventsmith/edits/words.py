"""Edits of the words in names: one verb for one thing."""

from __future__ import annotations

from collections.abc import Mapping

from eventsmith.edits._edit import Edit, Set, Together
from eventsmith.edits.names import language_of, rename_event, resolve_name_clashes
from eventsmith.edits.workbench import Workbench
from eventsmith.model import Catalog, Event
from eventsmith.naming import is_english, read_name, with_house_words


def verb_of(catalog: Catalog, event: Event) -> str:
    """Return the verb of an event's name; empty where nobody asks for its form, or the verb is not sure."""
    if event.source == "platform" or not is_english(language_of(catalog, event)):
        return ""
    reading = read_name(event.name, catalog.naming.form)
    return reading.verb if reading.sure and reading.verb else ""


def say_verb(catalog: Catalog, verb: str, instead: str) -> Together:
    """Put a verb into all names that have another one `instead`, and never say that again. IDs follow.

    The other may still be said where it is a thing, as in “View Start Page”: then no rule is made of it. Never gives
    two events one name: the second keeps its own.
    """
    words = {instead: verb}
    wanted = [
        with_house_words(event.name, words) if verb_of(catalog, event) == instead else event.name
        for event in catalog.events
    ]
    edits: list[Edit] = []
    bench = Workbench.of(catalog)
    if all(name == with_house_words(name, words) for name in wanted):
        edits.append(Set(("naming", "instead"), _never(catalog.naming.instead, instead, verb)))
        edits[0].change(bench)
    names = resolve_name_clashes(catalog.events, wanted)
    for index, (event, name) in enumerate(zip(catalog.events, names, strict=True)):
        if name != event.name:
            renaming = rename_event(bench, ("events", index), name)
            renaming.change(bench)
            edits.append(renaming)
    return Together(edits, f"say “{verb}”, never “{instead}”")


def _never(said: Mapping[str, str], word: str, better: str) -> dict[str, str]:
    """Return the team's words with another one never to say, which is then said nowhere instead."""
    rest = {other: better if now == word else now for other, now in said.items() if other != better}
    return {**rest, word: better}
