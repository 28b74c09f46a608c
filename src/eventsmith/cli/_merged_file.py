"""The file that results from a merge: what both sides wrote into a catalog, with markers where they disagree.

The catalogs are merged first. Three ways lead to a text that says the result in the words of both sides: the first that
keeps all comments is used, otherwise the one that keeps most. None is trusted: the text must read back as the merged
catalog, and a comment that is missing in the end is a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventsmith.cli._three_way import LineEnds, Stretch, of_who_changed, stretches
from eventsmith.model import Catalog
from eventsmith.session.merging import REMOVED, merge
from eventsmith.store import CannotReadError, Document, read_bytes, updated_bytes
from eventsmith.store.layout import comments_in
from eventsmith.store.verify import reads_back_as

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The merged bytes, and a description of each conflict that is marked in them."""

    data: bytes
    conflicts: Sequence[str]


@dataclass(slots=True)
class _Lines:
    """The lines of the merged file with ours or theirs chosen in all conflicts, and the conflicts of comments."""

    ours: list[str]
    theirs: list[str]
    conflicts: list[str]


def merged_file(base: Document, ours: Document, theirs: Document) -> MergedFile:
    """Merge two versions of a file; the base is a new document if both sides created it.

    Raises CannotSaveError if the result cannot be written, and MiswrittenError, as `updated_bytes` does.
    """
    files = (base, ours, theirs)
    ends = LineEnds.of(base.text, ours.text, theirs.text)
    merged = merge(base.catalog, ours.catalog, theirs.catalog)
    catalogs = [merged.catalog]
    if merged.conflicts:
        keys = [conflict.key for conflict in merged.conflicts]
        catalogs.append(merge(base.catalog, ours.catalog, theirs.catalog, keys).catalog)
    found: list[_Lines] = []
    for way in (_catalog_first, _lines_first, _ours_first):
        lines = way(files, catalogs, ends)
        if lines is not None:
            _add_missing(lines, files, ends)
            found.append(lines)
            if not lines.conflicts:
                break
    best = min(found, key=lambda lines: len(lines.conflicts))
    told = [f"{one.where}: ours {_quoted(one.mine)}, theirs {_quoted(one.theirs)}" for one in merged.conflicts]
    has_mark = of_who_changed(*(file.data.startswith(_BOM) for file in (base if base.data else theirs, ours, theirs)))
    text = ends.text(ends.marked(best.ours, best.theirs))
    return MergedFile((_BOM if has_mark else b"") + text.encode(), [*told, *best.conflicts])


def _catalog_first(files: Sequence[Document], catalogs: Sequence[Catalog], ends: LineEnds) -> _Lines | None:
    """Write a catalog into each of the three files as a save would, and merge by lines what still differs then."""
    found: list[_Lines] = []
    for catalog in catalogs:
        lines = _by_lines([_lines_with(file, catalog, ends) for file in files])
        if not all(reads_back_as(ends.text(side).encode(), catalog) for side in (lines.ours, lines.theirs)):
            return None
        found.append(lines)
    return _Lines(found[0].ours, found[-1].theirs, found[0].conflicts)


def _lines_first(files: Sequence[Document], catalogs: Sequence[Catalog], ends: LineEnds) -> _Lines | None:
    """Merge the three files by lines, keeping both insertions at one position, and write a catalog into the result."""
    lines = _by_lines([ends.lines(file.text) for file in files], keeps_both=True)
    try:
        ours, theirs = (read_bytes(ends.text(side).encode()) for side in (lines.ours, lines.theirs))
    except CannotReadError:
        return None
    if ours.problems or theirs.problems:
        return None
    return _Lines(_lines_with(ours, catalogs[0], ends), _lines_with(theirs, catalogs[-1], ends), lines.conflicts)


def _ours_first(files: Sequence[Document], catalogs: Sequence[Catalog], ends: LineEnds) -> _Lines:
    """Write the catalog into ours, without the comments of theirs."""
    return _Lines(_lines_with(files[1], catalogs[0], ends), _lines_with(files[1], catalogs[-1], ends), [])


def _lines_with(file: Document, catalog: Catalog, ends: LineEnds) -> list[str]:
    return ends.lines(updated_bytes(file, catalog).decode("utf-8-sig"))


def _by_lines(texts: Sequence[Sequence[str]], *, keeps_both: bool = False) -> _Lines:
    lines = _Lines([], [], [])
    for stretch in stretches(*texts):
        ours, theirs = _both(stretch, lines.conflicts, keeps_both=keeps_both)
        lines.ours += ours
        lines.theirs += theirs
    return lines


def _both(stretch: Stretch, conflicts: list[str], *, keeps_both: bool) -> tuple[Sequence[str], Sequence[str]]:
    """Return the lines of ours and of theirs to choose from; the same lines twice if that loses no comment."""
    settled = stretch.settled()
    if settled is not None:
        return settled, settled
    base, ours, theirs = stretch
    if not base and (keeps_both or all(line.strip()[:1] in ("", "#") for line in (*ours, *theirs))):
        both = [*ours, *(line for line in theirs if not line.lstrip().startswith("#") or line not in ours)]
        return both, both
    old, mine, others = (Counter(comments_in("".join(lines))) for lines in stretch)
    if others <= old | mine:
        return ours, ours
    if mine <= others and old <= mine:
        return theirs, theirs
    said = (" ".join((new - old).elements()) or REMOVED for new in (mine, others))
    conflicts.append("comment: ours {}, theirs {}".format(*map(_quoted, said)))
    return ours, theirs


def _add_missing(lines: _Lines, files: Sequence[Document], ends: LineEnds) -> None:
    """Append comments that a side added but that are missing from the lines, and record them as conflicts."""
    base, ours, theirs = (Counter(comments_in(file.text)) for file in files)
    kept, other_kept = (Counter(comments_in("".join(side))) for side in (lines.ours, lines.theirs))
    for side, mine, others, of_whom in ((lines.ours, ours, theirs, "ours"), (lines.theirs, theirs, ours, "theirs")):
        for comment in _missing(base, mine, others, kept | other_kept):
            side.append(f"{comment}{ends.end}")
            lines.conflicts.append(f"comment: {of_whom} “{comment}” has lost its place, and stands at the end")


def _missing(base: Counter[str], mine: Counter[str], others: Counter[str], kept: Counter[str]) -> Iterator[str]:
    for comment, number in mine.items():
        added = number - base[comment]
        if added > 0:
            yield from [comment] * (min(base[comment], others[comment]) + added - kept[comment])


def _quoted(value: str) -> str:
    return value if value == REMOVED else f"“{value}”"
