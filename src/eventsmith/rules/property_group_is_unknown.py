"""An event takes a property group that the catalog does not have.

The event lacks the properties that somebody meant it to have, and no export has them either. Name a group that there
is, or write the group.

Bad:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "orderId"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["Order"]

Good:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "orderId"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["order"]
"""

from collections.abc import Mapping
from dataclasses import replace

from eventsmith.model import Catalog
from eventsmith.rules._nearest import Near, Words, nearest
from eventsmith.rules._property_groups import groups_named
from eventsmith.rules._quoted_list import plain_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("error", counts=groups_named)
def check(numbers: Mapping[str, int], catalog: Catalog, settings: Settings) -> Findings:
    """Look at the events only if one of them names a group that is not there."""
    known = Words(group.name for group in catalog.property_groups)
    unknown = {name: nearest(name, known) for name in numbers if not known.counts[name]}
    for index, event in enumerate(catalog.events if unknown else ()):
        for number, name in enumerate(event.property_groups):
            if name in unknown:
                yield _finding(("events", index, "property_groups", number), name, unknown[name], known)


def _finding(place: tuple[str | int, ...], name: str, near: Near | None, known: Words) -> Finding:
    if near is not None:
        fix = replace(set_at(place, near.word, f"take “{near.word}”"), safe=near.sure)
        return Finding(place, f"There is no property group “{name}”: did you mean “{near.word}”?", fix)
    others = f", or take {plain_list(list(known.counts))}" if known.all else ""
    return Finding(place, f"There is no property group “{name}”: add it, or remove it here{others}")
