"""Waits and deadlines as a person types them: “2” is completed to “2 hours”, and a key changes the unit."""

from __future__ import annotations

import re

from eventsmith.model import TIME_UNITS

_BEGUN = re.compile(r"([1-9][0-9]*)(?: ?([a-z]*))?")
_USUAL = "hour"


def complete_time(text: str) -> str:
    """Complete a duration: “2 d” is “2 days”; empty where the text begins no duration or is complete already."""
    found = _BEGUN.fullmatch(text)
    if found is None:
        return ""
    begun = found[2] or ""
    for unit in (_USUAL, *TIME_UNITS) if not begun else TIME_UNITS:
        if f"{unit}s".startswith(begun):
            told = _told(found[1], unit)
            return told if told != text else ""
    return ""


def other_unit(text: str, step: int) -> str:
    """Return the same number of the next longer unit, or of the one before; “1 hour” where there is no duration yet."""
    found = _BEGUN.fullmatch(text)
    if found is None:
        return text if text.strip() else _told("1", _USUAL)
    full = complete_time(text) or text
    unit = full.partition(" ")[2].removesuffix("s")
    if not found[2]:
        return _told(found[1], _USUAL)
    at = TIME_UNITS.index(unit) + step if unit in TIME_UNITS else 0
    return _told(found[1], TIME_UNITS[at % len(TIME_UNITS)])


def _told(number: str, unit: str) -> str:
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
