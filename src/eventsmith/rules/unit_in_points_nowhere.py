"""A property takes its unit from another property that does not exist.

An amount of 1000 means nothing without its currency. `unit_in` names the property beside it that holds the unit. If
there is none of that name, nobody can read the number.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"
    unit_in = "Currency"

    [[events.properties]]
    name = "currency"

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"
    unit_in = "currency"

    [[events.properties]]
    name = "currency"
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from eventsmith.model import HOLDING_FIELDS, Event, PropertyField
from eventsmith.rules._event_properties import event_properties
from eventsmith.rules._nearest import Words, nearest
from eventsmith.rules._rule import Finding, Settings, rule, set_at


@rule("error", with_groups=True)
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Accept for a field a unit beside what it stands in, too, as one currency serves all items of an order."""
    if not prop.unit_in:
        return ()
    known = event_properties(event)
    holders = [known.computed(props, _holders) for props in known.levels(prop)]
    own = prop.name if prop.type not in HOLDING_FIELDS else ""
    if sum(words.counts[prop.unit_in] for words in holders) > (own == prop.unit_in):
        return ()
    name = f"“{prop.name}”" if prop.name else "This"
    message = f"{name} takes its unit from “{prop.unit_in}”, which is not a property beside it"
    near = nearest(prop.unit_in, *holders, but=own)
    if near is None:
        return (Finding(("unit_in",), f"{message}: add it, or name the property that holds the unit"),)
    fix = replace(set_at(("unit_in",), near.word, f"take it from “{near.word}”"), safe=near.sure)
    return (Finding(("unit_in",), f"{message}: did you mean “{near.word}”?", fix),)


def _holders(props: Sequence[PropertyField]) -> Words:
    return Words(other.name for other in props if other.type not in HOLDING_FIELDS)
