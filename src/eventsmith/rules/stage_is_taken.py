"""A stage is in the catalog twice, or differs from another only in case, separators or look-alike letters.

The events of one chapter are torn in two. Whoever follows the story misses half of it, and each new event lands in one
or the other by chance. Keep one of the two.

Bad:

    stages = ["discovery", "Discovery", "use"]

Good:

    stages = ["discovery", "use"]
"""

from collections.abc import Iterator

from eventsmith.edits import Edit, Remove, Set, Together
from eventsmith.model import Catalog, Place
from eventsmith.naming import same_key
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule


@rule("warning")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Report it at the later of the two."""
    known: dict[str, tuple[int, str]] = {}
    for number, stage in enumerate(catalog.stages):
        if not stage.strip():
            continue
        first_number, first = known.setdefault(same_key(stage), (number, stage))
        if number != first_number:
            message = (
                f"The stage “{stage}” is in the catalog twice: keep one of the two"
                if stage == first
                else f"The stage “{stage}” reads the same as “{first}”: keep one of the two"
            )
            yield Finding(("stages", number), message, _merge(number, stage, first))


def _merge(number: int, stage: str, first: str) -> Fix:
    """Return a fix that removes the later stage and moves its events into the first; safe if both are spelled alike."""
    label = f"keep one “{first}”"

    def make(catalog: Catalog, thing: Place) -> Edit:
        return Together([Remove(("stages", number)), *_moves(catalog, stage, first)], label)

    # If both are spelled alike, no event moves.
    return Fix(label, make, safe=stage == first, within=("stages", number) if stage == first else None)


def _moves(catalog: Catalog, stage: str, first: str) -> Iterator[Edit]:
    for index, event in enumerate(catalog.events if stage != first else ()):
        if event.stage == stage:
            yield Set(("events", index, "stage"), first)
