"""An event's name is a thing, where a verb would say what the customer does.

“Registration” can be a page, a process or the moment it is completed. “Register” is what the customer does. It also has
the form of the other names, so people find it where they look for it.

Bad:

    [naming]
    form = "verb-noun"

    [[events]]
    id = "registration"
    name = "Registration"

Good:

    [naming]
    form = "verb-noun"

    [[events]]
    id = "register"
    name = "Register"
"""

from eventsmith.model import Event
from eventsmith.naming import in_case, verb_behind
from eventsmith.rules._event_names import rename_fix
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_WITHOUT_VERB = frozenset(("noun-only", "ambiguous", "other"))


@rule("hint", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Report only nouns derived from verbs. The fix is unsafe: the noun may mean the thing after all."""
    if not event.name or not settings.speaks_english(event):
        return
    reading = name_facts(event.name).reading
    if reading.form not in _WITHOUT_VERB and (reading.form != "noun-verb" or reading.sure):
        return
    verb = verb_behind(event.name, settings.form, settings.spelling_for(event))
    if verb and settings.naming.case:
        verb = in_case(verb, settings.naming.case)
    if verb and verb != event.name:
        message = f"“{event.name}” names a thing, not an action: “{verb}” would follow the form of the other names"
        yield Finding(("name",), message, rename_fix(event, settings, verb, safe=False))
