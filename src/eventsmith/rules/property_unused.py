"""Nothing uses a property: no campaign, no segment, no analysis.

Each property has to be built, tested and kept right, and makes the list longer in which people look for the ones they
need. Take those that something needs, and say what that is.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "genre"
    used_for = ["segment"]

    [[events.properties]]
    name = "volume"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "genre"
    used_for = ["segment"]
"""

from collections.abc import Iterable, Sequence

from eventsmith.model import Campaign, Event, Property
from eventsmith.rules._rule import Finding, Settings, rule


@rule("hint")
def check(users: Sequence[Campaign], event: Event, settings: Settings) -> Iterable[Finding]:
    """Of events that something uses; of others the event is what is unused. The unit of what is needed is needed."""
    idle = [number for number, prop in enumerate(event.properties) if not prop.used_for]
    return _tell(users, event, idle) if idle and event.status != "deprecated" else ()


def _tell(users: Sequence[Campaign], event: Event, idle: Sequence[int]) -> Iterable[Finding]:
    asked = {condition.property for user in users if user.trigger == event.id for condition in user.conditions}
    wanted = [_is_needed(prop, asked) for prop in event.properties]
    if not users and not event.used_for and not any(wanted):
        return
    units = {
        part.unit_in
        for prop, needed in zip(event.properties, wanted, strict=True)
        if needed
        for part in (prop, *prop.fields)
    }
    for number in idle:
        prop = event.properties[number]
        if not wanted[number] and prop.name.strip() and prop.name not in units:
            message = f"Nothing is said to need “{prop.name}”: say what it is needed for, or take it out"
            yield Finding(("properties", number, "used_for"), message)


def _is_needed(prop: Property, asked: set[str]) -> bool:
    return bool(prop.used_for) or prop.name in asked or any(field.used_for for field in prop.fields)
