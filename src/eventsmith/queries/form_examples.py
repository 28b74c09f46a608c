"""Names of the catalog that show what each form is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventsmith.edits import name_in_form
from eventsmith.ground.labels import FORMS
from eventsmith.model import Catalog, Form
from eventsmith.naming import is_english, read_name, same_key

_LOOKED_AT = 60
"""How many events to look at: enough to find some, and few enough to do so at each key."""
_SHORT = 17
"""As many characters as a card has room for."""

Example = Mapping[Form, str]
"""One name in every form."""


def form_examples(catalog: Catalog, most: int) -> list[Example]:
    """Return some of the catalog's names in each form, all forms of a name different.

    Short names and ones with other verbs come first. Without any, the example of the forms themselves is the only one.
    """
    best: dict[str, Example] = {}
    rest: list[Example] = []
    for verb, example in _differing(catalog):
        if verb in best or max(map(len, example.values())) > _SHORT:
            rest.append(example)
        else:
            best[verb] = example
        if len(best) == most:
            break
    return [*best.values(), *rest][:most] or [FORMS]


def _differing(catalog: Catalog) -> Iterator[tuple[str, Example]]:
    """Yield the verb of each name that shows the forms, and what the name is in each."""
    known: set[str] = set()
    for event in catalog.events[:_LOOKED_AT]:
        if not event.name or event.source == "platform" or not is_english(event.language or catalog.language):
            continue
        example = {form: name_in_form(catalog, event, form) for form in FORMS}
        key = same_key(example["verb-noun"])
        if len(set(example.values())) == len(FORMS) and key not in known:
            known.add(key)
            yield read_name(event.name, catalog.naming.form).verb or "", example
