"""The elementary edits that all others are made of: set, insert, remove, move, and several together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from typing_extensions import override

from eventsmith.edits.workbench import OpenEvent, Workbench, noun_of
from eventsmith.model import Catalog, NoSuchPlaceError, Place, changed_at, show_place, with_needed_format

_MANY = 64


class Edit(Protocol):
    """A function from catalog to catalog, with a label that undo can show."""

    @property
    def label(self) -> str:
        """What the edit does, in a few words such as “rename event”."""

    def apply(self, catalog: Catalog) -> Catalog:
        """Return the changed catalog, in the file format that it needs; what is untouched is shared with the old one.

        Raises NoSuchPlaceError.
        """

    def change(self, bench: Workbench) -> None:
        """Make the edit on a workbench, as one of many. Where it raises, the bench may hold a part of it."""

    def under(self, prefix: Place) -> Edit:
        """Return the same edit with `prefix` before its place."""


@dataclass(frozen=True, slots=True)
class _AtPlace(ABC):
    """An edit of a single place."""

    place: Place

    @abstractmethod
    def _changed(self, node: Any) -> Any:
        """Return the catalog, or the part of it that contains the place, after the edit."""

    def apply(self, catalog: Catalog) -> Catalog:
        """Return the changed catalog. Raises NoSuchPlaceError."""
        changed: Catalog = self._changed(catalog)
        return with_needed_format(changed, catalog)

    def change(self, bench: Workbench) -> None:
        """Make the edit on a workbench."""
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
        bench.become(self.apply(bench.finished()))


@dataclass(frozen=True, slots=True)
class Set(_AtPlace):
    """Replace the value at a place with another of the right type."""

    value: Any
    label: str = "change"

    @override
    def _changed(self, node: Any) -> Any:
        return changed_at(node, self.place, lambda _: self.value)

    @override
    def change(self, bench: Workbench) -> None:
        """Make the edit on a workbench; change a long list of properties in place rather than copy it."""
        match self.place:
            case ("events", int(index), "properties", int(number), *rest) if rest and _is_one_of_many(
                bench, index, number
            ):
                bench.change_property(index, number, lambda prop: changed_at(prop, tuple(rest), lambda _: self.value))
            case _:
                _AtPlace.change(self, bench)

    def under(self, prefix: Place) -> Set:
        """Return the same edit with `prefix` before its place."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Insert(_AtPlace):
    """Insert an item into a list, before the item at the index that ends the place."""

    value: Any
    label: str = "add"

    @override
    def _changed(self, node: Any) -> Any:
        index = _index(self.place)

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            if index > len(items):
                raise NoSuchPlaceError(show_place(self.place))
            return (*items[:index], self.value, *items[index:])

        return changed_at(node, self.place[:-1], change)

    @override
    def change(self, bench: Workbench) -> None:
        """Make the edit on a workbench; insert an event or a campaign without copying the list."""
        noun = noun_of(self.place)
        if noun is not None and len(self.place) == 2:
            index = _index(self.place)
            if index > len(getattr(bench, noun)):
                raise NoSuchPlaceError(show_place(self.place))
            bench.insert(noun, index, self.value)
        else:
            _AtPlace.change(self, bench)

    def under(self, prefix: Place) -> Insert:
        """Return the same edit with `prefix` before its place."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Remove(_AtPlace):
    """Remove an item from a list, or a key from a table such as `ignore`."""

    label: str = "remove"

    @override
    def _changed(self, node: Any) -> Any:
        last = self.place[-1]

        def change(items: Any) -> Any:
            if isinstance(items, dict) and last in items:
                return {key: value for key, value in items.items() if key != last}
            if isinstance(items, tuple) and isinstance(last, int) and 0 <= last < len(items):
                return (*items[:last], *items[last + 1 :])
            raise NoSuchPlaceError(show_place(self.place))

        return changed_at(node, self.place[:-1], change)

    @override
    def change(self, bench: Workbench) -> None:
        """Make the edit on a workbench; remove an item of the catalog's own lists without copying the list."""
        name, index = self.place if len(self.place) == 2 else ("", -1)
        items = getattr(bench, str(name), None)
        if isinstance(items, (list, tuple)) and isinstance(index, int) and 0 <= index < len(items):
            bench.take_out(str(name), index)
        else:
            _AtPlace.change(self, bench)

    def under(self, prefix: Place) -> Remove:
        """Return the same edit with `prefix` before its place."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Move(_AtPlace):
    """Move an item within its list, so that it ends up at index `to`."""

    to: int
    label: str = "move"

    @override
    def _changed(self, node: Any) -> Any:
        index = _index(self.place)

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            if index >= len(items) or not 0 <= self.to < len(items):
                raise NoSuchPlaceError(show_place(self.place))
            rest = (*items[:index], *items[index + 1 :])
            return (*rest[: self.to], items[index], *rest[self.to :])

        return changed_at(node, self.place[:-1], change)

    def under(self, prefix: Place) -> Move:
        """Return the same edit with `prefix` before its place."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one step, each applied to the result of the one before."""

    edits: Sequence[Edit]
    label: str

    def apply(self, catalog: Catalog) -> Catalog:
        """Return the catalog after all edits. Raises NoSuchPlaceError."""
        if len(self.edits) < 2:
            return self.edits[0].apply(catalog) if self.edits else catalog
        bench = Workbench.of(catalog)
        self.change(bench)
        return bench.finished()

    def change(self, bench: Workbench) -> None:
        """Make all edits on a workbench, in order."""
        for edit in self.edits:
            edit.change(bench)

    def under(self, prefix: Place) -> Together:
        """Return the same edits with `prefix` before their places."""
        return replace(self, edits=[edit.under(prefix) for edit in self.edits])


def _is_one_of_many(bench: Workbench, index: int, number: int) -> bool:
    """Return whether the property exists, in a list so long that changing it in place beats copying it."""
    properties = bench.events[index].properties if 0 <= index < len(bench.events) else ()
    return len(properties) > _MANY and 0 <= number < len(properties)


def _index(place: Place) -> int:
    last = place[-1] if place else None
    if not isinstance(last, int) or last < 0:
        raise NoSuchPlaceError(show_place(place))
    return last
