"""A real pseudo-terminal with the installed command in it: types keys, reads the screen as a person would."""

from __future__ import annotations

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
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
    "ctrl+p": "\x10",
    "ctrl+u": "\x15",
}


class Terminal:
    """Runs the command and keeps its screen."""

    def __init__(self, *arguments: str, folder: Path, columns: int = 80, lines: int = 24, **environment: str) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CI")}
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.clear()
            os.environ.update({**clean, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment})
            os.execv(COMMAND, [str(COMMAND), *arguments])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.raw = b""
        self.status: int | None = None

    def _read(self, seconds: float) -> bool:
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
        end = time.monotonic() + seconds
        while text not in self.text():
            self._read(0.05)
            assert time.monotonic() < end, f"{text!r} is not on the screen:\n{self.text()}"

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
        os.close(self._fd)
        return self.status

    def kill(self, number: signal.Signals) -> None:
        """Sends a signal."""
        os.kill(self.pid, number)
