"""An event's ID contains characters that program code or platforms cannot take.

The ID is used in program code, in exports and in addresses. It starts with a letter (a to z), followed by letters,
digits, “_” or “-”. Anything else is refused somewhere on the way, and the event never arrives.

Bad:

    [[events]]
    id = "play song!"
    name = "Play Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.model import Event
from eventsmith.rules._event_names import is_well_formed_id, new_id_fix
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Skip missing IDs."""
    text = event.id
    if not text.strip() or is_well_formed_id(text):
        return
    odd = next((c for c in text if not (c.isascii() and (c.isalnum() or c in "_-"))), None)
    if odd is not None:
        what = "a space" if odd.isspace() else f"“{odd}”"
        message = f"The ID “{text}” contains {what}: use only letters (a to z), digits, “_” and “-”"
    else:
        message = f"The ID “{text}” starts with “{text[0]}”: an ID must start with a letter (a to z)"
    yield Finding(("id",), message, new_id_fix(event, settings, event.name) or new_id_fix(event, settings, text))
