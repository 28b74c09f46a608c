"""The guided path as plain questions and answers, line by line: for screen readers, dumb terminals and pipes.

The same session, edits, rules and words as the app; no Textual.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from eventsmith.plain.files import end_words, which_file
from eventsmith.plain.interview import Interview
from eventsmith.plain.talk import Console, NobodyListensError, Talk
from eventsmith.plain.turns import Leave, Turn
from eventsmith.plain.walk import walk
from eventsmith.session import Session, open_session, rescue
from eventsmith.visible import visible

_SIGNAL = 128
_DONE, _CANNOT = 0, 2


class Killed(Turn):
    """A signal came: all ends here."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def open_plain(path: Path | None, talk: Talk | None = None) -> int:
    """Walks the path with whoever is at standard input. Answers with the exit status.

    Raises CannotReadError. However it ends, what was not saved is kept in a file beside, and nothing is written over.
    """
    talk = talk or Console()
    session: Session | None = None
    try:
        with _signals():
            session = open_session(path or which_file(Interview(open_session(None), talk)))
            walk(Interview(session, talk))
        return _DONE
    except Leave:
        return _DONE
    except EOFError:
        _end(session, "There are no more answers.")
        return _CANNOT if session is not None and session.dirty else _DONE
    except NobodyListensError as error:
        _end(session, f"Nothing more can be said: {error}.")
        return _SIGNAL + signal.SIGPIPE if isinstance(error.__cause__, BrokenPipeError) else _CANNOT
    except KeyboardInterrupt:
        _end(session, "Interrupted.")
        return _SIGNAL + signal.SIGINT
    except Killed as killed:
        _end(session, f"Ended by {signal.Signals(killed.number).name}.")
        return _SIGNAL + killed.number
    except Exception:
        if session is not None and session.dirty:
            _end(session, "Eventsmith failed.")
        raise


def _end(session: Session | None, why: str) -> None:
    """Keeps what is not saved, and says where."""
    if session is None or not session.dirty:
        state = "Nothing is unsaved."
    else:
        kept = rescue(session)
        state = f"Your unsaved work is in {kept}." if kept else "Your unsaved work could not be written."
    file = end_words(session) if session is not None else "No file was written."
    sys.stderr.write(f"{visible(f'{why} {state} {file}')}\n")


@contextmanager
def _signals() -> Iterator[None]:
    """A closed terminal and a kill end in order."""

    def caught(number: int, frame: FrameType | None) -> None:
        raise Killed(number)

    before = {number: signal.signal(number, caught) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
