"""A destination does not accept a property's name.

A refused property is dropped, or the whole event with it. The message that should show it then goes out with a gap.
Choose a name that all destinations accept.

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

from collections.abc import Iterable
from functools import lru_cache

from eventsmith.destinations import Destination, refusal
from eventsmith.model import Event, PropertyField
from eventsmith.rules._property_names import FAULTS, respell_fix
from eventsmith.rules._rule import Finding, Settings, rule


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Check all platforms at once, since one fix must serve them all. Skip names that are wrong everywhere."""
    if not settings.destinations:
        return ()
    message = _refusal(settings.destinations, prop.name)
    if message is None or FAULTS[prop.name] not in ("", "apart"):
        return ()
    return (Finding(("name",), message, respell_fix(prop, event, settings)),)


@lru_cache(maxsize=1 << 17)
def _refusal(places: tuple[Destination, ...], name: str) -> str | None:
    """Return the message, remembered by name: catalogs have few names and many properties."""
    return refusal(((place.title, place.property) for place in places), name)
