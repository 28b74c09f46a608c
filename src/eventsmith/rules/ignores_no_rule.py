"""An ignored rule does not exist.

Somebody wanted to silence an issue and gave a reason for it. As no rule has that name, nothing is silenced. Correct the
name, or remove the entry.

Bad:

    [ignore]
    Too-Many-Events = "We are a large team"

    [[events]]
    id = "playSong"
    name = "Play Song"

    [events.ignore]
    event-name-break-form = "The team says it so"

Good:

    [ignore]
    too-many-events = "We are a large team"

    [[events]]
    id = "playSong"
    name = "Play Song"

    [events.ignore]
    event-name-breaks-form = "The team says it so"
"""

from __future__ import annotations

from collections.abc import Mapping

from eventsmith.edits import Edit, Remove, Set, Together
from eventsmith.model import Campaign, Catalog, Event, ListField, Place, value_at
from eventsmith.rules._known_rules import known_rules, meant_rule
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule


@rule("warning")
def check(thing: Catalog | Event | ListField | Campaign, settings: Settings) -> Findings:
    """Suggest the rule with the nearest name."""
    for name in thing.ignore:
        if name not in known_rules():
            near = meant_rule(name)
            if near is None:
                yield Finding(("ignore", name), f"There is no rule “{name}” to ignore: remove the entry")
            else:
                message = f"There is no rule “{name}” to ignore: did you mean “{near.word}”?"
                yield Finding(("ignore", name), message, _respell(name, near.word, near.sure))


def _respell(old: str, new: str, safe: bool) -> Fix:
    label = f"ignore “{new}”"

    def make(catalog: Catalog, thing: Place) -> Edit:
        place = (*thing, "ignore")
        reasons: Mapping[str, str] = value_at(catalog, place)
        return Together([Remove((*place, old)), Set((*place, new), reasons.get(new) or reasons[old])], label)

    return Fix(label, make, safe, within=("ignore", old))
