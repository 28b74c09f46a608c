"""An event's name is put in another form than the catalog's.

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

from eventsmith.model import FORMS, Event
from eventsmith.naming import read_name, rewrite
from eventsmith.rules._event_names import rename_fix
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_RECOGNISED = frozenset((*FORMS, "gerund"))


@rule("warning")
def check(event: Event, settings: Settings) -> Findings:
    """Only where another form is recognised for sure; what cannot be told is left alone."""
    if not event.name or not settings.speaks_english(event):
        return
    reading = read_name(event.name)
    if not reading.sure or reading.form == settings.form or reading.form not in _RECOGNISED:
        return
    better = rewrite(event.name, settings.form, settings.naming.case or None)
    if better is not None and better != event.name:
        yield Finding(("name",), f"“{event.name}” should be “{better}”", rename_fix(event, settings, better))
