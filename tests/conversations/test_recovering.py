"""Each way through what was left unsaved: recovered, kept, discarded, chosen from, and merged with what has changed."""

from pathlib import Path

import pytest

from eventsmith.conversations.dialogue import Comparison, Disagreements, Question, Work
from eventsmith.conversations.recovering import choosing, recovering
from eventsmith.edits import Edit, Set
from eventsmith.ground import disk
from eventsmith.session.journal_file import folder_of, line_of
from eventsmith.session.opening import open_with_journal
from eventsmith.session.recovery import UnsavedWork
from eventsmith.session.session import Session
from tests.conversations.holding import TEXT, WHEN, Held, held

NAME = Set(("name",), "Wave")


def crashed(path: Path | None, *edits: Edit) -> None:
    """Leave work behind as a crash does."""
    session, found = open_with_journal(path)
    for left in found.left:
        left.keep()
    for edit in edits:
        session.do(edit)
    assert session.journal is not None
    session.journal.close(keep=True)


def opened(path: Path) -> tuple[Session, UnsavedWork]:
    session, found = open_with_journal(path)
    (left,) = found.left
    return session, left


def offered(path: Path) -> int:
    """How many unsaved works the next start would find."""
    session, found = open_with_journal(path)
    for left in found.left:
        left.keep()
    if session.journal is not None:
        session.journal.close(keep=False)
    return len(found.left)


def test_it_is_looked_at_and_recovered(path: Path) -> None:
    crashed(path, NAME, Set(WHEN, "Mine"))
    session, left = opened(path)
    who = Held("recover")
    outcome = who.holds(recovering(session, left))
    assert (outcome.fate, outcome.words, outcome.is_gone) == ("recovered", "Recovered 2 edits", False)
    assert "2 edits of shop.events.toml were not saved when Eventsmith ended" in who.last.text
    assert (who.last.enter, who.last.safe) == ("recover", "later")
    assert isinstance(who.last.detail, Comparison)
    assert [each.after for each in who.last.detail.differences] == ["Wave", "Mine"]
    assert (session.catalog.name, session.undo_label) == ("Wave", "recover 2 edits")
    assert path.read_text() == TEXT


@pytest.mark.parametrize(
    ("answer", "fate", "left_over"), [("later", "kept", 1), (None, "kept", 1), ("drop", "dropped", 0)]
)
def test_it_is_kept_or_discarded(path: Path, answer: str | None, fate: str, left_over: int) -> None:
    crashed(path, NAME)
    session, left = opened(path)
    outcome = held(recovering(session, left), answer)
    assert outcome.fate == fate
    assert outcome.words.startswith("1 edit of shop.events.toml ")
    assert session.catalog.name == "Tunewave"
    assert offered(path) == left_over


def test_what_cannot_be_replayed_is_put_aside(path: Path) -> None:
    crashed(path, NAME)
    (journal,) = folder_of(path).iterdir()
    journal.write_bytes(journal.read_bytes() + line_of({"changes": [{"at": ["events", 9, "id"], "is": ""}]}))
    outcome = held(recovering(*opened(path)))
    assert (outcome.fate, outcome.words) == ("put aside", "")
    assert any("damaged journal" in str(each) for each in disk.news())
    assert offered(path) == 0


def test_what_came_to_be_saved_after_all_is_not_asked_about(path: Path) -> None:
    crashed(path, NAME)
    path.write_text(TEXT.replace("Tunewave", "Wave"))
    assert held(recovering(*opened(path))).fate == "was saved"
    assert offered(path) == 0


def test_a_file_that_can_only_be_looked_at_keeps_it_unasked(path: Path) -> None:
    crashed(path, NAME)
    path.write_text(TEXT + "statsu = 1\n")
    outcome = held(recovering(*opened(path)))
    assert (outcome.fate, outcome.words) == ("kept", "")
    path.write_text(TEXT)
    assert offered(path) == 1


def test_a_file_that_is_gone_is_said_and_recovered_to(path: Path) -> None:
    crashed(path, NAME)
    path.unlink()
    session, left = opened(path)
    who = Held("recover")
    assert who.holds(recovering(session, left)).is_gone
    assert isinstance(who.last.detail, Comparison)
    assert who.last.detail.note == "The file is no longer there; saving creates it again"
    assert (session.catalog.name, session.catalog.events[0].name) == ("Wave", "Play Song")


@pytest.mark.parametrize(("chosen", "name"), [((), "Wave"), ((0,), "Theirs")])
def test_where_the_file_has_changed_since_one_chooses(path: Path, chosen: tuple[int, ...], name: str) -> None:
    crashed(path, NAME, Set(WHEN, "Mine"))
    path.write_text(TEXT.replace("Tunewave", "Theirs"))
    session, left = opened(path)
    who = Held("recover", None, "recover", chosen)
    assert who.holds(recovering(session, left)).fate == "recovered"
    assert isinstance(who.asked[0].detail, Comparison)
    assert "The file has changed since" in who.asked[0].detail.note
    # Who turns away from the conflicts is asked again what becomes of the work.
    assert [type(each.detail) for each in who.asked] == [Comparison, Disagreements] * 2
    assert (session.catalog.name, session.catalog.events[0].when) == (name, "Mine")


def test_what_is_done_at_the_question_is_looked_at_again(path: Path) -> None:
    crashed(path, NAME)
    session, left = opened(path)

    def types(_: Question) -> str:
        session.do(Set(("description",), "Typed"))
        return "recover"

    assert held(recovering(session, left), types, "recover").fate == "recovered"
    assert (session.catalog.name, session.catalog.description) == ("Wave", "Typed")


def test_who_does_not_wait_for_the_look_keeps_it(path: Path) -> None:
    crashed(path, NAME)
    conversation = recovering(*opened(path))
    look = next(conversation)
    assert isinstance(look, Work)
    assert (look.title, look.if_left) == ("Reading 1 edit of shop.events.toml that was not saved", "later")
    keep = conversation.send(None)
    assert isinstance(keep, Work)
    keep.function()
    with pytest.raises(StopIteration) as ended:
        conversation.send(None)
    assert ended.value.value.fate == "kept"
    assert offered(path) == 1


def test_abandoned_nothing_has_become_of_it(path: Path) -> None:
    crashed(path, NAME)
    session, left = opened(path)

    def away(_: Question) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        held(recovering(session, left), away)
    # It can be asked about anew, as nobody has let go of it.
    assert held(recovering(session, left), "recover").fate == "recovered"


def test_of_several_one_is_chosen_the_newest_first(path: Path) -> None:
    crashed(path, NAME)
    crashed(path, Set(WHEN, "Mine"), Set(("description",), "Mine"))
    session, found = open_with_journal(path)
    who = Held("0")
    assert who.holds(choosing(session, found.left)) is found.left[0]
    assert who.last.text == "Eventsmith ended 2 times with unsaved work. Look at which?"
    assert [answer.id for answer in who.last.answers] == ["1", "0"]
    assert who.last.answers[0].label.endswith("  2 edits")
    assert held(choosing(session, found.left), None) is None
