r"""A text of an event or a property holds characters that cannot be seen.

Control and bidirectional characters come in with copy and paste. They make two names look the same that are not, turn
text around, and are sent along unnoticed.

Bad:

    [[events]]
    id = "playSong"
    name = "Play\u200b Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.model import Event
from eventsmith.rules._rule import Findings, Settings, rule
from eventsmith.rules._texts import hidden_in, texts_of_event


@rule("warning")
def check(event: Event, settings: Settings) -> Findings:
    """All texts of the event and its properties."""
    return hidden_in(texts_of_event(event))
