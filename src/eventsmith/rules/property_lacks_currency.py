"""An amount of money has no currency.

1000 is a reason for a special offer in dollars, but not in yen. Without the currency nobody can write that condition,
and sums over several markets mean nothing. State a fixed unit, or send the currency along.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"

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

from eventsmith.edits import Edit, Insert, Set, Together
from eventsmith.model import Catalog, Event, Place, Property, PropertyField
from eventsmith.rules._amounts import CURRENCIES, MONEY
from eventsmith.rules._event_properties import event_properties
from eventsmith.rules._inferred_types import inferred_type
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._property_names import siblings, words_of
from eventsmith.rules._rule import Finding, Fix, Settings, rule
from eventsmith.rules._word_set import word_set

_CURRENCY = "currency"
_COINS = word_set("coin crypto mint symbol ticker token")
# Words for tokens that are not money: "accessToken", "cardToken".
_KEYS = word_set(
    """
    access api auth authentication authorization bearer card csrf device fcm id invite jwt login oauth payment push
    refresh registration request reset secret security session verification
    """
)


@rule("warning", with_groups=True)
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Accept one currency or coin for all amounts of the event, and one beside a list or object for what is in it."""
    money = MONEY[prop.name]
    if not money or prop.unit or prop.unit_in or not CURRENCIES.isdisjoint(words_of(event.name)):
        return ()
    kind = inferred_type(prop) or prop.type
    if kind != "decimal" and (kind != "integer" or money != "sum"):
        return ()
    beside = siblings(prop, event)
    known = event_properties(event)
    if any(known.computed(level, _has_currency) for level in known.levels(prop)):
        return ()
    message = f"“{prop.name}” has no currency: give it a unit, or add a property “{_CURRENCY}” beside it"
    fix = _fix(event, prop, settings) if beside is event.properties else None
    return (Finding(("name",), message, fix),)


def _has_currency(props: Sequence[PropertyField]) -> bool:
    return any(_SAYS_CURRENCY[prop.name] for prop in props)


def _says_currency(name: str) -> bool:
    """Return whether a name is that of a currency, or of a coin used as one: “inputTokenSymbol”."""
    words = words_of(name)
    return _CURRENCY in words or not (_COINS.isdisjoint(words) or _KEYS.intersection(words))


_SAYS_CURRENCY = NameCache(_says_currency)


def _fix(event: Event, prop: PropertyField, settings: Settings) -> Fix | None:
    """Return an unsafe fix, as code must send the new property; None where the event has no room for it."""
    limits = [settings.budget.properties, *(place.max_properties or 1000 for place in settings.destinations)]
    if len(event.properties) >= min(limits):
        return None
    label = f"add “{_CURRENCY}”"

    def make(catalog: Catalog, thing: Place) -> Edit:
        added = Property(name=_CURRENCY, required=prop.required, used_for=prop.used_for)
        after = (*thing[:-1], int(thing[-1]) + 1)
        return Together([Set((*thing, "unit_in"), _CURRENCY), Insert(after, added)], label)

    return Fix(label, make, safe=False)
