"""How a conversation is held: what is sent in, what is thrown in, and what abandons it."""

from pathlib import Path

import pytest

from eventsmith.conversations.dialogue import Answer, Conversation, Question, Work, ask, ask_path, do, hold

YES_OR_NO = Question("Well?", (Answer("yes", "Yes"), Answer("no", "No")), enter="yes", safe="no")


def fails() -> str:
    raise OSError("The disk has gone")


def talking(closed: list[str]) -> Conversation[list[object]]:
    heard: list[object] = []
    try:
        heard.append((yield from ask(YES_OR_NO)))
        heard.append((yield from ask_path("Where?", Path("here"))))
        heard.append((yield from do(Work(lambda: 3))))
        try:
            yield from do(Work(fails))
        except OSError as error:
            heard.append(str(error))
        return heard
    finally:
        closed.append("closed")


def test_answers_are_sent_in_and_errors_of_work_thrown_in() -> None:
    answers = iter(["yes", Path("there")])
    assert hold(talking([]), lambda _: next(answers)) == ["yes", Path("there"), 3, "The disk has gone"]


def test_who_turns_away_has_given_the_safe_answer() -> None:
    assert hold(talking([]), lambda _: None) == ["no", None, 3, "The disk has gone"]


def test_an_error_that_no_conversation_foresees_reaches_whoever_holds_it() -> None:
    def careless() -> Conversation[str]:
        return (yield from do(Work(fails)))

    with pytest.raises(OSError, match="has gone"):
        hold(careless(), lambda _: None)


def test_what_the_one_who_answers_raises_abandons_the_conversation() -> None:
    closed: list[str] = []

    def away(_: Question) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hold(talking(closed), away)
    assert closed == ["closed"]
