"""What the page Campaigns lists as not used yet."""

from eventsmith.model import Campaign, Catalog, Event, Property
from eventsmith.queries.unused import unused


def test_events_that_nothing_uses_and_what_is_unused_of_the_others() -> None:
    events = (
        Event(id="a", name="A", properties=(Property(name="p"), Property(name="q", used_for=("segment",)))),
        Event(id="b", name="B"),
        Event(id="c", name="C", status="idea"),
    )
    catalog = Catalog(format=2, events=events, campaigns=(Campaign(name="x", trigger="a"),))
    assert unused(catalog) == [("events", 0, "properties", 0), ("events", 1)]
