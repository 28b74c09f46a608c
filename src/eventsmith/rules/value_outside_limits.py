"""An example or an allowed value breaks a limit of its property.

Either the value can never be sent, or the limit is wrong: both are read by people who take them for true. Change the
one that is not.

Bad:

    format = 2

    [[events]]
    id = "rateSong"
    name = "Rate Song"

    [[events.properties]]
    name = "stars"
    type = "integer"
    minimum = 1
    maximum = 5
    example = 6

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
    example = 5
"""

from collections.abc import Iterator
from typing import Any

from eventsmith.model import Event, Place, PropertyField
from eventsmith.rules._limits import has_limits, how_outside
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at
from eventsmith.rules._values import fits_type, quoted


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Findings:
    """Skip values of a wrong type, which other rules report; of a list, only the example is a list."""
    if prop.example is None and not prop.values:
        return ()
    return _judge(prop) if has_limits(prop) else ()


def _judge(prop: PropertyField) -> Iterator[Finding]:
    if prop.example is not None:
        yield from _at(("example",), "The example", prop.example, prop)
    for number, value in enumerate(prop.values if prop.type != "list" else ()):
        yield from _at(("values", number), "The allowed value", value, prop)


def _at(place: Place, what: str, value: Any, prop: PropertyField) -> Iterator[Finding]:
    if not fits_type(value, prop.type):
        return
    key, how = how_outside(value, prop)
    if key:
        upper = value.upper() if key == "format" and prop.format in ("country", "currency") else value
        fix = None
        if upper != value and not how_outside(upper, prop)[0]:
            fix = set_at(place, upper, f"write {quoted(upper)}")
        yield Finding(place, f"{what} {quoted(value)} {how}: change one of them", fix)
