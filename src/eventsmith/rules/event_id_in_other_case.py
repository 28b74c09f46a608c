"""An event's ID is not written in the case of the catalog's IDs.

Developers type IDs by hand. Where one is “playSong” and the next is “add_to_cart”, somebody sends “addToCart”. To every
platform that is a different event, and the campaign never starts.

Bad:

    [naming]
    id_case = "camel"

    [[events]]
    id = "add_to_cart"
    name = "Add To Cart"

Good:

    [naming]
    id_case = "camel"

    [[events]]
    id = "addToCart"
    name = "Add To Cart"
"""

from eventsmith.model import Event
from eventsmith.naming import fits_case
from eventsmith.rules._event_names import id_within_limits, is_well_formed_id, new_id_fix, refused_by
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Check planned events only: once code sends an ID, it is not changed for its looks."""
    wanted = settings.naming.id_case
    plainly_camel = wanted == "camel" and event.id.isalnum() and event.id[0].islower()
    if plainly_camel or event.is_sent or fits_case(event.id, wanted):
        return
    if not is_well_formed_id(event.id) or refused_by(settings, event.id):
        return
    better = id_within_limits(settings, event.id, event)
    # Where a platform refuses the separators of a case, an ID without them is right.
    if better and better != event.id:
        message = f"The ID “{event.id}” should be “{better}”, as IDs in this catalog are in {wanted} case"
        yield Finding(("id",), message, new_id_fix(event, settings, event.id))
