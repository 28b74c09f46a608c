"""A place: the path of keys and indices to a value in a catalog, shaped like a pydantic error's `loc`."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

Place = tuple[str | int, ...]


class NoSuchPlaceError(LookupError):
    """The catalog has nothing at a place."""


def show_place(place: Place) -> str:
    """Format a place for people: `("events", 3, "name")` is `events[3].name`."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def value_at(node: Any, place: Place) -> Any:
    """Return the value at a place. Raises NoSuchPlaceError."""
    for step in place:
        try:
            node = getattr(node, step) if isinstance(node, BaseModel) and isinstance(step, str) else node[step]
        except (AttributeError, LookupError, TypeError) as error:
            raise NoSuchPlaceError(show_place(place)) from error
    return node


def has_place(node: Any, place: Place) -> bool:
    """Return whether there is a value at a place."""
    try:
        value_at(node, place)
    except NoSuchPlaceError:
        return False
    return True


def changed_at(node: Any, place: Place, change: Callable[[Any], Any]) -> Any:
    """Return a copy of the node with the value at a place changed; everything else is shared with the original.

    Raises NoSuchPlaceError. Nothing is validated: the new value must have the type of the old one.
    """
    if not place:
        return change(node)
    step, rest = place[0], place[1:]
    if isinstance(node, BaseModel) and isinstance(step, str) and step in type(node).model_fields:
        return node.model_copy(update={step: changed_at(getattr(node, step), rest, change)})
    if isinstance(node, tuple) and isinstance(step, int) and 0 <= step < len(node):
        # By way of a list, which for ten thousand items takes a fifth of the time of joining slices.
        items = list(node)
        items[step] = changed_at(node[step], rest, change)
        return tuple(items)
    if isinstance(node, dict) and isinstance(step, str):
        return {**node, step: changed_at(node.get(step), rest, change)}
    raise NoSuchPlaceError(show_place(place))
