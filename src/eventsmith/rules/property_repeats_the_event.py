"""A property repeats the name or the time of its event.

Both are recorded with every event anyway. Sooner or later a second copy differs from the first, and then a report
counts by one of them while a campaign waits by the other. Remove the property.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "timestamp"
    type = "datetime"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "releaseDate"
    type = "date"
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from eventsmith.model import Event, Property, PropertyField
from eventsmith.naming import is_english_like, meaning_key, same_key
from eventsmith.rules._identity_cache import IdentityCache
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._profile_facts import words_of_event
from eventsmith.rules._property_names import words_of
from eventsmith.rules._rule import Finding, Settings, rule
from eventsmith.rules._word_set import word_set

_NAMES = frozenset(["eventname", "definitionid"])
_TIMES = word_set(
    """
    timestamp eventtime eventtimestamp eventdate eventdatetime occurredat occurredon occurredtime occuredtime
    eventoccurredat happenedat triggeredat firedat trackedat
    """
)
# With one of these words, an “event” is something that people go to, with a name and a time of its own.
_HAPPENINGS = word_set(
    """
    event ticket concert show match webinar booking calendar meeting festival conference party workshop class
    seat venue tour game bet appointment reservation course
    """
)
# A timestamp of one of these is a position in it, if it is a small number or described as a position.
_PLAYED = word_set(
    """
    animation audio clip episode film lecture lesson media movie music player playback podcast reel recording song sound
    stream timeline track trailer tune video
    """
)
_FIRST_EPOCH = 100_000_000
"""Timestamps in seconds since 1970 are above this, and positions in a film are not."""
_TIME_SAID = frozenset(("timestamp", "at", "time"))
# With these verbs another time matters: “scheduledAt” may be the time that something is scheduled for.
_AHEAD = word_set("schedule reschedule plan book reserve postpone expect estimate set")


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Report “createdAt” in “Create Account”, but not in “Delete Account”. Skip fields, which describe an item."""
    kind = _KINDS[prop.name]
    if not kind or prop.unit or not isinstance(prop, Property):
        return ()
    if kind == "done":
        if prop.type not in ("datetime", "string") or not _is_own_time(prop.name, event.name):
            return ()
    elif not _HAPPENINGS.isdisjoint(words_of_event(event.name)) or _is_another(kind, prop, event):
        return ()
    what = "name" if kind == "name" else "time"
    return (Finding(("name",), f"“{prop.name}” repeats the event's {what}, which is recorded anyway: remove it"),)


def _kind(name: str) -> str:
    words = words_of(name)
    plain = "".join(words)
    if plain in _NAMES:
        return "name"
    if plain in _TIMES:
        return "time"
    return "done" if len(words) > 1 and words[-1] in _TIME_SAID else ""


_KINDS = NameCache(_kind)


def _is_another(kind: str, prop: PropertyField, event: Event) -> bool:
    """Return whether the property evidently is another name or time than the event's own."""
    return _is_of_another(prop, event) if kind == "name" else _is_place(prop, event)


def _is_place(prop: PropertyField, event: Event) -> bool:
    """Return whether a timestamp is a number that marks a position in a song or a film."""
    if prop.type not in ("integer", "decimal"):
        return False
    if isinstance(prop.example, int | float | Decimal) and not Decimal(prop.example).is_nan():
        return prop.example < _FIRST_EPOCH
    words = words_of_event(event.name)
    return "timestamp" in words or not _PLAYED.isdisjoint(words_of_event(prop.description))


def _is_of_another(prop: PropertyField, event: Event) -> bool:
    """Return whether the example shows another name than the event's own."""
    if prop.values or prop.example is None:
        return bool(prop.values)
    return not isinstance(prop.example, str) or same_key(prop.example) not in _called(event)


def _keys_of(event: Event) -> set[str]:
    return {same_key(text) for text in (event.name, event.id, *event.aliases)}


_called = IdentityCache(_keys_of)


@lru_cache(maxsize=4096)
def _is_own_time(name: str, event_name: str) -> bool:
    """Return whether that time is the time of the event itself: “completedAt”, “purchaseCompletedAt”."""
    if not event_name.strip() or not is_english_like(event_name):
        return False
    own = name_facts(event_name)
    done = words_of(name)[:-1]
    if not own.reading.verb or own.reading.verb in _AHEAD or done[-1] == own.reading.verb:
        return False
    told = (" ".join(done), f"{own.reading.object} {' '.join(done)}")
    return own.meaning in map(meaning_key, told)
