"""A real pseudo-terminal with the installed command in it: types keys, reads the screen as a person would."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

COMMAND = Path(sys.executable).parent / "eventsmith"
KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "end": "\x1b[F",
    "home": "\x1b[H",
    "tab": "\t",
    "enter": "\r",
    "esc": "\x1b",
    "space": " ",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
    "ctrl+p": "\x10",
    "ctrl+u": "\x15",
    "ctrl+z": "\x1a",
}


class Terminal:
    """Runs the command and keeps its screen."""

    def __init__(
        self,
        *arguments: str,
        folder: Path,
        columns: int = 80,
        lines: int = 24,
        code: str = "",
        program: str = str(COMMAND),
        **environment: str,
    ) -> None:
        """`code` is run instead of the command, which it may call, after having spoiled something in it."""
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self._fd = pty.fork()
        size = struct.pack("HHHH", lines, columns, 0, 0)
        if self.pid == 0:
            # Here, as the command may start faster than its parent goes on.
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(folder)
            state = {"XDG_STATE_HOME": str(folder / "state"), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            command = [sys.executable, "-c", code] if code else [program]
            # Named, as readline sets LINES and COLUMNS behind the back of os.environ.
            os.execve(command[0], [*command, *arguments], {**os.environ, **state, **environment})
        self.raw = b""
        self.status: int | None = None

    def _read(self, seconds: float) -> bool:
        if self._fd < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.raw += data
        # pyte knows no private modes with “>” or “$”, and would show their ends.
        self._stream.feed(re.sub(rb"\x1b\[[>?][0-9;]*[$a-zA-Z]*[pu]", b"", data))
        return bool(data)

    def sees(self, text: str, seconds: float = 20) -> None:
        """Waits until a text is on the screen."""
        self.waits(lambda: text in self.text(), f"{text!r} is on the screen", seconds)

    def waits(self, until: Callable[[], bool], words: str, seconds: float = 20) -> None:
        """Waits until something holds of the screen, as `words` put it."""
        end = time.monotonic() + seconds
        while not until():
            self._read(0.05)
            assert time.monotonic() < end, f"it never came to be that {words}:\n{self.text()}"

    def keys(self, spec: str) -> None:
        """Types; names of keys stand in braces. Waits for each key to be shown, as a person does."""
        for part in re.findall(r"\{[^}]+\}|[^{]", spec):
            os.write(self._fd, KEYS[part[1:-1]].encode() if len(part) > 1 else part.encode())
            # A terminal tells Esc from Alt by time alone.
            end = time.monotonic() + 0.4
            while part == "{esc}" and time.monotonic() < end:
                self._read(0.05)
            self._read(0.15)
            while self._read(0.03):
                pass

    def reads(self) -> None:
        """Reads a question that has come up by itself, as a person does before answering."""
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            self._read(0.05)

    def sends(self, name: str) -> None:
        """Types one key, and waits for nothing."""
        os.write(self._fd, KEYS.get(name, name).encode())
        self._read(0)

    def pours(self, text: str) -> None:
        """Sends a lot at once, as fast as the terminal takes it."""
        data = text.encode()
        os.set_blocking(self._fd, False)
        while data:
            with contextlib.suppress(BlockingIOError):
                data = data[os.write(self._fd, data[:4096]) :]
            self._read(0.001)
        os.set_blocking(self._fd, True)

    def resizes(self, columns: int, lines: int) -> None:
        """Makes the window another size, and waits for nothing."""
        self.screen.resize(lines, columns)
        self.claims(columns, lines)

    def claims(self, columns: int, lines: int) -> None:
        """Says that the window has another size, and shows no more than before."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def text(self) -> str:
        """The screen."""
        return "\n".join(self.screen.display)

    def ends(self, seconds: float = 20) -> int:
        """Waits for the end; answers with the status as a shell would."""
        end = time.monotonic() + seconds
        while self.status is None:
            self._read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            assert time.monotonic() < end, f"it does not end:\n{self.text()}"
        while self._read(0.05):
            pass
        if self._fd >= 0:
            os.close(self._fd)
        return self.status

    def closes(self) -> None:
        """Closes the window."""
        os.close(self._fd)
        self._fd = -1

    def stops(self, seconds: float = 20) -> None:
        """Waits until it has gone to the background."""
        end = time.monotonic() + seconds
        while True:
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid:
                assert os.WIFSTOPPED(status), f"it has ended:\n{self.text()}"
                return
            assert time.monotonic() < end, f"it does not stop:\n{self.text()}"

    def kill(self, number: signal.Signals) -> None:
        """Sends a signal."""
        os.kill(self.pid, number)
