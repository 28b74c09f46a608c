"""A length, a duration, a weight or a similar quantity has no unit.

A length of 431 may be in seconds or metres, and one app sends the one and the next app the other. Whoever writes
“longer than 300” has to guess. State the unit.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "length"
    type = "integer"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "length"
    type = "integer"
    unit = "s"
"""

from collections.abc import Iterable

from eventsmith.model import Event, PropertyField
from eventsmith.rules._amounts import MEASURED
from eventsmith.rules._inferred_types import inferred_type
from eventsmith.rules._rule import Finding, Settings, rule


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Accept a unit within the name: “durationSeconds”, “weightKg”."""
    if not MEASURED[prop.name] or prop.unit or prop.unit_in:
        return ()
    if (inferred_type(prop) or prop.type) not in ("integer", "decimal"):
        return ()
    message = f"“{prop.name}” has no unit: say what it is measured in, for example {_example(prop.name)}"
    return (Finding(("name",), message),)


def _example(name: str) -> str:
    lower = name.lower()
    if "weight" in lower:
        return "“kg”"
    if any(word in lower for word in ("distance", "mileage", "radius")):
        return "“km”"
    if any(word in lower for word in ("altitude", "elevation")):
        return "“m”"
    if any(word in lower for word in ("height", "width", "depth")):
        return "“cm”"
    return "“MB”" if "size" in lower else "“°C”" if "temperature" in lower else "“s”"
