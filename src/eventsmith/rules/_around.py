"""Facts about all properties of an event that rules need for each one, computed once.

A rule that looks at one property is asked about the next one of the same event at once. If it looked at all of them
each
time, an event with thousands would never be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from eventsmith.model import Event, ListField

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Latest(Generic[Thing, Made]):
    """A function whose latest results are remembered by the identity of its argument."""

    def __init__(self, make: Callable[[Thing], Made], remembered: int = 1) -> None:
        self._make, self._most = make, remembered
        self._known: dict[int, tuple[Thing, Made]] = {}

    def __call__(self, thing: Thing) -> Made:
        """Return the result for a thing, computing it if it is not remembered."""
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
        """Return the properties, or the fields of a list, to which this one belongs; itself too."""
        return self._beside.get(id(prop), self._event.properties)

    def of(self, props: Sequence[ListField], make: Callable[[Sequence[ListField]], Made]) -> Made:
        """Return a function's result for the very tuple of those properties or fields, computing it once."""
        key = make, id(props)
        if key not in self._known:
            self._known[key] = make(props)
        made: Made = self._known[key]
        return made


around = Latest(Around)
"""The Around of an event."""
