"""A property sums up what the person did before.

How many orders there were, when the last visit was, what somebody is worth: that changes with every event, so the copy
in this one is out of date with the next. Platforms count such things from the events themselves. An event describes
this one action.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "totalOrders"
    type = "integer"

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "itemCount"
    type = "integer"
"""

from collections.abc import Iterable

from eventsmith.model import Event, Property, PropertyField
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._profile_facts import OWNERS, words_of_event
from eventsmith.rules._property_names import words_of
from eventsmith.rules._rule import Finding, Settings, rule
from eventsmith.rules._word_set import word_set

_ACTIONS = word_set("purchase order login logon signin visit booking transaction")
_TIMES = word_set("session activity interaction engagement payment usage open click contact")
_DONE = word_set(
    """
    purchased ordered visited used opened clicked played contacted logged viewed watched login
    """
)
_MOMENT = word_set("at date time on timestamp datetime ago")
_WORTH = word_set("value spend spent revenue orders purchases points total amount visits sessions")
_UNITS = word_set("days hours weeks months years minutes")
_BEGINNINGS = frozenset(["signup", "registration", "registering", "joining"])
_OF_THE_PAST = word_set(
    "churn churned risk lapse lapsed inactive inactivity dormant detect detected abandon abandoned reactivate "
    "reactivated"
)
_UNTIL_NOW = frozenset((("so", "far"), ("to", "date")))
_WHOLE = word_set("ltv clv cltv aov totalspent totalspend totallogins ordercounttotal")


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Skip booleans and fields of list items, which are not sums, and events that are about the past itself."""
    summed = _SUMMED[prop.name]
    if summed is None or prop.type == "boolean" or not isinstance(prop, Property):
        return ()
    if event.source == "system" or not _OF_THE_PAST.isdisjoint(words_of_event(event.name)):
        return ()
    if summed and summed in words_of_event(event.name) and f"{summed}s" in event.name.lower():
        return ()
    message = (
        f"“{prop.name}” sums up earlier events: keep it in the person's profile, where it is counted from the events"
    )
    return (Finding(("name",), message),)


def _summed(name: str) -> str | None:
    """Return what a sum of the past counts if an event may be about that (“Export Orders”), else an empty text.

    None for what is no such sum: “itemCount”, “totalAmount” and “lastDigits” describe one action.
    """
    words = words_of(name)
    if words and words[0].rstrip("s") in OWNERS:
        words = words[1:]
    if "".join(words) in _WHOLE:
        return ""
    if len(words) < 2:
        return None
    first, second, last = words[0], words[1], words[-1]
    if first == "cumulative" or words[-2:] in _UNTIL_NOW:
        return ""
    if first == "last" and _is_of_the_last(words):
        return ""
    if first == "first" and second in _ACTIONS | _TIMES | {"seen"} and last in _MOMENT | {"seen"}:
        return ""
    if first == "lifetime" and second in _WORTH:
        return ""
    if first in ("average", "avg", "mean") and second in ("order", "basket", "cart", "purchase"):
        return ""
    if len(words) > 2 and first in _UNITS and second == "since" and _is_since_the_past(words[2:]):
        return ""
    return _counted(words)


_SUMMED = NameCache(_summed)


def _is_of_the_last(words: tuple[str, ...]) -> bool:
    what = words[1]
    if what in ("seen", "active") or what in _ACTIONS:
        return True
    if what in _TIMES:
        return (len(words) > 2 and what not in ("payment", "open", "click", "contact")) or words[-1] in _MOMENT
    return what in _DONE and words[-1] in _MOMENT


def _is_since_the_past(words: tuple[str, ...]) -> bool:
    if words[0] in ("last", "first"):
        return len(words) > 1 and words[1] in _ACTIONS | _TIMES | _DONE | {"active", "seen"}
    return "".join(words) in _BEGINNINGS or "".join(words) in ("signup", "lastlogin")


def _counted(words: tuple[str, ...]) -> str | None:
    if words[-1] == "count" and len(words) == 2 and words[0].rstrip("s") in _ACTIONS:
        return words[0].rstrip("s")
    if words[0] in ("total", "overall") and len(words) == 2 and words[1].endswith("s") and words[1][:-1] in _ACTIONS:
        return words[1][:-1]
    if words[:2] in (("number", "of"), ("num", "of")) and len(words) == 3 and words[2].rstrip("s") in _ACTIONS:
        return words[2].rstrip("s")
    return None
