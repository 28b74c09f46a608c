"""One of a property's allowed values is not of the property's type.

The allowed values are what people choose from when they write a condition. A text among numbers can never be what the
app sends, so whoever chooses it reaches nobody. Give all values the property's type.

Bad:

    [[events]]
    id = "rateApp"
    name = "Rate App"

    [[events.properties]]
    name = "rating"
    type = "integer"
    values = [1, 2, "3"]

Good:

    [[events]]
    id = "rateApp"
    name = "Rate App"

    [[events.properties]]
    name = "rating"
    type = "integer"
    values = [1, 2, 3]
"""

from collections.abc import Iterable, Iterator

from eventsmith.model import Event, PropertyField
from eventsmith.rules._rule import Finding, Settings, rule, set_at
from eventsmith.rules._values import WANTED, fits_type, read_as, type_in_words, what_it_is


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Check the values of a list as items, where the type of items is given."""
    return _judge(prop) if prop.values else ()


def _judge(prop: PropertyField) -> Iterator[Finding]:
    type_name = prop.item_type if prop.type == "list" else prop.type
    if not type_name:
        return
    for number, value in enumerate(prop.values):
        if not fits_type(value, type_name):
            meant = read_as(value, type_name)
            label = f"make it {type_in_words(type_name)}"
            fix = None if meant is None else set_at(("values", number), meant, label)
            message = f"An allowed value should be {WANTED[type_name]}; {what_it_is(value)}"
            yield Finding(("values", number), message, fix)
