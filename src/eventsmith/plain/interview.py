"""One question at a time about a session, with commands that can be typed instead of answers."""

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
    """The commands that can be typed instead of an answer, at any question."""

    def is_command(self, text: str) -> bool:
        """Return whether a text is a command rather than an answer."""

    def run(self, interview: Interview, text: str, about: str) -> None:
        """Run a command; `about` is the help on the question. Raises a Turn if the command leaves the question."""


class Interview:
    """A session and somebody to talk to about it."""

    session: Session
    care: Care
    """What was said about how safe the work is."""
    told: list[Issue]
    """The issues that were said last: what fix and why are about."""

    def __init__(self, session: Session, talk: Talk, commands: Commands, memory: Memory | None = None) -> None:
        self.talk = talk
        self._commands = commands
        self.memory = memory or Memory()
        self.here = ""
        """The page; empty before the walk has begun."""
        self.pasted = ""
        """The last answer as it came, with all its lines if it was pasted."""
        self.explained: set[str] = set()
        """The rules whose reason was given already."""
        self.turn_to(session)

    def turn_to(self, session: Session) -> None:
        """Talk about another session from now on."""
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
        """Ask until there is an answer, and return it: None for Enter alone, “” for a dash, which empties a value.

        Commands run in between and may raise a Turn. `again` repeats the list that the question is about. Once other
        things were said, the question is put as `anew`. Pasted lines become one, and that is said, unless `rows` can be
        the answer: these are in `pasted`.
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
        """Ask for a yes or a no, and return whether it was a yes."""
        while True:
            text = (self.ask(f"{question} [{'yes' if default else 'no'}]", about=about) or "").casefold()
            if not text or text in _YES + _NO:
                return default if not text else text in _YES
            self.say("Answer yes or no.")

    def _answer(self, *, rows: bool) -> str:
        """Wait for a line. After Ctrl+C, perhaps pressed to silence a screen reader, ask once more."""
        asked = False
        while True:
            try:
                self.pasted = self.talk.answer()
                lines = [line.strip() for line in re.split(r"\r\n|\r|\n", self.pasted) if line.strip()]
                if len(lines) > 1 and not rows:
                    self.say(f"The {len(lines)} pasted lines are one answer now.")
                return " ".join(lines)
            except KeyboardInterrupt:
                if asked or not self.talk.patient:
                    raise
                asked = True
                self.say("\nCtrl+C once more ends at once, and keeps your work. To go on, answer; to leave, type quit.")
