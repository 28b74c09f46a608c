"""A property is stored as text, but is a yes or no, a date or a number.

Conditions such as “more than 100”, “before May” and “is true” work on numbers, dates and yes-or-no properties, but not
on text. Once events have been sent, the type is hard to change.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "string"
    unit = "EUR"
    example = "129.90"

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"
    unit = "EUR"
    example = 129.90
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from eventsmith.edits import Edit, Set, Together, triggers_with
from eventsmith.model import (
    EMPTY,
    OPERATORS_OF,
    Campaign,
    Catalog,
    Condition,
    Event,
    Place,
    PropertyField,
    PropertyType,
    fields_in,
)
from eventsmith.rules._conditions import conditions_on
from eventsmith.rules._inferred_types import as_type, inferred_type
from eventsmith.rules._rule import Finding, Fix, Settings, rule

_MEANT = {
    "boolean": "a yes or no",
    "date": "a date",
    "datetime": "a date with its time",
    "decimal": "a number",
    "integer": "a whole number",
}


@rule("warning")
def check(users: Sequence[Campaign], event: Event, settings: Settings) -> Iterable[Finding]:
    """Check the campaigns too: their conditions change with the type, or the fix would break them."""
    found: list[Finding] = []
    asked: dict[str, list[Condition]] | None = None
    for number, prop in enumerate(event.properties):
        if prop.type == "string" and (meant := inferred_type(prop)):
            asked = _asked(event, users) if asked is None else asked
            found.append(_finding(prop, meant, ("properties", number), event, asked.get(prop.name, ())))
        for place, field in fields_in(prop) if prop.fields else ():
            if meant := inferred_type(field):
                found.append(_finding(field, meant, ("properties", number, *place), event, ()))
    return found


def _asked(event: Event, users: Sequence[Campaign]) -> dict[str, list[Condition]]:
    """Return the conditions by the name of their property."""
    asked: dict[str, list[Condition]] = {}
    for condition in conditions_on(event, users):
        asked.setdefault(condition.property, []).append(condition)
    return asked


def _finding(
    prop: PropertyField, meant: PropertyType, here: Place, event: Event, asked: Sequence[Condition]
) -> Finding:
    what = _MEANT[meant]
    evidence = "example" if prop.example is not None else "allowed values" if prop.values else "name"
    message = f"“{prop.name}” is stored as text, but judging by its {evidence} it is {what}: give it the type {meant}"
    return Finding((*here, "type"), message, _fix(prop, meant, here, event, asked))


def _fix(prop: PropertyField, meant: PropertyType, here: Place, event: Event, asked: Sequence[Condition]) -> Fix | None:
    """Return an unsafe fix, as what is sent changes; None where a value or a condition would not fit the type."""
    values = tuple(as_type(value, meant) for value in prop.values)
    example = as_type(prop.example, meant)
    if None in values or (example is None) != (prop.example is None):
        return None
    if any(not _can_be_asked(condition, meant) for condition in asked):
        return None
    label = f"make it {_MEANT[meant]}"

    def make(catalog: Catalog, thing: Place) -> Edit:
        edits = [Set((*thing, *here, "type"), meant), Set((*thing, *here, "example"), example)]
        edits.append(Set((*thing, *here, "values"), values))
        if len(here) == 2:
            edits += _in_conditions(catalog, triggers_with(catalog, (*thing, *here)), prop.name, meant)
        return Together(edits, label)

    return Fix(label, make, safe=False)


def _can_be_asked(condition: Condition, meant: PropertyType) -> bool:
    if condition.operator not in OPERATORS_OF[meant]:
        return False
    return condition.operator in EMPTY or as_type(condition.value, meant) is not None


def _in_conditions(catalog: Catalog, triggers: Container[str], name: str, meant: PropertyType) -> Iterator[Set]:
    for number, campaign in enumerate(catalog.campaigns):
        if campaign.trigger in triggers:
            for index, condition in enumerate(campaign.conditions):
                if condition.property == name and condition.operator not in EMPTY:
                    place = ("campaigns", number, "conditions", index, "value")
                    yield Set(place, as_type(condition.value, meant))
