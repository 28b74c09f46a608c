import pytest

from eventsmith.model import Campaign, Catalog, Condition, Event, Place, Property, PropertyField, PropertyGroup
from eventsmith.session.place_words import place_words
from eventsmith.session.summary import size_words

CATALOG = Catalog(
    format=2,
    property_groups=(PropertyGroup(name="Device", properties=(Property(name="os"),)),),
    events=(
        Event(
            id="play",
            name="Play Song",
            properties=(Property(name="length"), Property(name="songs", fields=(PropertyField(name="title"),))),
        ),
        Event(id="", name="", status="idea", properties=(Property(name=""),)),
    ),
    campaigns=(Campaign(name="Welcome", conditions=(Condition(property="amount", operator="="),)),),
)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((), "The catalog"),
        (("name",), "The catalog: Catalog"),
        (("naming", "form"), "The catalog: naming"),
        (("events", 0), "Play Song"),
        (("events", 0, "when"), "Play Song: Fires when"),
        (("events", 0, "name"), "Play Song: Name"),
        (("events", 0, "properties", 0), "Play Song: length"),
        (("events", 0, "properties", 0, "name"), "Play Song: length"),
        (("events", 0, "properties", 0, "values", 2), "Play Song: length, Only these"),
        (("events", 0, "properties", 1, "fields", 0, "type"), "Play Song: songs, title, Type"),
        (("events", 1, "properties", 0, "type"), "Event without a name: property without a name, Type"),
        (("property_groups", 0, "properties", 0), "Property group Device: os"),
        (("campaigns", 0, "wait"), "Campaign Welcome: Then wait"),
        (("campaigns", 0, "conditions", 0, "value"), "Campaign Welcome: condition on amount, Value"),
    ],
)
def test_a_place_is_said_in_the_words_of_its_form(place: Place, words: str) -> None:
    assert place_words(CATALOG, place) == words


def test_the_size_counts_no_ideas_and_a_group_once() -> None:
    assert size_words(CATALOG) == "1 event, 3 facts, 1 campaign"
