"""A property's example is not of the property's type.

Developers copy the example. If a length of 431 seconds is written as text, it is sent as text, and “longer than 300” is
never true.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "length"
    type = "integer"
    example = "431"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "length"
    type = "integer"
    example = 431
"""

from collections.abc import Iterable

from eventsmith.model import Event, PropertyField
from eventsmith.rules._rule import Finding, Settings, rule, set_at
from eventsmith.rules._values import EXACT, WANTED, fits_type, read_as, same_value, type_in_words, what_it_is


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Accept any list as the example of a list."""
    value = prop.example
    if value is None or type(value) is EXACT.get(prop.type) or fits_type(value, prop.type):
        return ()
    meant = read_as(value, prop.type)
    if prop.values and all(fits_type(one, prop.type) and not same_value(one, meant) for one in prop.values):
        meant = None
    fix = None if meant is None else set_at(("example",), meant, f"make it {type_in_words(prop.type)}")
    message = f"The example should be {WANTED[prop.type]}; {what_it_is(value)}"
    return (Finding(("example",), message, fix),)
