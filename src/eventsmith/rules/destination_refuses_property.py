"""A destination does not take a property's name, or a text that the property may hold.

A refused property is dropped, or takes the whole event with it. Then the message that wanted to show it goes out with
a gap.

Bad:

    destinations = ["infobip"]

    [[events]]
    id = "viewModel"
    name = "View Model"

    [[events.properties]]
    name = "3dModel"

Good:

    destinations = ["infobip"]

    [[events]]
    id = "viewModel"
    name = "View Model"

    [[events.properties]]
    name = "model3d"
"""

from functools import lru_cache

from eventsmith.destinations import destination
from eventsmith.model import Event, ListField
from eventsmith.rules._property_names import is_well_formed
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(prop: ListField, event: Event, settings: Settings) -> Findings:
    """Nothing for a name that is wrong everywhere. Of texts, the example and the allowed values can be looked at."""
    if not settings.destinations:
        return
    name_counts = is_well_formed(prop.name)
    for place in settings.destinations:
        if name_counts and (why := _refusal(place.id, prop.name)):
            yield Finding(("name",), f"{place.title} does not take “{prop.name}”: it takes {why}")
        if place.max_text is None:
            continue
        longest = place.max_text
        if isinstance(prop.example, str) and len(prop.example) > longest:
            yield Finding(("example",), _too_long(place.title, "This example", prop.example, longest))
        for number, value in enumerate(prop.values):
            if isinstance(value, str) and len(value) > longest:
                yield Finding(("values", number), _too_long(place.title, "This value", value, longest))


@lru_cache(maxsize=8192)
def _refusal(destination_id: str, name: str) -> str | None:
    """Catalogs have few names and many properties, and this is asked of each."""
    place = destination(destination_id)
    return place.property.refuses(name) if place else None


def _too_long(title: str, what: str, text: str, longest: int) -> str:
    return f"{what} is too long for {title}: it takes texts of at most {longest} characters, this has {len(text)}"
