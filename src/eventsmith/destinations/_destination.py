"""What is known of one platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from eventsmith.destinations._wording import ANYTHING, Wording


@dataclass(frozen=True, eq=False)
class Destination:
    """One platform. There is one object of each, so that to compare two costs nothing."""

    id: str
    """As a catalog names it; the name of its file."""
    title: str
    sends: Literal["id", "name"]
    sources: tuple[str, ...]
    max_events: int | None = None
    """How many different ones it keeps apart."""
    max_properties: int | None = None
    """Of an event."""
    max_lists: int | None = None
    """How many of those may be lists."""
    event: Wording = ANYTHING
    """Of what is sent as the event."""
    label: Wording = ANYTHING
    """Of the event's name where people read it, when the ID is what is sent."""
    property: Wording = ANYTHING
    """Of a property's name."""
    text: Wording = ANYTHING
    """Of a text as a value."""
    by_hand: Mapping[str, str] = field(default_factory=dict)
    """By what it collects by itself: what has to be done first so that code can send it, to be read after “to …”."""
