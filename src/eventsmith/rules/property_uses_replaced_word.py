"""A property's name uses a word that the team has replaced by another.

Two words for one thing make two columns, and whoever reads one of them sees half of the data. The team has agreed on
its words under `[naming.instead]`: the word on the left is never used, the one on the right always.

Bad:

    format = 2

    [naming.instead]
    basket = "cart"

    [[events]]
    id = "addItem"
    name = "Add Item"

    [[events.properties]]
    name = "basketId"
    type = "string"

Good:

    format = 2

    [naming.instead]
    basket = "cart"

    [[events]]
    id = "addItem"
    name = "Add Item"

    [[events.properties]]
    name = "cartId"
    type = "string"
"""

from eventsmith.model import Event, PropertyField
from eventsmith.naming import with_house_words
from eventsmith.rules._property_names import rename_property_fix
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning", about="wording")
def check(prop: PropertyField, event: Event, settings: Settings) -> Findings:
    """Offer the rename where no sibling has that name."""
    if not settings.naming.instead:
        return
    better = with_house_words(prop.name, settings.naming.instead)
    if better != prop.name:
        fix = rename_property_fix(prop, event, settings, better)
        yield Finding(("name",), f"“{prop.name}” should be “{better}”, in the team's words", fix)
