"""The installed command with --plain: over pipes, and in a real pseudo-terminal."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from eventsmith.edits import Set
from eventsmith.session.opening import open_with_journal
from eventsmith.store import read_file
from tests.app.terminal import COMMAND, Terminal
from tests.plain.person import SAVED


def piped(folder: Path, answers: bytes, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [COMMAND, "--plain", *arguments],
        input=answers,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "XDG_STATE_HOME": str(folder / "state"), **environment},
        timeout=60,
        check=False,
    )


def lines(answers: Sequence[str]) -> bytes:
    return "".join(f"{answer}\n" for answer in answers).encode()


def test_a_story_over_pipes(tmp_path: Path) -> None:
    answers = ["曲", "", "music", "activate", "", "take", "goals", "add", "تشغيل", "3", "", "", "save", "quit"]
    done = piped(tmp_path, lines(answers), "shop.events.toml")
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    # What nobody typed where it can be seen is said again.
    assert "\n> 曲\nAbout: " in said
    assert "\nSaved shop.events.toml.\n" in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", said)
    catalog = read_file(tmp_path / "shop.events.toml").catalog
    assert catalog.name == "曲"
    assert [event.name for event in catalog.events] == ["Register", "Play Song", "تشغيل"]


def test_the_same_answers_give_the_same_words(tmp_path: Path) -> None:
    answers = lines(["?", "A", "", "e-commerce", "all", "", "take", "all", "next"])
    said = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        said.append(piped(folder, answers).stdout)
    assert said[0] == said[1]


def test_text_from_a_file_commands_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SAVED.replace("Play Song", "Play\\u001b]0;x\\u0007\\u202e Song"))
    done = piped(tmp_path, lines(["hear", "1", "", "go review", "1", "journey", "quit"]), "a.toml")
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert b"\x07" not in done.stdout
    assert "\u202e" not in done.stdout.decode()
    assert "Play<U+001B>]0;x<U+0007><U+202E> Song" in done.stdout.decode()


@pytest.mark.parametrize(
    "name",
    [
        "-x.toml",
        'it\'s a "b".toml',
        "曲 \u202e.toml",
        *(pytest.param(name, marks=pytest.mark.deep) for name in ("check", "a\nb.toml\n", "$(id).toml")),
    ],
)
def test_the_told_way_back_opens_that_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SAVED)
    told = piped(tmp_path, b"change\n1\nfires\nAlways", "--", name).stderr.decode()
    line = told.partition(": “")[2].partition("” offers")[0]
    path = os.pathsep.join([str(Path(COMMAND).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        input=b"recover\nsave\nquit\n",
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "PATH": path},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert read_file(tmp_path / name).catalog.events[0].when == "Always"


def test_pipes_that_end_keep_the_work(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SAVED)
    done = piped(tmp_path, b"change\n1\nfires\nAlways", "a.toml")
    assert done.returncode == 2
    assert b"no more input" in done.stderr
    assert "“eventsmith --plain a.toml” offers to recover it." in done.stderr.decode()
    assert (tmp_path / "a.toml").read_text() == SAVED
    done = piped(tmp_path, b"hear\nrecover\nsave\nquit\n", "a.toml")
    assert b"1 edit of a.toml was not saved when Eventsmith ended" in done.stdout
    assert b"  Play Song: when: nothing becomes Always\n" in done.stdout
    assert (done.returncode, done.stderr) == (0, b"")
    assert read_file(tmp_path / "a.toml").catalog.events[0].when == "Always"


def test_bytes_that_are_no_text_are_asked_for_again(tmp_path: Path) -> None:
    done = piped(tmp_path, b"Caf\xe9\nCaf\xc3\xa9\n\n\n\n\nsave\n\nquit\n", PYTHONUTF8="1")
    assert done.returncode == 0
    assert b"Once more, please." in done.stdout
    assert read_file(tmp_path / "caf.events.toml").catalog.name == "Café"


def test_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SAVED)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [COMMAND, "--plain", "a.toml"],
        input=b"change\n1\nfires\nAlways\n",
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 141
    assert done.stderr.startswith(b"The output failed")
    assert (tmp_path / "a.toml").read_text() == SAVED


@pytest.mark.parametrize("data", [b"format = \n", b"", b"\x00\xff"])
def test_a_file_that_is_no_catalog_gets_one_message(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(data)
    done = piped(tmp_path, b"", "a.toml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"a.toml" in done.stderr


def test_a_file_that_cannot_be_opened_tells_of_the_work_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "shop.events.toml"
    path.write_text('format = 1\nname = "Shop"\n')
    session, _ = open_with_journal(path)
    session.do(Set(("name",), "Mine"))
    assert session.journal is not None
    session.journal.close(keep=True)
    path.write_text("name = ")
    done = piped(tmp_path, b"", path.name)
    assert done.returncode == 2
    assert b"Your unsaved work on it is kept (1 edit, the last 20" in done.stderr
    assert "“eventsmith shop.events.toml” offers to recover them".encode() in done.stderr


def test_walking_plainly_loads_no_textual(tmp_path: Path) -> None:
    code = (
        "import sys; from eventsmith.cli import main; main(['--plain'])\n"
        "print('loaded', [name for name in sys.modules if name in ('textual', 'rich')])"
    )
    answers = lines(["A", "", "music", "", "", "take", "all", "next", "2", "", "next", "next", "1", "", "save", ""])
    done = subprocess.run([sys.executable, "-c", code], input=answers, capture_output=True, cwd=tmp_path, check=True)
    assert b"\nloaded []\n" in done.stdout


@pytest.mark.parametrize("term", ["dumb", pytest.param("xterm-256color", marks=pytest.mark.deep)])
def test_a_story_in_a_terminal(tmp_path: Path, term: str) -> None:
    user = Terminal("--plain", folder=tmp_path, lines=60, TERM=term)
    user.sees("Catalog: Your product")
    # A line that is too long is broken between words.
    user.sees("receive them: names and IDs")
    for answer in ("Tunewave", "", "music", "activate", "infobip", "take", "goals"):
        user.keys(answer + "{enter}")
    user.sees("Taken: Register, Play Song.")
    user.keys("change{enter}play{enter}name{enter}Song Played{enter}")
    user.sees("Type fix to rename")
    user.keys("fix{enter}undo{enter}redo{enter}save{enter}{enter}")
    user.sees("Saved tunewave.events.toml.")
    user.keys("quit{enter}")
    assert user.ends() == 0
    # Of what a terminal obeys, nothing but the mark for pasted text, which keeps it one answer.
    drawn = re.sub(rb"\x1b\[\?2004[hl]\r?", b"", user.raw)
    assert b"\x1b" not in drawn
    assert [event.name for event in read_file(tmp_path / "tunewave.events.toml").catalog.events] == [
        "Register",
        "Play Song",
    ]


def test_rows_are_pasted_into_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SAVED)
    user = Terminal("--plain", "a.toml", folder=tmp_path, lines=60)
    user.sees("What next?")
    user.keys("go properties{enter}play{enter}add{enter}")
    user.sees("Name: Starts with a lowercase letter")
    user.sends("\x1b[200~name\ttype\nlength\tinteger\nartist\ttext\n\x1b[201~")
    user.keys("{enter}")
    user.sees("Added 2 of 2. Type undo to take it back.")
    user.keys("save{enter}quit{enter}")
    assert user.ends() == 0
    properties = read_file(tmp_path / "a.toml").catalog.events[0].properties
    assert [(prop.name, prop.type) for prop in properties] == [("length", "integer"), ("artist", "string")]


def test_ctrl_c_twice_in_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SAVED)
    user = Terminal("--plain", "a.toml", folder=tmp_path, lines=60)
    user.sees("What next?")
    user.keys("change{enter}1{enter}fires{enter}Always{enter}")
    user.sees("3. Fires when: Always")
    user.keys("{ctrl+c}")
    user.sees("Ctrl+C once more ends at once")
    user.keys("{ctrl+c}")
    assert user.ends() == 130
    assert b"Your unsaved work is kept in" in user.raw
    assert b"Traceback" not in user.raw


@pytest.mark.parametrize("arguments", [(), ("my shop.events.toml",)])
def test_a_terminal_that_can_show_no_screen_is_told_what_can_be_done(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    user = Terminal(*arguments, folder=tmp_path, columns=400, TERM="dumb")
    assert user.ends() == 2
    said = user.raw.decode()
    assert said.count("\n") == 1
    named = " 'my shop.events.toml'" if arguments else ""
    assert f"“eventsmith --plain{named}”" in said
    assert "eventsmith --plain" in said
    assert not any(tmp_path.iterdir())


def test_a_killed_walk_keeps_the_work(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SAVED)
    user = Terminal("--plain", "a.toml", folder=tmp_path, lines=60)
    user.sees("What next?")
    user.keys("change{enter}1{enter}fires{enter}Always{enter}")
    user.sees("3. Fires when: Always")
    user.kill(signal.SIGTERM)
    assert user.ends() == 128 + signal.SIGTERM
    assert b"Ended by SIGTERM. Your unsaved work is kept in" in user.raw
    assert (tmp_path / "a.toml").read_text() == SAVED
