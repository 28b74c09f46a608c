"""The guided path as questions and answers, told as its users walk it."""

from pathlib import Path

import pytest

from eventsmith.store import read_file
from tests.plain.person import talk
from tests.tunewave import CATALOG


def test_from_nothing_to_a_saved_file(folder: Path) -> None:
    status, person = talk(
        None,
        *("Tunewave", "", "music", "1", "infobip"),
        *("take", "goals", ""),
        *("noun-verb-past", "", ""),
        *("played", "take", "-", "", ""),
        *("take", "1", ""),
        *("save", "", "quit"),
    )
    assert status == 0
    assert "Chosen: Music streaming." in person.after("music")
    assert "Taken: Register, Play Song." in person.after("goals")
    assert "“Play Song” becomes “Song Played”" in person.after("noun-verb-past")
    assert "2 names changed" in person.text()
    assert "Saved tunewave.events.toml." in person.text()
    catalog = read_file(folder / "tunewave.events.toml").catalog
    assert catalog.name == "Tunewave"
    assert catalog.industries == ("music-streaming",)
    assert catalog.goals == ("activate",)
    assert catalog.destinations == ("infobip",)
    assert [event.name for event in catalog.events] == ["Registered", "Song Played"]
    assert [event.id for event in catalog.events] == ["registered", "songPlayed"]
    assert [(own.name, own.trigger) for own in catalog.campaigns] == [("Welcome", "registered")]


def test_all_of_ones_own(folder: Path) -> None:
    status, _ = talk(
        None,
        *("Shop", "What we mail about", "", "grow", ""),
        *("add", "Complete Purchase", "conversion", "The payment is confirmed", "It earns an offer"),
        *("add", "Start Checkout", "conversion", "", "", ""),
        "",
        *("purchase", "add", "amount", "decimal", "120.50", "campaign"),
        *("change", "1", "always", "yes", "unit in", "currency", "", ""),
        "next",
        *("add", "Big spender", "grow", "purchase", "1 day", "-", "Free delivery", "2", "30 days"),
        *("change", "1", "condition", "amount", ">=", "1000", "", ""),
        *("save", "", "quit"),
    )
    assert status == 0
    catalog = read_file(folder / "shop.events.toml").catalog
    purchase = next(event for event in catalog.events if event.id == "completePurchase")
    assert (purchase.when, purchase.description) == ("The payment is confirmed", "It earns an offer")
    amount = purchase.properties[0]
    assert (amount.name, amount.type, amount.required, amount.unit_in) == ("amount", "decimal", True, "currency")
    assert (str(amount.example), amount.used_for) == ("120.50", ("campaign",))
    campaign = catalog.campaigns[0]
    assert (campaign.trigger, campaign.wait, campaign.goal_within) == ("completePurchase", "1 day", "30 days")
    assert [(c.property, c.operator, c.value) for c in campaign.conditions] == [("amount", ">=", 1000)]


def test_a_file_is_edited_and_keeps_what_was_written(catalog: Path) -> None:
    status, person = talk(catalog, *("change", "play", "fires", "Playback passes 30 seconds, once", "", "save", "quit"))
    assert status == 0
    assert "Page 2 of 6: Events" in person.heard[1]
    assert catalog.read_text() == CATALOG.replace(
        "Playback of a song passes 30 seconds", "Playback passes 30 seconds, once"
    )


def test_looking_changes_nothing(catalog: Path) -> None:
    goal = ("go goal", "", "", "", "", "")
    names, properties, campaigns, review = ("1", ""), ("2", "", ""), ("hear", ""), ("journey", "")
    status, person = talk(catalog, *goal, "take", "", "", *names, *properties, *campaigns, *review)
    assert status == 0
    assert "Everything is saved in" in person.heard[-1]
    assert catalog.read_text() == CATALOG


def test_what_is_wrong_is_said_with_the_reason_and_put_right(catalog: Path) -> None:
    _, person = talk(catalog, *("change", "play", "name", "Song Played", "fix", "", "go properties"), *END)
    said = person.after("Song Played")
    assert "Warning: “Song Played” should be “Play Song”." in said
    assert "Why: People pick events from menus." in said
    assert "Type fix to rename to “Play Song”." in said
    assert "Done: rename to “Play Song”" in person.after("fix")
    assert "1. Name: Play Song" in person.after("fix")


END = ("quit", "without")


def test_a_reason_is_given_once_and_again_when_asked_for(catalog: Path) -> None:
    wrong = ("change", "play", "name", "Song Played", "name", "Song Liked", "why", "")
    _, person = talk(catalog, *wrong, *END)
    assert "Why: " in person.after("Song Played")
    assert "Warning: " in person.after("Song Liked")
    assert "Why: " not in person.after("Song Liked")
    assert "Why: People pick events from menus." in person.after("why")


def test_a_property_of_the_person_is_told(catalog: Path) -> None:
    _, person = talk(catalog, *("go properties", "1", "add", "email", "", "", "", "", ""), *END)
    assert "“email” describes the person" in person.after("email")


def test_a_value_of_another_type_is_told(catalog: Path) -> None:
    _, person = talk(catalog, *("go properties", "1", "add", "length", "integer", "long", "", "", ""), *END)
    assert "Error: The example should be a whole number" in person.after("long")


def test_undo_and_redo_at_any_question(catalog: Path) -> None:
    undone = ("change", "play", "fires", "Whenever", "undo", "redo", "undo", "", "redo", "save", "quit")
    status, person = talk(catalog, *undone)
    assert status == 0
    assert "Undid: change when it fires" in person.after("undo")
    assert "3. Fires when: Playback of a song passes 30 seconds" in person.after("undo")
    assert "3. Fires when: Whenever" in person.after("redo")
    assert read_file(catalog).catalog.events[0].when == "Whenever"


def test_undo_of_what_one_is_asked_about_leads_out_of_it(catalog: Path) -> None:
    _, person = talk(catalog, *("add", "Like Song", "engagement", "undo", "undo", "quit"))
    assert "Undid: add “Like Song”" in person.after("undo")
    assert "2 of 20 events" in person.after("undo")
    assert "Nothing to undo." in person.after("undo", 2)


def test_back_leads_to_the_question_before(folder: Path) -> None:
    _, person = talk(None, "Tunewave", "Our events", "back", "Our own events", "back", "back", "back", "Wave", *END)
    assert person.after("back").startswith("About: What these events are for, in a sentence [Our events]")
    assert "Catalog: Your product or journey, e.g. Tunewave [Tunewave]" in person.after("back", 3)
    assert "This is the first page." in person.text()


def test_back_from_a_place_leads_to_the_one_before(catalog: Path) -> None:
    _, person = talk(catalog, "go campaigns", "back", "back", "next", "quit")
    assert "Page 4 of 6: Properties" in person.after("back")
    assert "Page 3 of 6: Names" in person.after("back", 2)
    assert "Page 4 of 6: Properties" in person.after("next")


def test_several_events_are_removed_in_one_step(catalog: Path) -> None:
    status, person = talk(catalog, *("remove", "all", "undo", "remove", "2", "save", "quit"))
    assert status == 0
    assert "Removed: Play Song, Share Song." in person.after("all")
    assert [event.name for event in read_file(catalog).catalog.events] == ["Play Song"]


@pytest.mark.parametrize(
    ("moving", "behind", "names", "stage"),
    [
        ("play", "share", ["Share Song", "Play Song"], "advocacy"),
        ("share", "", ["Share Song", "Play Song"], "engagement"),
    ],
)
def test_an_event_is_moved(catalog: Path, moving: str, behind: str, names: list[str], stage: str) -> None:
    talk(catalog, *("move", moving, behind, "save", "quit"))
    events = read_file(catalog).catalog.events
    assert [event.name for event in events] == names
    assert next(event for event in events if moving in event.id.lower()).stage == stage


def test_names_can_be_left_alone(catalog: Path) -> None:
    _, person = talk(catalog, *("next", "2", "share", "save", "quit"))
    assert "2 of 2 names will change." in person.after("2")
    assert [event.name for event in read_file(catalog).catalog.events] == ["Song Played", "Share Song"]


def test_review_leads_to_the_question_that_puts_it_right(catalog: Path) -> None:
    _, person = talk(catalog, *("go review", "issues", "go there", "Somebody shares a song", "back", "save", "quit"))
    assert "The catalog" in person.after("issues") or "Share Song" in person.after("issues")
    assert "Share Song" in person.text()


def test_all_safe_fixes_are_shown_before_they_are_made(catalog: Path) -> None:
    catalog.write_text(CATALOG.replace('name = "Share Song"', 'name = "Song Shared"'))
    _, person = talk(catalog, *("go review", "safe fixes", "no", "safe fixes", "", "save", "quit"))
    assert "Song Shared" in person.after("safe fixes")
    assert read_file(catalog).catalog.events[1].name == "Share Song"


def test_silenced_with_a_reason_and_heard_again(catalog: Path) -> None:
    silence = ("go review", "issues", "silence", "We like it so", "back", "silenced", "yes")
    _, person = talk(catalog, *silence, *END)
    assert "Silenced " in person.after("We like it so")
    assert "“We like it so”" in person.after("silenced")


def test_export_asks_before_it_writes_over_a_file(catalog: Path, folder: Path) -> None:
    (folder / "tunewave.csv").write_text("mine")
    talk(catalog, *("go review", "export", "csv", "", "no", "quit"))
    assert (folder / "tunewave.csv").read_text() == "mine"
    talk(catalog, *("go review", "export", "csv", "", "yes", "quit"))
    assert "songName" in (folder / "tunewave.csv").read_text()
