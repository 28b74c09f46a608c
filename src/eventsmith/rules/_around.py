"""What rules need to know of all properties of an event, or of all of anything, counted once. Knows no rule.

A rule that looks at one property is asked about the next one of the same event at once. It would look at all of them
each time, and an event that has thousands would never be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from eventsmith.model import Event, ListField

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Latest(Generic[Thing, Made]):
    """Something made of a thing, remembered for those asked about last, each known by its identity."""

    def __init__(self, make: Callable[[Thing], Made], remembered: int = 1) -> None:
        self._make, self._most = make, remembered
        self._known: dict[int, tuple[Thing, Made]] = {}

    def __call__(self, thing: Thing) -> Made:
        """What is made of it."""
        # Kept with the thing, so that no other can have its identity. Threads at worst make a thing twice.
        known = self._known.get(id(thing))
        if known is None:
            kept = dict(list(self._known.items())[-self._most + 1 :]) if self._most > 1 else {}
            known = kept[id(thing)] = thing, self._make(thing)
            self._known = kept
        return known[1]


class Around:
    """The properties of one event, and the fields of its lists."""

    def __init__(self, event: Event) -> None:
        self._event = event
        lists = [prop.fields for prop in reversed(event.properties) if prop.fields]
        self._beside: dict[int, Sequence[ListField]] = {id(field): fields for fields in lists for field in fields}
        self._known: dict[tuple[Callable[[Sequence[ListField]], Any], int], Any] = {}

    def siblings(self, prop: ListField) -> Sequence[ListField]:
        """The properties, or the fields of a list, among which this one stands; itself too."""
        return self._beside.get(id(prop), self._event.properties)

    def of(self, props: Sequence[ListField], make: Callable[[Sequence[ListField]], Made]) -> Made:
        """What a function makes of those, asked once; they are the properties, or the fields of a list, themselves."""
        key = make, id(props)
        if key not in self._known:
            self._known[key] = make(props)
        made: Made = self._known[key]
        return made


around = Latest(Around)
"""Of an event."""
