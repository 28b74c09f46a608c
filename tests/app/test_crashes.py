"""Kills and faults of the real app in a real pseudo-terminal: nothing that was shown is lost, and the file is whole."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from eventsmith.store import read_file
from tests.app.kills import START, Way, kill_again_and_again, start
from tests.app.terminal import Terminal

KEYS = ["a", "x", "y", "Z", "é", " ", "tab", "enter", "f9", "f10", "f2", "f2", "f8", "f7", "space", "esc", "down", "d"]


def recovers(user: Terminal) -> None:
    """Takes what is offered, saves it and leaves. The title tells: a slow disk may be said over the line that does."""
    user.reads()
    user.keys("{enter}")
    user.sees("· F2 saves")
    user.keys("{f2}")
    user.sees("toml  saved")
    user.keys("{ctrl+q}")


APP = Way(
    arguments=(),
    ready="ENGAGEMENT",
    begin="e",
    does=lambda user, chance: user.sends(chance.choice(KEYS)),
    seconds=2.5,
    statuses=(-signal.SIGKILL,),
    recovers=recovers,
)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.deep)])
def test_a_kill_at_any_moment_loses_nothing_that_was_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    kill_again_and_again(APP, tmp_path, seed, 2, monkeypatch)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 120))
def test_two_hundred_kills_lose_nothing_that_was_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    kill_again_and_again(APP, tmp_path, seed, 10, monkeypatch)


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
        ("static_line", "StaticLine", "render", 'ValueError("planted [/b] \\x1b[31m")'),
        pytest.param("rows", "RowList", "render_line", "MemoryError()", marks=pytest.mark.deep),
        pytest.param("page_tabs", "PageTabs", "show_pages", 'RecursionError("deep")', marks=pytest.mark.deep),
    ],
)
def test_a_fault_of_ours_is_one_line_and_the_next_start_offers_the_work(
    tmp_path: Path, module: str, widget: str, method: str, error: str
) -> None:
    path = start(tmp_path)
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
    recovers(again)
    assert again.ends() == 0
    assert path.read_text() == START.replace("Play Song", "Play Song!")


def test_without_a_journal_the_work_is_written_beside_the_file(tmp_path: Path) -> None:
    path = start(tmp_path)
    (tmp_path / "state").write_text("no folder")
    user = Terminal(path.name, folder=tmp_path)
    user.sees("a crash would lose your work")
    user.keys("e!")
    user.sees("F2 saves")
    user.kill(signal.SIGTERM)
    assert user.ends() == 128 + signal.SIGTERM
    kept = tmp_path / "shop.rescued-1.events.toml"
    assert kept.name.encode() in user.raw
    assert read_file(kept).catalog.events[0].name == "Play Song!"


def test_a_file_that_cannot_be_opened_tells_of_the_work_that_is_kept(tmp_path: Path) -> None:
    path = start(tmp_path)
    user = Terminal(path.name, folder=tmp_path)
    user.sees("✓ Play Song")
    user.keys("e!")
    user.sees("Play Song!")
    user.kill(signal.SIGKILL)
    user.ends()
    path.write_text(START + "<<<<<<< HEAD\n")
    user = Terminal(path.name, folder=tmp_path)
    assert user.ends() == 2
    _, _, after = user.raw.decode().rpartition("\x1b[?1049l")
    assert "shop.events.toml:10:1: " in after
    assert "Your unsaved work on it is kept (1 edit" in after
    assert "“eventsmith shop.events.toml” offers to recover" in after
    path.unlink()
    user = Terminal(path.name, folder=tmp_path)
    user.sees("The file is no longer there; saving creates it again")
    user.kill(signal.SIGTERM)
    user.ends()


HUNG = """
import sys, time
import eventsmith.store
sys.modules["eventsmith.store.replace_file"]._sync_file = lambda handle: time.sleep(1000)
from eventsmith.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_save_that_hangs_holds_up_neither_typing_nor_the_end(tmp_path: Path) -> None:
    path = start(tmp_path)
    user = Terminal(path.name, folder=tmp_path, code=HUNG, columns=120)
    user.sees("✓ Play Song")
    user.keys("e!{f2}")
    user.sees("The disk has not answered")
    user.keys("?")
    user.sees("Play Song!?")
    user.keys("{ctrl+q}")
    user.sees("keeps your unsaved work for the next start")
    user.keys("{right}{enter}")
    started = time.monotonic()
    assert user.ends() == 0
    assert time.monotonic() - started < 5
    assert "“eventsmith shop.events.toml” offers to recover it" in user.raw.decode()
    assert path.read_text() == START
    again = Terminal(path.name, folder=tmp_path, columns=120)
    again.sees("1 edit of shop.events.toml was not saved")
    recovers(again)
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
