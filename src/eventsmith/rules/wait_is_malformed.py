"""A time to wait, or to reach the goal, is not a number with a unit.

“1 hour” or “3 days” says when the message goes out. Anything that cannot be read as a time is skipped, and the message
goes out at once or not at all. Write a number of minutes, hours, days or weeks.

Bad:

    [[events]]
    id = "startCheckout"
    name = "Start Checkout"

    [[campaigns]]
    name = "Abandoned basket"
    trigger = "startCheckout"
    wait = "1h"

Good:

    [[events]]
    id = "startCheckout"
    name = "Start Checkout"

    [[campaigns]]
    name = "Abandoned basket"
    trigger = "startCheckout"
    wait = "1 hour"
"""

import re
from collections.abc import Mapping

from eventsmith.model import TIME_UNITS, Campaign, Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at

_UNIT = "|".join(TIME_UNITS)
_TIME = re.compile(rf"1 (?:{_UNIT})|[1-9][0-9]* (?:{_UNIT})s")
_MEANT = re.compile(r"\s*0*([1-9][0-9]*)\s*([a-z]+)\.?\s*", re.IGNORECASE | re.ASCII)
_UNITS = {
    "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute",
    "h": "hour", "hr": "hour", "hrs": "hour", "hour": "hour", "hours": "hour",
    "d": "day", "day": "day", "days": "day",
    "w": "week", "wk": "week", "wks": "week", "week": "week", "weeks": "week",
}  # fmt: skip


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Accept an empty time: the message goes out at once, or the goal may be reached at any time."""
    for key, text in (("wait", campaign.wait), ("goal_within", campaign.goal_within)):
        if not text or _TIME.fullmatch(text):
            continue
        meant = _meant(text)
        if meant:
            yield Finding((key,), f"“{text}” should be “{meant}”", set_at((key,), meant, f"write “{meant}”"))
        else:
            message = f"“{text}” is not a time: write a number of minutes, hours, days or weeks, such as “3 days”"
            yield Finding((key,), message)


def _meant(text: str) -> str:
    """Return the time that is certainly meant; empty if in doubt, as “m” may be months."""
    found = _MEANT.fullmatch(text)
    unit = _UNITS.get(found[2].lower()) if found else None
    if found is None or unit is None:
        return ""
    return f"1 {unit}" if found[1] == "1" else f"{found[1]} {unit}s"
