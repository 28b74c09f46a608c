"""What a letter in an event's name costs: as many lines of our code, however many events there are."""

import sys
from types import FrameType
from typing import Any

from eventsmith.model import Catalog, Event, Property
from eventsmith.queries.progress import progress
from eventsmith.session.fields import edit_at
from eventsmith.session.session import Session
from eventsmith.store import new_document
from eventsmith.tui.views.rows import event_rows, meter


def lines_of_a_letter(events: int) -> int:
    """Of all that is done and shown for the last of some letters, beside what stands on the screen anyway."""
    catalog = Catalog(
        name="Big",
        events=tuple(
            Event(
                id=f"playSong{number}",
                name=f"Play Song {number}",
                stage="engagement",
                properties=(Property(name=f"position{number}", type="integer"),),
            )
            for number in range(events)
        ),
    )
    session = Session(new_document(None, catalog))
    place = ("events", 3, "name")

    def type_in(name: str) -> None:
        session.type(place, lambda catalog: edit_at(catalog, place, name))
        rows = event_rows(session)
        assert [rows[number].cells[0] for number in range(1, 6)][3] == name
        progress(session.catalog, session.issues)
        meter(session)
        session.issues.at(place)

    for name in ("Play", "Play M", "Play Mo"):
        type_in(name)
    return counted(lambda: type_in("Play Moon"))


def counted(work: Any) -> int:
    lines = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def test_a_letter_costs_the_same_among_many_events_as_among_few() -> None:
    assert lines_of_a_letter(1000) < 1.1 * lines_of_a_letter(30)
