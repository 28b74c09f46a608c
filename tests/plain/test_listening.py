"""What makes it bearable to listen for an afternoon: nothing twice, long lists in parts, and the way anywhere."""

import re
from pathlib import Path

import pytest

from eventsmith.edits import Set
from eventsmith.ground.sanitise import visible_lines
from eventsmith.model import Catalog, Event
from eventsmith.session.opening import open_session, open_with_journal
from eventsmith.store import canonical_toml, read_file
from tests.plain.person import talk
from tests.plain.test_bulk import CATALOG

END = ("quit", "without")
MUSIC = 'format = 1\nname = "Shop"\nindustries = ["music-streaming"]\ngoals = ["activate", "grow"]\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    return path


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.events.toml"
    events = tuple(Event(id=f"doThing{at}", name=f"Do Thing {at}", when="Now") for at in range(1, 61))
    path.write_text(canonical_toml(Catalog(name="Long", events=events)))
    return path


def test_where_one_is_and_what_undo_would_do_is_said_at_any_question(path: Path) -> None:
    _, person = talk(path, "where", "change", "start", "fires", "Now", "where", "undo", "where", "quit")
    assert f"Shop, in {path}, all saved.\nPage 2 of 6: Events" in person.after("where")
    assert "undo would take back: nothing." in person.after("where")
    assert "with unsaved changes." in person.after("where", 2)
    assert "undo would take back: change when it fires." in person.after("where", 2)
    assert "redo would do again: change when it fires." in person.after("where", 3)
    assert person.after("where").endswith("What next? A number, please [Enter goes on to Names]")


def test_jump_leads_to_anything_by_a_part_of_its_name(path: Path) -> None:
    _, person = talk(
        path,
        "jump",
        "",
        "jump",
        "no such",
        "go review",
        "jump",
        "rate",
        "back",
        "jump",
        "amount",
        "complete purchase: amount",
        "back",
        "jump",
        "basket",
        "abandoned",
        "",
        "quit",
    )
    assert "No event, property or campaign matches “no such”." in person.after("no such")
    # What is the only one is gone to at once.
    assert "Page 2 of 6: Events" in person.after("rate")
    assert "1. Name: Rate Order" in person.after("rate")
    # And from there one goes on in that place.
    assert "What next?" in person.after("back")
    assert "Properties:\n" in person.after("amount")
    assert "Page 4 of 6: Properties" in person.after("complete purchase: amount")
    assert "2. Type: decimal" in person.after("complete purchase: amount")
    assert "Campaigns:\n" in person.after("basket")
    assert "Page 5 of 6: Campaigns" in person.after("abandoned")


def test_what_is_wrong_with_a_thing_is_said_when_one_comes_to_it(path: Path) -> None:
    path.write_text(CATALOG.replace("Rate Order", "Order Rated"))
    _, person = talk(
        path,
        "change",
        "order rated",
        "fix",
        "",
        "go properties",
        "start",
        "add",
        "email",
        "",
        "",
        "",
        "",
        "start",
        "change",
        "email",
        "why",
        *END,
    )
    assert "Warning: “Order Rated” should be “Rate Order”." in person.after("order rated")
    assert "Done: rename to “Rate Order”" in person.after("fix")
    assert re.search(r"  email: string\. 1 warning", person.text())
    assert "describes the person" in person.after("email", 2)
    assert "Why: " in person.after("why")


def test_properties_are_read_once(path: Path) -> None:
    add = ("add", "method", "", "", "")
    _, person = talk(path, "go properties", "start", *add, "hear all", *END)
    assert "  amount: integer" in person.after("start")
    assert "also has:\n  method: string" in person.text()
    assert person.text().count("  amount: integer") == 2
    assert "  amount: integer" in person.after("hear all")


def test_what_is_chosen_is_told_and_added_to(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(MUSIC)
    _, person = talk(path, "", "", "+ e-comm", "- 1, grow", "", "save", "quit")
    assert ". Music streaming, chosen" in person.text()
    assert "Chosen: E-commerce, Music streaming." in person.after("+ e-comm")
    assert "1. Activate new customers, chosen" in person.after("+ e-comm")
    catalog = read_file(path).catalog
    assert (catalog.industries, catalog.goals) == (("e-commerce", "music-streaming"), ())


@pytest.mark.parametrize(
    ("ask", "answers"),
    [
        (("go names", "hear all"), ("", "nonsense", "-", "hear all", "all")),
        (("go review", "journey"), ("", "nonsense", "-", "journey", "all")),
    ],
)
def test_what_is_long_is_read_in_parts(long: Path, ask: tuple[str, ...], answers: tuple[str, ...]) -> None:
    _, person = talk(long, *ask, *answers, "quit")
    assert re.search(r"20 of 6[01] read \[Enter reads on\]$", person.after(ask[1]))
    assert "40 of 6" in person.after("")
    assert "Enter reads on, all reads the rest, - stops." in person.after("nonsense")
    assert "Do Thing 60" not in person.after("-")
    assert "Do Thing 60" in person.after("all")


def test_what_was_left_unsaved_is_heard_in_parts(long: Path) -> None:
    session, _ = open_with_journal(long)
    for at in range(60):
        session.do(Set(("events", at, "when"), "Then"))
    session.journal.close(keep=True)  # type: ignore[union-attr]
    _, person = talk(long, "hear", "-", "recover", *END)
    assert person.after("hear").endswith("20 of 60 read [Enter reads on]")
    assert "Recovered 60 edits." in person.after("recover")


def test_more_is_told_of_what_is_offered_before_one_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(MUSIC.replace('"music-streaming"', '"music-streaming", "e-commerce"'))
    take = ("go events", "take", "hear play", "hear no such", "hear song", "play song")
    _, person = talk(path, *take, "find", "ticket", "hear 1", "1", "change", "hear 1", "1", *END)
    said = person.after("hear play")
    assert "Play Song (playSong)\nFires when: Playback of a song passes 30 seconds" in said
    assert "- artist (string, always sent, such as The Beatles): " in said
    assert "It is the goal of “Welcome”." in said
    assert "Offered by Music streaming." in said
    assert "Nothing here matches “no such”." in person.after("hear no such")
    assert "match “song”" in person.after("hear song")
    assert "Taken: Play Song." in person.after("play song")
    assert "Fires when: " in person.after("hear 1")
    assert "Fires when: " in person.after("hear 1", 2)
    _, person = talk(path, "go events", "take", "hear complete purchase", "all", "quit")
    assert "Offered by Music streaming, E-commerce." in person.after("all")


@pytest.mark.parametrize("place", ["goal", "events", "names", "properties", "campaigns", "review"])
def test_no_line_holds_what_a_terminal_obeys(path: Path, place: str) -> None:
    _, person = talk(path, f"go {place}", "?", "again", "why", "fix", "where", *END[:1])
    for line in person.heard:
        assert line == visible_lines(line)
        assert "\t" not in line


WORDS = ("?", "back", "next", "go goal", "where", "jump", "again", "undo", "redo", "fix", "why")


@pytest.mark.parametrize("word", WORDS)
def test_every_wish_is_granted_at_every_question(path: Path, word: str) -> None:
    """Each way into the forms, with the wish at its end: it is granted or its reason said, and quit leads out."""
    ways = (
        (),
        ("go goal",),
        ("go goal", ""),
        ("go goal", "", ""),
        ("change",),
        ("change", "start"),
        ("change", "start", "fires"),
        ("change", "start", "needed"),
        ("add",),
        ("remove",),
        ("move",),
        ("move", "start"),
        ("put events", "1"),
        ("go names", "2"),
        ("go properties", "start", "change", "amount", "type"),
        ("go properties", "start", "change", "amount", "copy"),
        ("go campaigns", "change", "1", "unless"),
        ("go campaigns", "change", "1", "only if", "value"),
        ("go review", "issues"),
        ("go review", "export"),
        ("go review", "export", "csv"),
        ("go review", "preset"),
        ("go review", "another"),
        ("open",),
    )
    for way in ways:
        answers = ("go events", *way, word, *([""] if word == "jump" else []), "quit")
        status, person = talk(path, *answers)
        assert status == 0, way
        assert person.after(word, 2 if word in way else 1), way
        assert "matches “" not in person.after(word, 2 if word in way else 1), way
    assert path.read_text() == CATALOG
    assert not open_session(path).dirty
