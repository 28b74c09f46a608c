"""The limits of one platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from eventsmith.destinations._wording import ANYTHING, Wording


@dataclass(frozen=True, eq=False)
class Destination:
    """One platform. Each exists as a single object, so that comparing two costs nothing."""

    id: str
    """The name that catalogs use; that of its file."""
    title: str
    sends: Literal["id", "name"]
    sources: tuple[str, ...] = ()
    """Where its limits are documented; every shipped one says so."""
    max_events: int | None = None
    """How many different events it distinguishes."""
    max_properties: int | None = None
    """How many properties an event may have."""
    max_lists: int | None = None
    """How many of them may be lists; 0 where it takes none."""
    event: Wording = ANYTHING
    """The limits of the text sent as the event."""
    label: Wording = ANYTHING
    """The limits of an event's name where people read it, while the ID is what is sent."""
    property: Wording = ANYTHING
    """The limits of a property's name."""
    text: Wording = ANYTHING
    """The limits of a text as a value."""
    by_hand: Mapping[str, str] = field(default_factory=dict)
    """By what the platform collects by itself: what must be done before code can send it, to be read after “to …”."""
