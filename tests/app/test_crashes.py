"""Kills and faults of the real app in a real pseudo-terminal: nothing that was shown is lost, and the file is whole."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from eventsmith.model import Catalog, same
from eventsmith.session import open_kept, with_what_was_left
from eventsmith.session.delta import restored
from eventsmith.store import read_file
from tests.app.terminal import Terminal

START = """\
# Ours
format = 1
name = "Tunewave"

[[events]]
id = "playSong"
name = "Play Song" # the core
stage = "engagement"
when = "Playback passes 30 seconds"
"""
WATCHED = """
import json, os, sys
from eventsmith.session import session
from eventsmith.session.delta import plain
log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
tell = session.Session._tell
def told(self, change, **how):
    said = json.dumps(plain(change.after))
    os.write(log, f"will {said}\\n".encode())
    tell(self, change, **how)
    os.write(log, f"shown {said}\\n".encode())
session.Session._tell = told
from eventsmith.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The app, which writes down each catalog before it becomes the one that is worked on, and after it was shown."""

EDITS = ["a", "x", "y", "Z", "é", " ", "tab", "enter", "f9", "f10", "f2", "f2", "f8", "f7", "space", "esc", "down", "d"]


def said(line: str) -> Catalog:
    return Catalog.model_validate(restored(json.loads(line.partition(" ")[2])))


def killed_while_working(folder: Path, chance: random.Random) -> Path:
    """Types at random into the app and kills it at a random moment. Answers with the log."""
    path, log = folder / "shop.events.toml", folder / "log"
    log.unlink(missing_ok=True)
    user = Terminal(str(log), path.name, folder=folder, code=WATCHED)
    user.sees("ENGAGEMENT", 60)
    user.keys("e")
    end = time.monotonic() + chance.uniform(0, 2.5)
    while time.monotonic() < end:
        user.sends(chance.choice(EDITS))
        time.sleep(chance.choice([0, 0, 0.01, 0.1]))
    user.kill(signal.SIGKILL)
    assert user.ends() == -signal.SIGKILL
    return log


def look(folder: Path, log: Path) -> Catalog:
    """That the file is whole and what was shown can be recovered; the catalog that is."""
    path = folder / "shop.events.toml"
    # A kill can cut a line off, at the edge of a page.
    lines = log.read_text().split("\n")[:-1] if log.exists() else []
    states = [said(line) for line in lines if line.startswith("will")]
    shown = [said(line) for line in lines if line.startswith("shown")]
    first = read_file(folder / "before.toml").catalog
    now = read_file(path)
    assert any(same(now.catalog, state) for state in [first, *states])
    assert "# Ours" in now.text
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    session, found = open_kept(path)
    recovered = session.catalog
    assert not found.unreadable
    for left in found.left:
        merged = with_what_was_left(session, left)
        assert not merged.conflicts
        recovered = merged.catalog
        left.keep()
    assert session.journal is not None
    session.journal.close(keep=False)
    # What was shown last, or an edit that was on its way.
    last = shown[-1] if shown else first
    assert same(recovered, last) or (states and same(recovered, states[-1]))
    return recovered


def kill_again_and_again(folder: Path, seed: int, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    chance = random.Random(seed)
    path = folder / "shop.events.toml"
    worked = 0
    for turn in range(times):
        shutil.rmtree(folder / "state", ignore_errors=True)
        path.write_text(START)
        shutil.copy(path, folder / "before.toml")
        log = killed_while_working(folder, chance)
        worked += log.read_text().count("shown") if log.exists() else 0
        recovered = look(folder, log)
        if turn == 0 and not same(recovered, read_file(path).catalog):
            user = Terminal(path.name, folder=folder)
            user.sees("not saved when", 60)
            user.keys("{enter}")
            user.sees("Recovered")
            user.keys("{f2}")
            user.sees("Saved")
            user.keys("{ctrl+q}")
            assert user.ends() == 0
            assert same(read_file(path).catalog, recovered)
            assert not list((folder / "state").rglob("*.jsonl"))
    assert worked > times


@pytest.mark.parametrize("seed", [1, 2])
def test_a_kill_at_any_moment_loses_nothing_that_was_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    kill_again_and_again(tmp_path, seed, 4, monkeypatch)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 120))
def test_two_hundred_kills_lose_nothing_that_was_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    kill_again_and_again(tmp_path, seed, 10, monkeypatch)


PLANTED = """
import sys
from eventsmith.tui.widgets import {module}
real = {module}.{widget}.{method}
def failing(self, *arguments, **named):
    if self.app.is_ready and self.app.session.catalog.events[0].name.endswith("!"):
        raise {error}
    return real(self, *arguments, **named)
{module}.{widget}.{method} = failing
from eventsmith.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("module", "widget", "method", "error"),
    [
        ("line", "Line", "render", 'ValueError("planted [/b] \\x1b[31m")'),
        ("rows", "RowList", "render_line", "MemoryError()"),
        ("rail", "Rail", "show_places", 'RecursionError("deep")'),
    ],
)
def test_a_fault_of_ours_is_one_line_and_the_next_start_offers_the_work(
    tmp_path: Path, module: str, widget: str, method: str, error: str
) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(START)
    code = PLANTED.format(module=module, widget=widget, method=method, error=error)
    user = Terminal(path.name, folder=tmp_path, code=code, columns=120)
    user.sees("✓ Play Song")
    user.keys("e")
    user.sends("!")
    assert user.ends() == 70
    _, _, after = user.raw.rpartition(b"\x1b[?1049l")
    words = re.sub(r"\x1b\[[?>]?[0-9;]*[a-z]", "", after.decode()).strip()
    assert words.startswith("Eventsmith failed: ")
    assert "\x1b" not in words
    assert len(words.splitlines()) == 1
    assert "“eventsmith shop.events.toml” offers to recover it" in words
    assert b"Traceback" not in user.raw
    assert path.read_text() == START
    again = Terminal(path.name, folder=tmp_path)
    again.sees("1 edit of shop.events.toml was not saved")
    again.keys("{enter}")
    again.sees("Recovered 1 edit")
    again.keys("{f2}")
    again.sees("Saved")
    again.keys("{ctrl+q}")
    assert again.ends() == 0
    assert path.read_text() == START.replace("Play Song", "Play Song!")


def test_without_a_journal_the_work_is_written_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(START)
    (tmp_path / "state").write_text("no folder")
    user = Terminal(path.name, folder=tmp_path)
    user.sees("a crash takes your work")
    user.keys("e!")
    user.sees("not saved")
    user.kill(signal.SIGTERM)
    assert user.ends() == 128 + signal.SIGTERM
    kept = tmp_path / "shop.rescued-1.events.toml"
    assert kept.name.encode() in user.raw
    assert read_file(kept).catalog.events[0].name == "Play Song!"


def test_a_file_that_cannot_be_opened_tells_of_the_work_that_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(START)
    user = Terminal(path.name, folder=tmp_path)
    user.sees("✓ Play Song")
    user.keys("e!")
    user.kill(signal.SIGKILL)
    user.ends()
    path.write_text(START + "<<<<<<< HEAD\n")
    user = Terminal(path.name, folder=tmp_path)
    assert user.ends() == 2
    _, _, after = user.raw.decode().rpartition("\x1b[?1049l")
    assert "shop.events.toml:10:1: " in after
    assert "What you had not saved of it is kept (1 edit" in after
    assert "“eventsmith shop.events.toml” offers to recover" in after
    path.unlink()
    user = Terminal(path.name, folder=tmp_path)
    user.sees("The file is no longer there; saving makes it again")
    user.kill(signal.SIGTERM)
    user.ends()


HUNG = """
import sys, time
import eventsmith.store
sys.modules["eventsmith.store.save"]._sync_file = lambda handle: time.sleep(1000)
from eventsmith.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_save_that_hangs_holds_up_neither_typing_nor_the_end(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(START)
    user = Terminal(path.name, folder=tmp_path, code=HUNG, columns=120)
    user.sees("✓ Play Song")
    user.keys("e!{f2}")
    user.sees("The disk has not answered")
    user.keys("?")
    user.sees("Play Song!?")
    user.keys("{ctrl+q}")
    user.sees("keeps what is not saved for the next start")
    user.keys("{right}{enter}")
    started = time.monotonic()
    assert user.ends() == 0
    assert time.monotonic() - started < 5
    assert "“eventsmith shop.events.toml” offers to recover it" in user.raw.decode()
    assert path.read_text() == START
    again = Terminal(path.name, folder=tmp_path, columns=120)
    again.sees("edits of shop.events.toml were not saved")
    again.keys("{enter}")
    again.sees("Recovered")
    again.keys("{f2}")
    again.sees("Saved")
    again.keys("{ctrl+q}")
    assert again.ends() == 0
    assert path.read_text() == START.replace("Play Song", "Play Song!?")
    # What the save that hung had begun is swept away.
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name, "state"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A disk of 256 kB."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    return folder


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


def test_a_full_disk_takes_neither_the_file_nor_the_work(tmp_path: Path, small_disk: Path) -> None:
    try:
        path = small_disk / "shop.events.toml"
        path.write_text(START)
        user = Terminal(path.name, folder=small_disk)
        user.sees("✓ Play Song")
        filler = small_disk / "filler"
        with pytest.raises(OSError, match="No space"):
            fill(filler)
        # The journal has a whole page of the disk, which is to be filled first.
        user.keys("e" + "!" * 60)
        user.sees("no journal")
        user.keys("{f2}")
        user.sees("No space is left on the disk")
        user.keys("{esc}")
        user.sees("your work is kept here")
        assert path.read_text() == START
        filler.unlink()
        user.sees("kept in a journal again")
        user.keys("{f2}")
        user.sees("Saved")
        user.keys("{ctrl+q}")
        assert user.ends() == 0
        assert f'name = "Play Song{"!" * 60}" # the core' in path.read_text()
    finally:
        subprocess.run(["umount", "-l", small_disk], check=True)
