"""An event's name is too long to read at a glance.

People pick a name from a menu, at a glance. It says who does what; where, how and which one belong in properties, where
conditions can ask for them.

Bad:

    [[events]]
    id = "addItem"
    name = "Add Item From Recommendations On Home Page To Cart"

Good:

    [[events]]
    id = "addItem"
    name = "Add Item To Cart"

    [[events.properties]]
    name = "placement"
    values = ["home", "search"]
"""

from eventsmith.model import Event
from eventsmith.naming import label_of, split
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_WORDS = 5
_CHARACTERS = 40
"""The limit of Google Analytics, the strictest platform; menus cut names off at about the same length."""


@rule("hint", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Count words separated by spaces or casing, without punctuation and without a label."""
    name = event.name[len(label_of(event.name)) :]
    words = 0 if 0 < name.count(" ") < _WORDS else sum(any(map(str.isalnum, word)) for word in split(name))
    if words > _WORDS:
        cure = "put the details into properties"
        yield Finding(
            ("name",),
            f"“{name}” has {words} words, which makes it hard to find in a menu: use at most {_WORDS}, and {cure}",
        )
    elif len(name) > _CHARACTERS:
        message = f"“{name}” has {len(name)} characters, so menus cut it off: use at most {_CHARACTERS}"
        yield Finding(("name",), message)
