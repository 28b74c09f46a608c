"""A campaign: a message that events start, stop and measure. It refers to events by ID."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from pydantic import Field

from eventsmith.model._noun import Noun
from eventsmith.model.property import PropertyType, Reasons, Texts, Value

Goal = Literal["activate", "convert", "recover", "retain", "grow", "win-back", "advocate"]
Operator = Literal["=", "!=", "<", "<=", ">", ">=", "contains", "starts-with", "ends-with", "is-empty", "is-not-empty"]

GOALS: tuple[Goal, ...] = get_args(Goal)
OPERATORS: tuple[Operator, ...] = get_args(Operator)

SAME: tuple[Operator, ...] = ("=", "!=")
PARTS: tuple[Operator, ...] = ("contains", "starts-with", "ends-with")
ORDER: tuple[Operator, ...] = ("<", "<=", ">", ">=")
EMPTY: tuple[Operator, ...] = ("is-empty", "is-not-empty")
OPERATORS_OF: Mapping[PropertyType, tuple[Operator, ...]] = {
    "string": (*SAME, *PARTS, *EMPTY),
    "integer": (*SAME, *ORDER, *EMPTY),
    "decimal": (*SAME, *ORDER, *EMPTY),
    "boolean": (*SAME, *EMPTY),
    "date": (*SAME, *ORDER, *EMPTY),
    "datetime": (*SAME, *ORDER, *EMPTY),
    "list": (),
    "object": (),
    "any": (*SAME, *EMPTY),
}
"""The operators that a condition may use on a property of each type; none on a list or an object."""
TIME_UNITS = ("minute", "hour", "day", "week")
"""The units of waits and deadlines."""


class Condition(Noun):
    """A comparison of a flat property of the trigger. `is-empty` and `is-not-empty` have no value."""

    property: str
    operator: Operator
    value: Value | None = None


class Campaign(Noun):
    """A campaign: which event starts which message, on which conditions, after which wait; what stops it; its goal.

    `wait` and `goal_within` have the form “N minutes|hours|days|weeks”.
    """

    name: str
    goal: Literal["", Goal] = ""
    trigger: str = ""
    message: str = ""
    wait: str = ""
    unless: Texts = ()
    goal_event: str = ""
    goal_within: str = ""
    ignore: Reasons = Field(default_factory=dict)
    extra: dict[str, Any] = Field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()

    def events(self) -> tuple[str, ...]:
        """Return the IDs of all events the campaign refers to, in the order of its story: trigger, unless, goal."""
        return tuple(dict.fromkeys(event for event in (self.trigger, *self.unless, self.goal_event) if event))
