"""A person who answers questions from a list, and keeps what was said: drives the plain path in tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eventsmith.plain import open_plain

CTRL_C = "<Ctrl+C>"
SAVED = 'format = 1\nname = "Shop"\n\n[[events]]\nid = "playSong"\nname = "Play Song"\n'


class Person:
    """Gives one answer after the other; then there are none left."""

    patient = True

    def __init__(self, *answers: str) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.heard: list[str] = []

    def say(self, text: str = "") -> None:
        """See Talk."""
        self.heard.append(text)

    def answer(self) -> str:
        """See Talk."""
        for text in self._answers:
            self.heard.append(f"> {text}")
            if text == CTRL_C:
                raise KeyboardInterrupt
            return text
        raise EOFError

    @property
    def left(self) -> list[str]:
        """The answers that nobody asked for."""
        return list(self._answers)

    def text(self) -> str:
        """All that was said, and the answers."""
        return "\n".join(self.heard)

    def after(self, answer: str, number: int = 1) -> str:
        """What was said between an answer, the first if not told otherwise, and the next one."""
        at = [index for index, line in enumerate(self.heard) if line == f"> {answer}"][number - 1]
        end = next((index for index in range(at + 1, len(self.heard)) if self.heard[index].startswith("> ")), None)
        return "\n".join(self.heard[at + 1 : end])


def talk(path: Path | None, *answers: str) -> tuple[int, Person]:
    """Has a person walk the path; the exit status, and the person."""
    person = Person(*answers)
    status = open_plain(path, person)
    assert not person.left, f"nobody asked for {person.left} after:\n{person.text()}"
    return status, person
