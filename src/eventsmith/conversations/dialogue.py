"""What a conversation is made of, and how a front end holds one.

A conversation is a generator that asks a person things and has work done, and returns how it has ended. It shows
nothing and asks no disk by itself. Whoever holds it answers what it yields, with `send`:

- a Question: the ID of the answer that was chosen; for a `SuggestedPath` the path; for `Disagreements` the numbers of
  the conflicts in which theirs stays. None where the person turned away without an answer (Esc): that is taken as the
  `safe` answer, and ends the conversation where there is none.
- a Work: what its function returned, or, with `throw`, the exception that it raised. None where nobody waited for it,
  which is allowed where `if_left` says what that means.

The function of a Work may run in a thread: it reads the session, and never changes it. The conversation itself does,
so that it is resumed only where the session lives. What is typed while a Work runs is looked for afterwards, and not
lost.

A conversation may be abandoned at any yield, with `close`: nothing is half done then, and what was done stays, such as
a merge, which is one step of undo. A Work that runs goes on, and what it comes to is nobody's concern any more. Abandon
the conversation once the front end has turned to another session.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from eventsmith.queries.differences import Difference
    from eventsmith.session.merging import Conflict

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers that a question allows for."""

    id: str
    label: str
    short: str = ""
    """The label where there is little room; empty where that is the same."""


@dataclass(frozen=True, slots=True)
class SuggestedPath:
    """A path is asked for, and this one is offered."""

    path: Path


@dataclass(frozen=True, slots=True)
class Comparison:
    """Values that differ, to be looked at before one answers."""

    differences: Sequence[Difference]
    before: str = "Is now"
    """What the values of before are called."""
    after: str = "Becomes"
    heading: str = ""
    """What it shows, where it is to be read out before the answers; else it is heard on demand."""
    note: str = ""
    """What is to be known of it besides."""


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Values that two people have changed, each to something else: mine stay but for those that are named."""

    conflicts: Sequence[Conflict]


Detail: TypeAlias = SuggestedPath | Comparison | Disagreements


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is asked. Texts may end without a full stop."""

    text: str
    """What has happened, or the question where `asked` is empty."""
    answers: Sequence[Answer] = ()
    detail: Detail | None = None
    asked: str = ""
    """The question that follows upon the text."""
    enter: str = ""
    """The answer to an empty line; empty where that chooses nothing."""
    safe: str = ""
    """The answer that changes nothing, anywhere."""
    none: str = "nothing"
    """What it means to choose nothing, in a word."""
    yes: str = ""
    """Which answer is a yes, where what is `asked` can be answered with yes or no."""
    on_disk: str = ""
    """What has become of the catalog's file, as file_watch has it, where the question tells that."""


@dataclass(frozen=True, slots=True)
class Work(Generic[Result]):
    """What takes time, or asks the disk."""

    function: Callable[[], Result]
    title: str = ""
    """What is under way; empty where that is not worth telling."""
    if_left: str = ""
    """What becomes of it when one does not wait, in words; empty where it must be waited for."""
    writes: Path | None = None
    """The file it writes: its disk may never answer."""


Step: TypeAlias = Question | Work[Any]
Conversation: TypeAlias = Generator[Step, Any, Result]


def ask(question: Question) -> Conversation[str]:
    """Ask, and return the ID of the answer: the safe one where the person turned away."""
    answer = yield question
    return question.safe if answer is None else str(answer)


def ask_path(text: str, suggested: Path) -> Conversation[Path | None]:
    """Ask for the path of a file to write; None where the person turned away."""
    path: Path | None = yield Question(text, detail=SuggestedPath(suggested))
    return path


def ask_conflicts(text: str, conflicts: Sequence[Conflict]) -> Conversation[Collection[int] | None]:
    """Ask in which of the conflicts, by their numbers, theirs stays; None where the person turned away."""
    chosen: Collection[int] | None = yield Question(text, detail=Disagreements(conflicts))
    return chosen


def do(work: Work[Result]) -> Conversation[Result]:
    """Have the work done, and return its result. Raises as its function does."""
    result: Result = yield work
    return result


def do_unless_left(work: Work[Result]) -> Conversation[Result | None]:
    """Have the work done, and return its result; None where nobody waited for it. Raises as its function does."""
    result: Result | None = yield work
    return result


def hold(conversation: Conversation[Result], answer: Callable[[Question], object]) -> Result:
    """Hold a conversation to its end with somebody who answers, do its work here, and return how it has ended.

    What `answer` raises abandons it.
    """
    try:
        step = next(conversation)
        while True:
            if isinstance(step, Question):
                step = conversation.send(answer(step))
                continue
            try:
                result = step.function()
            except Exception as error:
                step = conversation.throw(error)
            else:
                step = conversation.send(result)
    except StopIteration as end:
        ended: Result = end.value
        return ended
    finally:
        conversation.close()
