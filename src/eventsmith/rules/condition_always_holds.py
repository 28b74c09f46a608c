"""A condition lets everybody through: every allowed value meets it.

Whoever wrote it wanted to leave somebody out. Usually a value is misspelt or has another name by now, and the message
also goes to those who were not meant to get it.

Bad:

    [[events]]
    id = "settleClaim"
    name = "Settle Claim"

    [[events.properties]]
    name = "outcome"
    values = ["paid", "refused"]

    [[campaigns]]
    name = "Review request"
    trigger = "settleClaim"

    [[campaigns.conditions]]
    property = "outcome"
    operator = "!="
    value = "refuse"

Good:

    [[events]]
    id = "settleClaim"
    name = "Settle Claim"

    [[events.properties]]
    name = "outcome"
    values = ["paid", "refused"]

    [[campaigns]]
    name = "Review request"
    trigger = "settleClaim"

    [[campaigns.conditions]]
    property = "outcome"
    operator = "!="
    value = "refused"
"""

from collections.abc import Mapping
from dataclasses import replace

from eventsmith.model import EMPTY, Campaign, Condition, Event, Place, Property
from eventsmith.rules._conditions import allowed_said, asked, conditions_of, makes_sense
from eventsmith.rules._nearest import nearest
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule, set_at
from eventsmith.rules._values import holds, shown


@rule("warning")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip properties that may be missing: every operator but “!=” at least asks whether they are there."""
    for number, condition, prop in conditions_of(campaign, events):
        if condition.operator in EMPTY or not prop.values or not makes_sense(condition, prop):
            continue
        excludes = prop.required or condition.operator == "!="
        if excludes and all(holds(condition.operator, allowed, condition.value) for allowed in prop.values):
            message = (
                f"“{prop.name}” is always {asked(condition)}, as its allowed values are {allowed_said(prop)}:"
                " ask for one of them, or take the condition out"
            )
            place = ("conditions", number, "value")
            yield Finding(place, message, _fix(condition, prop, place))


def _fix(condition: Condition, prop: Property, place: Place) -> Fix | None:
    """Return a fix that is never safe: people must say whom the message leaves out."""
    if condition.operator != "!=" or not isinstance(condition.value, str):
        return None
    near = nearest(condition.value, [allowed for allowed in prop.values if isinstance(allowed, str)])
    return near and replace(set_at(place, near.word, f"compare with {shown(near.word)}"), safe=False)
