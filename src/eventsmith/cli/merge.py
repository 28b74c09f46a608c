"""Merge two branches' changes to a catalog, as git's merge driver.

Merges events, properties, property groups and campaigns rather than lines: two
branches that each add an event merge without a conflict, and the comments of
both are kept. The result replaces OURS. Where the branches disagree, both
versions stand in it between git's conflict markers, because a file with only
one of them would look finished. To have git use it:

  echo '*.events.toml merge=eventsmith' >> .gitattributes
  git config merge.eventsmith.driver 'eventsmith merge --path=%P %O %A %B'

Exits with 1 if there are conflicts, or if one of the files is not a valid
catalog: they are then merged line by line, and need a look. Exits with 2 if a
file cannot be read or written; nothing has been done then.
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
    parser.add_argument("--path", metavar="PATH", help="the name of the file in messages (default: OURS)")


def run(options: argparse.Namespace) -> int:
    path, files = options.path, options.words
    sides = [f"{path} ({side})" for side in ("base", "ours", "theirs")] if path else files
    return for_each([path or files[1]], lambda name: _merge(name, files, sides))


def _merge(name: str, files: Sequence[str], sides: Sequence[str]) -> int:
    """Merge three files into the second; `sides` names them in messages."""
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
    """Return the merged bytes and the exit status, and report what prevents a clean merge."""
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
    todo = "keep what is right between “<<<<<<<” and “>>>>>>>”, remove the markers, then “git add” it"
    tell(f"{visible(name)}: {count(len(merged.conflicts), 'conflict')}; {todo}")
    return merged.data, WRONG


def _documents(contents: Sequence[bytes], sides: Sequence[str]) -> list[Document]:
    """Read the three catalogs. Raises CommandError if one is not a catalog, or has mistakes in its shape."""
    from eventsmith.store import CannotReadError, new_document, read_bytes

    documents: list[Document] = []
    problems: list[str] = []
    for number, (data, side) in enumerate(zip(contents, sides, strict=True)):
        try:
            # If both branches created the file, git passes an empty base.
            documents.append(read_bytes(data) if data or number else new_document(None))
            problems += [problem_line(side, problem) for problem in documents[-1].problems]
        except CannotReadError as error:
            problems.append(problem_line(side, error.problem))
    if problems:
        raise CommandError("\n".join(problems))
    return documents


def _merged_as_text(name: str, contents: Sequence[bytes], error: Exception) -> tuple[bytes, int]:
    """Report why the files cannot be merged as catalogs, and merge them line by line."""
    from eventsmith.cli._three_way import merged_by_lines
    from eventsmith.session.fault_report import fault_report
    from eventsmith.store import MiswrittenError

    words, status = str(error), WRONG
    if isinstance(error, MiswrittenError):
        words, status = f"{visible(name)}: {visible(fault_report(error))}", OUR_BUG
    tell(words)
    if any(b"\0" in data for data in contents):
        raise CommandError(
            f"{visible(name)}: nothing was merged, because not all of it is text; the file stays as ours"
        )
    tell(f"{visible(name)}: merged line by line, like any text; check it, then “git add” it")
    # Latin-1 decodes every byte and encodes it back unchanged.
    text = merged_by_lines(*(data.decode("latin-1") for data in contents))
    return text.encode("latin-1"), status


def _write(file: str, data: bytes, known: bytes) -> None:
    from eventsmith.store.replace_file import replace_file

    if not replace_file(Path(file), data, known):
        words = "was written, but the disk did not confirm that it is safe from a power cut; check the disk"
        raise CommandError(f"{visible(file)}: {words}")
