"""The type that a property stored as text probably should have, by its name or example: boolean, date, or number."""

from __future__ import annotations

import re
from typing import Any

from eventsmith.model import PropertyField, PropertyType
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._property_names import words_of
from eventsmith.rules._values import read_as
from eventsmith.rules._word_set import word_set

_ASKED = frozenset(["is", "has", "can", "should"])
_COUNTED = frozenset(["count", "quantity", "qty"])
_PRICED = frozenset(["price", "amount", "subtotal", "revenue"])
# Numbers if the example is one; otherwise a text: “high”, “2 hours”.
_OFTEN_NUMBERS = word_set(
    """
    total cost fee tax discount fare premium rating score percentage percent length duration distance weight
    height width age
    """
)
# In these, a number or a date is only a name for something.
_CALLED = word_set("id ids version name key label code title sku slug url number no ref reference text")
_TRUTHS = frozenset(("true", "false"))
_ANSWERS = _TRUTHS | {"yes", "no", "y", "n", "0", "1"}
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_PRICE = re.compile(r"(?:[€$£¥] ?)?-?[0-9]+(?:[.,][0-9]+)*(?: ?[€$£¥])?")
_DAY = re.compile(r"[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{1,4}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9:]{4,6})?"
)


def inferred_type(prop: PropertyField) -> PropertyType | None:
    """Return the type that a property of type text should have; None for other types and for real text."""
    if prop.type != "string":
        return None
    kind, example = _KINDS[prop.name], prop.example
    # Nearly all texts begin with a letter that rules out every other type.
    if not kind and not prop.values and not (isinstance(example, str) and example[:1] in _BEGINNINGS):
        return None
    texts = (*prop.values, *(() if example is None else (example,)))
    if not all(isinstance(text, str) for text in texts):
        return None
    return _meant(kind, [text.strip() for text in texts])


_BEGINNINGS = tuple("0123456789tTfF")


def _kind(name: str) -> str:
    """Return the kind of value that the name alone suggests."""
    words = words_of(name)
    if not words:
        return ""
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if len(words) > 1 and words[0] in _ASKED:
        return "truth"
    if last == "date" and before not in ("to", "up"):
        return "date"
    if last in ("datetime", "timestamp") or (last == "at" and before.endswith("ed")):
        return "datetime"
    if last in _COUNTED:
        return "count"
    if last in _PRICED:
        return "price"
    if last in _OFTEN_NUMBERS:
        return "number"
    return "called" if last in _CALLED else ""


_KINDS = NameCache(_kind)


def _meant(kind: str, texts: list[str]) -> PropertyType | None:
    lower = {text.lower() for text in texts}
    if kind == "called":
        return None
    if (texts and lower <= _TRUTHS) or (kind == "truth" and lower <= _ANSWERS):
        return "boolean"
    if kind in ("count", "price", "number"):
        return _number(kind, texts)
    if kind in ("date", "datetime"):
        return _date(kind, texts)
    if texts and all(_is_moment(text, "date") for text in texts):
        return "date"
    return "datetime" if texts and all(_is_moment(text, "datetime") for text in texts) else None


def _number(kind: str, texts: list[str]) -> PropertyType | None:
    shape = _PRICE if kind == "price" else _NUMBER
    if not texts:
        return "integer" if kind == "count" else "decimal" if kind == "price" else None
    if not all(shape.fullmatch(text) for text in texts):
        return None
    whole = kind != "price" and all(text.lstrip("-").isdecimal() for text in texts)
    return "integer" if whole else "decimal"


def _date(kind: str, texts: list[str]) -> PropertyType | None:
    if not texts:
        return "date" if kind == "date" else "datetime"
    if all(_MOMENT.fullmatch(text) for text in texts):
        return "datetime"
    return "date" if all(_DAY.fullmatch(text) for text in texts) else None


def _is_moment(text: str, type_name: PropertyType) -> bool:
    return text[:1].isdecimal() and read_as(text, type_name) is not None


def as_type(value: Any, type_name: PropertyType) -> Any:
    """Return a text as a value of the type; None if its meaning is uncertain. A whole number counts as a decimal."""
    if value is None:
        return None
    if type_name == "decimal":
        whole = read_as(value, "integer")
        return read_as(value, "decimal") if whole is None else whole
    return read_as(value, type_name)
