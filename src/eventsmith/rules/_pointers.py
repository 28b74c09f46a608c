"""The places in a campaign that name an event."""

from __future__ import annotations

from collections.abc import Iterator

from eventsmith.model import Campaign, Place


def pointers(campaign: Campaign) -> Iterator[tuple[Place, str]]:
    """Yield each place within the campaign that may hold an event's ID, and the ID there, which may be empty."""
    yield ("trigger",), campaign.trigger
    for number, event_id in enumerate(campaign.unless):
        yield ("unless", number), event_id
    yield ("goal_event",), campaign.goal_event
