"""A destination is named that Eventsmith does not know, or whose file is broken.

So its limits are not checked. That it refuses a name is found out only when the events do not arrive. A platform that
Eventsmith does not know yet can be described in a file of your own, in the folder “destinations” of your project.

Bad:

    destinations = ["Infobip"]

Good:

    destinations = ["infobip"]
"""

from dataclasses import replace

from eventsmith.destinations import SHELF, all_destinations, destination, why_broken
from eventsmith.model import Catalog
from eventsmith.rules._nearest import nearest
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("error")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Say what is wrong with its file; without one, suggest the nearest known name, or list all."""
    for number, name in enumerate(catalog.destinations):
        if destination(name) is not None:
            continue
        place = ("destinations", number)
        if why := why_broken(name):
            yield Finding(place, f"The destination “{name}” is broken: {why}")
            continue
        known = [file.name for file in all_destinations() if not why_broken(file.name)]
        near = nearest(name, known)
        if near is None:
            among = "" if SHELF.is_known_whole() else " among those that can be read"
            yield Finding(place, f"There is no destination “{name}”{among}: there are {', '.join(known)}")
        else:
            fix = replace(set_at(place, near.word, f"make it “{near.word}”"), safe=near.sure)
            yield Finding(place, f"There is no destination “{name}”: did you mean “{near.word}”?", fix)
