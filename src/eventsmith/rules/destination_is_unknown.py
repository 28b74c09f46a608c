"""The catalog names a destination that Eventsmith does not know.

The limits of such a destination are not checked. That it refuses a name only shows when the events do not arrive.
Correct the name, or choose a known destination.

Bad:

    destinations = ["Infobip"]

Good:

    destinations = ["infobip"]
"""

from dataclasses import replace

from eventsmith.destinations import destination, destination_titles
from eventsmith.model import Catalog
from eventsmith.rules._nearest import nearest
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("error")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Suggest the nearest known name, or list all if none is near."""
    for number, name in enumerate(catalog.destinations):
        if destination(name) is not None:
            continue
        known = list(destination_titles())
        near = nearest(name, known)
        place = ("destinations", number)
        if near is None:
            yield Finding(place, f"There is no destination “{name}”: choose one of {', '.join(known)}")
        else:
            fix = replace(set_at(place, near.word, f"make it “{near.word}”"), safe=near.sure)
            yield Finding(place, f"There is no destination “{name}”: did you mean “{near.word}”?", fix)
