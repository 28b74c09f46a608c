"""What `ignore` names that is no rule. Knows the names of all rules, from their files, and imports none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from eventsmith.edits import Edit, Remove, Set, Together
from eventsmith.model import Catalog, Place, value_at
from eventsmith.one_per_file import names_in, title_of
from eventsmith.rules._nearest import nearest
from eventsmith.rules._rule import Finding, Fix


def unknown_in(ignore: Mapping[str, str], here: Place = ()) -> Iterator[Finding]:
    """A finding for each unknown name."""
    for name in ignore:
        if name not in _known():
            near = nearest(name, _known())
            if near is None:
                yield Finding((*here, "ignore", name), f"There is no rule “{name}” to ignore: take it out")
            else:
                message = f"There is no rule “{name}” to ignore: did you mean “{near.word}”?"
                yield Finding((*here, "ignore", name), message, _respell(here, name, near.word, near.sure))


@cache
def _known() -> dict[str, None]:
    return dict.fromkeys(title_of(name) for name in names_in(__package__))


def _respell(here: Place, old: str, new: str, safe: bool) -> Fix:
    label = f"ignore “{new}”"

    def make(catalog: Catalog, thing: Place) -> Edit:
        place = (*thing, *here, "ignore")
        reasons: Mapping[str, str] = value_at(catalog, place)
        return Together([Remove((*place, old)), Set((*place, new), reasons.get(new) or reasons[old])], label)

    return Fix(label, make, safe)
