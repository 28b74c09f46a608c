"""A property describes the person, not the action.

What stays with the customer (e-mail, birthday, the city they live in, loyalty tier) belongs in their profile. In an
event it is a copy that goes out of date, and personal data in one more place. Properties describe this one action: the
city that the parcel goes to is “deliveryCity”.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "email"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
"""

from collections.abc import Iterable

from eventsmith.model import Event, PropertyField
from eventsmith.naming import in_case
from eventsmith.rules._profile_facts import FACTS, describes_object, is_about
from eventsmith.rules._property_names import words_of
from eventsmith.rules._rule import Finding, Settings, rule

_EXAMPLES = {
    "city": "deliveryCity",
    "country": "departureCountry",
    "tags": "articleTags",
    "segment": "routeSegment",
    "salary": "offeredSalary",
    "income": "requiredIncome",
    "education": "requiredEducation",
    "employer": "advertisedEmployer",
    "jobtitle": "advertisedJobTitle",
}
"""Names that say what else the fact belongs to; for all others it may be a store."""
_PROGRAMS = frozenset(("app", "application", "api", "client", "integration", "oauth", "openid", "token"))


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Skip events about the fact itself, or about a thing that has it: “Change Language”, “View Store”."""
    fact = FACTS[prop.name]
    if fact is None or is_about(event.name, fact) or describes_object(event.name, fact, prop.description):
        return ()
    if _is_of_program(prop, event):
        return ()
    if fact.kind == "personal":
        message = f"“{prop.name}” describes the person, not the action: keep it in the person's profile"
        return (Finding(("name",), message),)
    words = words_of(prop.name)
    example = _EXAMPLES.get("".join(words)) or " ".join(("store", *words))
    message = (
        f"“{prop.name}” reads like a fact about the person: keep it in their profile, "
        f"or name what else it belongs to, as “{in_case(example, settings.naming.property_case)}” does"
    )
    return (Finding(("name",), message),)


def _is_of_program(prop: PropertyField, event: Event) -> bool:
    """Return whether the client is a program that asks for access, as RFC 6749 uses the word."""
    if words_of(prop.name) != ("client", "id"):
        return False
    return not _PROGRAMS.isdisjoint(f"{event.name} {prop.description}".lower().split())
