"""A place of the catalog in words: “Play Song: length, Example”."""

from __future__ import annotations

from typing import Any

from eventsmith.ground.labels import (
    CAMPAIGN_FIELDS,
    CATALOG_FIELDS,
    CONDITION_FIELDS,
    EVENT_FIELDS,
    NAME_FIELDS,
    PROPERTY_FIELDS,
)
from eventsmith.model import Catalog, Place, value_at
from eventsmith.session.summary import thing_words

_OF = {
    "events": (*EVENT_FIELDS, *NAME_FIELDS),
    "campaigns": CAMPAIGN_FIELDS,
    "properties": PROPERTY_FIELDS,
    "fields": PROPERTY_FIELDS,
    "conditions": CONDITION_FIELDS,
    "": CATALOG_FIELDS,
}
_LABELS = {kind: {field.key: field.label for field in fields} for kind, fields in _OF.items()}


def place_words(catalog: Catalog, place: Place) -> str:
    """Say where something is: the thing, its property or condition, and the field, as far as the place goes."""
    own = place[:2] if len(place) > 1 and isinstance(place[1], int) else ()
    kind, parts, node = str(own[0]) if own else "", list[str](), value_at(catalog, own)
    for step in place[len(own) :]:
        if isinstance(step, str) and step in ("properties", "fields", "conditions"):
            kind = step
        elif isinstance(step, int) and kind in ("properties", "fields", "conditions"):
            node = value_at(node, (kind, step))
            parts.append(_called(node, kind, step))
        else:
            words = _LABELS.get(kind, {}).get(str(step), str(step).replace("_", " "))
            # The name of what has just been named says nothing more.
            parts += [words] if step != "name" or not parts else []
            break
    return ": ".join(filter(None, (thing_words(catalog, place), ", ".join(parts))))


def _called(node: Any, kind: str, number: int) -> str:
    if kind == "conditions":
        return f"condition on {node.property}" if node.property else f"condition {number + 1}"
    return node.name or "property without a name"
