"""A save that would write something else writes nothing, says that the fault is ours, and keeps what shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eventsmith import cli
from eventsmith.edits import Set
from eventsmith.session.fault_report import fault_report
from eventsmith.session.opening import end_session
from eventsmith.session.session import Session
from eventsmith.store import MiswrittenError, read_file, rewrite
from tests.plain.person import SAVED, talk


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that no edit is written to as it should be."""
    monkeypatch.setattr(rewrite, "updated_text", lambda document, catalog: document.text)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "x.events.toml"
    path.write_text(SAVED + "# mine\n")
    return path


def told_file(words: str) -> str:
    found = re.search(r"A report is in (\S+):", words)
    assert found is not None, words
    return Path(found[1]).read_text()


def test_a_report_holds_what_shows_the_fault(path: Path) -> None:
    session = Session(read_file(path))
    session.do(Set(("name",), "Other"))
    with pytest.raises(MiswrittenError) as caught:
        session.save()
    words = fault_report(caught.value)
    report = told_file(words)
    assert report.count("# mine") == 2
    assert 'name = "Other"' in report.partition("what it should say")[2]
    assert fault_report(caught.value) == words
    assert session.dirty
    assert path.read_text() == SAVED + "# mine\n"


@pytest.mark.parametrize("words", [["fix", "{}"], ["rename", "{}", "--form", "noun-verb-past"]])
def test_a_command_says_that_the_fault_is_ours(
    path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text(SAVED.replace("Play Song", "Song Played") + "# mine\n")
    before = path.read_bytes()
    assert cli.main([word.format(path) for word in words]) == 70
    told = capsys.readouterr().err
    assert "bug in Eventsmith, not a fault in your file" in told
    assert f"eventsmith fmt {path}" in told
    assert "# mine" in told_file(told)
    assert path.read_bytes() == before


def test_plain_questions_offer_to_write_all_of_it_anew(path: Path) -> None:
    _, person = talk(path, "change", "1", "fires", "Other moment", "save", "anew", "quit")
    assert "bug in Eventsmith" in person.text()
    assert f"Saved {path}." in person.text()
    text = path.read_text()
    assert "Other moment" in text
    assert "# mine" in text


def test_what_is_rescued_is_written_anew(path: Path) -> None:
    session = Session(read_file(path))
    session.do(Set(("name",), "Other"))
    assert "rescued" in end_session(session, "eventsmith", keep=True)
    (copy,) = path.parent.glob("*rescued*")
    assert read_file(copy).catalog.name == "Other"
