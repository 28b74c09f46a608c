"""What is remembered of catalogs equals what one would find looking through all of their events."""

from hypothesis import given
from hypothesis import strategies as st

from eventsmith.edits.catalog_index import CatalogIndex, Noun, own_keys
from eventsmith.edits.workbench import Workbench, index_of
from eventsmith.model import Campaign, Catalog, Event
from eventsmith.naming import same_key

TEXTS = st.sampled_from(["", "pay", "Pay", "PAY", "p_ay", "playSong", "Play Song", "2nd"])
EVENTS = st.builds(Event, id=TEXTS, name=TEXTS, replaced_by=TEXTS)
CAMPAIGNS = st.builds(Campaign, trigger=TEXTS, goal_event=TEXTS, unless=st.lists(TEXTS, max_size=2).map(tuple))
CATALOGS = st.builds(
    Catalog, events=st.lists(EVENTS, max_size=4).map(tuple), campaigns=st.lists(CAMPAIGNS, max_size=2).map(tuple)
)


def check(known: CatalogIndex, catalog: Catalog, text: str) -> None:
    events = catalog.events
    assert known.is_taken(text) == any(event.id.casefold() == text.casefold() for event in events)
    assert [*known.replaced_by(text)] == [n for n, event in enumerate(events) if event.replaced_by == text]
    assert [*known.campaigns_with(text)] == [
        n for n, campaign in enumerate(catalog.campaigns) if text in campaign.events()
    ]
    for index, event in enumerate(events):
        others = events[:index] + events[index + 1 :]
        assert known.is_shared(event) == any(other.id == event.id for other in others)
        assert known.is_taken(text, event) == any(other.id.casefold() == text.casefold() for other in others)
        assert known.is_taken_however_spelled(text, event) == any(
            same_key(other.id) == same_key(text) for other in others
        )
        assert known.is_called(text, event) == any(text in (other.name, other.id) for other in others)


@given(st.lists(CATALOGS, min_size=1, max_size=4), TEXTS, st.booleans())
def test_of_one_catalog_after_another_it_is_known_what_each_has(
    catalogs: list[Catalog], text: str, not_of_all: bool
) -> None:
    for number, catalog in enumerate(catalogs):
        known = index_of(catalog)
        if not_of_all and number % 2 and number + 1 < len(catalogs):
            continue
        check(known, catalog, text)


@given(st.lists(EVENTS, max_size=5), st.permutations(range(5)), TEXTS)
def test_the_same_events_in_another_order(events: list[Event], order: list[int], text: str) -> None:
    index_of(Catalog(events=tuple(events)))
    catalog = Catalog(events=tuple(events[at] for at in order if at < len(events)))
    check(index_of(catalog), catalog, text)


@given(
    CATALOGS,
    st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans(), st.integers(0, 9), EVENTS, CAMPAIGNS), max_size=6),
    TEXTS,
)
def test_a_bench_knows_on_whatever_is_put_or_inserted(
    catalog: Catalog, steps: list[tuple[bool, bool, bool, int, Event, Campaign]], text: str
) -> None:
    bench = Workbench.of(catalog)
    check_bench(bench, text)
    for of_events, is_put, is_asked, at, event, campaign in steps:
        noun: Noun = "events" if of_events else "campaigns"
        new = event if of_events else campaign
        count = len(getattr(bench, noun))
        if is_put and count:
            bench.put(noun, at % count, new)
        else:
            bench.insert(noun, at % (count + 1), new)
        if is_asked:
            check_bench(bench, text)
    check_bench(bench, text)


def check_bench(bench: Workbench, text: str) -> None:
    catalog = bench.finished()
    check(bench.index, catalog, text)
    assert bench.index.has_id(text) == any(event.id == text for event in catalog.events)
    keys = {same_key(text), "nowhere"}
    having = [index for index, event in enumerate(catalog.events) if not keys.isdisjoint(own_keys(event))]
    assert bench.index.has_one_of(keys) == bool(having)
    assert bench.index.first_with(keys) == (having[0] if having else None)
