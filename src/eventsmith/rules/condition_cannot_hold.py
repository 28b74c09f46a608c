"""A condition can never be met.

“More than” on a text, a word where a number is sent, a value that is not allowed: such a condition is never true. The
campaign sends nothing, and nobody notices. Compare the property with a value of its own type that it can have.

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
from dataclasses import replace
from typing import Any

from eventsmith.model import EMPTY, HOLDING_FIELDS, OPERATORS_OF, ORDER, Campaign, Condition, Event, Place, Property
from eventsmith.rules._conditions import allowed_in_words, comparable, conditions_of, in_words
from eventsmith.rules._nearest import nearest
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule, set_at
from eventsmith.rules._values import WANTED, holds, quoted, read_as, type_in_words, what_it_is


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip conditions whose trigger or property is unknown."""
    for number, condition, prop in conditions_of(campaign, events):
        yield from _judge(condition, prop, ("conditions", number))


def _judge(condition: Condition, prop: Property, here: Place) -> Iterator[Finding]:
    operator = condition.operator
    if prop.type in HOLDING_FIELDS:
        cure = "add a separate property for what you want to ask for"
        kind = type_in_words(prop.type)
        message = f"“{prop.name}” is {kind}, and conditions cannot look into {prop.type}s: {cure}"
        yield Finding((*here, "property"), message)
    elif operator not in OPERATORS_OF[prop.type]:
        fitting = ", ".join(f"“{one}”" for one in OPERATORS_OF[prop.type])
        # Whoever compares a text by size believes it to be a number.
        cure = (
            "make it an integer or a decimal"
            if operator in ORDER and prop.type == "string"
            else f"use one of {fitting}"
        )
        message = f"“{operator}” does not work on “{prop.name}”, which is {type_in_words(prop.type)}: {cure}"
        yield Finding((*here, "operator"), message)
    elif operator not in EMPTY:
        yield from _judge_value(condition, prop, (*here, "value"))


def _judge_value(condition: Condition, prop: Property, place: Place) -> Iterator[Finding]:
    operator, value = condition.operator, condition.value
    if value is None:
        yield Finding(place, f"Say what to compare “{prop.name}” with: {WANTED[prop.type]}")
    elif not comparable(operator, value, prop.type):
        meant = read_as(value, prop.type)
        fix = None if meant is None else set_at(place, meant, f"make it {type_in_words(prop.type)}")
        message = f"“{prop.name}” must be compared with {WANTED[prop.type]}; {what_it_is(value)}"
        yield Finding(place, message, fix)
    elif prop.values and not any(holds(operator, allowed, value) for allowed in prop.values):
        message = (
            f"No allowed value of “{prop.name}” meets this condition ({in_words(condition)}):"
            f" compare with one of {allowed_in_words(prop)}"
        )
        yield Finding(place, message, _nearest_value(operator, value, prop, place))


def _nearest_value(operator: str, value: Any, prop: Property, place: Place) -> Fix | None:
    """Return a fix that is never safe: it is a guess, and it makes the message go out."""
    texts = [allowed for allowed in prop.values if isinstance(allowed, str)]
    near = nearest(value, texts) if operator == "=" and isinstance(value, str) else None
    return near and replace(set_at(place, near.word, f"compare with {quoted(near.word)}"), safe=False)
