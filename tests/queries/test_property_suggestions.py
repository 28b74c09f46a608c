"""What presets and the catalog's own other events suggest for an event."""

from eventsmith.model import Catalog, Event, Naming, Property, PropertyGroup
from eventsmith.presets import preset_catalog
from eventsmith.queries.property_suggestions import MOST, Suggestions


def event(name: str, *names: str) -> Event:
    return Event(id=name, name=name, properties=tuple(Property(name=one) for one in names))


def told(catalog: Catalog, index: int, memory: Suggestions | None = None) -> list[tuple[str, str, str]]:
    return [(one.prop.name, one.source, one.event) for one in (memory or Suggestions()).of(catalog, index)]


def test_the_same_event_of_a_preset_comes_first_under_any_form_of_its_name() -> None:
    catalog = Catalog(industries=("music-streaming",), events=(event("Song Played", "song_name"), event("B", "zip")))
    preset = preset_catalog("music-streaming")
    offered = next(one for one in preset.events if one.name == "Play Song").properties
    needed = [prop for prop in offered if "campaign" in prop.used_for and prop.name != "songName"]
    rest = [prop for prop in offered if prop not in needed and prop.name != "songName"]
    assert needed
    assert rest
    wanted = [(prop.name, preset.name, "Play Song") for prop in (*needed, *rest)]
    assert told(catalog, 0) == [*wanted, ("zip", "", "B")]


def test_names_are_spelled_as_the_catalog_spells_them() -> None:
    catalog = Catalog(
        industries=("music-streaming",), naming=Naming(property_case="snake"), events=(event("Play Song"),)
    )
    assert "song_name" in [name for name, _, _ in told(catalog, 0)]


def test_what_most_other_events_have_comes_first_and_not_more_than_one_takes_in() -> None:
    catalog = Catalog(events=(event("A", "own"), event("B", "b", "Own"), event("C", "both"), event("D", "both")))
    assert told(catalog, 0) == [("both", "", "C"), ("b", "", "B")]
    many = Catalog(events=(event("A"), event("B", *(f"p{number}" for number in range(99)))))
    assert len(told(many, 0)) == MOST


def test_what_campaigns_need_counts_twice() -> None:
    needed = Event(id="D", name="D", properties=(Property(name="amount", used_for=("campaign",)),))
    others = [event(name, "often") for name in "EFGH"]
    catalog = Catalog(events=(event("A"), event("B", "a", "seldom"), *others, needed))
    assert [(one.prop.name, one.events) for one in Suggestions().of(catalog, 0)] == [
        ("often", 4),
        ("amount", 1),
        ("a", 1),
        ("seldom", 1),
    ]


def test_what_an_event_has_from_a_group_is_not_suggested() -> None:
    group = PropertyGroup(name="money", properties=(Property(name="amount"),))
    taking = event("A").model_copy(update={"property_groups": ("money",)})
    catalog = Catalog(format=2, property_groups=(group,), events=(taking, event("B", "amount", "other")))
    assert [name for name, _, _ in told(catalog, 0)] == ["other"]


def test_what_is_remembered_is_what_is_found_afresh() -> None:
    memory = Suggestions()
    needed = Event(id="C", name="C", properties=(Property(name="x", used_for=("campaign",)), Property(name="q")))
    catalogs = [
        Catalog(events=(needed, event("A"), event("B", "x"), event("D", "q", "z"), event("E", "z"))),
        Catalog(events=(needed.model_copy(update={"when": "Now"}), event("A"), *map(event, "BDE", "xyz", "zzz"))),
        Catalog(events=(event("A"), event("B", "x", "y", "X"), event("C", "x"))),
        Catalog(events=(event("A"), event("B", "y"), event("C", "x"))),
        Catalog(events=(event("A"), event("B", "z", "", ""), event("C"))),
        Catalog(events=(event("B", "z"), event("A"))),
        Catalog(events=(event("B"), event("A", "q"))),
        Catalog(events=(event("B"), event("A", "q", "r"))),
        Catalog(events=(event("B", "q"), event("A", "q", "r"))),
    ]
    for catalog in catalogs:
        for index in range(len(catalog.events)):
            assert told(catalog, index, memory) == told(catalog, index)
