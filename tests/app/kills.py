"""Kills of the real command in a real pseudo-terminal: what is written down of it, and that nothing shown is lost."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from eventsmith.ground import disk
from eventsmith.model import Catalog, same
from eventsmith.session.delta import from_plain
from eventsmith.session.opening import merge_unsaved, open_with_journal
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
from eventsmith.session.delta import to_plain
log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
tell = session.Session._notify
def told(self, change, **how):
    said = json.dumps(to_plain(change.after))
    os.write(log, f"will {said}\\n".encode())
    tell(self, change, **how)
    os.write(log, f"shown {said}\\n".encode())
session.Session._notify = told
from eventsmith.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The command, which writes down each catalog before it becomes the one that is worked on, and after it was shown."""
RECOVER_EVERY = 3
"""Kills after which somebody starts again, recovers what is offered, and saves it."""


class Way(NamedTuple):
    """One of the two ways to walk the path, at the hands of chance."""

    arguments: tuple[str, ...]
    ready: str
    """What is on the screen when it can be worked with."""
    begin: str
    """What is typed first, before all that is left to chance."""
    does: Callable[[Terminal, random.Random], None]
    """Does one thing at random."""
    seconds: float
    """How long it is worked with at the most."""
    statuses: tuple[int, ...]
    """How it may end: what is done at random may lead to an end before the kill."""
    recovers: Callable[[Terminal], None]
    """Takes what is offered, saves it and leaves."""


def start(folder: Path) -> Path:
    """The catalog that work begins with."""
    path = folder / "shop.events.toml"
    path.write_text(START)
    return path


def kill_again_and_again(way: Way, folder: Path, seed: int, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Works at random and kills it at a random moment, and looks each time at what is left.

    Where it was mostly killed before it had done anything, as on a busy machine, it is killed more often.
    """
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    chance = random.Random(seed)
    worked = 0
    turn = 0
    while turn < times or worked <= times:
        assert turn < 10 * times
        shutil.rmtree(folder / "state", ignore_errors=True)
        path = start(folder)
        log = _killed(way, path, chance)
        worked += log.read_text().count("shown") if log.exists() else 0
        recovered = _look(path, log)
        if turn % RECOVER_EVERY == 0 and not same(recovered, read_file(path).catalog):
            user = Terminal(*way.arguments, path.name, folder=folder, lines=60)
            user.sees("not saved when", 60)
            way.recovers(user)
            assert user.ends() == 0
            assert same(read_file(path).catalog, recovered)
            assert not list((folder / "state").rglob("*.jsonl"))
        turn += 1


def _killed(way: Way, path: Path, chance: random.Random) -> Path:
    """Answers with the log."""
    log = path.with_name("log")
    log.unlink(missing_ok=True)
    user = Terminal(str(log), *way.arguments, path.name, folder=path.parent, code=WATCHED)
    user.sees(way.ready, 60)
    user.keys(way.begin)
    end = time.monotonic() + chance.uniform(0, way.seconds)
    while time.monotonic() < end:
        way.does(user, chance)
        time.sleep(chance.choice([0, 0, 0.01, 0.1]))
    user.kill(signal.SIGKILL)
    assert user.ends() in way.statuses
    return log


def _said(line: str) -> Catalog:
    return Catalog.model_validate(from_plain(json.loads(line.partition(" ")[2])))


def _look(path: Path, log: Path) -> Catalog:
    """That the file is whole and what was shown can be recovered; the catalog that is."""
    # A kill can cut a line off, at the edge of a page.
    lines = log.read_text().split("\n")[:-1] if log.exists() else []
    states = [_said(line) for line in lines if line.startswith("will")]
    shown = [_said(line) for line in lines if line.startswith("shown")]
    before = path.with_name("before.toml")
    before.write_text(START)
    first = read_file(before).catalog
    now = read_file(path)
    assert any(same(now.catalog, state) for state in [first, *states])
    assert "# Ours" in now.text
    os.environ["XDG_STATE_HOME"] = str(path.with_name("state"))
    session, found = open_with_journal(path)
    recovered = session.catalog
    assert not disk.news()
    for left in found.left:
        merged = merge_unsaved(session, left)
        assert not merged.conflicts
        recovered = merged.catalog
        left.keep()
    assert session.journal is not None
    session.journal.close(keep=False)
    # What was shown last, or an edit that was on its way.
    last = shown[-1] if shown else first
    assert same(recovered, last) or (states and same(recovered, states[-1]))
    return recovered
