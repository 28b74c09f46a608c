"""A preview of all names in another form, remembered so that a key costs only the names it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal, NamedTuple

from eventsmith.edits import name_in_form, prevailing_spelling, resolve_name_clashes
from eventsmith.ground.incremental import PerItem
from eventsmith.model import Catalog, Event, Form, Naming
from eventsmith.naming import is_english
from eventsmith.queries.name_reading import read_event

Fate = Literal["changes", "fits", "excepted", "taken", "untold", "unjudged"]


class Outcome(NamedTuple):
    """What becomes of one name."""

    fate: Fate
    """`taken`: another event would be called that, too; `untold`: the name cannot be put into the form for certain;
    `unjudged`: nobody asks what form it has."""
    why: str = ""
    """Why it is untold or unjudged, in a word or two."""


@dataclass(frozen=True)
class FormPreview:
    """What putting all names into a form would do."""

    changes: dict[int, str]
    """By index of the event: the new name."""
    staying: dict[int, str]
    """By index of the event: the name it would get, had another event not taken it."""
    outcomes: Sequence[Outcome]
    """What becomes of each event's name."""

    @cached_property
    def counts(self) -> Counter[Outcome]:
        """How many names each outcome has."""
        return Counter(self.outcomes)

    def count(self, *fates: Fate) -> int:
        """Return how many names have one of these fates."""
        return sum(number for outcome, number in self.counts.items() if outcome.fate in fates)

    def of_fate(self, *fates: Fate) -> list[int]:
        """Return the indices of the events whose names have one of these fates."""
        return [at for at, outcome in enumerate(self.outcomes) if outcome.fate in fates]


class FormPreviews:
    """A memory of names in one form after another, for catalogs with equal naming rules."""

    def __init__(self) -> None:
        self._asked: tuple[Form, Naming, str, str | None] | None = None
        self._becomes: PerItem[Event, tuple[str, Outcome]] | None = None
        self._told: tuple[Catalog, Form, frozenset[str], FormPreview] | None = None

    def in_form(self, catalog: Catalog, form: Form, left_alone: Collection[str] = ()) -> FormPreview:
        """Return what becomes of all names in a form, except those of the events with the IDs in `left_alone`."""
        spared = frozenset(left_alone)
        told = self._told
        if told is None or told[0] is not catalog or told[1:3] != (form, spared):
            told = self._told = (catalog, form, spared, self._tell(catalog, form, spared))
        return told[3]

    def _tell(self, catalog: Catalog, form: Form, spared: frozenset[str]) -> FormPreview:
        asked = (form, catalog.naming, catalog.language, prevailing_spelling(catalog))
        if self._becomes is None or asked != self._asked:
            self._asked, self._becomes = asked, PerItem(partial(_becoming, catalog, form))
        self._becomes.update_to(catalog.events)
        wanted = [name for name, _ in self._becomes.made]
        outcomes = [outcome for _, outcome in self._becomes.made]
        if spared:
            for at, event in enumerate(catalog.events):
                if event.id in spared:
                    wanted[at], outcomes[at] = event.name, Outcome("excepted")
        new = resolve_name_clashes(catalog.events, wanted)
        changes = {at: name for at, name in enumerate(new) if name != catalog.events[at].name}
        staying = {at: name for at, (name, own) in enumerate(zip(wanted, new, strict=True)) if name != own}
        for at in staying:
            outcomes[at] = Outcome("taken")
        return FormPreview(changes, staying, outcomes)


def _becoming(catalog: Catalog, form: Form, event: Event) -> tuple[str, Outcome]:
    """Return what becomes of an event's name, by all that a catalog says of names in general."""
    name = name_in_form(catalog, event, form)
    return name, _outcome(catalog, event, name, form)


def _outcome(catalog: Catalog, event: Event, name: str, form: Form) -> Outcome:
    language = event.language or catalog.language
    if name != event.name:
        return Outcome("changes")
    if not event.name:
        return Outcome("unjudged", "no name yet")
    if event.source == "platform":
        return Outcome("unjudged", "named by a platform")
    if not is_english(language):
        return Outcome("unjudged", f"in “{language}”")
    read = read_event(catalog, event, form).form
    return Outcome("fits") if read == form else Outcome("untold", read)
