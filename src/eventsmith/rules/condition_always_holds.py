"""A condition excludes nobody: every allowed value meets it.

Whoever wrote it wanted to leave somebody out. Usually a value is misspelt or has been renamed since, so the message
also goes to people who were not meant to get it. Compare with one of the allowed values, or remove the condition.

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
from eventsmith.rules._conditions import allowed_in_words, conditions_of, in_words, makes_sense
from eventsmith.rules._nearest import nearest
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule, set_at
from eventsmith.rules._values import holds, quoted


@rule("warning")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip properties that may be missing: every operator but “!=” at least requires them to be there."""
    for number, condition, prop in conditions_of(campaign, events):
        if condition.operator in EMPTY or not prop.values or not makes_sense(condition, prop):
            continue
        excludes = prop.required or condition.operator == "!="
        if excludes and all(holds(condition.operator, allowed, condition.value) for allowed in prop.values):
            message = (
                f"Every allowed value of “{prop.name}” meets this condition ({in_words(condition)}):"
                f" compare with one of {allowed_in_words(prop)}, or remove the condition"
            )
            place = ("conditions", number, "value")
            yield Finding(place, message, _fix(condition, prop, place))


def _fix(condition: Condition, prop: Property, place: Place) -> Fix | None:
    """Return a fix that is never safe: only people can say whom the message should leave out."""
    if condition.operator != "!=" or not isinstance(condition.value, str):
        return None
    near = nearest(condition.value, [allowed for allowed in prop.values if isinstance(allowed, str)])
    return near and replace(set_at(place, near.word, f"compare with {quoted(near.word)}"), safe=False)
