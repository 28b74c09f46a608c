"""The status that the installed command leaves with where nobody takes what it says any more.

Each way with Python's streams held back and not: which of the two it is decides who notices first, and when.
"""

import fcntl
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.app.terminal import COMMAND, Terminal
from tests.cli.samples import CLEAN

HUNG_UP = 128 + signal.SIGHUP
NOBODY_READS = 128 + signal.SIGPIPE

pytestmark = pytest.mark.parametrize(
    "unbuffered", [pytest.param("", id="held-back"), pytest.param("1", id="unbuffered", marks=pytest.mark.deep)]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.toml").write_text(CLEAN)
    return tmp_path


def piped(folder: Path, script: str, unbuffered: str) -> tuple[int, str]:
    """The status of the command in a script that calls it EVENTSMITH, and what has come to standard error."""
    done = subprocess.run(
        ["sh", "-c", script.replace("EVENTSMITH", str(COMMAND))],
        input=b"change\n1\nfires\nAlways\n",
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    ("arguments", "without_output", "without_errors"),
    [
        ("check a.toml", 2, 0),
        pytest.param("check missing.toml", 2, 2, marks=pytest.mark.deep),
        pytest.param("schema", 2, 0, marks=pytest.mark.deep),
        ("--help", 2, 0),
        ("--plain a.toml", 2, 2),
        ("a.toml", 2, 2),
    ],
)
def test_a_stream_that_is_full_or_closed(
    folder: Path, unbuffered: str, arguments: str, without_output: int, without_errors: int
) -> None:
    for way in (">/dev/full", ">&-", ">/dev/full 2>/dev/full", ">&- 2>&-"):
        status, said = piped(folder, f"exec EVENTSMITH {arguments} {way}", unbuffered)
        assert status == without_output, (way, said)
        assert said.count("\n") == ("2>" not in way)
        assert "bug of ours" not in said
    for way in ("2>/dev/full", "2>&-"):
        assert piped(folder, f"exec EVENTSMITH {arguments} {way}", unbuffered) == (without_errors, ""), way


@pytest.mark.parametrize("arguments", ["check a.toml", "schema", "--help", "--plain a.toml"])
@pytest.mark.parametrize("both", ["", "2>&1"])
def test_a_reader_that_has_gone(folder: Path, unbuffered: str, arguments: str, both: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        ["sh", "-c", f"exec {COMMAND} {arguments} {both}"],
        input=b"change\n1\nfires\nAlways\n",
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert done.returncode == NOBODY_READS
    assert done.stderr.count(b"\n") == ("--plain" in arguments and not both)


@pytest.mark.parametrize("arguments", [("a.toml",), ("--plain", "a.toml")])
@pytest.mark.parametrize("debug", ["", "1"])
def test_a_terminal_that_has_gone(folder: Path, unbuffered: str, arguments: tuple[str, ...], debug: str) -> None:
    user = Terminal(*arguments, folder=folder, PYTHONUNBUFFERED=unbuffered, EVENTSMITH_DEBUG=debug)
    user.sees("1 of 20 events")
    user.closes()
    assert user.ends() == HUNG_UP


def test_a_command_whose_terminal_has_gone(folder: Path, unbuffered: str) -> None:
    """It is asked for its results when there is nobody left, and was not hung up itself."""
    script = f"trap '' HUP; echo ready; read line; {COMMAND} schema; echo $? > status"
    shell = Terminal("-c", script, folder=folder, program="/bin/sh", PYTHONUNBUFFERED=unbuffered)
    shell.sees("ready")
    shell.closes()
    assert shell.ends() == 0
    assert (folder / "status").read_text() == "2\n"


@pytest.mark.skipif(not hasattr(fcntl, "F_SETPIPE_SZ"), reason="here a pipe cannot be made smaller than a result")
def test_a_reader_that_takes_nothing_does_not_hold_up_an_end(folder: Path, unbuffered: str) -> None:
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    with subprocess.Popen(
        [COMMAND, "schema"], stdout=writing, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": unbuffered}
    ) as process:
        os.close(writing)
        assert os.read(reading, 1) == b"{"
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(20) == 128 + signal.SIGINT
        finally:
            # Else a process that does not end would hold up all other tests.
            process.kill()
        os.close(reading)
        assert process.stderr is not None
        assert process.stderr.read() == b""
