"""The form that most names of a catalog have where it sets none. Knows no particular rule."""

from __future__ import annotations

from collections import Counter

from eventsmith.ground.incremental import PerItem
from eventsmith.model import FORMS, Catalog, Event, Form
from eventsmith.naming import is_english
from eventsmith.rules._name_reading import said

_FEWEST = 5
"""Fewer names tell nothing."""


class UsualForm:
    """Counted for the catalog asked about last: another costs what is other in it."""

    def __init__(self) -> None:
        self._forms: PerItem[Event, Form | None] = PerItem(_form_of)
        self._numbers: Counter[Form | None] = Counter()

    def of(self, catalog: Catalog) -> Form | None:
        """The form of two in three of the names that can be told; None where there is none, or it has nothing to say.

        It has not where the catalog sets a form, or it is the one that goes without saying.
        """
        if "form" in catalog.naming.model_fields_set or not is_english(catalog.language):
            return None
        gone, new = self._forms.turn_to(catalog.events)
        self._numbers.update(new)
        self._numbers.subtract(gone)
        told = [(number, form) for form, number in self._numbers.items() if form]
        most, form = max(told, default=(0, None), key=lambda one: one[0])
        is_usual = most >= _FEWEST and 3 * most >= 2 * sum(number for number, _ in told)
        return form if is_usual and form != catalog.naming.form else None


def _form_of(event: Event) -> Form | None:
    """The form of a name that is sure; “Signed Up” is in two, and tells nothing.

    “Page View” is not sure by itself. Where two names in three are put so, they are.
    """
    reading = said(event.name).reading if is_english(event.language or "en") else None
    if reading is None or not reading.object or not (reading.sure or reading.form == "noun-verb"):
        return None
    return next((form for form in FORMS if form == reading.form), None)
