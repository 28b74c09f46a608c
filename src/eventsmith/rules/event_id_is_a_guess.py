"""An event's ID is only a guess at how its name sounds.

Japanese, Arabic, Hebrew, Persian and Thai are not written as they sound, or not with one letter per sound. An ID
derived from such a name is a string of letters that nobody can read, and developers have to type it. Choose words that
they can read.

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


@rule("hint", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Check planned events only: once code sends an ID, it has been typed already."""
    if event.is_sent or not event.id or not is_guess(event.name, event.language or settings.language):
        return
    if event.id == id_within_limits(settings, event.name, event):
        message = (
            f"The ID “{event.id}” is only a guess at how “{event.name}” sounds:"
            " choose words that developers can read and type, such as “playSong”"
        )
        yield Finding(("id",), message)
