"""Times the app against a bare Textual app: start until the screen rests, and a key until it is shown.

Both run in turn in a real pseudo-terminal, so that the ratios hold though the machine's speed drifts. Prints medians in
milliseconds and the ratio to the bare app of the same run.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
COMMAND = Path(sys.executable).parent / "eventsmith"
RUNS = 9
KEYS = "abcdefghij"
REST_AT_START, REST_AT_KEY = 0.15, 0.05
"""Seconds of silence after which the screen rests."""


def resting(fd: int, rest: float, start: float) -> float:
    """Seconds from `start` to the last byte before a silence."""
    last = time.perf_counter()
    while select.select([fd], [], [], rest)[0]:
        try:
            if not os.read(fd, 65536):
                break
        except OSError:
            break
        last = time.perf_counter()
    return last - start


def one_run(command: list[str], folder: str, before: bytes = b"") -> tuple[float, float]:
    """Seconds to the resting first screen, and median seconds a key."""
    start = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execv(command[0], command)
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    # Nothing is said before the terminal is taken; the first silence counts from there.
    select.select([fd], [], [], 10)
    settled = resting(fd, REST_AT_START, start)
    resting(fd, 0.6, start)
    if before:
        os.write(fd, before)
        resting(fd, 0.4, start)
    spent = []
    for key in KEYS:
        at = time.perf_counter()
        os.write(fd, key.encode())
        spent.append(resting(fd, REST_AT_KEY, at))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(fd)
    return settled, median(spent)


def main() -> None:
    """Runs all cases in turn, once more than counted, and prints a table."""
    catalog = "big.events.toml"
    cases = {
        "bare": ([sys.executable, str(HERE / "bare.py")], b""),
        "eventsmith": ([str(COMMAND)], b""),
        "eventsmith FILE": ([str(COMMAND), catalog], b"e"),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as empty:
        os.chdir(folder)
        os.system(f"{COMMAND} new {catalog} --preset e-commerce --all --name Shop 2>/dev/null")
        for run in range(RUNS + 1):
            for name, (command, before) in list(cases.items())[:: 1 if run % 2 else -1]:
                taken = one_run(command, folder if before else empty, before)
                if run:
                    times[name].append(taken)
    bare_start, bare_key = (median(column) for column in zip(*times["bare"], strict=True))
    write = sys.stdout.write
    write(f"{'':18}{'start ms':>10}{'x bare':>8}{'key ms':>10}{'x bare':>8}\n")
    for name, taken in times.items():
        start, key = (median(column) for column in zip(*taken, strict=True))
        write(f"{name:18}{start * 1000:10.0f}{start / bare_start:8.2f}{key * 1000:10.1f}{key / bare_key:8.2f}\n")


if __name__ == "__main__":
    main()
