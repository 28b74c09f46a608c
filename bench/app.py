"""Times the app beside a bare Textual app: start, keys in a name and in a long text, going from place to place, memory.

All run in turn in a real pseudo-terminal, so that the ratios hold though the machine's speed drifts. A key's time is
what the processor was busy with, as others use it too. Opening a big catalog is held against reading and checking its
types alone, and a catalog with half of its properties in groups against the same one written out. Prints medians.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

from catalogs import big_catalog

from rules import PLAIN

HERE = Path(__file__).parent
COMMAND = Path(sys.executable).parent / "eventsmith"
RUNS = 2
BIG = 10_000
TYPED = " Played Song"
"""Behind a name: now of one form, now of another, now of none."""
SENTENCES = "It fires when the order has been paid for, once. " * 5
"""Five rows and a bit of a text area."""
REST_AT_START, REST_AT_KEY = 0.15, 0.05
"""Seconds of silence after which the screen rests."""


class Program:
    """A program in a pseudo-terminal, with folders of its own for settings and states."""

    def __init__(self, command: list[str], folder: str) -> None:
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            # Nobody's start compiles all modules anew.
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ.update(XDG_CONFIG_HOME=folder, XDG_STATE_HOME=folder, XDG_DATA_HOME=folder)
            os.execv(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.shown = b""

    def rest(self, silence: float, start: float | None = None) -> float:
        """Seconds from `start` to the last byte before a silence."""
        last = time.perf_counter()
        while select.select([self.fd], [], [], silence)[0]:
            try:
                self.shown += os.read(self.fd, 65536)
            except OSError:
                break
            last = time.perf_counter()
        return last - (self.start if start is None else start)

    def waits_for(self, text: str) -> float:
        """Seconds from the start until a text was drawn."""
        while text.encode() not in self.shown:
            select.select([self.fd], [], [], 60)
            self.shown += os.read(self.fd, 65536)
        return time.perf_counter() - self.start

    def key(self, key: str) -> tuple[float, float]:
        """Seconds until it was shown, and seconds the processor was busy with it."""
        busy, at = self.busy(), time.perf_counter()
        os.write(self.fd, key.encode())
        select.select([self.fd], [], [], 2)
        shown = self.rest(REST_AT_KEY, at)
        self.idle()
        return shown, self.busy() - busy

    def busy(self) -> float:
        """Seconds that the processor has given to it."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def idle(self) -> None:
        """Waits until it does nothing more."""
        before = -1.0
        while (now := self.busy()) - before > 0.0005:
            before = now
            self.rest(0.15)

    def megabytes(self) -> float:
        """Of memory that it has now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    def end(self) -> None:
        """Ends it at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def one_run(command: list[str], *, walks: bool) -> dict[str, float]:
    """All that is measured of one program; milliseconds and megabytes."""
    # Of its own: what a run leaves behind when it is ended would be offered to the next one.
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Program(command, folder), walks=walks)


def _measured(program: Program, *, walks: bool) -> dict[str, float]:
    # Nothing is said before the terminal is taken; the first silence counts from there.
    select.select([program.fd], [], [], 10)
    found = {"start": program.rest(REST_AT_START)}
    program.idle()
    found["memory"] = program.megabytes() / 1e3
    if walks:
        for key in "123456":
            program.key(key)
        found["place"] = median(program.key(key)[0] for key in "123456")
        program.key("2")
        program.key("e")
    found["key"] = median(program.key(key)[1] for key in TYPED)
    # From the name of an event to when it fires; a bare area has the keys already.
    for key in [*("\t\t" if walks else ""), f"\x1b[200~{SENTENCES}\x1b[201~"]:
        program.key(key)
    found["area"] = median(program.key(key)[1] for key in TYPED)
    program.end()
    return {name: value * 1e3 for name, value in found.items()}


def opening(path: str) -> float:
    """Seconds until one can type in a big catalog."""
    with tempfile.TemporaryDirectory() as folder:
        program = Program([str(COMMAND), path], folder)
        can_type = program.waits_for("of 10000 events")
        program.end()
    return can_type


def reading(path: str) -> float:
    """Seconds for reading and checking types alone."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", PLAIN, path], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Runs all cases in turn, once more than counted, and prints a table."""
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "shop": folder + "/shop.toml",
            "10 events": folder + "/ten.toml",
            "10,000 events": folder + "/big.toml",
            "10,000 in groups": folder + "/groups.toml",
        }
        made = [str(COMMAND), "new", files["shop"], "--preset", "e-commerce", "--all", "--name", "Shop"]
        subprocess.run(made, check=True, capture_output=True)
        for name, size in (("10 events", 10), ("10,000 events", BIG)):
            Path(files[name]).write_text(big_catalog(size), encoding="utf-8")
        Path(files["10,000 in groups"]).write_text(big_catalog(BIG, grouped=True), encoding="utf-8")
        bare = [sys.executable, str(HERE / "bare.py")]
        cases = {"bare": bare, "bare area": [*bare, "area"], "no file": [str(COMMAND)]}
        cases |= {name: [str(COMMAND), path] for name, path in files.items()}
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in cases}
        opened = []
        for run in range(RUNS + 1):
            for name, command in list(cases.items())[:: 1 if run % 2 else -1]:
                taken = one_run(command, walks=name in files)
                if run:
                    runs[name].append(taken)
            if run:
                big, in_groups = (files[name] for name in ("10,000 events", "10,000 in groups"))
                opened.append((opening(big), opening(in_groups), reading(big)))
    write = sys.stdout.write
    write(f"{'':16}{'start ms':>10}{'x bare':>8}{'key ms':>9}{'x bare':>8}{'place ms':>10}{'MB':>7}{'x bare':>8}\n")
    rows = {name: {what: median(run[what] for run in taken) for what in taken[0]} for name, taken in runs.items()}
    bare = rows["bare"]
    for name, row in rows.items():
        place = f"{row['place']:.0f}" if "place" in row else ""
        write(f"{name:16}{row['start']:10.0f}{row['start'] / bare['start']:8.2f}{row['key']:9.1f}")
        write(f"{row['key'] / bare['key']:8.2f}{place:>10}{row['memory']:7.0f}{row['memory'] / bare['memory']:8.2f}\n")
    ten, big, of_bare = (rows[name]["area"] for name in ("10 events", "10,000 events", "bare area"))
    write(f"a key in a text of six rows x in a bare area: {ten / of_bare:.2f}; in 10,000 events: {big / of_bare:.2f}\n")
    ten, big, groups = (rows[name]["key"] for name in ("10 events", "10,000 events", "10,000 in groups"))
    write(f"a key in 10,000 events x one in 10: {big / ten:.2f}; in groups x written out: {groups / big:.2f}\n")
    can_type, in_groups, plain = (median(column) for column in zip(*opened, strict=True))
    write(f"10,000 events open after {can_type:.1f} s, {can_type / plain:.2f} x reading and checking types alone\n")
    write(
        f"with half of their properties in groups after {in_groups:.1f} s, {in_groups / can_type:.2f} x written out\n"
    )


if __name__ == "__main__":
    main()
