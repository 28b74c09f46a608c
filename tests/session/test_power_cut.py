"""A power cut at any moment: the file is whole, and what was synced is found again. By a model of disks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eventsmith.edits import Insert, Remove, Set
from eventsmith.ground.disk import news
from eventsmith.model import Catalog, Event, same
from eventsmith.session import journal
from eventsmith.session.opening import merge_unsaved, open_session, open_with_journal
from eventsmith.session.recovery import find_unsaved
from eventsmith.session.session import Session
from eventsmith.store import canonical_toml, new_document, read_file, save
from tests.power_cut import Disk, Sync, Write, all_states

BASE = Catalog(name="Shop", events=(Event(id="login", name="Log In"), Event(id="buy", name="Buy Song")))
SAMPLE = pytest.param(0.1, id="sample")
ALL = pytest.param(1.0, id="all", marks=pytest.mark.deep)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    # However slow this disk is: an edit is as good as synced once it is done.
    monkeypatch.setattr(journal, "_SLOW", 60.0)
    return folder


@pytest.mark.parametrize("is_new", [False, True])
def test_a_power_cut_while_saving_leaves_the_old_file_or_the_new_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, is_new: bool
) -> None:
    path = folder / "shop.events.toml"
    if not is_new:
        path.write_text("# Ours\n" + canonical_toml(BASE))
    old = None if is_new else path.read_bytes()
    document = new_document(path, BASE) if is_new else read_file(path)
    disk = Disk(folder)
    with monkeypatch.context() as patch:
        disk.record(patch)
        new = save(document, Set(("name",), "Store").apply(document.catalog)).document.data
    seen = set()
    for calls, state in all_states(disk, 1.0):
        state()
        now = path.read_bytes() if path.exists() else None
        # Once it is said to be saved, it is.
        assert now == new or (now == old and calls < len(disk.calls)), calls
        seen.add(now)
    assert seen == {old, new}


class Worked:
    """Work on a file, and how far it had come at each call to the system."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self.disk = disk
        self.session, _ = open_with_journal(path)
        self.states = [self.session.catalog]
        self.begun = [(0, 0)]
        self.sure = [(0, 0)]

    def does(self, *edits: Set | Insert | Remove, typed: bool = False) -> None:
        """One after the other; synced is only the last one, where they are typed."""
        for edit in edits:
            self.begun.append((len(self.disk.calls), len(self.states)))
            # What it makes is known before it is made: a power cut may come between.
            self.states.append(edit.apply(self.session.catalog))
            if typed:
                self.session.type(("name",), lambda _, edit=edit: edit)  # type: ignore[misc]
            else:
                self.session.do(edit)
                self.is_sure()
            self.states[-1] = self.session.catalog
        if typed:
            self.session.stop_typing()
            self.is_sure()

    def is_sure(self) -> None:
        self.sure.append((len(self.disk.calls), len(self.states) - 1))

    def expected(self, calls: int) -> list[Catalog]:
        least = max(state for number, state in self.sure if number <= calls)
        most = max(state for number, state in self.begun if number <= calls)
        return self.states[least : most + 1]


def work(disk: Disk, path: Path) -> Worked:
    worked = Worked(disk, path)
    session = worked.session
    assert session.journal is not None
    worked.does(Set(("name",), "Store"), Insert(("events", 1), Event(id="x", name="Xylophone")))
    worked.does(Set(("name",), "S"), Set(("name",), "Sh"), Set(("name",), "Sho"), typed=True)
    for edit in (Remove(("events", 0)), Set(("events", 0, "when"), "Now")):
        before = session.journal.path
        session.save()
        # While a journal about what was saved is made, and after it has taken the place of the one before.
        worked.does(edit)
        turned(session, before)
    worked.does(Set(("description",), "Last"))
    session.journal.close(keep=True)
    return worked


def turned(session: Session, before: Path | None) -> None:
    """Waits until a journal about what was saved is the only one."""
    of = session.journal
    assert of is not None
    with of._guard:
        assert of._work.wait_for(lambda: of.path != before and not of._is_beginning, 10)


@pytest.mark.parametrize("part", [SAMPLE, ALL])
def test_a_power_cut_at_any_moment_loses_nothing_that_was_synced(
    folder: Path, monkeypatch: pytest.MonkeyPatch, part: float
) -> None:
    path = folder / "shop.events.toml"
    path.write_text("# Ours\n" + canonical_toml(BASE))
    disk = Disk(folder)
    with monkeypatch.context() as patch:
        disk.record(patch)
        worked = work(disk, path)
    assert sum(isinstance(call, Sync) for call in disk.calls) > 10
    number = 0
    for calls, state in all_states(disk, part):
        state()
        number += 1
        session = open_session(path)
        assert any(same(session.catalog, each) for each in worked.states)
        found = find_unsaved(session.document)
        recovered = [] if found.left else [session.catalog]
        for left in found.left:
            merged = merge_unsaved(session, left)
            assert not merged.conflicts
            recovered.append(merged.catalog)
            left.keep()
        expected = worked.expected(calls)
        assert any(same(one, other) for one in recovered for other in expected), (calls, disk.calls[calls - 1])
        assert all(any(same(one, other) for other in worked.states) for one in recovered)
        assert not news()
    assert number > 300 * part


def test_the_model_finds_a_file_that_is_written_carelessly(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written in place, renamed without a sync, or without one of its folder: the model shows the harm."""
    path, beside = folder / "a", folder / "b"

    def in_place() -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.write(handle, b"new")
        os.close(handle)

    def renamed(*, is_synced: bool) -> None:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT)
        os.write(handle, b"new")
        if is_synced:
            os.fsync(handle)
        os.close(handle)
        os.replace(beside, path)

    for careless, harm in (
        (in_place, b""),
        (lambda: renamed(is_synced=False), b"\0\0\0"),
        (lambda: renamed(is_synced=True), None),
    ):
        for each in folder.iterdir():
            each.unlink()
        disk = Disk(folder)
        with monkeypatch.context() as patch:
            disk.record(patch)
            careless()
        assert any(isinstance(call, Write) for call in disk.calls)
        found = []
        for state in disk.states(len(disk.calls)):
            state()
            found.append(path.read_bytes() if path.exists() else None)
        assert harm in found
