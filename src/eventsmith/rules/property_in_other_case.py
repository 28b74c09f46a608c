"""A property's name is not written in the case of the catalog's properties.

Where one event has “songName” and the next has “artist_name”, everybody who writes a condition or a template has to
look up which it is. Whoever guesses wrong sends a message with a gap.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "song_name"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
"""

from collections.abc import Iterable
from functools import partial

from eventsmith.model import Event, PropertyField
from eventsmith.naming import Case, fits_case, in_case
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._property_names import has_duplicate, is_well_formed, respell_fix
from eventsmith.rules._rule import Finding, Settings, rule


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Check planned events only: once code sends a name, it is not changed for its looks. Skip duplicates."""
    case = settings.naming.property_case
    better = _BETTER[case][prop.name]
    if not better or event.is_sent or has_duplicate(prop, event):
        return ()
    message = f"“{prop.name}” should be “{better}”, as properties in this catalog are in {case} case"
    return (Finding(("name",), message, respell_fix(prop, event, settings)),)


def _better(case: Case, name: str) -> str:
    """Return the name in the case; empty if it is in it already, or nothing remains."""
    if fits_case(name, case) or not is_well_formed(name):
        return ""
    better = in_case(name, case)
    return better if better != name and is_well_formed(better) else ""


_BETTER: dict[Case, NameCache[str]] = {
    "camel": NameCache(partial(_better, "camel")),
    "snake": NameCache(partial(_better, "snake")),
}
