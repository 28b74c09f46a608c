"""Which names of properties are of money, and which of something measured. Knows words, no particular rule."""

from __future__ import annotations

from typing import Literal

from eventsmith.rules._property_names import words_of
from eventsmith.rules._property_verdicts import Verdicts, listed

# Sums of money whatever their type; the others only where they have decimals: an “amount” of 3 may be of pieces.
_MONEY = listed("price subtotal revenue fee fare salary")
_MONEY_WITH_DECIMALS = listed("amount total cost tax refund deposit discount premium cashback tip")
_WORTH = frozenset((("order", "value"), ("cart", "value"), ("basket", "value"), ("purchase", "value")))
_MEASURED = listed(
    """
    length duration weight distance height width depth radius mileage altitude elevation temperature delay
    interval latency timeout
    """
)
_TIMES = frozenset((("file", "size"), ("download", "size"), ("time", "spent"), ("wait", "time"), ("waiting", "time")))
# What is drawn is measured in pixels, and how far words are apart in letters: both need not be said.
_DRAWN = listed("banner canvas icon image img page photo picture screen thumbnail video viewport window")
_OF_WORDS = listed("edit hamming levenshtein")
# The length of a text is in characters to everybody.
_TEXTS = listed(
    """
    message comment description feedback note review response text title query password name caption queue list
    content password body word
    """
)


def _money(name: str) -> Literal["", "sum", "sum with decimals"]:
    words = words_of(name)
    if not words:
        return ""
    if words[-1] in _MONEY or words[-2:] in _WORTH:
        return "sum"
    return "sum with decimals" if words[-1] in _MONEY_WITH_DECIMALS else ""


MONEY = Verdicts(_money)
"""Whether a number of a name is a sum of money, perhaps only if it has decimals: “price”, but not “taxRate”."""


def _measured(name: str) -> bool:
    words = words_of(name)
    if len(words) < 2:
        return bool(words) and words[0] in _MEASURED
    drawn = words[-1] in ("height", "width") and words[-2] in _DRAWN
    if drawn or (words[-1] == "distance" and words[-2] in _OF_WORDS):
        return False
    return (words[-1] in _MEASURED and words[-2] not in _TEXTS) or words[-2:] in _TIMES


MEASURED = Verdicts(_measured)
"""Whether a number of a name says nothing without its unit: “length”, but not “lengthCm” or “commentLength”."""
