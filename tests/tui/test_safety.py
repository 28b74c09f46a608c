"""Nothing is lost: what was left is offered, what others did is taken in, what cannot be written is said."""

from __future__ import annotations

import asyncio
import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widget import Widget

from eventsmith.edits import Insert, Set
from eventsmith.ground import disk
from eventsmith.model import Catalog, Event
from eventsmith.queries.progress import PATH
from eventsmith.session import journal as journals
from eventsmith.session import recovery
from eventsmith.session.delta import replay
from eventsmith.session.file_watch import Watch
from eventsmith.session.journal_file import folder_of, line_of
from eventsmith.session.opening import open_session, open_with_journal
from eventsmith.session.recovery import find_unsaved
from eventsmith.session.session import Session
from eventsmith.store import CannotSaveError, Document
from eventsmith.tui.app import EventsmithApp
from eventsmith.tui.flows import save, watch
from tests.tui.robot import Robot, tell

CATALOG = """\
# Ours
format = 1
name = "Tunewave"

[[events]]
id = "playSong"
name = "Play Song" # the core
stage = "engagement"
when = "Playback passes 30 seconds"

[[events]]
id = "shareSong"
name = "Share Song"
stage = "engagement"
when = "A link is copied"
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watch, "LOOK_EVERY", 0.02)
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    return path


def crashed(path: Path | None, *edits: Set | Insert) -> Session:
    """What a session leaves whose Eventsmith was killed."""
    session, found = open_with_journal(path)
    for left in found.left:
        left.keep()
    for edit in edits:
        session.do(edit)
    assert session.journal is not None
    session.journal.close(keep=True)
    return session


def test_what_was_left_is_offered_and_recovered(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"), Set(("events", 1, "when"), "Now"))

    async def story(user: Robot) -> None:
        await user.comes_to_see("2 edits of shop.events.toml were not saved")
        user.sees("Tunewave", "Wave", "Share Song: when", "Recover", "Keep for later", "Discard")
        user.sees_not("The file has changed since")
        await user.keys("{down}")
        user.sees("Is now: A link is copied Becomes: Now")
        await user.keys("{enter}")
        await user.comes_to_see("Recovered 2 edits")
        user.sees("F2 saves")
        assert user.app.session.catalog.name == "Wave"
        await user.keys("{f9}")
        assert not user.app.session.dirty
        await user.keys("{f10}{f2}")
        await user.comes_to_see("Saved")

    tell(story, path)
    assert path.read_text() == CATALOG.replace("Tunewave", "Wave").replace("A link is copied", "Now")
    assert not folder_of(path).exists()


def test_what_was_left_can_wait_and_be_discarded(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))

    async def later(user: Robot) -> None:
        await user.comes_to_see("Recover")
        await user.keys("{escape}")
        await user.comes_to_see("kept, to be offered at the next start")
        assert user.app.session.catalog.name == "Tunewave"

    async def discard(user: Robot) -> None:
        await user.comes_to_see("Recover")
        await user.keys("{right}{right}{enter}")
        await user.comes_to_see("discarded")

    async def nothing(user: Robot) -> None:
        await user.rest()
        user.sees_not("Recover")

    for story in (later, discard, nothing):
        tell(story, path)
    assert path.read_text() == CATALOG


def test_of_several_one_looks_at_those_that_one_picks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crashed(path, Set(("name",), "First"))
    crashed(path, Set(("events", 0, "when"), "Second"), Set(("events", 1, "when"), "Second, too"))
    crashed(path, Set(("name",), "Third"))
    replays = []

    def counted(base: Catalog, deltas: Any) -> Catalog:
        replays.append(deltas)
        return replay(base, deltas)

    monkeypatch.setattr(recovery, "replay", counted)

    async def story(user: Robot) -> None:
        await user.comes_to_see("ended 3 times with unsaved work", "1 edit", "2 edits")
        assert not replays
        await user.keys("{down}{enter}")
        await user.comes_to_see("2 edits of shop.events.toml were not saved", "Second, too")
        await user.keys("{enter}")
        await user.comes_to_see("ended 2 times with unsaved work")
        await user.keys("{enter}")
        await user.comes_to_see("Third", "Discard")
        await user.keys("{right}{right}{enter}")
        await user.comes_to_see("ended with unsaved work")
        await user.keys("{escape}")
        await user.comes_to_see("Unsaved work is kept, to be offered at the next start")
        catalog = user.app.session.catalog
        assert (catalog.name, catalog.events[1].when) == ("Tunewave", "Second, too")
        await user.keys("{f2}")
        await user.comes_to_see("Saved")

    tell(story, path)
    (left,) = find_unsaved(open_session(path).document).left
    assert left.catalog.name == "First"
    left.drop()


def test_what_takes_long_to_look_at_can_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crashed(path, Set(("name",), "Wave"))
    wait = threading.Event()

    def slow(base: Catalog, deltas: Any) -> Catalog:
        wait.wait(10)
        return replay(base, deltas)

    monkeypatch.setattr(recovery, "replay", slow)

    async def leaves(user: Robot) -> None:
        await user.comes_to_see("Reading 1 edit of shop.events.toml", "Esc: later")
        await user.keys("{escape}")
        await user.comes_to_see("kept, to be offered at the next start")
        wait.set()

    async def waits(user: Robot) -> None:
        await user.comes_to_see("Reading 1 edit of shop.events.toml")
        wait.set()
        await user.comes_to_see("Recover")
        user.sees_not("Reading")
        await user.keys("{enter}")
        await user.comes_to_see("Recovered 1 edit")

    tell(leaves, path)
    wait.clear()
    tell(waits, path)


def test_what_cannot_be_recovered_is_put_aside_and_said_once(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))
    (journal,) = folder_of(path).iterdir()
    journal.write_bytes(journal.read_bytes() + line_of({"changes": [{"at": ["events", 9, "id"], "is": ""}]}))

    async def story(user: Robot) -> None:
        await user.comes_to_see("a damaged journal of unsaved work; kept there")

    tell(story, path)
    (aside,) = folder_of(path).glob("*.damaged")
    disk.forget_news()
    assert not find_unsaved(open_session(path).document).left
    assert not disk.news()
    assert aside.exists()


def test_what_was_left_of_a_file_that_has_changed_is_never_put_back_unseen(path: Path) -> None:
    crashed(path, Set(("name",), "Mine"), Set(("events", 0, "when"), "Mine"), Set(("events", 1, "when"), "Mine, too"))
    path.write_text(CATALOG.replace("Tunewave", "Theirs").replace("passes 30", "passes 60"))

    async def story(user: Robot) -> None:
        await user.comes_to_see("The file has changed since")
        await user.keys("{enter}")
        user.sees("You and somebody else have both changed 2 values", "● Mine", "Theirs")
        await user.keys("{escape}")
        user.sees("The file has changed since")
        assert user.app.session.catalog.name == "Theirs"
        await user.keys("{enter}{right}{down}{space}{space}{enter}")
        await user.comes_to_see("Recovered 3 edits")
        catalog = user.app.session.catalog
        assert (catalog.name, [event.when for event in catalog.events]) == ("Theirs", ["Mine", "Mine, too"])

    tell(story, path)


def test_what_was_left_of_a_file_that_is_gone_makes_it_again(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))
    path.unlink()

    async def story(user: Robot) -> None:
        await user.comes_to_see("no longer there; saving creates it again")
        await user.keys("{enter}")
        await user.comes_to_see("Recovered 1 edit")
        await user.keys("{f2}")
        await user.comes_to_see("Write it again")
        await user.keys("{enter}")
        await user.comes_to_see("Saved")

    tell(story, path)
    assert path.read_text() == CATALOG.replace("Tunewave", "Wave")


def test_what_was_left_of_a_new_catalog_is_offered_where_one_starts_a_new_one(path: Path) -> None:
    crashed(None, Set(("name",), "Wave"))

    async def open_the_other(user: Robot) -> None:
        await user.comes_to_see("Open a catalog?")
        await user.keys("{enter}")
        await user.comes_to_see("Play Song")
        user.sees_not("Recover")

    async def begin_anew(user: Robot) -> None:
        await user.comes_to_see("Open a catalog?")
        await user.keys("{down}{enter}")
        await user.comes_to_see("1 edit of a new catalog was not saved")
        await user.keys("{enter}")
        await user.comes_to_see("Recovered 1 edit")
        assert user.app.session.catalog.name == "Wave"

    tell(open_the_other)
    tell(begin_anew)


def test_a_file_that_can_only_be_looked_at_keeps_what_was_left(path: Path) -> None:
    crashed(path, Set(("name",), "Wave"))
    path.write_text(CATALOG + "statsu = 1\n")

    async def story(user: Robot) -> None:
        user.sees("read-only here")
        user.sees_not("Recover")

    tell(story, path)
    assert len(list(folder_of(path).iterdir())) == 1


def test_two_editors_are_told_of_each_other_and_their_saves_are_merged(path: Path) -> None:
    other, _ = open_with_journal(path)
    journal = other.journal
    assert journal is not None
    assert journal.path is not None
    # As if it were of another process.
    journal.path.rename(journal.path.with_name("123-1.jsonl"))
    other.do(Set(("events", 1, "when"), "Theirs"))

    async def story(user: Robot) -> None:
        await user.comes_to_see("Another Eventsmith (process 123) has this open, too")
        await user.keys("e{tab}{tab}{end}!")
        other.save()
        await user.comes_to_see("was changed by somebody else: F2 shows what they did")
        await user.keys("{f2}")
        await user.comes_to_see("Somebody else has changed shop.events.toml")
        user.sees("Share Song: when", "Theirs")
        await user.keys("{enter}")
        await user.comes_to_see("Saved")

    tell(story, path)
    expected = CATALOG.replace("30 seconds", "30 seconds!").replace("A link is copied", "Theirs")
    assert path.read_text() == expected
    journal.close(keep=False)


def test_where_both_changed_the_same_one_chooses(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("e{tab}{tab}{end}!")
        path.write_text(CATALOG.replace("passes 30 seconds", "ends").replace("# Ours", "# Theirs"))
        await user.keys("{f2}")
        await user.comes_to_see("changed shop.events.toml, including one value")
        await user.keys("{enter}")
        user.sees("You and somebody else have both changed one value", "Playback ends")
        await user.keys("{right}{enter}")
        await user.comes_to_see("Saved")
        assert not user.app.session.dirty
        await user.keys("{f9}")
        assert user.app.session.catalog.events[0].when == "Playback passes 30 seconds!"

    tell(story, path)
    assert path.read_text() == CATALOG.replace("passes 30 seconds", "ends").replace("# Ours", "# Theirs")


def test_one_chooses_event_by_event_or_value_by_value(path: Path) -> None:
    both = {"name": "Tunewave", "Play": "Play Song", "30": "30", "Share": "Share Song", "link": "A link"}
    theirs = CATALOG
    for was in both.values():
        theirs = theirs.replace(was, f"{was} of theirs")

    async def story(user: Robot) -> None:
        for place, value in (
            (("name",), "Mine"),
            (("events", 0, "name"), "Play Mine"),
            (("events", 0, "when"), "Mine"),
            (("events", 1, "name"), "Share Mine"),
            (("events", 1, "when"), "Mine"),
        ):
            user.app.do(Set(place, value))
        path.write_text(theirs)
        await user.keys("{f2}")
        await user.comes_to_see("including 5 values that you have changed, too")
        await user.keys("{enter}")
        user.sees("Play Mine: 2 values ● all yours all theirs", "Share Mine: 2 values ● all yours all theirs")
        user.sees("when ● Mine Playback passes 30 of their")
        # All of the first event, then one value of it back; all of the second, and back; the catalog's own.
        await user.keys("{down}{right}")
        user.sees("Play Mine: 2 values all yours ● all theirs", "name Play Mine ● Play Song of theirs")
        user.sees("Play Mine: when Yours: Mine Theirs: Playback passes 30 of theirs seconds")
        await user.keys("{down}{left}")
        user.sees("Play Mine: 2 values all yours all theirs", "name ● Play Mine Play Song of theirs")
        await user.keys("{down}{down}{space}{space}{up}{up}{up}{up}{right}{enter}")
        await user.comes_to_see("Saved")

    tell(story, path, (120, 40))
    catalog = open_session(path).catalog
    assert catalog.name == "Tunewave of theirs"
    assert [(event.name, event.when) for event in catalog.events] == [
        ("Play Mine", "Playback passes 30 of theirs seconds"),
        ("Share Mine", "Mine"),
    ]


def pipe_instead(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.with_name("pipe").replace(path)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"<<<<<<< HEAD\n"), "cannot be read as it is now"),
        (lambda path: path.write_bytes(CATALOG.encode()[:100]), "cannot be read as it is now"),
        (lambda path: path.write_text(CATALOG + "x = 1\n"), "cannot be read as it is now"),
        (lambda path: path.write_bytes(b""), "cannot be read as it is now"),
        (lambda path: path.unlink(), "is no longer there"),
        (lambda path: path.unlink() or path.mkdir(), "is a folder"),
        (lambda path: path.unlink() or path.symlink_to(path.name), "leads back to itself"),
        (pipe_instead, "not a regular file"),
        (lambda path: path.unlink() or path.parent.rmdir(), "is gone"),
    ],
)
def test_whatever_becomes_of_the_file_it_is_said_and_the_work_is_kept(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], object], words: str
) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    path.rename(folder / path.name)
    # Short, so that no line of a dialog breaks within what is looked for.
    path = Path(folder.name, path.name)

    async def story(user: Robot) -> None:
        await user.keys("e{tab}{tab}{end}!")
        spoil(path)
        # What the watch says of it would else come over what the save says.
        while not user.app.care.on_disk:
            await user.rest()
        await user.keys("{f2}")
        await user.comes_to_see(words)
        await user.keys("{escape}")
        await user.comes_to_see("your work is kept here")
        await user.keys("{f12}{ctrl+u}" + str(tmp_path / "else.toml") + "{enter}")
        await user.comes_to_see("Saved")

    tell(story, path, (120, 40))
    assert (tmp_path / "else.toml").read_text() == CATALOG.replace("30 seconds", "30 seconds!")


@pytest.mark.parametrize("code", ["ENOSPC", "EROFS", "EDQUOT", "EACCES", "EIO"])
def test_a_save_that_fails_says_why_and_offers_another_place(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    real = os.replace

    def failing(one: Any, other: Any) -> None:
        if Path(other).name == path.name:
            raise OSError(getattr(errno, code), os.strerror(getattr(errno, code)))
        real(one, other)

    async def story(user: Robot) -> None:
        await user.keys("{d}")
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", failing)
            await user.keys("{f2}")
            await user.comes_to_see("Nothing was changed on disk", "Save to another file")
            await user.keys("{enter}{ctrl+u}other.toml{enter}")
            await user.comes_to_see("Saved other.toml")

    tell(story, path)
    assert path.read_text() == CATALOG
    assert "Share Song" in (path.parent / "other.toml").read_text()


def test_a_save_that_would_write_something_else_says_so_and_offers_to_write_all_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{d}")
        with monkeypatch.context() as patch:
            patch.setattr("eventsmith.store.rewrite.updated_text", lambda document, catalog: document.text)
            await user.keys("{f2}")
            await user.comes_to_see("bug in Eventsmith", "Rewrite the whole file")
            assert path.read_text() == CATALOG
            await user.keys("{enter}")
            await user.comes_to_see("Saved")

    tell(story, path, (120, 40))
    assert "Share Song" in path.read_text()


def test_typing_goes_on_while_a_slow_disk_saves(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wait = threading.Event()
    real = Session.write

    def slow(session: Session, *arguments: Any, **named: Any) -> Any:
        wait.wait(10)
        return real(session, *arguments, **named)

    monkeypatch.setattr(Session, "write", slow)

    async def story(user: Robot) -> None:
        await user.keys("e{tab}{tab}{end}!")
        await user.keys("{f2}")
        user.sees("Saving …")
        await user.keys("?")
        assert user.app.session.catalog.events[0].when.endswith("!?")
        await user.keys("{f2}")
        user.sees("Still saving …")
        wait.set()
        await user.comes_to_see("Saved")
        # The key came before the disk did, so that it is in the file.
        assert not user.app.session.dirty
        await user.keys("x{f2}")
        await user.comes_to_see("Saved")

    tell(story, path)
    assert "30 seconds!?x" in path.read_text()


def test_a_journal_that_cannot_be_written_is_said_and_work_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "_AGAIN", 0.05)
    real = os.write

    def failing(handle: int, data: Any) -> int:
        if b'"changes"' in bytes(data[:200]) or b'"eventsmith"' in bytes(data[:200]):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data)

    async def story(user: Robot) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", failing)
            await user.keys("e{tab}{tab}{end}!")
            await user.comes_to_see("a crash would lose your work", "No space left", "no journal")
        await user.comes_to_see("kept in a journal again")
        user.sees_not("no journal")

    tell(story, path)


def test_a_slow_disk_is_said_once_and_no_longer_when_it_is_fast_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took = [0.0]
    monkeypatch.setattr(journals, "_SLOW", 0.05)
    monkeypatch.setattr(journals, "_HICCUPS", 0)
    monkeypatch.setattr(journals, "_sync", lambda _: time.sleep(took[0]))

    async def story(user: Robot) -> None:
        took[0] = 0.12
        await user.keys("{d}")
        await user.comes_to_see(
            "The disk is slow: a crash loses nothing, a power cut perhaps the last moment", "slow disk"
        )
        user.app.say("")
        await user.keys("{f9}")
        await asyncio.sleep(0.2)
        user.sees_not("The disk is slow")
        took[0] = 0
        user.app.say(watch._SLOW)
        await user.keys("e{tab}{tab}{end}!")
        await user.waits(lambda: "slow" not in user.text(), "a disk that is not slow")

    tell(story, path)


def test_a_disk_that_never_answers_lets_one_type_and_leave(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save, "PATIENCE", 0.05)
    never, real = threading.Event(), Session.write

    def hung(session: Session, *arguments: Any, **named: Any) -> Any:
        never.wait(600)
        return real(session, *arguments, **named)

    monkeypatch.setattr(Session, "write", hung)

    async def stays_waits_and_leaves(user: Robot) -> None:
        await user.keys("e{tab}{tab}{end}!")
        await user.keys("{f2}")
        await asyncio.sleep(1.1)
        await user.keys("?{f2}")
        await user.comes_to_see("The disk has not answered for", "your work is kept, F12 saves it elsewhere")
        await user.keys("{ctrl+q}")
        await user.comes_to_see(
            "the disk has not answered for", "keeps your unsaved work for the next start", "Leave now", "Stay"
        )
        await user.keys("{escape}")
        await user.keys("x{ctrl+q}{enter}")
        await user.comes_to_see("Esc: stay")
        await user.keys("{escape}")
        assert user.app.session.catalog.events[0].when.endswith("!?x")
        await user.keys("{ctrl+q}{right}{enter}")
        assert user.app.care.is_kept

    app = tell(stays_waits_and_leaves, path)
    assert app.return_code == 0
    assert path.read_text() == CATALOG
    (left,) = find_unsaved(open_session(path).document).left
    assert left.catalog.events[0].when.endswith("!?x")
    left.drop()
    never.set()

    async def is_done_in_time(user: Robot) -> None:
        await user.keys("e{tab}{tab}{end}!")
        never.clear()
        await user.keys("{f2}{ctrl+q}{enter}")
        await user.comes_to_see("shop.events.toml is being saved …")
        never.set()
        await user.waits(lambda: user.app.return_code is not None, "an end")

    assert tell(is_done_in_time, path).return_code == 0
    assert "30 seconds!" in path.read_text()


@pytest.mark.parametrize("fails", [True, pytest.param(False, marks=pytest.mark.deep)])
def test_where_a_disk_never_answers_one_saves_elsewhere(
    path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    monkeypatch.setattr(save, "PATIENCE", 0.05)
    never, done, real = threading.Event(), threading.Event(), Session.write

    def hung(session: Session, to: Path, **named: Any) -> Any:
        if to != path:
            return real(session, to, **named)
        never.wait(600)
        done.set()
        if fails:
            raise CannotSaveError("The disk has gone")
        return real(session, to, **named)

    looks = Watch.look

    def hung_too(watch: Watch, document: Document) -> str:
        if document.path == path:
            never.wait(600)
        return looks(watch, document)

    monkeypatch.setattr(Session, "write", hung)
    monkeypatch.setattr(Watch, "look", hung_too)

    async def story(user: Robot) -> None:
        await user.keys("e{tab}{tab}{end}!")
        await user.keys("{f2}")
        await user.keys("{f12}")
        await user.comes_to_see("Still saving …")
        await asyncio.sleep(1.1)
        await user.keys("?{f2}")
        await user.comes_to_see("The disk has not answered for", "your work is kept, F12 saves it elsewhere")
        await user.keys("{f12}")
        await user.comes_to_see("Save the catalog to which file?")
        await user.keys("{enter}")
        await user.comes_to_see("The disk has not answered for")
        await user.keys("{f12}{ctrl+u}other.events.toml{enter}")
        await user.comes_to_see("Saved", "other.events.toml saved")
        with path.with_name("other.events.toml").open("a") as file:
            file.write("# Theirs")
        await user.comes_to_see("other.events.toml was changed by somebody else")
        await user.keys("{f2}{enter}")
        await user.comes_to_see("Saved", "other.events.toml saved")
        never.set()
        done.wait(10)
        await user.keys("x")
        await user.comes_to_see("other.events.toml", "F2 saves")
        user.sees_not("The disk has gone")
        await user.keys("{f2}")
        await user.comes_to_see("other.events.toml saved")
        await user.keys("{ctrl+q}")

    monkeypatch.chdir(path.parent)
    assert tell(story, path).return_code == 0
    assert "30 seconds!?x" in path.with_name("other.events.toml").read_text()


def test_where_a_save_elsewhere_fails_the_one_that_hangs_still_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save, "PATIENCE", 0.05)
    never, real = threading.Event(), Session.write

    def hung(session: Session, to: Path, **named: Any) -> Any:
        if to != path:
            raise CannotSaveError("This place is not for you")
        never.wait(600)
        return real(session, to, **named)

    monkeypatch.setattr(Session, "write", hung)

    async def story(user: Robot) -> None:
        await user.keys("e{tab}{tab}{end}!{f2}")
        await asyncio.sleep(1.1)
        await user.keys("{f12}{ctrl+u}other.events.toml{enter}")
        await user.comes_to_see("This place is not for you")
        await user.keys("{escape}")
        await user.comes_to_see("Not saved; your work is kept here")
        await user.keys("{f2}")
        await user.comes_to_see("The disk has not answered for")
        never.set()
        await user.comes_to_see("Saved", "shop.events.toml saved")
        assert not user.app.session.dirty
        assert not user.app.care.saving

    monkeypatch.chdir(path.parent)
    tell(story, path)
    assert "30 seconds!" in path.read_text()


def planted(monkeypatch: pytest.MonkeyPatch, widget: type[Widget], method: str, after: int) -> None:
    """Makes a method of a widget fail at its n-th call."""
    real = getattr(widget, method)
    calls = 0

    def failing(self: Any, *arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > after:
            raise RuntimeError("planted [/b]")
        return real(self, *arguments, **named)

    monkeypatch.setattr(widget, method, failing)


def all_widgets() -> list[type[Widget]]:
    from eventsmith.tui.page_switcher import PageSwitcher
    from eventsmith.tui.pages import make_page
    from eventsmith.tui.widgets import (
        checkbox_row,
        field,
        page_tabs,
        rows,
        select_line,
        static_line,
        typing_input,
    )

    widgets: list[type[Widget]] = [type(make_page(name)) for name in PATH]
    widgets += [
        rows.RowList,
        field.Field,
        typing_input.TypingInput,
        static_line.StaticLine,
        page_tabs.PageTabs,
        PageSwitcher,
    ]
    return [*widgets, select_line.SelectLine, checkbox_row.CheckboxRow]


# One in three each time: they differ in what they show, and not in who catches it.
@pytest.mark.parametrize(
    "widget",
    [
        pytest.param(widget, id=widget.__name__, marks=[pytest.mark.deep] if number % 3 else [])
        for number, widget in enumerate(all_widgets())
    ],
)
def test_a_fault_in_any_widget_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, widget: type[Widget]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("e!")
        planted(monkeypatch, widget, "render_line", 0)
        planted(monkeypatch, widget, "render", 0)
        # What lies beneath others is never drawn.
        for method in {"show", "bring"} & {*dir(widget)}:
            planted(monkeypatch, widget, method, 0)
        for each in user.app.screen.query(widget):
            each.refresh()
        for name in ("goal", "names", "properties", "campaigns", "review", "events"):
            if user.app.failure is None:
                user.app.visit(name)
                await user.pilot.pause(0.05)

    app = EventsmithApp(path)

    async def run() -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            user = Robot(app, pilot)
            while not app.is_ready:
                await asyncio.sleep(0.005)
            await user.rest()
            await story(user)

    with pytest.raises(RuntimeError, match="planted"):
        asyncio.run(run())
    assert isinstance(app.failure, RuntimeError)
    assert app.return_code == 70
    assert app.session.journal is not None
    app.session.journal.close(keep=True)
    again, found = open_with_journal(path)
    (left,) = found.left
    assert left.catalog.events[0].name == "Play Song!"
    assert again.catalog == open_session(path).catalog
    left.drop()


def test_an_event_of_somebody_else_comes_in_without_a_word_of_mine_lost(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.app.do(Insert(("events", 2), Event(id="rateSong", name="Rate Song")))
        path.write_text(CATALOG + '\n[[events]]\nid = "skipSong"\nname = "Skip Song"\n')
        await user.keys("{f2}")
        await user.comes_to_see("Skip Song", "Merge and save")
        await user.keys("{enter}")
        await user.comes_to_see("Saved")

    tell(story, path)
    names = [event.name for event in open_session(path).catalog.events]
    assert sorted(names) == ["Play Song", "Rate Song", "Share Song", "Skip Song"]


def test_what_one_said_may_go_is_not_offered_again(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("e!")
        await user.app.action_run("reload")
        await user.comes_to_see("There are unsaved changes")
        await user.keys("{right}{right}{enter}")
        await user.comes_to_see("Reloaded")
        await user.rest()
        user.sees_not("Recover", "Another Eventsmith", "F2 saves")
        assert user.app.session.catalog.events[0].name == "Play Song"
        await user.keys("e?")
        assert user.app.session.dirty

    tell(story, path)
    (journal,) = folder_of(path).iterdir()
    assert "Play Song?" in journal.read_text()
