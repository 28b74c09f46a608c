"""A word that the team wants is itself replaced by another.

`[naming.instead]` says never to use the word on the left. Where the word on the right is on the left as well, names are
sent from one to the next, in a circle perhaps. Write the last one at once.

Bad:

    format = 2

    [naming.instead]
    basket = "bag"
    bag = "cart"

Good:

    format = 2

    [naming.instead]
    basket = "cart"
    bag = "cart"
"""

from eventsmith.model import Catalog
from eventsmith.naming import with_house_words
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("warning")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Offer the last word of a chain; a circle has none."""
    instead = catalog.naming.instead
    for word, wanted in instead.items():
        last = _last(wanted, instead)
        if last == wanted:
            continue
        place = ("naming", "instead", word)
        if last is None:
            yield Finding(
                place, f"“{word}” and “{wanted}” are each replaced by the other: remove one of the two entries"
            )
        else:
            message = f"“{wanted}”, to be used instead of “{word}”, is replaced too: write “{last}” at once"
            yield Finding(place, message, set_at(place, last, f"use “{last}” instead of “{word}”"))


def _last(word: str, instead: dict[str, str]) -> str | None:
    """Return the word that replaces a word in the end; None where that never ends."""
    for _ in range(len(instead) + 1):
        after = with_house_words(word, instead)
        if after == word:
            return word
        word = after
    return None
