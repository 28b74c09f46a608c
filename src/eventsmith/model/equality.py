"""Equality of values and catalogs as a file writes them: true is not 1, and 1 is not 1.0."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from pydantic import BaseModel


def same(one: Any, other: Any, *, exact: bool = False) -> bool:
    """Return whether both values are written alike; `exact` also distinguishes 1.0 from 1.00."""
    if one is other:
        return True
    # Most values are texts, and isinstance with Mapping is the slowest check.
    if isinstance(one, str):
        return isinstance(other, str) and one == other
    if isinstance(one, BaseModel):
        return type(one) is type(other) and all(
            same(getattr(one, name), getattr(other, name), exact=exact) for name in type(one).model_fields
        )
    if isinstance(one, (list, tuple)):
        return (
            isinstance(other, (list, tuple))
            and len(one) == len(other)
            and all(same(*pair, exact=exact) for pair in zip(one, other, strict=True))
        )
    if isinstance(one, Mapping):
        return (
            isinstance(other, Mapping)
            and one.keys() == other.keys()
            and all(same(value, other[key], exact=exact) for key, value in one.items())
        )
    if isinstance(one, float):
        one = Decimal(repr(one))
    if isinstance(other, float):
        other = Decimal(repr(other))
    if type(one) is not type(other):
        return False
    if isinstance(one, Decimal):
        if exact or one.is_nan():
            return str(one) == str(other)
        return bool(one == other and one.is_signed() == other.is_signed())
    if isinstance(one, (date, time)):
        return bool(one.isoformat() == other.isoformat())
    return bool(one == other)
