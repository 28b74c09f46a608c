"""A property's text is longer than a destination keeps.

Anything over the limit is cut off, or the property does not arrive at all. A message then shows half a sentence, and a
condition on the whole text is never met. Shorten the text.

Bad:

    destinations = ["ga4"]

    [[events]]
    id = "rateOrder"
    name = "Rate Order"

    [[events.properties]]
    name = "verdict"
    values = [
        "good",
        "The order came late, and what was in it was not what was ordered, so that it all had to be sent back at once",
    ]

Good:

    destinations = ["ga4"]

    [[events]]
    id = "rateOrder"
    name = "Rate Order"

    [[events.properties]]
    name = "verdict"
    values = [
        "good",
        "late and wrong",
    ]
"""

from collections.abc import Iterator

from eventsmith.destinations import refusal
from eventsmith.model import Event, Place, PropertyField, Value
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Findings:
    """Check the example and the allowed values, the only texts known in advance."""
    if not settings.destinations:
        return
    for at, text in _texts(prop):
        if isinstance(text, str):
            message = refusal(((place.title, place.text) for place in settings.destinations), text)
            if message:
                yield Finding(at, message)


def _texts(prop: PropertyField) -> Iterator[tuple[Place, Value]]:
    yield ("example",), prop.example
    for number, value in enumerate(prop.values):
        yield ("values", number), value
