"""A property's example is not one of its allowed values.

Either the example is wrong, or a value is missing from the list. Whoever copies the example sends a value that no
condition asks for, and the campaign never starts.

Bad:

    [[events]]
    id = "chooseColor"
    name = "Choose Color"

    [[events.properties]]
    name = "color"
    values = ["red", "blue"]
    example = "Red"

Good:

    [[events]]
    id = "chooseColor"
    name = "Choose Color"

    [[events.properties]]
    name = "color"
    values = ["red", "blue"]
    example = "red"
"""

from collections.abc import Iterable, Iterator
from typing import Any

from eventsmith.model import Event, PropertyField
from eventsmith.rules._rule import Finding, Settings, rule, set_at
from eventsmith.rules._values import Allowed, fits_type, plain, quoted


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Skip values of a wrong type, which another rule reports. Check each item of a list."""
    return _judge(prop) if prop.values and prop.example is not None else ()


def _judge(prop: PropertyField) -> Iterator[Finding]:
    if not fits_type(prop.example, prop.type):
        return
    type_name = prop.item_type if prop.type == "list" else prop.type
    if not all(fits_type(value, type_name) for value in prop.values):
        return
    examples: Iterable[Any] = prop.example if isinstance(prop.example, list | tuple) else (prop.example,)
    allowed_values = Allowed(prop.values)
    for value in examples:
        if value in allowed_values:
            continue
        near = [allowed for allowed in prop.values if plain(allowed).casefold() == plain(value).casefold()]
        fix = None
        if near and prop.type != "list" and fits_type(near[0], prop.type):
            fix = set_at(("example",), near[0], f"use {quoted(near[0])}")
        allowed = ", ".join(quoted(value) for value in prop.values[:6]) + (" …" if len(prop.values) > 6 else "")
        message = f"The example {quoted(value)} is not among the allowed values: use one of {allowed}, or allow it"
        yield Finding(("example",), message, fix)
        return
