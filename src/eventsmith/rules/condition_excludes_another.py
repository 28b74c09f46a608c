"""Two conditions of a campaign cannot hold at once.

All conditions must hold before a message goes out. “More than 100” together with “less than 50” is true of nobody, so
the campaign sends nothing, and nobody notices.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"

    [[campaigns]]
    name = "Big spender"
    trigger = "completePurchase"

    [[campaigns.conditions]]
    property = "amount"
    operator = ">="
    value = 1000

    [[campaigns.conditions]]
    property = "amount"
    operator = "<"
    value = 500

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"

    [[campaigns]]
    name = "Big spender"
    trigger = "completePurchase"

    [[campaigns.conditions]]
    property = "amount"
    operator = ">="
    value = 1000

    [[campaigns.conditions]]
    property = "amount"
    operator = "<"
    value = 5000
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from eventsmith.model import EMPTY, Campaign, Condition, Event, Property
from eventsmith.rules._conditions import asked, conditions_of, makes_sense
from eventsmith.rules._rule import Finding, Findings, Settings, rule
from eventsmith.rules._values import holds, plain


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Told at the later one, and once for each property. A condition that cannot hold by itself is another rule's."""
    if len(campaign.conditions) < 2:
        return
    before: dict[str, list[Condition]] = {}
    told: set[str] = set()
    for number, condition, prop in conditions_of(campaign, events):
        if prop.name in told or not makes_sense(condition, prop) or not _possible([condition], prop):
            continue
        others = before.setdefault(prop.name, [])
        other = next((one for one in others if _exclude(one, condition, prop)), None)
        if other is not None:
            both = f"{asked(other)} and {asked(condition)}"
            yield Finding(("conditions", number), f"“{prop.name}” is never {both} at once: nobody gets the message")
        elif not _possible([*others, condition], prop):
            message = (
                f"No allowed value of “{prop.name}” meets this and the conditions before it: nobody gets the message"
            )
            yield Finding(("conditions", number), message)
        else:
            others.append(condition)
            continue
        told.add(prop.name)


def _possible(conditions: Sequence[Condition], prop: Property) -> bool:
    """Whether an allowed value meets all of them; whether a property may be empty is not asked."""
    values: Sequence[Any] = prop.values or ((True, False) if prop.type == "boolean" else ())
    asking = [one for one in conditions if one.operator not in EMPTY]
    return not values or any(all(holds(one.operator, value, one.value) for one in asking) for value in values)


def _exclude(one: Condition, other: Condition, prop: Property) -> bool:
    if not _possible([one, other], prop):
        return True
    operators = (one.operator, other.operator)
    if "is-empty" in operators:
        # What is empty may well be other than something.
        return any(operator not in ("is-empty", "!=") for operator in operators)
    if "is-not-empty" in operators:
        return False
    for first, second in ((one, other), (other, one)):
        if first.operator == "=":
            return not holds(second.operator, first.value, second.value)
        if first.operator in (">", ">=") and second.operator in ("<", "<="):
            return _nothing_between(first, second, prop)
    if operators[0] == operators[1] and operators[0] in ("starts-with", "ends-with"):
        short, long = sorted((plain(one.value).casefold(), plain(other.value).casefold()), key=len)
        return not (long.startswith(short) if operators[0] == "starts-with" else long.endswith(short))
    return False


def _nothing_between(lower: Condition, upper: Condition, prop: Property) -> bool:
    least: Any = lower.value
    most: Any = upper.value
    strict = (lower.operator == ">") + (upper.operator == "<")
    if prop.type == "integer" and isinstance(least, int) and isinstance(most, int):
        return least + strict > most
    with suppress(TypeError):  # a time with and one without its zone
        return bool(least > most or (strict and least == most))
    return False
