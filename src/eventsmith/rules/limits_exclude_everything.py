"""No value can keep to both limits of a property.

If the minimum is above the maximum, whatever is sent is wrong. Usually the two were swapped, or one has a digit too
many.

Bad:

    format = 2

    [[events]]
    id = "rateSong"
    name = "Rate Song"

    [[events.properties]]
    name = "stars"
    type = "integer"
    minimum = 5
    maximum = 1

Good:

    format = 2

    [[events]]
    id = "rateSong"
    name = "Rate Song"

    [[events.properties]]
    name = "stars"
    type = "integer"
    minimum = 1
    maximum = 5
"""

from collections.abc import Iterator
from functools import partial

from eventsmith.edits import Edit, Set, Together
from eventsmith.model import Catalog, Event, Place, PropertyField
from eventsmith.rules._limits import applies, has_limits
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule
from eventsmith.rules._values import fits_type, holds, plain


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Findings:
    """Compare the least with the most that each pair of limits allows."""
    return _judge(prop) if has_limits(prop) else ()


def _judge(prop: PropertyField) -> Iterator[Finding]:
    for least, most in (("minimum", "maximum"), ("min_length", "max_length")):
        if not (applies(prop, least) and applies(prop, most)):
            continue
        low, high = getattr(prop, least), getattr(prop, most)
        comparable = least == "min_length" or (fits_type(low, prop.type) and fits_type(high, prop.type))
        if comparable and not holds("<=", low, high):
            must = "have a length of" if least == "min_length" else "be"
            message = f"“{prop.name}” must {must} at least {plain(low)} and at most {plain(high)}"
            fix = Fix("swap them", partial(_swap, least=least, most=most, low=low, high=high), safe=False)
            yield Finding((least,), f"{message}: no value can, so change one of them", fix)


def _swap(catalog: Catalog, thing: Place, *, least: str, most: str, low: object, high: object) -> Edit:
    return Together([Set((*thing, least), high), Set((*thing, most), low)], "swap the limits")
