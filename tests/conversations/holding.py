"""Somebody who answers a conversation from a list, and keeps what was asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from eventsmith.conversations.dialogue import Conversation, Question, hold
from eventsmith.session.opening import open_with_journal
from eventsmith.session.session import Session
from eventsmith.store.errors import CannotSaveError

Result = TypeVar("Result")
TEXT = """\
# Ours
format = 1
name = "Tunewave"

[[events]]
id = "playSong"
name = "Play Song"
when = "Playback passes 30 seconds"

[[events]]
id = "shareSong"
name = "Share Song"
when = "A link is copied"
"""
WHEN = ("events", 0, "when")


class Held:
    """What was asked, question by question."""

    def __init__(self, *answers: object) -> None:
        """An answer that can be called is called with the question first, and answers with what it returns."""
        self._answers = list(answers)
        self.asked: list[Question] = []

    def __call__(self, question: Question) -> object:
        self.asked.append(question)
        assert self._answers, f"nobody answers: {question}"
        answer = self._answers.pop(0)
        if callable(answer):
            answer = answer(question)
        ids = [each.id for each in question.answers]
        assert answer is None or not ids or answer in ids, f"{answer} of {ids}"
        for named in (question.enter, question.safe, question.yes):
            assert not named or named in ids
        return answer

    def holds(self, conversation: Conversation[Result]) -> Result:
        """How the conversation ends with these answers; each of them was asked for."""
        ended = hold(conversation, self)
        assert not self._answers, f"nobody asked for {self._answers}"
        return ended

    @property
    def last(self) -> Question:
        """What was asked last."""
        return self.asked[-1]


def held(conversation: Conversation[Result], *answers: object) -> Result:
    """How a conversation ends with these answers."""
    return Held(*answers).holds(conversation)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(TEXT)
    return path


def working(path: Path | None) -> Session:
    """Work on a file, with a journal; what was left before is left again."""
    session, found = open_with_journal(path)
    for left in found.left:
        left.keep()
    return session


def failing_writes(monkeypatch: pytest.MonkeyPatch, *errors: Exception | None) -> list[dict[str, Any]]:
    """Have each write of a session fail with the next error, or succeed where that is None, as all after them do.

    Returns what each was told, as it comes.
    """
    real, waiting, told = Session.write, list(errors), list[dict[str, Any]]()

    def write(session: Session, path: Path | None = None, **named: Any) -> Any:
        told.append({"path": path, **named})
        error = waiting.pop(0) if waiting else None
        if error is not None:
            raise error
        return real(session, path, **named)

    monkeypatch.setattr(Session, "write", write)
    return told


def unconfirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the disk confirm nothing that is written to it."""
    import sys

    module = sys.modules["eventsmith.store.save"]
    real: Callable[..., bool] = module.replace_file
    monkeypatch.setattr(module, "replace_file", lambda *given, **named: real(*given, **named) and False)


FULL = CannotSaveError("No space is left")
