"""An event's name contains a value that belongs in a property.

“View Item 123” makes a separate event of each item: the list grows without end, no campaign can listen to all of them,
and platforms accept no more new names after a few hundred. Name only the action, and put what varies into a property.

Bad:

    [[events]]
    id = "viewItem4711"
    name = "View Item 4711"

Good:

    [[events]]
    id = "viewItem"
    name = "View Item"
"""

import re

from eventsmith.model import Event
from eventsmith.naming import split
from eventsmith.rules._event_names import rename_fix
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._placeholders import may_have_placeholder, placeholder_in
from eventsmith.rules._rule import Finding, Findings, Settings, rule
from eventsmith.rules._word_set import word_set

_NUMBER = re.compile(r"(?P<word>[A-Za-z]*)\(?(?P<digits>\d{3,})\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = word_set(
    "area article boeing channel class code error form formula fortune galaxy gate highway http iso level model "
    "no office over radio room route score series status studio top type under version win windows"
)
"""Words that make a name with the number after them: “Form 1099”, “Error 404”, “Top 100”."""
_NAMES = word_set("101 360 365")
"""Numbers that are part of a name: “Botany 101” is a course."""
_AROUND = " _-.:/#()"


@rule("warning", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Report only unmistakable values: “2FA”, “Plan 2”, “Web3” and “Form 1099” are names of things."""
    if not may_have_placeholder(event.name):
        return
    value = placeholder_in(event.name) or (_number_in(event.name) if settings.speaks_english(event) else "")
    if value:
        better = _without(event.name, value)
        words = split(better)
        readable = len(words) > 1 and all(map(str.isalpha, words))
        fix = rename_fix(event, settings, better, safe=False) if readable else None
        cure = f"call the event “{better}”" if readable else "name only the action"
        yield Finding(
            ("name",), f"“{value}” in “{event.name}” is a value: {cure}, and put the value into a property", fix
        )


def _without(name: str, value: str) -> str:
    """Return the name without the value and its separator."""
    start, _, end = name.partition(value)
    start, end = start.rstrip(_AROUND), end.lstrip(_AROUND)
    return start + (name[len(start)] if start and end else "") + end


def _number_in(name: str) -> str:
    """Return a long number after the thing it counts or names: at the end, or before a past-tense verb at the end."""
    words = split(name)
    for at in (len(words) - 1, len(words) - 2):
        found = _NUMBER.fullmatch(words[at]) if at >= 0 else None
        if found is None or found["digits"] in _NAMES or _YEAR.fullmatch(found["digits"]):
            continue
        before = found["word"] or (words[at - 1] if at else "")
        if (
            not (before.isascii() and before.isalpha())
            or before.lower() in _NUMBERED
            or (found["word"] and " " in name)
        ):
            continue
        reading = name_facts(name).reading
        closed = at == len(words) - 1 or reading.form == "noun-verb-past"
        # “Reach 1000” and “Send 500” count what is done; “View Item 1000” names an item.
        if closed and before.lower() != reading.verb and not before.isupper():
            return found["digits"]
    return ""
