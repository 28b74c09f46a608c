"""The edits that all others are made of: set, insert, remove, move, several together. Knows no names and no rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from eventsmith.model import Catalog, NoSuchPlaceError, Place, changed_at, show_place


class Edit(Protocol):
    """A function from catalog to catalog, with a label that undo can show."""

    @property
    def label(self) -> str:
        """What it does, in a few words: “rename event”."""

    def apply(self, catalog: Catalog) -> Catalog:
        """The changed catalog; all that is untouched stays the same objects. Raises NoSuchPlaceError."""

    def under(self, prefix: Place) -> Edit:
        """The same edit of a thing that stands at `prefix`."""


@dataclass(frozen=True, slots=True)
class Set:
    """Puts a value of the right type at a place."""

    place: Place
    value: Any
    label: str = "change"

    def apply(self, catalog: Catalog) -> Catalog:
        """See Edit."""
        changed: Catalog = changed_at(catalog, self.place, lambda _: self.value)
        return changed

    def under(self, prefix: Place) -> Set:
        """See Edit."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Insert:
    """Puts an item into a list, before the item that now stands at the place's last step."""

    place: Place
    value: Any
    label: str = "add"

    def apply(self, catalog: Catalog) -> Catalog:
        """See Edit."""
        index = _index(self.place)

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            if index > len(items):
                raise NoSuchPlaceError(show_place(self.place))
            return (*items[:index], self.value, *items[index:])

        changed: Catalog = changed_at(catalog, self.place[:-1], change)
        return changed

    def under(self, prefix: Place) -> Insert:
        """See Edit."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes an item out of a list, or a key out of a table such as `ignore`."""

    place: Place
    label: str = "remove"

    def apply(self, catalog: Catalog) -> Catalog:
        """See Edit."""
        last = self.place[-1]

        def change(items: Any) -> Any:
            if isinstance(items, dict) and last in items:
                return {key: value for key, value in items.items() if key != last}
            if isinstance(items, tuple) and isinstance(last, int) and 0 <= last < len(items):
                return (*items[:last], *items[last + 1 :])
            raise NoSuchPlaceError(show_place(self.place))

        changed: Catalog = changed_at(catalog, self.place[:-1], change)
        return changed

    def under(self, prefix: Place) -> Remove:
        """See Edit."""
        return replace(self, place=prefix + self.place)


@dataclass(frozen=True, slots=True)
class Move:
    """Moves an item within its list, so that it stands at index `to` afterwards."""

    place: Place
    to: int
    label: str = "move"

    def apply(self, catalog: Catalog) -> Catalog:
        """See Edit."""
        index = _index(self.place)

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            if index >= len(items) or not 0 <= self.to < len(items):
                raise NoSuchPlaceError(show_place(self.place))
            rest = (*items[:index], *items[index + 1 :])
            return (*rest[: self.to], items[index], *rest[self.to :])

        changed: Catalog = changed_at(catalog, self.place[:-1], change)
        return changed

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
        for edit in self.edits:
            catalog = edit.apply(catalog)
        return catalog

    def under(self, prefix: Place) -> Together:
        """See Edit."""
        return replace(self, edits=[edit.under(prefix) for edit in self.edits])


def _index(place: Place) -> int:
    last = place[-1] if place else None
    if not isinstance(last, int) or last < 0:
        raise NoSuchPlaceError(show_place(place))
    return last
