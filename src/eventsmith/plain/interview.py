"""One question at a time over one session: asks, and runs the commands that are typed instead of answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from eventsmith.app_state import Memory
from eventsmith.plain.care import Care
from eventsmith.plain.console import Talk
from eventsmith.rules import Issue
from eventsmith.session.session import Session

_YES, _NO = ("y", "yes"), ("n", "no")


class Commands(Protocol):
    """What can be typed instead of an answer, at any question."""

    def is_command(self, text: str) -> bool:
        """Tell whether that is a command rather than an answer."""

    def run(self, interview: Interview, text: str, about: str) -> None:
        """Run a command; `about` is the help on the question. Raises a Turn where the question is left by it."""


class Interview:
    """A session and somebody to talk to about it."""

    session: Session
    care: Care
    """What was said of how safe the work is."""
    told: list[Issue]
    """What was said last to be wrong: what fix and why are about."""

    def __init__(self, session: Session, talk: Talk, commands: Commands, memory: Memory | None = None) -> None:
        self.talk = talk
        self._commands = commands
        self.memory = memory or Memory()
        self.here = ""
        """The place of the path; empty before the walk has begun."""
        self.pasted = ""
        """The last answer as it came: lines that are pasted are one."""
        self.explained: set[str] = set()
        """The rules whose reason was given already."""
        self.turn_to(session)

    def turn_to(self, session: Session) -> None:
        """Speak of another catalog from now on."""
        self.session, self.care, self.told = session, Care(session), []

    def say(self, text: str = "") -> None:
        """Say something."""
        self.talk.say(text)

    def ask(
        self,
        question: str,
        *,
        about: str = "",
        again: Callable[[], None] | None = None,
        anew: str = "",
        rows: bool = False,
    ) -> str | None:
        """Ask until there is an answer. None is Enter alone, “” a dash: empty it. Commands turn the walk elsewhere.

        After what is said in between, the question may need other words, `anew`. Lines that are pasted become one, and
        that is said, but where `rows` can be the answer: see `pasted`.
        """
        said = question
        while True:
            for line in self.care.news():
                self.say(line)
            self.say(said)
            said = anew or question
            text = self._answer(rows=rows)
            if not text:
                return None
            if text == "-":
                return ""
            quoted = text[1:-1] if len(text) > 2 and text[0] == text[-1] == '"' else ""
            if quoted == "-" or self._commands.is_command(quoted):
                return quoted
            if not self._commands.is_command(text):
                return text
            if again is not None and text.casefold() == "again":
                again()
                said = question
            else:
                self._commands.run(self, text, about)

    def confirm(self, question: str, *, about: str = "", default: bool = True) -> bool:
        """Ask for a yes or a no."""
        while True:
            text = (self.ask(f"{question} [{'yes' if default else 'no'}]", about=about) or "").casefold()
            if not text or text in _YES + _NO:
                return default if not text else text in _YES
            self.say("Answer yes or no.")

    def _answer(self, *, rows: bool) -> str:
        """Wait for a line. Whoever presses Ctrl+C, perhaps to silence a screen reader, is asked once more."""
        asked = False
        while True:
            try:
                self.pasted = self.talk.answer()
                lines = [line.strip() for line in re.split(r"\r\n|\r|\n", self.pasted) if line.strip()]
                if len(lines) > 1 and not rows:
                    self.say(f"{len(lines)} lines were pasted and are one answer now.")
                return " ".join(lines)
            except KeyboardInterrupt:
                if asked or not self.talk.patient:
                    raise
                asked = True
                self.say("\nCtrl+C once more ends at once, and keeps your work. Or go on: answer, or type quit.")
