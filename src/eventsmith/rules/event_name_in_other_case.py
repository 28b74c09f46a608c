"""An event's name is not written in the case of the catalog's names.

“play song”, “Play Song” and “PlaySong” side by side look like three authors and three meanings. One way of writing them
keeps menus tidy and lets search find what is meant.

Bad:

    [naming]
    case = "title"

    [[events]]
    id = "playSong"
    name = "play_song"

Good:

    [naming]
    case = "title"

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.model import Event
from eventsmith.naming import fits_case, in_case
from eventsmith.rules._event_names import better_in_form, rename_fix, wanted_case
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._placeholders import placeholder_in
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Skip names in the wrong form: the issue about that suggests the right case, too."""
    wanted = wanted_case(event, settings)
    if wanted is None or (wanted == "title" and _plainly_title(event.name)):
        return
    # “{button}” is not a word to respell. Another rule says that it has to go; after that, the rest is judged.
    if not event.name.strip() or fits_case(event.name, wanted) or placeholder_in(event.name):
        return
    better = in_case(event.name, wanted)
    if better and better != event.name and better_in_form(event, settings) is None:
        message = f"“{event.name}” should be written “{better}”, as names in this catalog are in {wanted} case"
        # Without its punctuation a name may say something else: “Blocked / Unblocked”.
        same = name_facts(event.name).reading.form == name_facts(better).reading.form
        yield Finding(("name",), message, rename_fix(event, settings, better) if same else None)


def _plainly_title(name: str) -> bool:
    """Return whether a name is certainly in title case: most are, and a closer look is expensive."""
    return name.istitle() and name.isascii() and name.replace(" ", "").isalpha()
