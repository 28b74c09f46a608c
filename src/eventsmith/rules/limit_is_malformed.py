"""A limit is not of a kind that values could be compared with.

A price cannot be compared with the text “100”, and no text has fewer than no characters. Write a limit as a value of
the property would be written.

Bad:

    format = 2

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "quantity"
    type = "integer"
    minimum = "1"

Good:

    format = 2

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "quantity"
    type = "integer"
    minimum = 1
"""

from collections.abc import Iterator

from eventsmith.model import Event, PropertyField
from eventsmith.rules._limits import applies, has_limits
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at
from eventsmith.rules._values import WANTED, fits_type, read_as, type_in_words, what_it_is


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Findings:
    """Skip limits that do not apply, which another rule reports."""
    return _judge(prop) if has_limits(prop) else ()


def _judge(prop: PropertyField) -> Iterator[Finding]:
    for key in ("minimum", "maximum"):
        value = getattr(prop, key)
        if applies(prop, key) and not fits_type(value, prop.type):
            meant = read_as(value, prop.type)
            fix = None if meant is None else set_at((key,), meant, f"make it {type_in_words(prop.type)}")
            message = f"The {key} of “{prop.name}” should be {WANTED[prop.type]}; {what_it_is(value)}"
            yield Finding((key,), message, fix)
    for key in ("min_length", "max_length"):
        if applies(prop, key) and getattr(prop, key) < 0:
            yield Finding((key,), f"A length cannot be {getattr(prop, key)}: choose a number from 0 on, or remove it")
