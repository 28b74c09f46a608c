"""Kills of real questions and answers in a real pseudo-terminal: nothing that was told is lost, and the file is whole.

What one of the two ways to walk the path has left, the other one recovers.
"""

import random
import re
import signal
from pathlib import Path

import pytest

from tests.app.kills import START, Way, kill_again_and_again, start
from tests.app.terminal import Terminal
from tests.app.test_crashes import recovers as recovers_in_the_app

ANSWERS = (
    *("change", "1", "name", "fires", "why", "Play Song", "Song Played", "é 曲", "1", "2", "3", ""),
    *("undo", "redo", "fix", "save", "save", "1", "again", "?", "back", "next", "go events", "go properties", "add"),
    *("amount", "decimal", "12.5", "add", "Like Song", "engagement", "When one likes it"),
)
ALWAYS = ("change", "1", "fires", "Always")


def answers(user: Terminal, chance: random.Random) -> None:
    """One answer."""
    for key in (*chance.choice(ANSWERS), "enter"):
        user.sends(key)


def recovers(user: Terminal) -> None:
    """Takes what is offered, saves it and leaves."""
    user.keys("{enter}")
    user.sees("Recovered")
    user.keys("save{enter}")
    user.sees("Saved")
    user.keys("quit{enter}")


PLAIN = Way(
    arguments=("--plain",),
    ready="What next?",
    begin="",
    does=answers,
    seconds=2,
    statuses=(-signal.SIGKILL, 0),
    recovers=recovers,
)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.deep)])
def test_a_kill_at_any_moment_loses_nothing_that_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    kill_again_and_again(PLAIN, tmp_path, seed, 2, monkeypatch)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 110))
def test_a_hundred_kills_lose_nothing_that_was_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    kill_again_and_again(PLAIN, tmp_path, seed, 10, monkeypatch)


def test_the_app_recovers_what_questions_and_answers_left(tmp_path: Path) -> None:
    path = start(tmp_path)
    user = Terminal("--plain", path.name, folder=tmp_path, lines=60)
    user.sees("What next?")
    for answer in ALWAYS:
        user.keys(answer + "{enter}")
    user.sees("3. Fires when: Always")
    user.kill(signal.SIGKILL)
    assert user.ends() == -signal.SIGKILL
    app = Terminal(path.name, folder=tmp_path)
    app.sees("1 edit of shop.events.toml was not saved", 60)
    recovers_in_the_app(app)
    assert app.ends() == 0
    assert path.read_text() == START.replace("Playback passes 30 seconds", "Always")


@pytest.mark.parametrize("number", [signal.SIGKILL, pytest.param(signal.SIGTERM, marks=pytest.mark.deep)])
def test_questions_and_answers_recover_what_the_app_left(tmp_path: Path, number: signal.Signals) -> None:
    path = start(tmp_path)
    app = Terminal(path.name, folder=tmp_path)
    app.sees("✓ Play Song", 60)
    app.keys("e!")
    app.sees("F2 saves")
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
    path = start(tmp_path)
    user = Terminal("--plain", path.name, folder=tmp_path, lines=60)
    user.sees("What next?")
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
