"""A campaign refers to an event that the catalog does not have.

Its message is never sent, never called off or never counted as a success, and nothing tells you so. Usually the event
was renamed or removed after the campaign was written. Choose the event that is meant today.

Bad:

    [[events]]
    id = "register"
    name = "Register"
    former_ids = ["signUp"]

    [[campaigns]]
    name = "Welcome"
    trigger = "signUp"

Good:

    [[events]]
    id = "register"
    name = "Register"
    former_ids = ["signUp"]

    [[campaigns]]
    name = "Welcome"
    trigger = "register"
"""

from collections.abc import Iterator, Mapping

from eventsmith.model import Campaign, Event, Place
from eventsmith.rules._identity_cache import IdentityCache
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Check trigger, unless and goal. `events` maps an ID to the event that is meant, where that is certain."""
    for place, event_id, does in _pointers(campaign):
        event = events.get(event_id)
        if event and event.id != event_id:
            so = "is now" if event_id in _former_ids(event) else "should be"
            fix = set_at(place, event.id, f"make it “{event.id}”")
            yield Finding(place, f"“{event_id}” is not an event in this catalog: it {so} “{event.id}”", fix)
        elif not event:
            what = f"“{event_id}” is not an event in this catalog" if event_id else "An event's ID is missing here"
            yield Finding(place, f"{what}: choose the event that {does}")


def _pointers(campaign: Campaign) -> Iterator[tuple[Place, str, str]]:
    if campaign.trigger:
        yield ("trigger",), campaign.trigger, "starts the campaign"
    for number, event_id in enumerate(campaign.unless):
        yield ("unless", number), event_id, "calls it off"
    if campaign.goal_event:
        yield ("goal_event",), campaign.goal_event, "it should lead to"


def _ids_before(event: Event) -> frozenset[str]:
    return frozenset(event.former_ids)


_former_ids = IdentityCache(_ids_before, remembered=64)
