"""An event's ID is a guess at how its name sounds.

Japanese, Arabic, Hebrew, Persian and Thai do not write how a word sounds, or not with one letter a sound. An ID that is
derived from such a name is a row of letters that nobody can read, and developers have to type it.

Bad:

    language = "ja"

    [[events]]
    id = "quoZaiSheng"
    name = "曲を再生"

Good:

    language = "ja"

    [[events]]
    id = "playSong"
    name = "曲を再生"
"""

from eventsmith.model import Event
from eventsmith.naming import is_guess
from eventsmith.rules._event_names import id_within_limits
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(event: Event, settings: Settings) -> Findings:
    """Check planned events only: code that sends an ID has it typed already."""
    if event.status != "planned" or not event.id or not is_guess(event.name, event.language or settings.language):
        return
    if event.id == id_within_limits(settings, event.name, event):
        message = (
            f"The ID “{event.id}” is only a guess at how “{event.name}” sounds, and developers will type it: give it"
            " words they can read, such as “playSong”"
        )
        yield Finding(("id",), message)
