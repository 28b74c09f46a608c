"""A stage of the journey has no events.

There may be a gap in the story: customers do something at this point, and no message can answer it. Or the journey has
no such chapter, and the stage only makes the others harder to read. Put an event into the stage, or remove it.

Bad:

    stages = ["discovery", "trial", "use"]

    [[events]]
    id = "startTrial"
    name = "Start Trial"
    stage = "trial"

    [[events]]
    id = "playSong"
    name = "Play Song"
    stage = "use"

Good:

    stages = ["trial", "use"]

    [[events]]
    id = "startTrial"
    name = "Start Trial"
    stage = "trial"

    [[events]]
    id = "playSong"
    name = "Play Song"
    stage = "use"
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from eventsmith.model import STAGES, Catalog, Event
from eventsmith.rules._quoted_list import plain_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


def stages(event: Event) -> Iterator[str]:
    """Yield the event's stage."""
    yield event.stage


@rule("hint", counts=stages)
def check(numbers: Mapping[str, int], catalog: Catalog, settings: Settings) -> Findings:
    """Check only stages that the catalog sets itself, and only once an event is in one."""
    if catalog.stages == STAGES:
        return
    empty = [stage for stage in dict.fromkeys(catalog.stages) if stage and not numbers.get(stage, 0)]
    if empty and any(numbers.get(stage, 0) for stage in catalog.stages):
        names = plain_list([f"“{stage}”" for stage in empty])
        which = f"No event is in the stage {names}" if len(empty) == 1 else f"No event is in the stages {names}"
        without = set(empty)
        left = tuple(stage for stage in catalog.stages if stage not in without)
        fix = set_at(("stages",), left, f"remove {names}")
        cure = "put one there, or remove it" if len(empty) == 1 else "put some there, or remove them"
        yield Finding(("stages",), f"{which}: {cure}", replace(fix, safe=False))
