"""One question at a time over one session: asks, grants wishes, makes edits, and says what is wrong with them.

Knows no particular question.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from eventsmith.app_state import Memory
from eventsmith.edits import Edit
from eventsmith.model import NoSuchPlaceError, Place
from eventsmith.plain import commands, issues
from eventsmith.plain.console import Talk
from eventsmith.plain.recovery import Care
from eventsmith.rules import Issue
from eventsmith.session.session import ReadOnlyError, Session

_YES, _NO = ("y", "yes"), ("n", "no")


class Interview:
    """A session and somebody to talk to about it."""

    session: Session
    care: Care
    """What was said of how safe the work is."""
    told: list[Issue]
    """What was said last to be wrong: what fix and why are about."""

    def __init__(self, session: Session, talk: Talk, memory: Memory | None = None) -> None:
        self.talk = talk
        self.memory = memory or Memory()
        self.here = ""
        """The place of the path; empty before the walk has begun."""
        self.pasted = ""
        """The last answer as it came: lines that are pasted are one."""
        self.explained: set[str] = set()
        """The rules whose reason was given already."""
        self.turn_to(session)

    def turn_to(self, session: Session) -> None:
        """Speaks of another catalog from now on."""
        self.session, self.care, self.told = session, Care(session), []

    def say(self, text: str = "") -> None:
        """Says something."""
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
        """Asks until there is an answer. None is Enter alone, “” a dash: empty it. Wishes turn the walk elsewhere.

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
            if quoted == "-" or commands.is_wish(quoted):
                return quoted
            if not commands.is_wish(text):
                return text
            if again is not None and text.casefold() == "again":
                again()
                said = question
            else:
                commands.grant(self, text, about)

    def confirm(self, question: str, *, about: str = "", default: bool = True) -> bool:
        """Yes or no."""
        while True:
            text = (self.ask(f"{question} [{'yes' if default else 'no'}]", about=about) or "").casefold()
            if not text or text in _YES + _NO:
                return default if not text else text in _YES
            self.say("Answer yes or no.")

    def _answer(self, *, rows: bool) -> str:
        """A line. Whoever presses Ctrl+C, perhaps to silence a screen reader, is asked once more."""
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

    def do(self, edit: Edit, place: Place = (), *, alone: bool = False) -> bool:
        """Makes an edit, and says what is wrong at its place; says why where it cannot be made.

        Where questions about the rest of it follow, what it says is about the place alone.
        """
        before = self.session.issues
        try:
            self.session.do(edit, place)
        except ReadOnlyError as error:
            self.say(f"{error}.")
            return False
        except NoSuchPlaceError:
            self.say("That is not there any more.")
            return False
        issues.tell_new(self, place, None if alone else before)
        return True
