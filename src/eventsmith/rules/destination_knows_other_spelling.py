"""A destination has a standard event for this, but spells it differently.

The platform takes an event with another spelling for one of your own. It is counted, but left out of what the platform
does with its standard events, such as showing advertisements to people who are likely to do the same. Send the standard
spelling.

Bad:

    destinations = ["meta"]

    [naming]
    id_case = "pascal"

    [[events]]
    id = "ADDTOCART"
    name = "Add To Cart"

Good:

    destinations = ["meta"]

    [naming]
    id_case = "pascal"

    [[events]]
    id = "AddToCart"
    name = "Add To Cart"
"""

from functools import lru_cache

from eventsmith.destinations import Destination
from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._event_names import id_within_limits, new_id_fix
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(event: Event, settings: Settings) -> Findings:
    """Offer a fix only if it is in the catalog's case: code can also respell the ID for this one platform."""
    for place in settings.destinations:
        if not place.event.standard:
            continue
        sent = event.id if place.sends == "id" else event.name
        standard = _standard(place).get(same_key(sent), sent)
        if standard != sent:
            message = f"{place.title} has a standard event “{standard}”: send that spelling to {place.title}"
            suits = place.sends == "id" and id_within_limits(settings, standard, event) == standard
            yield Finding((place.sends,), message, new_id_fix(event, settings, standard) if suits else None)


@lru_cache(maxsize=64)
def _standard(place: Destination) -> dict[str, str]:
    return {same_key(name): name for name in place.event.standard}
