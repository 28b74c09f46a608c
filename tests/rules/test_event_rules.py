import pytest

from tests.rules.told import mended, named, told


def test_an_unknown_stage_and_the_nearest() -> None:
    message = "There is no stage “Engagment”: did you mean “engagement”?"
    assert told(named("Play Song", event='stage = "Engagment"'), "stage-is-unknown") == {"events[0].stage": message}
    text = named("Play Song", event='stage = "xyz"', settings='stages = ["one", "two"]')
    assert "one, two" in told(text, "stage-is-unknown")["events[0].stage"]
    assert not told(named("Play Song"), "stage-is-unknown")


def test_only_the_spelling_of_a_stage_is_mended_by_itself() -> None:
    assert mended(named("A", event='stage = "Retention"'), "stage-is-unknown", safe=True).events[0].stage == "retention"
    assert mended(named("A", event='stage = "retetnion"'), "stage-is-unknown", safe=True).events[0].stage == "retetnion"


def test_hidden_characters_are_shown_by_their_code() -> None:
    (message,) = told(named("Play\\u202e Song"), "text-is-not-visible").values()
    assert message == "“Play<U+202E> Song” contains invisible characters: remove <U+202E>, or type the text again"


@pytest.mark.parametrize(
    "line",
    [
        'when = "First line\\nsecond line"',
        'description = "A family 👨‍👩‍👧 and a tab\\tstop"',
        'description = "שלום, наушники, 音楽"',
        'extra = {note = "\\u202e"}',
    ],
)
def test_texts_that_are_what_they_seem(line: str) -> None:
    assert not told(named("Play Song", event=line), "text-is-not-visible")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('when = "\\u0007"', "events[0].when"),
        ('aliases = ["ok", "a\\nb"]', "events[0].aliases[1]"),
        ('[[events.properties]]\nname = "\\u200bsong"', "events[0].properties[0].name"),
        ('[[events.properties]]\nname = "a"\nvalues = ["ok", "\\u202eb"]', "events[0].properties[0].values[1]"),
        (
            '[[events.properties]]\nname = "a"\ntype = "list"\n[[events.properties.fields]]\nname = "b\\u0000"',
            "events[0].properties[0].fields[0].name",
        ),
    ],
)
def test_hidden_characters_anywhere_in_an_event(line: str, place: str) -> None:
    text = named("Play Song", event=line)
    assert list(told(text, "text-is-not-visible")) == [place]
    assert not told(mended(text, "text-is-not-visible"), "text-is-not-visible")


def test_unknown_rules_are_ignored_nowhere() -> None:
    text = """
        [[events]]
        id = "playSong"
        name = "Play Song"
        [events.ignore]
        no-such-thing-at-all = "because"
        [[events.properties]]
        name = "email"
        [events.properties.ignore]
        property-describes-person = "it is the sender's"
    """
    found = told(text, "ignores-no-rule")
    assert list(found) == [
        "events[0].ignore.no-such-thing-at-all",
        "events[0].properties[0].ignore.property-describes-person",
    ]
    assert (
        "did you mean “property-describes-the-person”?"
        in found["events[0].properties[0].ignore.property-describes-person"]
    )
    mended_property = mended(text, "ignores-no-rule").events[0].properties[0]
    assert mended_property.ignore == {"property-describes-the-person": "it is the sender's"}


def test_budget_of_properties_names_what_nothing_needs() -> None:
    text = named(
        "Play Song",
        settings="[budget]\nproperties = 1",
        event='[[events.properties]]\nname = "a"\nused_for = ["segment"]\n[[events.properties]]\nname = "b"',
    )
    (message,) = told(text, "event-has-too-many-properties").values()
    assert message.startswith("2 properties exceed the budget of 1")
    assert message.endswith("no use is stated for “b”")
    asked = '[[campaigns]]\nname = "C"\ntrigger = "someId"\n[[campaigns.conditions]]\nproperty = "b"\n'
    (message,) = told(f'{text}{asked}operator = "is-empty"', "event-has-too-many-properties").values()
    assert "nothing is said" not in message
