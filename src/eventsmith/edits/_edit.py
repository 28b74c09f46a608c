"""The edits that all others are made of: set, insert, remove, move, several together. Knows no names and no rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from eventsmith.edits.workbench import OpenEvent, Workbench, noun_of
from eventsmith.model import Catalog, NoSuchPlaceError, Place, changed_at, show_place

_MANY = 64


class Edit(Protocol):
    """A function from catalog to catalog, with a label that undo can show."""

    @property
    def label(self) -> str:
        """What it does, in a few words: “rename event”."""

    def apply(self, catalog: Catalog) -> Catalog:
        """The changed catalog; all that is untouched stays the same objects. Raises NoSuchPlaceError."""

    def change(self, bench: Workbench) -> None:
        """The same, made on a bench among others. Where it raises, the bench may hold some of it."""

    def under(self, prefix: Place) -> Edit:
        """The same edit of a thing that stands at `prefix`."""


@dataclass(frozen=True, slots=True)
class _AtPlace(ABC):
    """What edits of one place have in common."""

    place: Place

    @abstractmethod
    def _changed(self, node: Any) -> Any:
        """What becomes of a catalog, or of a part of it that the place is in."""

    def apply(self, catalog: Catalog) -> Catalog:
        """See Edit."""
        changed: Catalog = self._changed(catalog)
        return changed

    def change(self, bench: Workbench) -> None:
        """See Edit."""
        noun, rest = noun_of(self.place), self.place[1:]
        if noun is not None:
            things: Sequence[Any] = getattr(bench, noun)
            is_in_one = len(rest) > 1 or (rest and isinstance(self, Set))
            if is_in_one and isinstance(rest[0], int) and 0 <= rest[0] < len(things):
                thing = things[rest[0]]
                closed = thing.closed() if isinstance(thing, OpenEvent) else thing
                bench.put(noun, rest[0], replace(self, place=rest[1:])._changed(closed))
                return
            if len(rest) == 1:
                bench.rearrange(noun, replace(self, place=rest)._changed(tuple(things)))
                return
        bench.become(self._changed(bench.finished()))


@dataclass(frozen=True, slots=True)
class Set(_AtPlace):
    """Puts a value of the right type at a place."""

    value: Any
    label: str = "change"

    def _changed(self, node: Any) -> Any:
        return changed_at(node, self.place, lambda _: self.value)

    def change(self, bench: Workbench) -> None:
        """See Edit."""
        match self.place:
            case ("events", int(index), "properties", int(number), *rest) if rest and _is_one_of_many(
                bench, index, number
            ):
                bench.change_property(index, number, lambda prop: changed_at(prop, tuple(rest), lambda _: self.value))
            case _:
                _AtPlace.change(self, bench)

    def under(self, prefix: Place) -> Set:
        """See Edit."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Insert(_AtPlace):
    """Puts an item into a list, before the item that now stands at the place's last step."""

    value: Any
    label: str = "add"

    def _changed(self, node: Any) -> Any:
        index = _index(self.place)

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            if index > len(items):
                raise NoSuchPlaceError(show_place(self.place))
            return (*items[:index], self.value, *items[index:])

        return changed_at(node, self.place[:-1], change)

    def change(self, bench: Workbench) -> None:
        """See Edit."""
        noun = noun_of(self.place)
        if noun is not None and len(self.place) == 2:
            index = _index(self.place)
            if index > len(getattr(bench, noun)):
                raise NoSuchPlaceError(show_place(self.place))
            bench.insert(noun, index, self.value)
        else:
            _AtPlace.change(self, bench)

    def under(self, prefix: Place) -> Insert:
        """See Edit."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Remove(_AtPlace):
    """Takes an item out of a list, or a key out of a table such as `ignore`."""

    label: str = "remove"

    def _changed(self, node: Any) -> Any:
        last = self.place[-1]

        def change(items: Any) -> Any:
            if isinstance(items, dict) and last in items:
                return {key: value for key, value in items.items() if key != last}
            if isinstance(items, tuple) and isinstance(last, int) and 0 <= last < len(items):
                return (*items[:last], *items[last + 1 :])
            raise NoSuchPlaceError(show_place(self.place))

        return changed_at(node, self.place[:-1], change)

    def change(self, bench: Workbench) -> None:
        """See Edit."""
        name, index = self.place if len(self.place) == 2 else ("", -1)
        items = getattr(bench, str(name), None)
        if isinstance(items, (list, tuple)) and isinstance(index, int) and 0 <= index < len(items):
            bench.take_out(str(name), index)
        else:
            _AtPlace.change(self, bench)

    def under(self, prefix: Place) -> Remove:
        """See Edit."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Move(_AtPlace):
    """Moves an item within its list, so that it stands at index `to` afterwards."""

    to: int
    label: str = "move"

    def _changed(self, node: Any) -> Any:
        index = _index(self.place)

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            if index >= len(items) or not 0 <= self.to < len(items):
                raise NoSuchPlaceError(show_place(self.place))
            rest = (*items[:index], *items[index + 1 :])
            return (*rest[: self.to], items[index], *rest[self.to :])

        return changed_at(node, self.place[:-1], change)

    def under(self, prefix: Place) -> Move:
        """See Edit."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one step, each applied to what the one before it made."""

    edits: Sequence[Edit]
    label: str

    def apply(self, catalog: Catalog) -> Catalog:
        """See Edit."""
        if len(self.edits) < 2:
            return self.edits[0].apply(catalog) if self.edits else catalog
        bench = Workbench.of(catalog)
        self.change(bench)
        return bench.finished()

    def change(self, bench: Workbench) -> None:
        """See Edit."""
        for edit in self.edits:
            edit.change(bench)

    def under(self, prefix: Place) -> Together:
        """See Edit."""
        return replace(self, edits=[edit.under(prefix) for edit in self.edits])


def _is_one_of_many(bench: Workbench, index: int, number: int) -> bool:
    """Whether there is that property of that event, among so many that a list of them is better changed than copied."""
    properties = bench.events[index].properties if 0 <= index < len(bench.events) else ()
    return len(properties) > _MANY and 0 <= number < len(properties)


def _index(place: Place) -> int:
    last = place[-1] if place else None
    if not isinstance(last, int) or last < 0:
        raise NoSuchPlaceError(show_place(place))
    return last
