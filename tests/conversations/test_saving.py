"""Each way through a save: where to, what fails, what others did, and that nothing is written over unread."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eventsmith.conversations.dialogue import Comparison, Disagreements, SuggestedPath, Work
from eventsmith.conversations.saving import saving
from eventsmith.edits import Set
from eventsmith.session.file_watch import CHANGED, GONE
from eventsmith.session.session import Session
from eventsmith.store import ChangedOnDiskError, MiswrittenError, read_file
from tests.conversations.holding import FULL, TEXT, WHEN, Held, failing_writes, held, unconfirmed, working


@pytest.fixture
def session(path: Path) -> Session:
    session = working(path)
    session.do(Set(WHEN, "Mine"))
    return session


def when(path: Path) -> str:
    return read_file(path).catalog.events[0].when


def ids(question: Held) -> list[str]:
    return [answer.id for answer in question.last.answers]


def test_a_save_that_nothing_stands_against_asks_nothing(session: Session, path: Path) -> None:
    outcome = held(saving(session, path))
    assert (outcome.words, outcome.path, outcome.durable, outcome.is_bad) == (f"Saved {path}", path, True, False)
    assert when(path) == "Mine"
    assert not session.dirty


def test_the_file_that_is_written_is_told_before(session: Session, path: Path) -> None:
    step = next(saving(session, path))
    assert isinstance(step, Work)
    assert (step.title, step.writes, step.if_left) == ("Saving …", path, "")
    assert when(path) != "Mine"


def test_without_a_file_one_is_asked_for(tmp_path: Path) -> None:
    session = working(None)
    session.do(Set(("name",), "My Shop"))
    held_by = Held(tmp_path / "mine.toml")
    assert held_by.holds(saving(session, None)).durable
    assert held_by.last.detail == SuggestedPath(Path("my-shop.events.toml"))
    assert session.document.path == tmp_path / "mine.toml"


def test_who_names_no_file_writes_none(session: Session, path: Path) -> None:
    outcome = held(saving(session, None), None)
    assert (outcome.words, outcome.path, outcome.durable) == ("Nothing was written", None, False)
    assert path.read_text() == TEXT


def test_a_file_that_can_only_be_looked_at_is_not_written(path: Path) -> None:
    path.write_text(TEXT + "statsu = 1\n")
    outcome = held(saving(working(path), path))
    assert outcome.is_bad
    assert "fix the problems in the file first" in outcome.words


def test_what_the_disk_does_not_confirm_is_told_and_noted(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unconfirmed(monkeypatch)
    outcome = held(saving(session, path))
    assert (outcome.path, outcome.durable, outcome.is_bad) == (path, False, True)
    assert "did not confirm" in outcome.words
    assert not session.dirty


@pytest.mark.parametrize("answer", ["leave", None])
def test_a_save_that_fails_can_be_left(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None
) -> None:
    failing_writes(monkeypatch, FULL)
    who = Held(answer)
    outcome = who.holds(saving(session, path))
    assert (who.last.text, who.last.asked, ids(who)) == ("No space is left", "What now?", ["other", "leave"])
    assert outcome.words == "Not saved; your work is kept here"
    assert session.dirty


def test_a_save_that_fails_goes_elsewhere(session: Session, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_writes(monkeypatch, FULL)
    other = path.with_name("other.toml")
    who = Held("other", other)
    assert who.holds(saving(session, path)).path == other
    assert who.last.detail == SuggestedPath(path)
    assert (when(other), path.read_text()) == ("Mine", TEXT)


@pytest.mark.parametrize(("answer", "name"), [("over", "Tunewave"), ("leave", "Theirs")])
def test_another_file_is_not_written_over_unasked(session: Session, path: Path, answer: str, name: str) -> None:
    other = path.with_name("other.toml")
    other.write_text(TEXT.replace("Tunewave", "Theirs"))
    who = Held(answer)
    who.holds(saving(session, other))
    assert ids(who) == ["other", "leave", "over"]
    assert who.last.safe == "leave"
    assert read_file(other).catalog.name == name


def test_what_would_be_misread_is_written_anew_and_reported(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = failing_writes(monkeypatch, MiswrittenError(b"a", b"b", b"c"))
    who = Held("anew")
    assert who.holds(saving(session, path)).durable
    assert ids(who) == ["anew", "other", "leave"]
    assert "A report is in" in who.last.text
    assert [each["anew"] for each in told] == [False, True]


def theirs(path: Path, **values: str) -> None:
    text = TEXT.replace("# Ours", "# Theirs")
    for old, new in values.items():
        text = text.replace({"name": "Tunewave", "when": "Playback passes 30 seconds"}[old], new)
    path.write_text(text)


def test_what_others_did_is_taken_in(session: Session, path: Path) -> None:
    theirs(path, name="Wave")
    who = Held("take")
    outcome = who.holds(saving(session, path))
    assert (outcome.durable, outcome.took_in) == (True, True)
    assert (who.last.text, who.last.on_disk) == (f"Somebody else has changed {path.name}", CHANGED)
    assert (who.last.enter, who.last.safe) == ("take", "leave")
    assert isinstance(who.last.detail, Comparison)
    assert [(each.where, each.after) for each in who.last.detail.differences] == [("name", "Wave")]
    assert (read_file(path).catalog.name, when(path)) == ("Wave", "Mine")
    assert "# Theirs" in path.read_text()
    assert session.undo_label == "merge what somebody else changed"


@pytest.mark.parametrize(("chosen", "stays"), [((), "Mine"), ((0,), "Theirs")])
def test_where_both_changed_the_same_one_chooses(
    session: Session, path: Path, chosen: tuple[int, ...], stays: str
) -> None:
    theirs(path, name="Wave", when="Theirs")
    who = Held("take", chosen)
    assert who.holds(saving(session, path)).durable
    assert who.asked[0].text.endswith(", including one value that you have changed, too")
    assert isinstance(who.last.detail, Disagreements)
    assert [(each.mine, each.theirs) for each in who.last.detail.conflicts] == [("Mine", "Theirs")]
    assert (read_file(path).catalog.name, when(path)) == ("Wave", stays)


@pytest.mark.parametrize("answers", [("leave",), (None,), ("take", None)])
def test_what_others_did_can_wait(session: Session, path: Path, answers: tuple[str | None, ...]) -> None:
    theirs(path, when="Theirs")
    before = session.catalog
    outcome = held(saving(session, path), *answers)
    assert (outcome.words, outcome.took_in) == ("Not saved; your work is kept here", False)
    assert when(path) == "Theirs"
    assert session.catalog is before


def test_what_others_did_can_be_written_over(session: Session, path: Path) -> None:
    theirs(path, name="Wave")
    assert held(saving(session, path), "over").durable
    assert path.read_text() == TEXT.replace("Playback passes 30 seconds", "Mine")


def test_what_others_did_can_be_left_for_another_place(session: Session, path: Path) -> None:
    theirs(path, name="Wave")
    other = path.with_name("other.toml")
    assert held(saving(session, path), "other", other).path == other
    assert (read_file(path).catalog.name, when(other)) == ("Wave", "Mine")


def test_a_file_that_is_gone_is_made_again(session: Session, path: Path) -> None:
    path.unlink()
    who = Held("over")
    assert who.holds(saving(session, path)).durable
    assert (who.last.on_disk, who.last.safe, ids(who)) == (GONE, "leave", ["over", "other", "leave"])
    assert when(path) == "Mine"


def test_what_can_no_longer_be_read_is_not_written_over_unasked(session: Session, path: Path) -> None:
    path.write_text("<<<<<<< HEAD\n")
    who = Held("leave")
    assert not who.holds(saving(session, path)).durable
    assert "cannot be read as it is now" in who.last.text
    assert (who.last.enter, who.last.on_disk) == ("leave", CHANGED)
    assert path.read_text() == "<<<<<<< HEAD\n"
    assert held(saving(session, path), "over").durable


def test_what_is_typed_at_the_question_is_not_lost_in_a_merge(session: Session, path: Path) -> None:
    theirs(path, name="Wave")

    def types(_: object) -> str:
        session.do(Set(("description",), "Typed"))
        return "take"

    assert held(saving(session, path), types).words == "Not saved; your work is kept here"
    assert session.catalog.description == "Typed"
    assert held(saving(session, path), "take").durable
    catalog = read_file(path).catalog
    assert (catalog.name, catalog.description, catalog.events[0].when) == ("Wave", "Typed", "Mine")


@pytest.mark.parametrize("fails", [False, True])
def test_a_write_that_ends_after_one_elsewhere_is_nobodys_concern(session: Session, path: Path, fails: bool) -> None:
    """Its disk gave no answer for so long that the work was saved elsewhere."""
    first = saving(session, path)
    write = next(first)
    assert isinstance(write, Work)
    written = write.function()
    other = path.with_name("other.toml")
    assert held(saving(session, other)).durable
    with pytest.raises(StopIteration) as ended:
        _ = first.throw(FULL) if fails else first.send(written)
    assert (ended.value.value.words, ended.value.value.durable) == ("", False)
    assert session.document.path == other


def test_who_does_not_wait_for_the_look_at_what_others_did_leaves_it(session: Session, path: Path) -> None:
    theirs(path, name="Wave")
    conversation = saving(session, path)
    next(conversation)
    read = conversation.throw(ChangedOnDiskError())
    assert isinstance(read, Work)
    look = conversation.send(read.function())
    assert isinstance(look, Work)
    assert (read.if_left, look.if_left) == ("", "not now")
    with pytest.raises(StopIteration) as ended:
        conversation.send(None)
    assert ended.value.value.words == "Not saved; your work is kept here"
    assert session.undo_label == "change"


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_text(""), lambda path: None])
def test_an_abandoned_save_changes_nothing(session: Session, path: Path, spoil: Callable[[Path], object]) -> None:
    theirs(path, name="Wave")
    spoil(path)
    before = path.read_bytes() if path.exists() else None

    def away(_: object) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        held(saving(session, path), away)
    assert (path.read_bytes() if path.exists() else None) == before
    assert session.dirty
    assert session.undo_label == "change"
