"""Conversations in the app: questions are asked by dialogs, and work runs in the background."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.background.waiting import wait_for

if TYPE_CHECKING:
    from eventsmith.conversations.dialogue import Conversation, Question, Work
    from eventsmith.tui.host import Host

Result = TypeVar("Result")
Write = Callable[["Work[Any]"], Awaitable[Any]]


async def hold(host: Host, conversation: Conversation[Result], write: Write | None = None) -> Result | None:
    """Hold a conversation to its end, and return its result; None if the user turns to another session meanwhile.

    `write` runs the work that writes the catalog's file, as its disk may never answer.
    """
    from eventsmith.conversations.dialogue import Question

    session = host.session
    try:
        step = next(conversation)
        while True:
            if isinstance(step, Question):
                answer = await _asked(host, step) if host.session is session else None
                if host.session is not session:
                    return None
                step = conversation.send(answer)
                continue
            try:
                result = await _done(host, step, write)
            except Exception as error:
                step = conversation.throw(error)
            else:
                step = conversation.send(result)
    except StopIteration as end:
        ended: Result = end.value
        return ended
    finally:
        conversation.close()


async def _done(host: Host, work: Work[Any], write: Write | None) -> Any:
    if work.writes is not None and write is not None:
        return await write(work)
    if work.if_left:
        return await wait_for(host, work.function, work.title, f"Esc: {work.if_left}")
    return await in_thread(work.function)


async def _asked(host: Host, question: Question) -> Any:
    """Ask by the dialog that fits the question's detail; without a safe answer, by a list to pick from."""
    from eventsmith.conversations.dialogue import Comparison, Disagreements, SuggestedPath

    if question.on_disk:
        # The question says it now, so that `watch` need not.
        host.care.on_disk = question.on_disk
    answers = [(answer.id, answer.short or answer.label) for answer in question.answers]
    detail = question.detail
    if isinstance(detail, SuggestedPath):
        from eventsmith.tui.dialogs.ask_path import AskPath

        return await host.ask(AskPath(question.text, detail.path))
    if isinstance(detail, Disagreements):
        from eventsmith.tui.dialogs.conflicts import Conflicts

        return await host.ask(Conflicts(detail.conflicts))
    if isinstance(detail, Comparison):
        from eventsmith.tui.dialogs.compare import Compare

        head = (detail.before, detail.after)
        return await host.ask(Compare(question.text, detail.differences, answers, head, detail.note, esc=question.safe))
    if not question.safe:
        from eventsmith.tui.dialogs.pick_one import PickOne

        leave = "Cancel" if question.none == "nothing" else question.none.capitalize()
        return await host.ask(PickOne(question.text, answers, leave=leave))
    from eventsmith.tui.dialogs.ask import Ask

    labels = [(answer.id, answer.label) for answer in question.answers]
    return await host.ask(Ask(question.text, labels, esc=question.safe))
