"""Putting the questions of a conversation to a person, line by line."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from eventsmith.conversations.dialogue import Comparison, Conversation, Disagreements, Question, SuggestedPath, hold
from eventsmith.plain.conflicts import ask_theirs
from eventsmith.plain.interview import Interview
from eventsmith.plain.menus import Option, one, read_out
from eventsmith.plain.navigation import Back, Turn
from eventsmith.queries.differences import Difference
from eventsmith.session.paths import path_of, why_not_writable

Result = TypeVar("Result")
_HEAR = "hear"


def held(interview: Interview, conversation: Conversation[Result], away: tuple[type[Turn], ...] = ()) -> Result:
    """Hold a conversation with a person to its end, and return how it ended.

    `back` leaves a question without an answer; a turn in `away` leaves all that is still asked as well. Any other turn
    abandons the conversation, and is raised.
    """
    is_away = False

    def answer(question: Question) -> object:
        nonlocal is_away
        try:
            return None if is_away else _answered(interview, question)
        except Back:
            return None
        except away:
            is_away = True
            return None

    return hold(conversation, answer)


def read_differences(interview: Interview, found: Collection[Difference]) -> None:
    """Read out differences, value by value: what it was, and what it becomes."""
    lines = [f"  {one.where}: {one.before or 'nothing'} becomes {one.after or 'nothing'}" for one in found]
    read_out(interview, lines or ["  Only the order differs."])


def _answered(interview: Interview, question: Question) -> object:
    if question.on_disk:
        interview.care.mark_told(question.on_disk)
    if isinstance(question.detail, SuggestedPath):
        return _path(interview, question.text, question.detail.path)
    if isinstance(question.detail, Disagreements):
        interview.say(_sentence(question.text))
        return ask_theirs(interview, question.detail.conflicts)
    if question.yes:
        default = question.enter == question.yes
        is_yes = interview.confirm(f"{_sentence(question.text)} {question.asked}", default=default)
        return question.yes if is_yes else question.safe
    return _chosen(interview, question)


def _chosen(interview: Interview, question: Question) -> str | None:
    """Return the ID of the chosen answer. A comparison is read out before, or on demand."""
    options = [Option(answer.id, answer.label) for answer in question.answers]
    text, compared = _sentence(question.text), question.detail
    if isinstance(compared, Comparison):
        if compared.note:
            text = f"{text} {_sentence(compared.note)}"
        if compared.heading:
            text = f"{text} {compared.heading}:"
        else:
            options.insert(1, Option(_HEAR, "Hear what it would change"))
    if question.asked:
        interview.say(text)
    if isinstance(compared, Comparison) and compared.heading:
        read_differences(interview, compared.differences)
    labels = {option.value: option.title for option in options}
    enter = labels.get(question.enter, question.none)
    while True:
        answer = one(interview, question.asked or text, options, f"Enter: {enter[:1].lower()}{enter[1:]}")
        if answer != _HEAR or not isinstance(compared, Comparison):
            return answer or question.enter or None
        read_differences(interview, compared.differences)


def _path(interview: Interview, question: str, suggested: Path) -> Path:
    while True:
        text = interview.ask(f"{question} [{suggested}]")
        why_not = why_not_writable(str(suggested) if text is None else text)
        if not why_not:
            return suggested if text is None else path_of(text)
        interview.say(f"{why_not}.")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
