r"""A text holds characters that cannot be seen.

Control characters and marks that turn the direction of text come in with copy and paste. They make two names look the
same that are not, turn text around, or have a condition ask for a value that nobody sends; and they are sent along
unnoticed.

Bad:

    [[events]]
    id = "playSong"
    name = "Play\u200b Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.model import Campaign, Catalog, Event, ListField
from eventsmith.rules._rule import Findings, Settings, rule
from eventsmith.rules._texts import hidden_in, texts_of


@rule("warning")
def check(thing: Catalog | Event | ListField | Campaign, settings: Settings) -> Findings:
    """Check all texts of a thing; parts that can ignore rules are things of their own."""
    return () if isinstance(thing, ListField) and _is_plain(thing) else hidden_in(texts_of(thing))


def _is_plain(prop: ListField) -> bool:
    """Return whether a property evidently has nothing to find, as nearly all have not."""
    texts = prop.name + prop.description + prop.unit + prop.unit_in
    example = prop.example if isinstance(prop.example, str) else ""
    return not prop.values and not prop.aliases and texts.isprintable() and example.isprintable()
