"""What the names of a catalog become in a form, remembered: a key costs the names that it changed. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable

from eventsmith.edits import name_in_form
from eventsmith.model import Catalog, Event, Form, Naming


class Names:
    """Remembers names of catalogs that are put alike, in one form after another."""

    def __init__(self) -> None:
        self._asked: tuple[Form, Naming, str] | None = None
        self._becomes: dict[tuple[str, str], str] = {}

    def in_form(self, catalog: Catalog, form: Form) -> Callable[[Event], str]:
        """What `name_in_form` says of each event of the catalog."""
        asked = (form, catalog.naming, catalog.language)
        if asked != self._asked:
            self._asked, self._becomes = asked, {}
        known = self._becomes

        def becomes(event: Event) -> str:
            key = (event.name, event.language)
            name = known.get(key)
            if name is None:
                name = known[key] = name_in_form(catalog, event, form)
            return name

        return becomes
