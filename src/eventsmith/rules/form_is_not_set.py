"""Most names share one form, and the catalog does not set it.

Without a form of its own, a catalog is held to that of “Play Song”. If nearly all its names look like “Song Played”,
that is what the team has agreed on. Once that form is set, new names are held to it, and the few that differ are found.

Bad:

    [[events]]
    id = "accountCreated"
    name = "Account Created"

    [[events]]
    id = "songPlayed"
    name = "Song Played"

    [[events]]
    id = "songLiked"
    name = "Song Liked"

    [[events]]
    id = "playlistShared"
    name = "Playlist Shared"

    [[events]]
    id = "trialStarted"
    name = "Trial Started"

Good:

    [naming]
    form = "noun-verb-past"

    [[events]]
    id = "accountCreated"
    name = "Account Created"

    [[events]]
    id = "songPlayed"
    name = "Song Played"

    [[events]]
    id = "songLiked"
    name = "Song Liked"

    [[events]]
    id = "playlistShared"
    name = "Playlist Shared"

    [[events]]
    id = "trialStarted"
    name = "Trial Started"
"""

from functools import partial

from eventsmith.edits import Edit, set_form
from eventsmith.model import Catalog, Form, Place
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule


@rule("warning")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Offer an unsafe fix: only people can say which form all names should have."""
    form = settings.usual
    if form is None:
        return
    example = next(event.name for event in catalog.events if name_facts(event.name).reading.form == form)
    message = f"Most names look like “{example}”, and no form is set: set the form to {form}, or rename them all"
    yield Finding(("naming", "form"), message, Fix(f"set the form to {form}", partial(_set, form), safe=False))


def _set(form: Form, catalog: Catalog, _: Place) -> Edit:
    return set_form(catalog, form)
