"""Nothing is lost: what was left unsaved is offered, what others did is taken in, and conflicts are asked about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eventsmith.edits import Edit, Set
from eventsmith.ground import disk
from eventsmith.plain import open_plain
from eventsmith.plain.console import NobodyListensError
from eventsmith.session.journal_file import folder_of, line_of
from eventsmith.session.opening import open_with_journal
from eventsmith.session.session import Session
from eventsmith.store import read_file
from tests.plain.person import Person, talk

CATALOG = """\
# Ours
format = 1
name = "Tunewave"

[[events]]
id = "playSong"
name = "Play Song"
when = "Playback passes 30 seconds"

[[events]]
id = "shareSong"
name = "Share Song"
when = "A link is copied"
"""
EDIT_MINE = ("change", "play", "fires", "Mine")
OURS = Set(("events", 0, "when"), "Mine")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    return path


def crashed(path: Path | None, *edits: Edit) -> None:
    """Leaves work behind as a crash does."""
    session, found = open_with_journal(path)
    for left in found.left:
        left.keep()
    for edit in edits:
        session.do(edit)
    assert session.journal is not None
    session.journal.close(keep=True)


class Beside(Person):
    """A person beside whom something happens: each time a word is said, the next thing."""

    def __init__(self, word: str, *happens: Callable[[], object], answers: tuple[str, ...]) -> None:
        super().__init__(*answers)
        self._word, self._happens = word, iter(happens)

    def answer(self) -> str:
        text = super().answer()
        if text == self._word:
            next(self._happens, lambda: None)()
        return text


def test_what_was_left_is_heard_and_recovered(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"), Set(("events", 1, "when"), "Now"))
    status, person = talk(path, "hear", "", "undo", "redo", "save", "quit")
    assert "2 edits of shop.events.toml were not saved when Eventsmith ended" in person.heard[0]
    assert "  name: Tunewave becomes Wave\n  Share Song: when: A link is copied becomes Now" in person.after("hear")
    assert "Recovered 2 edits. Type save to write it, or undo to take it back." in person.after("")
    assert "Undid: recover 2 edits." in person.after("undo")
    assert status == 0
    assert path.read_text() == CATALOG.replace("Tunewave", "Wave").replace("A link is copied", "Now")
    assert not folder_of(path).exists()


def test_what_cannot_be_recovered_is_put_aside_and_said_once(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))
    (journal,) = folder_of(path).iterdir()
    journal.write_bytes(journal.read_bytes() + line_of({"changes": [{"at": ["events", 9, "id"], "is": ""}]}))
    _, person = talk(path, "quit")
    (aside,) = folder_of(path).glob("*.damaged")
    assert f"{aside}: a damaged journal of unsaved work; kept there, not offered." in person.heard
    disk.forget_news()
    assert "a damaged" not in talk(path, "quit")[1].text()


@pytest.mark.parametrize("later", ["later", "back", "next", "go names"])
def test_what_was_left_can_wait_and_be_discarded(path: Path, later: str) -> None:
    crashed(path, Set(("name",), "Wave"))
    assert "1 edit of shop.events.toml kept, to be offered" in talk(path, later, "quit")[1].text()
    assert "1 edit of shop.events.toml discarded." in talk(path, "discard", "quit")[1].text()
    assert "not saved when" not in talk(path, "quit")[1].text()
    assert path.read_text() == CATALOG


def test_leaving_at_the_offer_leaves_it_for_the_next_start(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))
    crashed(path, Set(("description",), "Waves"))
    assert talk(path, "quit")[0] == 0
    assert talk(path)[0] == 0
    status, person = talk(path, "", "undo", "redo", "", "save", "quit")
    assert status == 0
    assert "1 edit of shop.events.toml was not saved" in person.after("redo")
    catalog = read_file(path).catalog
    assert (catalog.name, catalog.description) == ("Wave", "Waves")


@pytest.mark.parametrize("words", ["discarded", "kept, to be", "Recovered"])
def test_an_end_while_that_is_said_lets_go_once(path: Path, words: str) -> None:
    class Deaf(Person):
        def say(self, text: str = "") -> None:
            super().say(text)
            if words in text:
                raise NobodyListensError("Broken pipe")

    crashed(path, Set(("name",), "Wave"))
    answer = {"discarded": "discard", "kept, to be": "later", "Recovered": "recover"}[words]
    assert open_plain(path, Deaf(answer)) in (2, 141)
    _, found = open_with_journal(path)
    assert len(found.left) == (words != "discarded")
    for left in found.left:
        left.keep()


def test_what_was_left_of_a_file_that_has_changed_is_never_put_back_unseen(path: Path) -> None:
    crashed(path, Set(("name",), "Mine"), OURS, Set(("events", 1, "when"), "Mine, too"))
    path.write_text(CATALOG.replace("Tunewave", "Theirs").replace("passes 30", "passes 60"))
    status, person = talk(path, "recover", "back", "recover", "yours", "back", "theirs", "1", "save", "quit")
    assert "The file has changed since" in person.heard[0]
    assert "You and somebody else have both changed 2 values." in person.after("recover")
    assert "1 of 2. name. Keep which one?\n  1. Yours: Mine\n  2. Theirs: Theirs" in person.after("recover")
    assert "Keep which one?" not in person.after("back")
    assert status == 0
    catalog = read_file(path).catalog
    assert (catalog.name, [event.when for event in catalog.events]) == ("Theirs", ["Mine", "Mine, too"])


def test_who_goes_elsewhere_while_conflicts_are_asked_about_keeps_it_for_later(path: Path) -> None:
    crashed(path, Set(("name",), "Mine"))
    path.write_text(CATALOG.replace("Tunewave", "Theirs"))
    _, person = talk(path, "recover", "go names", "quit")
    assert "Keep which one?" in person.after("recover")
    assert "1 edit of shop.events.toml kept, to be offered at the next start.\n" in person.after("go names")
    assert "1 edit of shop.events.toml was not saved" in talk(path, "discard", "quit")[1].heard[0]


def test_what_was_left_of_a_file_that_is_gone_makes_it_again(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))
    path.unlink()
    status, person = talk(path, "", "save", "write it", "quit")
    assert "The file is no longer there; saving creates it again" in person.heard[0]
    assert "is no longer there: somebody has moved or deleted it" in person.after("save")
    assert status == 0
    assert path.read_text() == CATALOG.replace("Tunewave", "Wave")


def test_what_was_left_of_a_new_catalog_is_offered_where_one_starts_a_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    crashed(None, Set(("name",), "Wave"))
    assert "not saved when" not in talk(None, "shop", "quit")[1].text()
    status, person = talk(None, "new", "", "quit", "save", "")
    assert "1 edit of a new catalog was not saved" in person.after("new")
    assert status == 0
    assert read_file(path.with_name("wave.events.toml")).catalog.name == "Wave"


def test_a_file_that_can_only_be_looked_at_keeps_what_was_left(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))
    path.write_text(CATALOG + "statsu = 1\n")
    assert "not saved when" not in talk(path, "quit")[1].text()
    assert len(list(folder_of(path).iterdir())) == 1


def test_a_damaged_journal_is_put_aside_and_told_once(path: Path) -> None:
    crashed(path, OURS)
    (journal,) = folder_of(path).iterdir()
    journal.write_text("nonsense\n")
    said = talk(path, "quit")[1].text()
    (aside,) = folder_of(path).glob("*.damaged")
    assert f"{aside}: a damaged journal of unsaved work; kept there, not offered." in said
    disk.forget_news()
    assert "a damaged" not in talk(path, "quit")[1].text()


def other_editor(path: Path) -> Session:
    """Somebody else who has the file open."""
    other, _ = open_with_journal(path)
    assert other.journal is not None
    assert other.journal.path is not None
    # As if it were of another process.
    other.journal.path.rename(other.journal.path.with_name("123-1.jsonl"))
    return other


def test_two_editors_are_told_of_each_other_and_their_saves_are_merged(path: Path) -> None:
    other = other_editor(path)

    def they_save() -> None:
        other.do(Set(("events", 1, "when"), "Theirs"))
        other.save()

    person = Beside("Mine", they_save, answers=(*EDIT_MINE, "save", "", "undo", "redo", "save", "quit"))
    assert open_plain(path, person) == 0
    assert "Another Eventsmith (process 123) has this open, too" in person.heard[0]
    assert "shop.events.toml was changed by somebody else: type save to see what they did." in person.after("Mine")
    assert "Somebody else has changed shop.events.toml. What they did:" in person.after("save")
    assert "  Share Song: when: A link is copied becomes Theirs" in person.after("save")
    assert "Your changes and theirs are merged now. Type undo to take theirs back.\n" in person.after("")
    assert "Undid: merge what somebody else changed." in person.after("undo")
    # It is said once.
    assert person.text().count("was changed by somebody else") == 1
    assert path.read_text() == CATALOG.replace("Playback passes 30 seconds", "Mine").replace(
        "A link is copied", "Theirs"
    )
    other.journal.close(keep=False)  # type: ignore[union-attr]


def theirs(path: Path) -> Callable[[], object]:
    text = CATALOG.replace("Playback passes 30 seconds", "Theirs").replace("Tunewave", "Wave")
    return lambda: path.write_text(text.replace("# Ours", "# Theirs"))


@pytest.mark.parametrize(("answer", "when"), [("", "Mine"), ("1", "Mine"), ("theirs", "Theirs")])
def test_where_both_changed_the_same_one_chooses(path: Path, answer: str, when: str) -> None:
    person = Beside("save", theirs(path), answers=(*EDIT_MINE, "save", "merge", answer, "quit"))
    assert open_plain(path, person) == 0
    assert (
        "Somebody else has changed shop.events.toml, including one value that you have changed, too."
        in person.after("save")
    )
    assert "1 of 1. Play Song: when. Keep which one?" in person.after("merge")
    assert path.read_text() == CATALOG.replace("Playback passes 30 seconds", when).replace(
        "# Ours", "# Theirs"
    ).replace("Tunewave", "Wave")


def test_many_conflicts_are_settled_at_once(path: Path) -> None:
    def they_change() -> None:
        path.write_text(CATALOG.replace("Tunewave", "Wave").replace("Playback", "Play").replace("A link", "Link"))

    mine = ("go goal", "Ours", "go events", *EDIT_MINE, "", "change", "share", "fires", "Mine")
    person = Beside("save", they_change, answers=(*mine, "save", "", "", "in all 2 that are left: theirs", "quit"))
    assert open_plain(path, person) == 0
    assert "  4. In all 2 that are left: theirs" in person.text()
    catalog = read_file(path).catalog
    assert (catalog.name, [event.when for event in catalog.events]) == (
        "Ours",
        ["Play passes 30 seconds", "Link is copied"],
    )


@pytest.mark.parametrize(
    ("answers", "when", "description"),
    [
        (("",), "Mine", "mine"),
        (("theirs",), "Theirs", "theirs"),
        (("value by value", "yours", "theirs"), "Mine", "theirs"),
        (("value by value", "back", "theirs"), "Theirs", "theirs"),
        (("value by value", "theirs", "back", "yours", "theirs"), "Mine", "theirs"),
    ],
)
def test_where_both_changed_one_event_one_chooses_for_it_as_a_whole_or_value_by_value(
    path: Path, answers: tuple[str, ...], when: str, description: str
) -> None:
    crashed(path, Set(("events", 0, "description"), "mine"), OURS)
    text = CATALOG.replace('when = "Playback passes 30 seconds"', 'when = "Theirs"\ndescription = "theirs"')
    path.write_text(text)
    status, person = talk(path, "recover", *answers, "save", "quit")
    assert status == 0
    assert "1 to 2 of 2. Play Song: 2 values. Keep whose?\n" in person.after("recover")
    assert (
        "  1. Yours: when: Mine; description: mine\n  2. Theirs: when: Theirs; description: theirs\n"
        in person.after("recover")
    )
    event = read_file(path).catalog.events[0]
    assert (event.when, event.description) == (when, description)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (("go on",), "Not saved; your work is kept here."),
        (("back",), "Not saved; your work is kept here."),
        (("merge", "back"), "Not saved; your work is kept here."),
        (("undo",), "Nothing was written."),
        (("next",), "Nothing was written."),
    ],
)
def test_what_others_did_can_be_left_for_later(path: Path, answers: tuple[str, ...], words: str) -> None:
    person = Beside("save", theirs(path), answers=(*EDIT_MINE, "save", *answers, "quit", "drop", "without"))
    open_plain(path, person)
    assert words in person.after(answers[-1])
    assert "# Theirs" in path.read_text()
    assert "Mine" not in path.read_text()


def test_what_others_did_can_be_written_over(path: Path) -> None:
    person = Beside("save", theirs(path), answers=(*EDIT_MINE, "save", "over", "quit"))
    assert open_plain(path, person) == 0
    assert path.read_text() == CATALOG.replace("Playback passes 30 seconds", "Mine")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"<<<<<<< HEAD\n"), "cannot be read as it is now"),
        (lambda path: path.write_bytes(b""), "cannot be read as it is now"),
        (lambda path: path.unlink() or path.mkdir(), "is a folder"),
        (lambda path: path.unlink() or path.symlink_to(path.name), "leads back to itself"),
    ],
)
def test_whatever_becomes_of_the_file_the_work_goes_elsewhere(
    path: Path, spoil: Callable[[Path], object], words: str
) -> None:
    mine = path.with_name("mine.events.toml")
    person = Beside("save", lambda: spoil(path), answers=(*EDIT_MINE, "save", "another", str(mine), "quit"))
    assert open_plain(path, person) == 0
    assert words in person.after("save")
    assert read_file(mine).catalog.events[0].when == "Mine"
