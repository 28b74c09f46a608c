"""An event's name is not in the form of the catalog's names.

People pick events from menus. When “Play Song” stands beside “Song Played”, they look twice, search twice, and add a
third one. One form for all names makes the list readable, whichever form it is.

Bad:

    [naming]
    form = "verb-noun"

    [[events]]
    id = "songPlayed"
    name = "Song Played"

Good:

    [naming]
    form = "verb-noun"

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from collections.abc import Iterator, Sequence

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._event_names import RECOGNISED, better_in_form, rename_fix
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def meanings(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the meaning of the event's name if its form is certain."""
    reading, meaning, _ = name_facts(event.name)
    if meaning and reading.sure and reading.form in RECOGNISED:
        yield meaning, Twin(event, ("name",), event.name)


@rule("warning", compares=meanings, alone=True, about="wording")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Skip names that would become another event's name: another rule reports that the two mean the same.

    Skip catalogs that set no form while most names are not in the default one: that is reported once.
    """
    if settings.usual:
        return
    taken = {same_key(twin.text) for twin in twins} if len(twins) > 1 else ()
    for number, twin in enumerate(twins):
        better = better_in_form(twin.thing, settings)
        if better is not None and same_key(better) not in taken:
            fix = rename_fix(twin.thing, settings, better)
            yield Finding(twin.at, f"“{twin.text}” should be “{better}”", fix, of=number)
