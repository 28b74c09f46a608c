"""Where a property is, in words."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.model import Place


def places_in_words(places: Sequence[Place], more: str = "") -> str:
    """Count the events and groups that places are in: “3 events and 1 group”; `more` is put before each noun."""
    counts = [
        f"{number} {more}{noun}{'' if number == 1 else 's'}"
        for key, noun in (("events", "event"), ("property_groups", "group"))
        if (number := sum(place[0] == key for place in places)) or (key == "events" and not places)
    ]
    return " and ".join(counts)
