"""A condition asks what the property can never answer.

“More than” of a text, a word where a number is sent, a value that is not allowed: such a condition is never true, and
the campaign sends nothing without anybody noticing.

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
    value = "1000"

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
"""

from collections.abc import Iterator, Mapping
from typing import Any

from eventsmith.model import Campaign, Condition, Event, Place, Property
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at
from eventsmith.rules._values import WANTED, fits_type, holds, kind_of, read_as, shown

_SAME = ("=", "!=")
_ORDER = ("<", "<=", ">", ">=")
_EMPTY = ("is-empty", "is-not-empty")
_OPERATORS = {
    "string": frozenset((*_SAME, "contains", "starts-with", "ends-with", *_EMPTY)),
    "integer": frozenset((*_SAME, *_ORDER, *_EMPTY)),
    "decimal": frozenset((*_SAME, *_ORDER, *_EMPTY)),
    "boolean": frozenset((*_SAME, *_EMPTY)),
    "date": frozenset((*_SAME, *_ORDER, *_EMPTY)),
    "datetime": frozenset((*_SAME, *_ORDER, *_EMPTY)),
}


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Nothing where the trigger or the property is unknown."""
    trigger = events.get(campaign.trigger)
    if trigger is None or not campaign.conditions:
        return
    for number, condition in enumerate(campaign.conditions):
        prop = next((prop for prop in trigger.properties if prop.name and prop.name == condition.property), None)
        if prop is not None:
            yield from _judge(condition, prop, ("conditions", number))


def _judge(condition: Condition, prop: Property, here: Place) -> Iterator[Finding]:
    operator, value = condition.operator, condition.value
    if prop.type == "list":
        cure = "give what you ask for a property of its own"
        message = f"“{prop.name}” is a list, and no condition can look into one: {cure}"
        yield Finding((*here, "property"), message)
    elif operator not in _OPERATORS[prop.type]:
        cure = "; make it an integer or a decimal" if operator in _ORDER else ""
        message = f"“{operator}” does not work on “{prop.name}”, which is {_said(prop.type)}{cure}"
        yield Finding((*here, "operator"), message)
    elif operator not in _EMPTY:
        yield from _judge_value(operator, value, prop, (*here, "value"))


def _judge_value(operator: str, value: Any, prop: Property, place: Place) -> Iterator[Finding]:
    if value is None:
        yield Finding(place, f"Say what “{prop.name}” is compared with: {WANTED[prop.type]}")
    elif not _comparable(operator, value, prop.type):
        meant = read_as(value, prop.type)
        fix = None if meant is None else set_at(place, meant, f"make it {_said(prop.type)}")
        message = f"“{prop.name}” is compared with {WANTED[prop.type]}; {shown(value)} is {kind_of(value)}"
        yield Finding(place, message, fix)
    elif prop.values and not any(holds(operator, allowed, value) for allowed in prop.values):
        allowed = ", ".join(shown(value) for value in prop.values[:6]) + (" …" if len(prop.values) > 6 else "")
        asked = "other than" if operator == "!=" else operator
        yield Finding(place, f"“{prop.name}” is never {asked} {shown(value)}: its allowed values are {allowed}")


def _comparable(operator: str, value: Any, type_name: str) -> bool:
    if fits_type(value, type_name):
        return True
    if operator in _ORDER:
        return (type_name == "integer" and fits_type(value, "decimal")) or (
            type_name == "datetime" and fits_type(value, "date")
        )
    return False


def _said(type_name: str) -> str:
    return WANTED[type_name].partition(" such")[0]
