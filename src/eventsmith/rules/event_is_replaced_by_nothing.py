"""An event's successor does not exist, is the event itself, or is deprecated too.

People who find an event deprecated follow it to its successor, in the catalog and in code. Here the trail leads
nowhere, so they keep the old one or create a third. Choose a successor that is there to stay, or none.

Bad:

    [[events]]
    id = "startSong"
    name = "Start Song"
    status = "deprecated"
    replaced_by = "startSong"

Good:

    [[events]]
    id = "startSong"
    name = "Start Song"
    status = "deprecated"
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule, set_at


def ids(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the event's ID, and that of its successor."""
    yield event.id, Twin(event, ("id",), event.id)
    if event.replaced_by:
        yield event.replaced_by, Twin(event, ("replaced_by",), event.replaced_by)


@rule("warning", compares=ids, alone=True, about="identity")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Report it at the replaced event."""
    if len(twins) == 1 and twins[0].at == ("id",):
        return
    there = [twin.thing for twin in twins if twin.at == ("id",)]
    own = {id(event) for event in there}
    for number, twin in enumerate(twins):
        if twin.at == ("replaced_by",):
            if id(twin.thing) in own:
                fix = replace(set_at(("replaced_by",), "", "remove the successor"), safe=False)
                message = f"“{twin.thing.name or twin.text}” cannot replace itself: choose another event, or none"
                yield Finding(twin.at, message, fix, of=number)
            elif not there:
                message = f"The successor “{twin.text}” is not an event in this catalog: choose one that is, or none"
                yield Finding(twin.at, message, of=number)
            elif there[0].status == "deprecated":
                yield Finding(twin.at, _deprecated(there[0]), of=number)


def _deprecated(successor: Event) -> str:
    message = f"The successor “{successor.name or successor.id}” is deprecated too"
    if successor.replaced_by and successor.replaced_by != successor.id:
        return f"{message}: choose its own successor, “{successor.replaced_by}”"
    return f"{message}: choose one that is there to stay, or none"
