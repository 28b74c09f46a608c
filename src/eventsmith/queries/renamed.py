"""What the names of a catalog become in a form, remembered: a key costs the names that it changed. Knows no screen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from eventsmith.edits import apart, name_in_form, spelling_in_most
from eventsmith.model import Catalog, Event, Form, Naming


@dataclass(frozen=True, slots=True)
class Renamed:
    """What putting all names into a form would do."""

    changes: dict[int, str]
    """Places of the events whose names change, and what those become."""
    staying: dict[int, str]
    """Places of the events that stay as they are, since another has, or would have, the name that they would get."""


class Names:
    """Remembers names of catalogs that are put alike, in one form after another."""

    def __init__(self) -> None:
        self._asked: tuple[Form, Naming, str, str | None] | None = None
        self._becomes: dict[tuple[str, str], str] = {}
        self._told: tuple[Catalog, Form, frozenset[str], Renamed] | None = None

    def in_form(self, catalog: Catalog, form: Form, left_alone: Collection[str] = ()) -> Renamed:
        """What would become of all names, but those of the events with the IDs in `left_alone`."""
        spared = frozenset(left_alone)
        told = self._told
        if told is None or told[0] is not catalog or told[1:3] != (form, spared):
            told = self._told = (catalog, form, spared, self._tell(catalog, form, spared))
        return told[3]

    def _tell(self, catalog: Catalog, form: Form, spared: frozenset[str]) -> Renamed:
        asked = (form, catalog.naming, catalog.language, spelling_in_most(catalog))
        if asked != self._asked:
            self._asked, self._becomes = asked, {}
        wanted = [
            event.name if event.id in spared else self._becoming(catalog, event, form) for event in catalog.events
        ]
        new = apart(catalog.events, wanted)
        changes = {at: name for at, name in enumerate(new) if name != catalog.events[at].name}
        staying = {at: name for at, (name, own) in enumerate(zip(wanted, new, strict=True)) if name != own}
        return Renamed(changes, staying)

    def _becoming(self, catalog: Catalog, event: Event, form: Form) -> str:
        key = (event.name, event.language)
        name = self._becomes.get(key)
        if name is None:
            name = self._becomes[key] = name_in_form(catalog, event, form)
        return name
