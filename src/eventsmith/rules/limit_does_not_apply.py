"""A property has a limit that its type does not have.

A number has no length, and a text no maximum. Nothing checks such a limit, and whoever relies on it is wrong. Remove
it, or choose the type that it was meant for.

Bad:

    format = 2

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "title"
    type = "string"
    maximum = 80

Good:

    format = 2

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "title"
    type = "string"
"""

from collections.abc import Iterable
from dataclasses import replace

from eventsmith.ground.labels import LIMIT_WORDS
from eventsmith.model import LIMITS, LIMITS_OF, Event, PropertyField
from eventsmith.rules._limits import has_limits
from eventsmith.rules._rule import Finding, Settings, rule, set_at
from eventsmith.rules._values import type_in_words

_INSTEAD = {"minimum": "min_length", "maximum": "max_length", "min_length": "minimum", "max_length": "maximum"}


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Name the limit that was probably meant, where the type has one."""
    if not has_limits(prop):
        return ()
    return [
        _finding(prop, key)
        for key in LIMITS
        if getattr(prop, key) not in (None, "") and key not in LIMITS_OF[prop.type]
    ]


def _finding(prop: PropertyField, key: str) -> Finding:
    meant = _INSTEAD.get(key, "")
    cure = f"use {meant}, or remove it" if meant in LIMITS_OF[prop.type] else "remove it"
    kind = type_in_words(prop.type)
    message = f"“{prop.name}” is {kind}, and has no {LIMIT_WORDS[key]}: {cure}"
    empty = "" if isinstance(getattr(prop, key), str) and key in ("format", "pattern") else None
    return Finding((key,), message, replace(set_at((key,), empty, f"remove {key}"), safe=False))
