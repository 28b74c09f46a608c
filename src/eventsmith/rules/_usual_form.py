"""The form of most names in a catalog that sets none."""

from __future__ import annotations

from collections import Counter

from eventsmith.ground.incremental import PerItem
from eventsmith.model import FORMS, Catalog, Event, Form
from eventsmith.naming import is_english
from eventsmith.rules._name_reading import name_facts

_FEWEST = 5
"""With fewer names than this, no form is usual."""


class UsualForm:
    """A count of the forms in a catalog; counting the next version costs only what has changed."""

    def __init__(self) -> None:
        self._forms: PerItem[Event, Form | None] = PerItem(_form_of)
        self._numbers: Counter[Form | None] = Counter()

    def of(self, catalog: Catalog) -> Form | None:
        """Return the form of at least two thirds of the recognised names; None if there is none, or it is the default.

        Also None if the catalog sets a form or is not in English.
        """
        if "form" in catalog.naming.model_fields_set or not is_english(catalog.language):
            return None
        gone, new = self._forms.update_to(catalog.events)
        self._numbers.update(new)
        self._numbers.subtract(gone)
        told = [(number, form) for form, number in self._numbers.items() if form]
        most, form = max(told, default=(0, None), key=lambda one: one[0])
        is_usual = most >= _FEWEST and 3 * most >= 2 * sum(number for number, _ in told)
        return form if is_usual and form != catalog.naming.form else None


def _form_of(event: Event) -> Form | None:
    """Return the form of a name; None if it is uncertain, as for “Signed Up”, which fits two forms.

    “Page View” counts, though uncertain by itself: if two thirds of the names have that form, it has it too.
    """
    is_judged = is_english(event.language or "en") and event.source != "platform"
    reading = name_facts(event.name).reading if is_judged else None
    if reading is None or not reading.object or not (reading.sure or reading.form == "noun-verb"):
        return None
    return next((form for form in FORMS if form == reading.form), None)
