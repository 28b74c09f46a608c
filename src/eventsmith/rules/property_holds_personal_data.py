"""A property holds personal data: an e-mail address, a phone number, a card or account number.

Events are copied to every platform, report and log, and stay there when somebody asks to be forgotten. Who the person
is belongs in their profile. An event needs no more than the kind of payment, or that somebody was invited.

Bad:

    [[events]]
    id = "inviteFriend"
    name = "Invite Friend"

    [[events.properties]]
    name = "invited"
    example = "jane.doe@mail.example"

Good:

    [[events]]
    id = "inviteFriend"
    name = "Invite Friend"

    [[events.properties]]
    name = "invited"
    example = "friend"
"""

from collections.abc import Iterable, Iterator

from eventsmith.model import Event, PropertyField
from eventsmith.rules._personal_data import NAMED_DATA, SHORTEST, may_be_personal_data, personal_data_in
from eventsmith.rules._profile_facts import FACTS
from eventsmith.rules._rule import Finding, Settings, rule


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Check name, example and allowed values. The message does not repeat the data itself."""
    named = NAMED_DATA[prop.name]
    if named or prop.values:
        return _tell(prop, named)
    example = prop.example
    # Most examples are too short to be personal data, and a closer look would be expensive.
    if example is None or (type(example) is str and len(example) < SHORTEST):
        return ()
    return _tell(prop, named) if may_be_personal_data(example) else ()


def _tell(prop: PropertyField, named: str) -> Iterator[Finding]:
    cure = "keep it in the person's profile"
    if named and prop.type in ("string", "integer", "list") and not FACTS[prop.name]:
        yield Finding(("name",), f"“{prop.name}” holds {named}, which is personal data: {cure}")
    shows = "or use an example that belongs to nobody"
    for value in prop.example if isinstance(prop.example, list | tuple) else (prop.example,):
        if what := personal_data_in(value, prop.name):
            yield Finding(("example",), f"The example is {what}, which is personal data: {cure}, {shows}")
            break
    for number, value in enumerate(prop.values):
        if what := personal_data_in(value, prop.name):
            yield Finding(("values", number), f"This value is {what}, which is personal data: remove it")
