"""Taking many events and campaigns at once is what one gets looking through all events for each."""

from hypothesis import given
from hypothesis import strategies as st

from eventsmith.edits import Insert, find_event, index_for_stage, take_all, take_campaign, take_events
from eventsmith.edits.names import adapted_event
from eventsmith.model import Campaign, Catalog, Condition, Event, Naming, Property

NAMES = st.sampled_from(["Play Song", "Song Played", "play_song", "Pay Bill", "Bill Paid", "Buy", ""])
IDS = st.sampled_from(["playSong", "PlaySong", "payBill", "buy", "billPaid", ""])
PROPERTIES = st.builds(Property, name=st.sampled_from(["price", "itemCount", "item_count", "unit"]))
EVENTS = st.builds(
    Event,
    id=IDS,
    name=NAMES,
    stage=st.sampled_from(["", "first", "second", "elsewhere"]),
    aliases=st.lists(NAMES, max_size=1).map(tuple),
    former_ids=st.lists(IDS, max_size=1).map(tuple),
    properties=st.lists(PROPERTIES, max_size=2).map(tuple),
)
CAMPAIGNS = st.builds(
    Campaign,
    name=st.sampled_from(["One", "Two"]),
    trigger=IDS,
    goal_event=IDS,
    unless=st.lists(IDS, max_size=2).map(tuple),
    conditions=st.lists(
        st.builds(Condition, property=st.sampled_from(["price", "item_count", "none"])), max_size=2
    ).map(tuple),
)
CATALOGS = st.builds(
    Catalog,
    naming=st.builds(Naming, form=st.sampled_from(["verb-noun", "noun-verb-past"])),
    stages=st.sampled_from([(), ("first", "second"), ("second", "first", "second")]),
    events=st.lists(EVENTS, max_size=6).map(tuple),
    campaigns=st.lists(CAMPAIGNS, max_size=2).map(tuple),
)


def plainly_taken(catalog: Catalog, source: Catalog, ids: set[str]) -> Catalog:
    for event in source.events:
        if event.id in ids and find_event(catalog, event) is None:
            new = adapted_event(catalog, source, event)
            catalog = Insert(("events", index_among(catalog, source, new)), new).apply(catalog)
    return catalog


def index_among(catalog: Catalog, source: Catalog, new: Event) -> int:
    """The index behind the nearest that is before it in the source, or before the nearest behind it, or at the end."""

    def number_of(event: Event) -> int | None:
        alone = catalog.model_copy(update={"events": (event,)})
        return next((number for number, other in enumerate(source.events) if find_event(alone, other) == 0), None)

    ranks = {stage: number for number, stage in enumerate(catalog.stages)}

    def rank(event: Event) -> int:
        return ranks.get(event.stage, len(ranks))

    wanted = number_of(new)
    of_stage = [(number_of(event), at) for at, event in enumerate(catalog.events) if rank(event) == rank(new)]
    known = [(number, at) for number, at in of_stage if number is not None]
    before = [(number, at) for number, at in known if wanted is not None and number < wanted]
    behind = [(number, at) for number, at in known if wanted is not None and number > wanted]
    if before:
        return max(before)[1] + 1
    return min(behind)[1] if behind else index_for_stage(catalog, new.stage)


@given(CATALOGS, CATALOGS, st.sets(IDS))
def test_events_are_taken_as_if_each_were_looked_for_in_all(catalog: Catalog, source: Catalog, ids: set[str]) -> None:
    assert take_events(catalog, source, ids).apply(catalog) == plainly_taken(catalog, source, ids)


@given(CATALOGS, CATALOGS, st.sets(IDS))
def test_campaigns_taken_together_are_what_they_are_one_by_one(
    catalog: Catalog, source: Catalog, ids: set[str]
) -> None:
    one_by_one = plainly_taken(catalog, source, ids)
    for campaign in source.campaigns:
        one_by_one = take_campaign(one_by_one, source, campaign).apply(one_by_one)
    assert take_all(catalog, source, ids, source.campaigns).apply(catalog) == one_by_one


@given(CATALOGS, CATALOGS)
def test_a_campaign_points_at_the_events_that_stand_for_its_own(catalog: Catalog, source: Catalog) -> None:
    for campaign in source.campaigns:
        taken = take_campaign(catalog, source, campaign).apply(catalog)
        here = {}
        for event in source.events:
            index = find_event(taken, event)
            if event.id in campaign.events() and index is not None:
                here[event.id] = taken.events[index].id
        mine = taken.campaigns[-1]
        theirs = (campaign.trigger, campaign.goal_event, *campaign.unless)
        assert (mine.trigger, mine.goal_event, *mine.unless) == tuple(here.get(name, name) for name in theirs)
        assert len(mine.conditions) == len(campaign.conditions)


def test_a_name_that_does_not_say_how_it_sounds_is_taken_with_the_id_it_has() -> None:
    source = Catalog(language="ja", events=(Event(id="playSong", name="曲を再生"), Event(id="buy", name="Buy Song")))
    catalog = Catalog(language="ja", naming=Naming(id_case="snake"))
    after = take_events(catalog, source, ["playSong", "buy"]).apply(catalog)
    assert [event.id for event in after.events] == ["play_song", "buy_song"]
