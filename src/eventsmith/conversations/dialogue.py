"""What a conversation is made of, and how a front end holds one.

A conversation is a generator that asks a person questions, has work done, and returns how it ended. It shows nothing
and touches no disk by itself. The front end answers what it yields with `send`:

- a Question: the ID of the chosen answer; for a `SuggestedPath` the path; for `Disagreements` the numbers of the
  conflicts in which theirs stays. None if the person turned away without an answer (Esc): that counts as the `safe`
  answer, and ends the conversation if there is none.
- a Work: what its function returned, or, with `throw`, the exception that it raised. None if nobody waited for it,
  which is allowed if `if_left` says what that means.

The function of a Work may run in a thread: it reads the session, but never changes it. The conversation does change it,
and so must be resumed in the session's own thread. It looks afterwards for edits made while a Work ran, so that none is
lost.

A conversation may be abandoned at any yield, with `close`: then nothing is half done, and what was done stays, such as
a merge, which is one step of undo. A running Work goes on, but its result no longer matters. Abandon the conversation
once the front end has turned to another session.
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
    """One of the answers to a question."""

    id: str
    label: str
    short: str = ""
    """The label where there is little room; empty if it is the same."""


@dataclass(frozen=True, slots=True)
class SuggestedPath:
    """A request for a path, with a suggestion."""

    path: Path


@dataclass(frozen=True, slots=True)
class Comparison:
    """Values that differ, to look at before answering."""

    differences: Sequence[Difference]
    before: str = "Is now"
    """The heading of the values before."""
    after: str = "Becomes"
    heading: str = ""
    """What the differences are, if they are to be read out before the answers; empty: only on demand."""
    note: str = ""
    """What else to know about them."""


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Values that two people have changed in different ways. Mine stay, except those that the answer names."""

    conflicts: Sequence[Conflict]


Detail: TypeAlias = SuggestedPath | Comparison | Disagreements


LEAVE, OVER = "leave", "over"
"""The IDs of the answers that leave a file as it is, and overwrite it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is asked. Texts may lack a full stop at the end."""

    text: str
    """What has happened; the question itself if `asked` is empty."""
    answers: Sequence[Answer] = ()
    detail: Detail | None = None
    asked: str = ""
    """The question that follows the text."""
    enter: str = ""
    """The ID of the answer that Enter gives; empty if it chooses nothing."""
    safe: str = ""
    """The ID of the answer that changes nothing."""
    none: str = "nothing"
    """What choosing nothing means, in a word."""
    yes: str = ""
    """The ID of the answer that is a yes, if `asked` is a yes-or-no question."""
    on_disk: str = ""
    """What happened to the catalog's file, in the words of file_watch, if the question tells that."""


@dataclass(frozen=True, slots=True)
class Work(Generic[Result]):
    """Something that takes time, or touches the disk."""

    function: Callable[[], Result]
    title: str = ""
    """What is under way; empty if that is not worth telling."""
    if_left: str = ""
    """What happens if nobody waits for it, in words; empty if it must be waited for."""
    writes: Path | None = None
    """The file that it writes, whose disk may never answer."""


Step: TypeAlias = Question | Work[Any]
Conversation: TypeAlias = Generator[Step, Any, Result]


def ask(question: Question) -> Conversation[str]:
    """Ask, and return the ID of the answer: the safe one if the person turned away."""
    answer = yield question
    return question.safe if answer is None else str(answer)


def ask_path(text: str, suggested: Path) -> Conversation[Path | None]:
    """Ask for the path of a file to write; return None if the person turned away."""
    path: Path | None = yield Question(text, detail=SuggestedPath(suggested))
    return path


def ask_to_overwrite(text: str) -> Conversation[bool]:
    """Ask whether to overwrite what the text says exists already; turning away leaves it as it is."""
    answers = (Answer(LEAVE, "Leave it as it is"), Answer(OVER, "Overwrite it"))
    question = Question(text, answers, asked="Overwrite it?", enter=LEAVE, safe=LEAVE, yes=OVER)
    return (yield from ask(question)) == OVER


def ask_conflicts(text: str, conflicts: Sequence[Conflict]) -> Conversation[Collection[int] | None]:
    """Ask in which conflicts theirs stays, and return their numbers; None if the person turned away."""
    chosen: Collection[int] | None = yield Question(text, detail=Disagreements(conflicts))
    return chosen


def do(work: Work[Result]) -> Conversation[Result]:
    """Have the work done, and return its result. Raises what its function raises."""
    result: Result = yield work
    return result


def do_unless_left(work: Work[Result]) -> Conversation[Result | None]:
    """Have the work done, and return its result; None if nobody waited for it. Raises what its function raises."""
    result: Result | None = yield work
    return result


def hold(conversation: Conversation[Result], answer: Callable[[Question], object]) -> Result:
    """Hold a conversation to its end, doing its work in this thread, and return how it ended.

    It is abandoned by what `answer` raises.
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
