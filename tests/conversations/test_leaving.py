"""Each way out of a catalog: nothing unsaved, saved, given up, and staying."""

from pathlib import Path

import pytest

from eventsmith.conversations.leaving import LeaveOutcome, leaving
from eventsmith.edits import Set
from eventsmith.session.session import Session
from eventsmith.store import read_file
from tests.conversations.holding import FULL, TEXT, Held, failing_writes, held, working


@pytest.fixture
def session(path: Path) -> Session:
    session = working(path)
    session.do(Set(("name",), "Mine"))
    return session


def test_where_nothing_is_unsaved_nothing_is_asked(path: Path) -> None:
    assert held(leaving(working(path))) == LeaveOutcome(may_leave=True)


def test_saving_leads_out(session: Session, path: Path) -> None:
    who = Held("save")
    outcome = who.holds(leaving(session))
    assert outcome.may_leave
    assert outcome.saved is not None
    assert outcome.saved.words == f"Saved {path}"
    assert (who.last.enter, who.last.safe) == ("save", "stay")
    assert read_file(path).catalog.name == "Mine"


def test_a_save_that_fails_does_not(session: Session, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_writes(monkeypatch, FULL)
    outcome = held(leaving(session), "save", "leave")
    assert not outcome.may_leave
    assert session.dirty


@pytest.mark.parametrize(("answer", "leaves"), [("stay", False), (None, False), ("drop", True)])
def test_one_stays_or_gives_up_what_is_not_saved(
    session: Session, path: Path, answer: str | None, leaves: bool
) -> None:
    assert held(leaving(session), answer) == LeaveOutcome(may_leave=leaves, dropped=leaves)
    assert path.read_text() == TEXT


def test_a_catalog_without_a_file_is_asked_for_one(tmp_path: Path) -> None:
    session = working(None)
    session.do(Set(("name",), "New"))
    assert not held(leaving(session), "save", None).may_leave
    assert held(leaving(session), "save", tmp_path / "new.toml").may_leave
