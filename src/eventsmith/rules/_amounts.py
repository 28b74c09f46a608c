"""Names of properties that are amounts of money, or quantities that need a unit."""

from __future__ import annotations

from typing import Literal

from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._property_names import words_of
from eventsmith.rules._word_set import word_set

# Always sums of money; the others only if they have decimals: an “amount” of 3 may count pieces.
_MONEY = word_set("price subtotal revenue fee fare salary")
_MONEY_WITH_DECIMALS = word_set("amount total cost tax refund deposit discount premium cashback tip")
_WORTH = frozenset((("order", "value"), ("cart", "value"), ("basket", "value"), ("purchase", "value")))
CURRENCIES = word_set(
    """
    aed ars aud brl cad chf cny czk dkk eur gbp hkd huf idr ils inr jpy krw mxn myr nok nzd php pln ron rub sar sek sgd
    thb twd uah usd vnd zar btc eth sol usdc usdt cent cents dollar dollars euro euros lamports satoshis wei
    """
)
"""Words that name a currency: “amountUsd”, “ethAmount”, or an event “Withdraw USDC”."""
# A total of a plural counts things, but a total of one of these is money.
_SUMS = word_set("costs earnings expenses fees sales savings taxes tips wages winnings")
_POINTS = word_set("hp points score xp")
_MEASURED = word_set(
    """
    length duration weight distance height width depth radius mileage altitude elevation temperature delay
    interval latency timeout
    """
)
_TIMES = frozenset((("file", "size"), ("download", "size"), ("time", "spent"), ("wait", "time"), ("waiting", "time")))
# What is drawn is measured in pixels, and the distance of words in letters: neither needs to be stated.
_DRAWN = word_set(
    """
    banner browser canvas chart column div element frame icon iframe image img line logo modal page panel photo picture
    preview screen sidebar thumbnail video viewport widget window
    """
)
_OF_WORDS = word_set("cosine edit euclidean hamming levenshtein vector")
# Everybody takes the length of a text for characters, and that of a collection for the number of its members.
_TEXTS = word_set(
    """
    address answer array bio body caption cart chain code comment content context description email feedback hash
    history input key list message name note output passcode passphrase password path phrase pin playlist prefix prompt
    query queue reply response review search sentence sequence snippet stack string subject suffix summary text thread
    title token url username value word
    """
)
# Quantities that are counts after such a word: the number of levels, how often a test shows a variant.
_COUNTED = {
    "depth": word_set(
        """
        ask bid book comment crawl folder heading hierarchy market max maximum menu min minimum nesting order queue
        recursion reply scroll search stack thread tree
        """
    ),
    "interval": word_set("confidence credible"),
    "radius": word_set("border corner"),
    "temperature": word_set("ai completion llm model prompt sampling"),
    "weight": word_set("edge experiment font option rule score tag test variant variation vote"),
}


def _money(name: str) -> Literal["", "sum", "sum with decimals"]:
    words = words_of(name)
    if not words or not CURRENCIES.isdisjoint(words) or _counts(words):
        return ""
    if words[-1] in _MONEY or words[-2:] in _WORTH:
        return "sum"
    return "sum with decimals" if words[-1] in _MONEY_WITH_DECIMALS else ""


def _counts(words: tuple[str, ...]) -> bool:
    """Return whether a total counts things or points rather than money: “rows_total”."""
    if len(words) < 2 or words[-1] not in ("total", "amount"):
        return False
    of_what = words[-2]
    several = of_what.endswith("s") and not of_what.endswith("ss") and of_what not in _SUMS
    return of_what in _POINTS or several


MONEY = NameCache(_money)
"""By name: whether a number of that name is money, perhaps only with decimals: “price”, but not “taxRate”."""


def _measured(name: str) -> bool:
    words = words_of(name)
    if len(words) < 2:
        return bool(words) and words[0] in _MEASURED
    before, last = words[-2:]
    drawn = last in ("height", "width", "depth") and before in _DRAWN
    if drawn or (last == "distance" and before in _OF_WORDS) or before in _COUNTED.get(last, ()):
        return False
    many = before.endswith("s") and not before.endswith("ss")
    return (last in _MEASURED and not (last == "length" and (many or before in _TEXTS))) or words[-2:] in _TIMES


MEASURED = NameCache(_measured)
"""By name: whether a number of that name needs a unit: “length”, but not “lengthCm” or “commentLength”."""
