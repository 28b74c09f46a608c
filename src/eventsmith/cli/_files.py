"""Files as the command line names them: `-` is standard input or output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from eventsmith.cli._command import CANNOT, OUR_BUG, CommandError, UsageError
from eventsmith.cli._output import tell
from eventsmith.ground.sanitise import visible
from eventsmith.ground.shell_line import shell_line

if TYPE_CHECKING:
    from eventsmith.store import Document, MiswrittenError, Problem, Saved

DASH = "-"
_PIECE = 1 << 16


def read(name: str) -> Document:
    """Read a file, or standard input. Raises the store's CannotReadError; CommandError if standard input fails."""
    from eventsmith.store import read_bytes, read_file

    if name != DASH:
        return read_file(Path(name))
    if sys.stdin is None:
        raise CommandError("“-” is standard input, which is closed")
    return read_bytes(_all_of(sys.stdin.buffer))


def _all_of(stream: BinaryIO) -> bytes:
    """Read a stream, but not much more than a file may hold, however much more comes. Raises CommandError."""
    from eventsmith.store import MAX_BYTES

    pieces: list[bytes] = []
    size = 0
    try:
        # In pieces: asking for the most at once would allocate memory for that much.
        while size <= MAX_BYTES and (piece := stream.read(min(_PIECE, MAX_BYTES + 1 - size))):
            pieces.append(piece)
            size += len(piece)
    except OSError as error:
        raise CommandError(f"Standard input cannot be read: {error.strerror or error}") from error
    return b"".join(pieces)


def read_whole(name: str) -> Document:
    """Read a file, but raise CommandError if its shape is wrong: the wrong parts would be lost, or spread."""
    document = read(name)
    if document.problems:
        lines = [problem_line(name, problem) for problem in document.problems]
        raise CommandError("\n".join([*lines, f"{visible(name)}: nothing was done; fix this by hand first"]))
    return document


def problem_line(name: str, problem: Problem) -> str:
    """Return a problem with a file's shape as one line."""
    where = f"{visible(name)}:{problem.line}:{problem.column}"
    return f"{where}: error: {visible(problem.message)} [{problem.rule}]"


def refuse_unconfirmed(saved: Saved) -> None:
    """Raise CommandError if the disk did not confirm what was written to it."""
    if not saved.durable:
        raise CommandError(visible(saved.warning))


def for_each(names: Sequence[str], work: Callable[[str], int]) -> int:
    """Do the work for every file, even after one fails, reporting errors; return the highest exit status."""
    from eventsmith.store import CannotReadError, CannotSaveError, MiswrittenError

    if names.count(DASH) > 1:
        raise UsageError("“-” is standard input, which can be read only once")
    statuses = []
    for name in names:
        try:
            statuses.append(work(name))
        except CannotReadError as error:
            tell(problem_line(name, error.problem))
            statuses.append(CANNOT)
        except CommandError as error:
            tell(str(error))
            statuses.append(CANNOT)
        except MiswrittenError as error:
            tell(_fault_words(name, error))
            statuses.append(OUR_BUG)
        except CannotSaveError as error:
            tell(visible(str(error)))
            statuses.append(CANNOT)
    return max(statuses)


def _fault_words(name: str, error: MiswrittenError) -> str:
    from eventsmith.session.fault_report import fault_report

    line = shell_line("eventsmith fmt", file=name)
    return (
        f"{visible(name)}: {visible(fault_report(error))}. “{line}” puts the file into canonical order, which may help"
    )
