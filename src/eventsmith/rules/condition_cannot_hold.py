"""A condition asks what the property can never answer.

“More than” of a text, a word where a number is sent, a value that is not allowed: such a condition is never true. The
campaign sends nothing, and nobody notices.

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

from eventsmith.model import EMPTY, OPERATORS_OF, ORDER, Campaign, Condition, Event, Place, Property
from eventsmith.rules._conditions import allowed_said, comparable, conditions_of, type_said
from eventsmith.rules._nearest import nearest
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule, set_at
from eventsmith.rules._values import WANTED, holds, read_as, shown, what_it_is


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip conditions whose trigger or property is unknown."""
    for number, condition, prop in conditions_of(campaign, events):
        yield from _judge(condition, prop, ("conditions", number))


def _judge(condition: Condition, prop: Property, here: Place) -> Iterator[Finding]:
    operator = condition.operator
    if prop.type == "list":
        cure = "give what you ask for a property of its own"
        message = f"“{prop.name}” is a list, and no condition can look into one: {cure}"
        yield Finding((*here, "property"), message)
    elif operator not in OPERATORS_OF[prop.type]:
        fitting = ", ".join(f"“{one}”" for one in OPERATORS_OF[prop.type])
        # Whoever asks a text for more or less takes it for a number.
        cure = "make it an integer or a decimal" if operator in ORDER and prop.type == "string" else f"ask {fitting}"
        message = f"“{operator}” does not work on “{prop.name}”, which is {type_said(prop.type)}: {cure}"
        yield Finding((*here, "operator"), message)
    elif operator not in EMPTY:
        yield from _judge_value(condition, prop, (*here, "value"))


def _judge_value(condition: Condition, prop: Property, place: Place) -> Iterator[Finding]:
    operator, value = condition.operator, condition.value
    if value is None:
        yield Finding(place, f"Say what “{prop.name}” is compared with: {WANTED[prop.type]}")
    elif not comparable(operator, value, prop.type):
        meant = read_as(value, prop.type)
        fix = None if meant is None else set_at(place, meant, f"make it {type_said(prop.type)}")
        message = f"“{prop.name}” is compared with {WANTED[prop.type]}; {what_it_is(value)}"
        yield Finding(place, message, fix)
    elif prop.values and not any(holds(operator, allowed, value) for allowed in prop.values):
        never = "other than" if operator == "!=" else operator
        message = f"“{prop.name}” is never {never} {shown(value)}: its allowed values are {allowed_said(prop)}"
        yield Finding(place, message, _nearest_value(operator, value, prop, place))


def _nearest_value(operator: str, value: Any, prop: Property, place: Place) -> Fix | None:
    """Return a fix that is never safe: it is a guess, and makes the message go out."""
    texts = [allowed for allowed in prop.values if isinstance(allowed, str)]
    near = nearest(value, texts) if operator == "=" and isinstance(value, str) else None
    return near and replace(set_at(place, near.word, f"compare with {shown(near.word)}"), safe=False)
