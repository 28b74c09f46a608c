"""Work may run in a thread: it changes no session there, whichever conversation it is of."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from eventsmith.conversations.dialogue import Conversation, Work
from eventsmith.conversations.exporting import exporting
from eventsmith.conversations.presets import keeping
from eventsmith.conversations.recovering import recovering
from eventsmith.conversations.saving import saving
from eventsmith.edits import Set
from eventsmith.session.opening import open_with_journal
from eventsmith.session.session import Session
from tests.conversations.holding import TEXT, WHEN, held, working

Result = TypeVar("Result")


def threaded(conversation: Conversation[Result]) -> Conversation[Result]:
    """The same conversation, with its work done in a thread."""
    with ThreadPoolExecutor(1) as pool:
        step = next(conversation)
        while True:
            if isinstance(step, Work):
                step = replace(step, function=partial(_done_in, pool, step.function))
            try:
                sent = yield step
            except Exception as error:
                thrown: Exception | None = error
            else:
                thrown = None
            try:
                step = conversation.send(sent) if thrown is None else conversation.throw(thrown)
            except StopIteration as end:
                ended: Result = end.value
                return ended


def _done_in(pool: ThreadPoolExecutor, function: Callable[[], object]) -> object:
    return pool.submit(function).result()


@pytest.fixture(autouse=True)
def only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that refuses to be changed from elsewhere."""
    here, real = threading.get_ident(), Session.__setattr__

    def changed(session: Session, name: str, value: object) -> None:
        assert threading.get_ident() == here, name
        real(session, name, value)

    monkeypatch.setattr(Session, "__setattr__", changed)


def test_a_save_that_takes_in_what_others_did(path: Path) -> None:
    session = working(path)
    session.do(Set(WHEN, "Mine"))
    path.write_text(TEXT.replace("Playback passes 30 seconds", "Theirs"))
    outcome = held(threaded(saving(session, path)), "take", (0,))
    assert (outcome.durable, outcome.took_in) == (True, True)
    assert session.catalog.events[0].when == "Theirs"


def test_what_was_left_unsaved(path: Path) -> None:
    session, _ = open_with_journal(path)
    session.do(Set(("name",), "Wave"))
    assert session.journal is not None
    session.journal.close(keep=True)
    session, found = open_with_journal(path)
    assert held(threaded(recovering(session, found.left[0])), "recover").fate == "recovered"
    assert session.catalog.name == "Wave"


def test_an_export_and_a_preset(path: Path) -> None:
    session = working(path)
    out = path.with_name("shop.csv")
    out.write_text("Other")
    assert held(threaded(exporting(session)), "csv", out, "over").path == out
    assert held(threaded(keeping(session)), "yours").path is not None
