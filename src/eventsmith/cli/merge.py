"""Merges what two branches made of a catalog; git calls it.

Goes by events, properties and campaigns instead of lines: two branches that
each add an event merge without a conflict, with the comments of both. OURS is
replaced by the result. What both changed to something else stands in it twice,
between the marks that git writes, because a file with one of the two would
look like the whole. To have git call it:

  echo '*.events.toml merge=eventsmith' >> .gitattributes
  git config merge.eventsmith.driver 'eventsmith merge --path=%P %O %A %B'

Leaves with 1 where something is between marks, and where one of the files is
no proper catalog: they are merged line by line then, to be looked through; with
2 where a file cannot be read or written, and nothing was done.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.cli._command import DONE, OUR_BUG, WRONG, CommandError, Parser, count
from eventsmith.cli._files import for_each, problem_line
from eventsmith.cli._output import tell
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.store import Document


def arguments(parser: Parser) -> None:
    parser.takes("[--path PATH] BASE OURS THEIRS", "a file of the three", least=3, most=3)
    parser.add_argument("--path", metavar="PATH", help="what messages call the file; default: as OURS")


def run(options: argparse.Namespace) -> int:
    path, files = options.path, options.words
    sides = [f"{path} ({side})" for side in ("base", "ours", "theirs")] if path else files
    return for_each([path or files[1]], lambda name: _merge(name, files, sides))


def _merge(name: str, files: Sequence[str], sides: Sequence[str]) -> int:
    """Merge three files into the second; `sides` are what they are called in messages."""
    contents = [_content(*each) for each in zip(files, sides, strict=True)]
    base, ours, theirs = contents
    if theirs in (base, ours):
        return DONE
    data, status = (theirs, DONE) if ours == base else _merged(name, contents, sides)
    _write(files[1], data, ours)
    return status


def _content(file: str, side: str) -> bytes:
    from eventsmith.store import MAX_BYTES, CannotReadError, bytes_of

    try:
        data = bytes_of(Path(file))
    except CannotReadError as error:
        raise CommandError(problem_line(side, error.problem)) from error
    if len(data) > MAX_BYTES:
        raise CommandError(f"{visible(side)}: is larger than {MAX_BYTES // 2**20} MiB; nothing was done")
    return data


def _merged(name: str, contents: Sequence[bytes], sides: Sequence[str]) -> tuple[bytes, int]:
    """The merged bytes and the exit status; what is in the way of a clean merge is told."""
    from eventsmith.cli._merged_file import merged_file
    from eventsmith.store import CannotSaveError

    try:
        merged = merged_file(*_documents(contents, sides))
    except (CommandError, CannotSaveError) as error:
        return _merged_as_text(name, contents, error)
    for conflict in merged.conflicts:
        tell(f"{visible(name)}: conflict: {visible(conflict)}")
    if not merged.conflicts:
        return merged.data, DONE
    todo = "keep what is right between “<<<<<<<” and “>>>>>>>”, take the marks out, then “git add” it"
    tell(f"{visible(name)}: {count(len(merged.conflicts), 'conflict')}; {todo}")
    return merged.data, WRONG


def _documents(contents: Sequence[bytes], sides: Sequence[str]) -> list[Document]:
    """The three as catalogs. Raises CommandError where one is none, or has mistakes in its shape."""
    from eventsmith.store import CannotReadError, new_document, read_bytes

    documents: list[Document] = []
    problems: list[str] = []
    for number, (data, side) in enumerate(zip(contents, sides, strict=True)):
        try:
            # Where both have made the file, git gives an empty base.
            documents.append(read_bytes(data) if data or number else new_document(None))
            problems += [problem_line(side, problem) for problem in documents[-1].problems]
        except CannotReadError as error:
            problems.append(problem_line(side, error.problem))
    if problems:
        raise CommandError("\n".join(problems))
    return documents


def _merged_as_text(name: str, contents: Sequence[bytes], error: Exception) -> tuple[bytes, int]:
    """Tell why they cannot be merged as catalogs, and merge them line by line."""
    from eventsmith.cli._three_way import merged_by_lines
    from eventsmith.session.fault_report import fault_report
    from eventsmith.store import MiswrittenError

    words, status = str(error), WRONG
    if isinstance(error, MiswrittenError):
        words, status = f"{visible(name)}: {visible(fault_report(error))}", OUR_BUG
    tell(words)
    if any(b"\0" in data for data in contents):
        raise CommandError(f"{visible(name)}: nothing was merged, as not all is text; it stays as ours")
    tell(f"{visible(name)}: merged line by line, as any text; look through it, then “git add” it")
    # In Latin-1 every byte is a letter, and comes back as it was.
    text = merged_by_lines(*(data.decode("latin-1") for data in contents))
    return text.encode("latin-1"), status


def _write(file: str, data: bytes, known: bytes) -> None:
    from eventsmith.store.replace_file import replace_file

    if not replace_file(Path(file), data, known):
        words = "was written, but the disk did not confirm that it is safe from a power cut; check the disk"
        raise CommandError(f"{visible(file)}: {words}")
