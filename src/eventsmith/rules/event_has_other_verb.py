"""An event's verb is not one of those the team has agreed on.

A short list of verbs keeps names alike whoever makes them, and tells where to look: what is bought is always
“purchased”, what is opened always “viewed”. The team's list stands under `[naming]` in `verbs`.

Bad:

    format = 2

    [naming]
    verbs = ["purchase", "view"]

    [[events]]
    id = "buyPlan"
    name = "Buy Plan"

Good:

    format = 2

    [naming]
    verbs = ["purchase", "view"]

    [[events]]
    id = "purchasePlan"
    name = "Purchase Plan"
"""

from __future__ import annotations

from functools import lru_cache

from eventsmith.model import Event
from eventsmith.naming import meaning_keys, with_house_words
from eventsmith.rules._event_names import rename_fix
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._quoted_list import quoted_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Suggest the verb of the team that means the same. Skip names whose verb is not sure."""
    verbs = settings.naming.verbs
    reading = name_facts(event.name).reading if verbs and settings.speaks_english(event) else None
    if reading is None or not reading.verb or not reading.sure or reading.verb in _known(verbs):
        return
    meant = _same_meaning(reading.verb, verbs)
    better = with_house_words(event.name, {reading.verb: meant}) if meant else event.name
    if better != event.name:
        message = f"“{event.name}” should be “{better}”: “{reading.verb}” is not one of the team's verbs"
        yield Finding(("name",), message, rename_fix(event, settings, better, safe=False))
    else:
        message = f"“{reading.verb}” in “{event.name}” is not one of the team's verbs: {quoted_list(list(verbs))}"
        yield Finding(("name",), message)


@lru_cache(maxsize=8)
def _known(verbs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(verb.strip().lower() for verb in verbs)


@lru_cache(maxsize=4096)
def _same_meaning(verb: str, verbs: tuple[str, ...]) -> str:
    """Return the first of the verbs that is a synonym; empty without one."""
    wanted = meaning_keys(f"{verb} thing")[1]
    return next((other for other in verbs if meaning_keys(f"{other} thing")[1] == wanted), "")
