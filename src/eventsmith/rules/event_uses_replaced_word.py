"""An event's name uses a word that the team has replaced by another.

Where one says “basket” and the next “cart”, people search for one and miss the other, and build it twice. The team has
agreed on its words under `[naming.instead]`: the word on the left is never used, the one on the right always.

Bad:

    format = 2

    [naming.instead]
    basket = "cart"

    [[events]]
    id = "viewBasket"
    name = "View Basket"

Good:

    format = 2

    [naming.instead]
    basket = "cart"

    [[events]]
    id = "viewCart"
    name = "View Cart"
"""

from eventsmith.model import Event
from eventsmith.naming import with_house_words
from eventsmith.rules._event_names import rename_fix
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Offer the rename; it is safe where the name is read as it was, only with another word."""
    if not settings.naming.instead:
        return
    better = with_house_words(event.name, settings.naming.instead)
    if better != event.name:
        before, after = name_facts(event.name).reading, name_facts(better).reading
        fix = rename_fix(event, settings, better, safe=before.form == after.form and before.sure == after.sure)
        yield Finding(("name",), f"“{event.name}” should be “{better}”, in the team's words", fix)
