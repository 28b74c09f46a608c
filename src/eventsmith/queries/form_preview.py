"""A preview of all names in another form, remembered so that a key costs only the names it changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from eventsmith.edits import name_in_form, prevailing_spelling, resolve_name_clashes
from eventsmith.model import Catalog, Event, Form, Naming


@dataclass(frozen=True, slots=True)
class FormPreview:
    """What putting all names into a form would do."""

    changes: dict[int, str]
    """By index of the event: the new name."""
    staying: dict[int, str]
    """By index of the event: the name it would get, had another event not taken it."""


class FormPreviews:
    """A memory of names in one form after another, for catalogs with equal naming rules."""

    def __init__(self) -> None:
        self._asked: tuple[Form, Naming, str, str | None] | None = None
        self._becomes: dict[tuple[str, str], str] = {}
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
        if asked != self._asked:
            self._asked, self._becomes = asked, {}
        wanted = [
            event.name if event.id in spared else self._becoming(catalog, event, form) for event in catalog.events
        ]
        new = resolve_name_clashes(catalog.events, wanted)
        changes = {at: name for at, name in enumerate(new) if name != catalog.events[at].name}
        staying = {at: name for at, (name, own) in enumerate(zip(wanted, new, strict=True)) if name != own}
        return FormPreview(changes, staying)

    def _becoming(self, catalog: Catalog, event: Event, form: Form) -> str:
        key = (event.name, event.language)
        name = self._becomes.get(key)
        if name is None:
            name = self._becomes[key] = name_in_form(catalog, event, form)
        return name
