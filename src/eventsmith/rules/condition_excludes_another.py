"""Two conditions of a campaign contradict each other.

A message goes out only if all conditions are met. “More than 100” together with “less than 50” is true of nobody, so
the campaign sends nothing, and nobody notices. Change or remove one of the two.

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
from eventsmith.rules._conditions import conditions_of, in_words, makes_sense
from eventsmith.rules._rule import Finding, Findings, Settings, rule
from eventsmith.rules._values import holds, plain


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Report it at the later condition, once per property. A condition that can never be met has its own rule."""
    if len(campaign.conditions) < 2:
        return
    before: dict[str, _Compatible] = {}
    told: set[str] = set()
    for number, condition, prop in conditions_of(campaign, events):
        if prop.name in told or not makes_sense(condition, prop) or not _possible([condition], prop):
            continue
        if prop.name not in before:
            before[prop.name] = _Compatible(prop)
        others = before[prop.name]
        other = others.first_excluding(condition)
        if other is not None:
            both = f"{in_words(other)}; {in_words(condition)}"
            message = f"The conditions on “{prop.name}” contradict each other ({both}), so nobody gets the message"
            yield Finding(("conditions", number), f"{message}: change or remove one")
        elif others.leaves_nothing(condition):
            message = (
                f"No allowed value of “{prop.name}” meets this and the conditions before it,"
                " so nobody gets the message: change or remove one"
            )
            yield Finding(("conditions", number), message)
        else:
            others.add(condition)
            continue
        told.add(prop.name)


class _Compatible:
    """Conditions on one property that can all be met at once. A new one is compared only with the strictest."""

    def __init__(self, prop: Property) -> None:
        self._prop = prop
        self._all: list[Condition] = []
        self._deciding: dict[tuple[str, int], Condition] = {}
        self._values = _allowed(prop)
        """The allowed values that meet all of them."""

    def first_excluding(self, condition: Condition) -> Condition | None:
        """Return the first condition that cannot be met together with this one."""
        # Equality and emptiness are compared with everything, but only once each: a second one says the same.
        is_first = condition.operator in ("=", "is-empty") and (condition.operator, 0) not in self._deciding
        deciding = self._all if is_first else self._deciding.values()
        if not self.leaves_nothing(condition) and not any(_contradict(one, condition, self._prop) for one in deciding):
            return None
        return next((one for one in self._all if _exclude(one, condition, self._prop)), None)

    def leaves_nothing(self, condition: Condition) -> bool:
        """Return whether no allowed value is left that also meets this condition."""
        return bool(self._values) and not _meeting(self._values, condition)

    def add(self, condition: Condition) -> None:
        """Add a condition that can be met together with the others."""
        self._all.append(condition)
        self._values = _meeting(self._values, condition)
        key = (_KINDS.get(condition.operator, condition.operator), 0)
        other = self._deciding.get(key)
        try:
            if other is None or _implies(condition, other):
                self._deciding[key] = condition
        except TypeError:  # a time with and one without its zone: either may be the stricter
            self._deciding[key[0], len(self._all)] = condition


_KINDS = {">": "lower", ">=": "lower", "<": "upper", "<=": "upper"}


def _implies(one: Condition, other: Condition) -> bool:
    """Return whether the first of two compatible conditions of one kind implies the other."""
    value: Any = one.value
    than: Any = other.value
    match _KINDS.get(one.operator, one.operator):
        case "lower":
            return bool(value > than or (value == than and one.operator == ">"))
        case "upper":
            return bool(value < than or (value == than and one.operator == "<"))
        case "starts-with" | "ends-with":
            return len(plain(value).casefold()) > len(plain(than).casefold())
    return False


def _allowed(prop: Property) -> Sequence[Any]:
    return prop.values or ((True, False) if prop.type == "boolean" else ())


def _meeting(values: Sequence[Any], condition: Condition) -> Sequence[Any]:
    """Return the values that meet a condition, not considering whether the property may be empty."""
    if condition.operator in EMPTY:
        return values
    return [value for value in values if holds(condition.operator, value, condition.value)]


def _possible(conditions: Sequence[Condition], prop: Property) -> bool:
    """Return whether an allowed value meets all conditions."""
    values = allowed = _allowed(prop)
    for condition in conditions:
        values = _meeting(values, condition)
    return not allowed or bool(values)


def _exclude(one: Condition, other: Condition, prop: Property) -> bool:
    return not _possible([one, other], prop) or _contradict(one, other, prop)


def _contradict(one: Condition, other: Condition, prop: Property) -> bool:
    """Return whether no value at all, allowed or not, meets both."""
    operators = (one.operator, other.operator)
    if "is-empty" in operators:
        # An empty value may well meet “is not”.
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
