"""The file that a merge makes of two: what both wrote into a catalog, with marks where they do not agree.

The merged catalog is put into each of the three files, as a save would do it. What then still differs between them is
comments, order and spelling, and that is merged line by line. None of this is trusted: what does not read back as the
catalog gives way to ours with the catalog in it, and a comment that is missing in the end is a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventsmith.cli._three_way import LineEnds, Stretch, of_who_changed, stretches
from eventsmith.model import Catalog
from eventsmith.session.merging import REMOVED, merge
from eventsmith.store import Document, rewritten
from eventsmith.store.layout import comments_in
from eventsmith.store.verify import reads_back_as

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The merged bytes, and in words each thing that stands between marks in them."""

    data: bytes
    conflicts: Sequence[str]


def merged_file(base: Document, ours: Document, theirs: Document) -> MergedFile:
    """Merge what two have made of a file; the base is a new document where both have made it.

    Raises CannotSaveError where the result cannot be written, and MiswrittenError, as `rewritten` does.
    """
    files = (base, ours, theirs)
    ends = LineEnds.of(base.text, ours.text, theirs.text)
    merged = merge(base.catalog, ours.catalog, theirs.catalog)
    told = [f"{one.where}: ours {_quoted(one.mine)}, theirs {_quoted(one.theirs)}" for one in merged.conflicts]
    with_ours = with_theirs = _Version(files, merged.catalog, ends)
    if merged.conflicts:
        keys = [conflict.key for conflict in merged.conflicts]
        catalog = merge(base.catalog, ours.catalog, theirs.catalog, keys).catalog
        with_theirs = _Version(files, catalog, ends)
    if with_ours.is_woven and with_theirs.is_woven:
        told += with_ours.torn
        my_lines, their_lines = with_ours.woven[0], with_theirs.woven[1]
    else:
        my_lines, their_lines = [*with_ours.plain], [*with_theirs.plain]
    comments = [Counter(comments_in("".join(lines))) for lines in (my_lines, their_lines)]
    for lines, side, other, of_whom in ((my_lines, ours, theirs, "ours"), (their_lines, theirs, ours, "theirs")):
        for comment in _missing(base, side, other, comments[0] | comments[1]):
            lines.append(f"{comment}{ends.end}")
            told.append(f"comment: {of_whom} “{comment}” has lost its place, and stands at the end")
    has_mark = of_who_changed(*(file.data.startswith(_BOM) for file in (base if base.data else theirs, ours, theirs)))
    return MergedFile((_BOM if has_mark else b"") + ends.text(ends.marked(my_lines, their_lines)).encode(), told)


class _Version:
    """One catalog in each of three files, and the three woven into one."""

    def __init__(self, files: Sequence[Document], catalog: Catalog, ends: LineEnds) -> None:
        texts = [ends.lines(rewritten(file, catalog).decode("utf-8-sig")) for file in files]
        self.plain = texts[1]
        """Ours, with the catalog in it."""
        self.torn: list[str] = []
        """In words, the comments of which both have made something else."""
        self.woven: tuple[list[str], list[str]] = ([], [])
        """All three in one: where they cannot be, with what ours says, and with what theirs says."""
        for stretch in stretches(*texts):
            for lines, chosen in zip(self.woven, self._both(stretch), strict=True):
                lines += chosen
        self.is_woven = all(reads_back_as(ends.text(lines).encode(), catalog) for lines in self.woven)

    def _both(self, stretch: Stretch) -> tuple[Sequence[str], Sequence[str]]:
        """Return the lines to choose from, which are the same where nothing is lost by that."""
        settled = stretch.settled()
        if settled is not None:
            return settled, settled
        base, ours, theirs = stretch
        if not base and all(not line.strip() or line.lstrip().startswith("#") for line in (*ours, *theirs)):
            both = [*ours, *(line for line in theirs if not line.strip() or line not in ours)]
            return both, both
        old, mine, others = (Counter(comments_in("".join(lines))) for lines in stretch)
        if others <= old | mine:
            return ours, ours
        if mine <= others and old <= mine:
            return theirs, theirs
        said = (" ".join((new - old).elements()) or REMOVED for new in (mine, others))
        self.torn.append("comment: ours {}, theirs {}".format(*map(_quoted, said)))
        return ours, theirs


def _missing(base: Document, side: Document, other: Document, kept: Counter[str]) -> Iterator[str]:
    """Yield the comments that a side has added, and that are not where the rest is."""
    before, others = Counter(comments_in(base.text)), Counter(comments_in(other.text))
    for comment, number in Counter(comments_in(side.text)).items():
        added = number - before[comment]
        if added > 0:
            wanted = min(before[comment], others[comment]) + added
            yield from [comment] * (wanted - kept[comment])


def _quoted(value: str) -> str:
    return value if value == REMOVED else f"“{value}”"
