"""However a walk ends: what was not saved is kept, it is said where, and nothing is written over."""

import os
import signal
import stat
from pathlib import Path
from typing import Any

import pytest

from eventsmith.plain import open_plain
from eventsmith.plain.console import Interruptible, Killed, NobodyListensError
from eventsmith.session.journal_file import folder_of
from eventsmith.session.opening import merge_unsaved, open_with_journal
from eventsmith.session.session import Session
from eventsmith.store import CannotReadError, Saved, read_file
from tests.plain.person import CTRL_C, SAVED, Person, talk

CHANGE = ("change", "1", "fires", "Always")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(SAVED)
    return path


def kept(path: Path) -> str:
    """When the event fires, as the next start would recover it."""
    session, found = open_with_journal(path)
    (left,) = found.left
    when = merge_unsaved(session, left).catalog.events[0].when
    left.keep()
    session.journal.close(keep=False)  # type: ignore[union-attr]
    return when


def test_no_more_answers_keep_the_work_and_are_a_failure(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _ = talk(path, *CHANGE)
    assert status == 2
    assert kept(path) == "Always"
    assert path.read_text() == SAVED
    said = capsys.readouterr().err
    assert "There is no more input. Your unsaved work is kept in" in said
    assert f"“eventsmith --plain {path}” offers to recover it." in said
    assert f"{path} is as it was last saved." in said


def test_no_more_answers_take_no_default(path: Path) -> None:
    status, _ = talk(path, *CHANGE, "", "quit")
    assert status == 2
    assert path.read_text() == SAVED


def test_no_more_answers_with_all_saved_are_an_end(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _ = talk(path, *CHANGE, "save")
    assert status == 0
    assert not folder_of(path).exists()
    assert "There are no unsaved changes." in capsys.readouterr().err


def test_no_answer_at_all_writes_nothing(tmp_path: Path) -> None:
    assert talk(tmp_path / "new.events.toml")[0] == 0
    assert not any(tmp_path.iterdir())


def test_ctrl_c_is_asked_for_once_more(path: Path) -> None:
    status, person = talk(path, CTRL_C, *CHANGE, CTRL_C, CTRL_C)
    assert status == 130
    assert "Ctrl+C once more" in person.after(CTRL_C)
    assert kept(path) == "Always"
    assert path.read_text() == SAVED


def test_ctrl_c_where_nobody_sits_ends_at_once(path: Path) -> None:
    person = Person(*CHANGE, CTRL_C)
    person.patient = False
    assert open_plain(path, person) == 130
    assert kept(path) == "Always"


def test_ctrl_c_while_something_is_said_waits_for_the_question(path: Path) -> None:
    class Hasty(Person):
        def say(self, text: str = "") -> None:
            super().say(text)
            if text.startswith("  1. Name"):
                os.kill(os.getpid(), signal.SIGINT)

    person = Hasty("change", "1", "", "quit")
    assert open_plain(path, person) == 0
    assert "A number, please [Enter: done]\n\nCtrl+C once more ends at once" in person.text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_keeps_the_work(path: Path, number: signal.Signals) -> None:
    class Mortal(Person):
        def answer(self) -> str:
            try:
                return super().answer()
            except EOFError:
                os.kill(os.getpid(), number)
                return ""

    before = signal.getsignal(number)
    assert open_plain(path, Mortal(*CHANGE)) == 128 + number
    assert kept(path) == "Always"
    assert signal.getsignal(number) == before


def test_a_fault_of_ours_is_one_line_and_keeps_the_work(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Broken(Person):
        def say(self, text: str = "") -> None:
            if text.startswith("Undid"):
                raise ZeroDivisionError
            super().say(text)

    assert open_plain(path, Broken(*CHANGE, "name", "Other", "undo")) == 70
    said = capsys.readouterr().err
    assert said.startswith("Eventsmith failed: ZeroDivisionError. This is a bug of ours. Your unsaved work is kept in")
    assert said.count("\n") == 1
    assert kept(path) == "Always"


def test_where_nobody_listens_the_work_is_kept(path: Path) -> None:
    class Deaf(Person):
        def say(self, text: str = "") -> None:
            if text.startswith("Undid"):
                raise NobodyListensError("Broken pipe")
            super().say(text)

    assert open_plain(path, Deaf(*CHANGE, "name", "Other", "undo")) == 2
    assert kept(path) == "Always"


@pytest.mark.parametrize(
    ("answers", "text"),
    [(("quit", "stay", "quit", "without"), SAVED), (("quit", "back", "quit", "3"), SAVED), (("quit", ""), None)],
)
def test_leaving_asks_what_to_do_with_what_is_not_saved(path: Path, answers: tuple[str, ...], text: str | None) -> None:
    status, person = talk(path, *CHANGE, "", *answers)
    assert status == 0
    assert "There are unsaved changes." in person.after("quit")
    if text is None:
        assert read_file(path).catalog.events[0].when == "Always"
    else:
        assert path.read_text() == text
    assert not folder_of(path).exists()


def test_ctrl_c_behind_a_kill_does_not_take_its_place(path: Path) -> None:
    heard = Interruptible(Person("answer"))
    with heard.heeding():
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGINT):
            os.kill(os.getpid(), number)
        with pytest.raises(Killed, match="15"):
            heard.say("So long")
        assert heard.answer() == "answer"


def test_a_signal_waits_for_what_is_being_done(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Session.write

    def killed_while_writing(session: Session, *arguments: Any, **named: Any) -> Saved:
        os.kill(os.getpid(), signal.SIGTERM)
        return write(session, *arguments, **named)

    monkeypatch.setattr(Session, "write", killed_while_writing)
    assert talk(path, *CHANGE, "save")[0] == 128 + signal.SIGTERM
    assert read_file(path).catalog.events[0].when == "Always"
    assert not folder_of(path).exists()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_without_a_journal_the_work_is_written_beside_the_file(
    path: Path, own_folders: Path, capsys: pytest.CaptureFixture[str], mode: int
) -> None:
    (own_folders / "state").write_text("no folder")
    path.chmod(mode)
    status, person = talk(path, *CHANGE)
    assert status == 2
    assert "a crash would lose your work. Save often." in person.text()
    beside = path.with_name("shop.rescued-1.events.toml")
    assert f"Your unsaved work is in {beside}." in capsys.readouterr().err
    # Nobody reads there what could not be read here.
    assert stat.S_IMODE(beside.stat().st_mode) == mode
    assert read_file(beside).catalog.events[0].when == "Always"


def test_a_file_with_problems_can_only_be_looked_at(path: Path) -> None:
    path.write_text(SAVED + 'colour = "red"\n')
    status, person = talk(path, "go events", "add", "Like Song", "1", "next", "save", "quit")
    assert status == 0
    assert "Page 6 of 6: Review" in person.heard[1]
    assert any(line.startswith("Line 7, column 1: ") and "colour" in line for line in person.heard)
    assert "This file is read-only here" in person.text()
    for refused in ("1", "save"):
        assert "fix the problems in the file first" in person.after(refused)
    assert path.read_text() == SAVED + 'colour = "red"\n'


def test_a_file_that_is_none_is_the_commands_to_tell(path: Path) -> None:
    path.write_text("format = ")
    with pytest.raises(CannotReadError):
        open_plain(path, Person())


def test_a_catalog_of_the_folder_is_offered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    assert "Page 2 of 6" in talk(None, "", "quit")[1].after("")
    assert "Page 1 of 6" in talk(None, "new", "quit")[1].after("new")
    assert talk(None, "back", "quit")[0] == 0
