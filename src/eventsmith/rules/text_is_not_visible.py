r"""A text contains invisible characters.

Control characters and marks that turn the direction of text come in with copy and paste. They make two different names
look the same, turn text around, or have a condition ask for a value that nobody sends; and they are sent along
unnoticed. Remove them.

Bad:

    [[events]]
    id = "playSong"
    name = "Play\u200b Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.model import Campaign, Catalog, Event, PropertyField
from eventsmith.rules._invisible_characters import invisible_in, texts_of
from eventsmith.rules._rule import Findings, Settings, rule


@rule("warning")
def check(thing: Catalog | Event | PropertyField | Campaign, settings: Settings) -> Findings:
    """Check the texts of a thing itself: its parts that can ignore rules are checked as things of their own."""
    return () if isinstance(thing, PropertyField) and _is_plain(thing) else invisible_in(texts_of(thing))


def _is_plain(prop: PropertyField) -> bool:
    """Return whether a property evidently has only visible characters, as nearly all do: a cheap test."""
    texts = prop.name + prop.description + prop.unit + prop.unit_in
    example = prop.example if isinstance(prop.example, str) else ""
    return not prop.values and not prop.aliases and texts.isprintable() and example.isprintable()
