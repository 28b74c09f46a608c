"""Kills of real questions and answers in a real pseudo-terminal: nothing that was told is lost, and the file is whole.

What one of the two ways to walk the path has left, the other one recovers.
"""

import random
import re
import shutil
import signal
import time
from pathlib import Path

import pytest

from eventsmith.model import same
from eventsmith.store import read_file
from tests.app.terminal import Terminal
from tests.app.test_crashes import START, WATCHED, look

ANSWERS = (
    *("change", "1", "name", "fires", "why", "Play Song", "Song Played", "é 曲", "1", "2", "3", ""),
    *("undo", "redo", "fix", "save", "save", "1", "again", "?", "back", "next", "go events", "go properties", "add"),
    *("amount", "decimal", "12.5", "add", "Like Song", "engagement", "When one likes it"),
)
ALWAYS = ("change", "1", "fires", "Always")


def killed_while_answering(folder: Path, chance: random.Random) -> Path | None:
    """Answers at random and kills it at a random moment. Answers with the log; with nothing where the answers led to
    an end before."""
    path, log = folder / "shop.events.toml", folder / "log"
    log.unlink(missing_ok=True)
    user = Terminal(str(log), "--plain", path.name, folder=folder, code=WATCHED)
    user.sees("What to do?", 60)
    end = time.monotonic() + chance.uniform(0, 2)
    while time.monotonic() < end:
        for key in (*chance.choice(ANSWERS), "enter"):
            user.sends(key)
        time.sleep(chance.choice([0, 0, 0.01, 0.05]))
    user.kill(signal.SIGKILL)
    # The answers may have led out of it, saved, before.
    assert user.ends() in (-signal.SIGKILL, 0)
    return log


def kill_again_and_again(folder: Path, seed: int, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    chance = random.Random(seed)
    path = folder / "shop.events.toml"
    worked = 0
    for _ in range(times):
        log = None
        while log is None:
            shutil.rmtree(folder / "state", ignore_errors=True)
            path.write_text(START)
            shutil.copy(path, folder / "before.toml")
            log = killed_while_answering(folder, chance)
        worked += log.read_text().count("shown") if log.exists() else 0
        recovered = look(folder, log)
        if not same(recovered, read_file(path).catalog):
            user = Terminal("--plain", path.name, folder=folder, lines=60)
            user.sees("not saved when", 60)
            user.keys("{enter}")
            user.sees("Recovered")
            user.keys("save{enter}")
            user.sees("Saved")
            user.keys("quit{enter}")
            assert user.ends() == 0
            assert same(read_file(path).catalog, recovered)
            assert not list((folder / "state").rglob("*.jsonl"))
    assert worked > times


@pytest.mark.parametrize("seed", [1, 2])
def test_a_kill_at_any_moment_loses_nothing_that_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    kill_again_and_again(tmp_path, seed, 4, monkeypatch)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 110))
def test_a_hundred_kills_lose_nothing_that_was_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    kill_again_and_again(tmp_path, seed, 10, monkeypatch)


def test_the_app_recovers_what_questions_and_answers_left(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(START)
    user = Terminal("--plain", path.name, folder=tmp_path, lines=60)
    user.sees("What to do?")
    for answer in ALWAYS:
        user.keys(answer + "{enter}")
    user.sees("3. Fires when: Always")
    user.kill(signal.SIGKILL)
    assert user.ends() == -signal.SIGKILL
    app = Terminal(path.name, folder=tmp_path)
    app.sees("1 edit of shop.events.toml was not saved", 60)
    app.keys("{enter}")
    app.sees("Recovered 1 edit")
    app.keys("{f2}")
    app.sees("Saved")
    app.keys("{ctrl+q}")
    assert app.ends() == 0
    assert path.read_text() == START.replace("Playback passes 30 seconds", "Always")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_questions_and_answers_recover_what_the_app_left(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(START)
    app = Terminal(path.name, folder=tmp_path)
    app.sees("✓ Play Song", 60)
    app.keys("e!")
    app.sees("not saved")
    app.kill(number)
    assert app.ends() == (-number if number == signal.SIGKILL else 128 + number)
    user = Terminal("--plain", path.name, folder=tmp_path, lines=60)
    user.sees("1 edit of shop.events.toml was not saved")
    user.keys("hear{enter}")
    user.sees("Play Song: name: Play Song becomes Play Song!")
    user.keys("{enter}save{enter}quit{enter}")
    assert user.ends() == 0
    assert path.read_text() == START.replace("Play Song", "Play Song!")


def test_a_closed_terminal_keeps_the_work(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(START)
    user = Terminal("--plain", path.name, folder=tmp_path, lines=60)
    user.sees("What to do?")
    for answer in ALWAYS:
        user.keys(answer + "{enter}")
    user.sees("3. Fires when: Always")
    user.closes()
    assert user.ends() == 128 + signal.SIGHUP
    again = Terminal("--plain", path.name, folder=tmp_path, lines=60)
    again.sees("1 edit of shop.events.toml was not saved")
    again.keys("4{enter}quit{enter}")
    assert again.ends() == 0
    assert path.read_text() == START
    assert not re.findall("jsonl", " ".join(map(str, (tmp_path / "state").rglob("*"))))
