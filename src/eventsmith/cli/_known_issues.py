"""Issues that are known already: those of a baseline file, and those that a file had in an earlier revision in git."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from eventsmith.cli._command import CommandError
from eventsmith.cli._reports import Report, Row, report_of
from eventsmith.ground import disk
from eventsmith.ground.sanitise import visible
from eventsmith.session.exporting import CannotExportError, write_files
from eventsmith.store import MAX_BYTES, CannotReadError, bytes_of, read_bytes

_ABOUT = "Issues that “eventsmith check --baseline” leaves out; --write-baseline writes this file anew"


class Known(NamedTuple):
    """An issue, wherever it stands in its file: lines and positions change with every edit."""

    file: str
    rule: str
    event: str
    message: str


def without_known(reports: Sequence[Report], known: Mapping[Known, int], folder: Path) -> list[Report]:
    """Return the reports without known issues, each as often as it is known; problems of a file's shape stay."""
    left = Counter(known)
    found = []
    for report in reports:
        rows = []
        for row in report.rows:
            key = _key(report.name, row, folder)
            if not _is_problem(row) and left[key] > 0:
                left[key] -= 1
            else:
                rows.append(row)
        found.append(replace(report, rows=rows, known=report.known + len(report.rows) - len(rows)))
    return found


def stale(reports: Sequence[Report], known: Mapping[Known, int], folder: Path) -> list[Known]:
    """List the known issues of the checked files that are no longer there, each as often as it is missing."""
    here = {_path(report.name, folder) for report in reports if report.whole}
    now = Counter(_key(report.name, row, folder) for report in reports for row in report.rows)
    return sorted(key for key in (Counter(known) - now).elements() if key.file in here)


def read_baseline(path: Path) -> Counter[Known]:
    """Read a baseline. Raises CommandError if there is none, or the file is something else."""
    try:
        data = bytes_of(path)
    except CannotReadError as error:
        raise CommandError(f"{visible(str(path))}: {visible(error.problem.message)}") from error
    known: Counter[Known] = Counter()
    try:
        for issue in json.loads(data)["issues"]:
            key = Known(*(_text(issue[name]) for name in Known._fields))
            known[key] += _number(issue["count"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        cure = "write one with “eventsmith check FILE… --write-baseline PATH”"
        raise CommandError(f"{visible(str(path))}: this is not a baseline; {cure}") from error
    return known


def write_baseline(path: Path, reports: Sequence[Report]) -> int:
    """Write all open issues as a baseline, over an older one but over nothing else, and return how many there are.

    One line an issue, sorted, so that git shows what has changed. Raises CommandError.
    """
    if disk.kind(path) != "nothing":
        read_baseline(path)
    known = Counter(
        _key(report.name, row, disk.absolute(path).parent)
        for report in reports
        for row in report.rows
        if not _is_problem(row)
    )
    lines = [json.dumps({**key._asdict(), "count": known[key]}, ensure_ascii=False) for key in sorted(known)]
    text = f'{{"about": {json.dumps(_ABOUT, ensure_ascii=False)},\n"issues": [\n' + ",\n".join(lines) + "\n]}\n"
    try:
        write_files({path.name: text.encode("utf-8", "backslashreplace")}, path, overwrite=True)
    except CannotExportError as error:
        raise CommandError(visible(str(error))) from error
    return known.total()


def known_at(revision: str, reports: Sequence[Report], folder: Path) -> Counter[Known]:
    """Collect the issues that the files had in a revision; none of a file that was not there. Raises CommandError."""
    known: Counter[Known] = Counter()
    for report in reports:
        path = disk.absolute(Path(report.name))
        if _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
            raise CommandError(f"{visible(report.name)}: git knows no commit “{visible(revision)}” here")
        data = _git(path.parent, "cat-file", "blob", f"{revision}:./{path.name}")
        if data is None:
            continue
        try:
            then = report_of(report.name, read_bytes(data))
        except CannotReadError:
            continue
        known.update(_key(report.name, row, folder) for row in then.rows)
    return known


def _git(folder: Path, *words: str) -> bytes | None:
    """Return what git says, a little more than a catalog may hold at most; None if it fails."""
    command = ["git", "-C", str(folder), *words]
    try:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            data = process.stdout.read(MAX_BYTES + 1)
            process.stdout.close()
    except OSError as error:
        raise CommandError(f"git cannot be run: {disk.why(error)}") from error
    return None if process.returncode else data


def _key(name: str, row: Row, folder: Path) -> Known:
    # A new name does not make the issues of an event new ones.
    message = row.message.replace(f"“{row.name}”", "“…”") if row.name else row.message
    return Known(_path(name, folder), row.rule, row.event or "", message)


def _path(name: str, folder: Path) -> str:
    return disk.relative(Path(name), folder).as_posix()


def _is_problem(row: Row) -> bool:
    """Return whether something is wrong with the file itself, so that not all of it could be judged."""
    return row.rule.startswith("file-")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or value < 1:
        raise ValueError
    return value
