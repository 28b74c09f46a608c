"""Texts to read: chapters of passages, of which one sees those that have what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from textual.content import Content

from eventsmith.tui.text import lit
from eventsmith.tui.views.finding import Wanted

_KEYS = 15
"""The cells for keys, which stand before what they do."""
_FOUND = "bold underline"


class Passage(NamedTuple):
    """A paragraph or, with `keys`, what these do."""

    text: Content
    keys: str = ""
    words: str = ""
    """Other words for it, by which it is found, too."""

    @property
    def whole(self) -> str:
        """All of its text."""
        return f"{self.keys} {self.text.plain}"


class Chapter(NamedTuple):
    """Passages about one thing. Without a title, they stand for themselves."""

    title: str
    passages: Sequence[Passage]


def lines_of(text: str) -> list[Passage]:
    """Return each line of a text as a passage."""
    return [Passage(lit(line)) for line in text.splitlines()]


def paragraphs_of(text: str) -> list[Passage]:
    """Return the paragraphs of a text as passages that fill any width; lines that are indented stay as they are."""
    parts: list[str] = []
    flows = False
    for line in text.splitlines():
        is_prose = bool(line) and not line.startswith(" ")
        if is_prose and flows:
            parts[-1] += f" {line}"
        else:
            parts.append(line)
        flows = is_prose
    return [Passage(lit(part)) for part in parts]


def found_in(chapters: Sequence[Chapter], wanted: Wanted) -> list[Chapter]:
    """Return the passages with all the words; all of a chapter with them in its title."""
    if not wanted.words:
        return list(chapters)
    found = []
    for chapter in chapters:
        if wanted.match(chapter.title) is not None:
            found.append(chapter)
        elif passages := [one for one in chapter.passages if wanted.match(one.whole, one.words) is not None]:
            found.append(Chapter(chapter.title, passages))
    return found


def text_of(chapters: Sequence[Chapter], wanted: Wanted, width: int) -> Content:
    """Return chapters as a text of a width, in which the words that were found stand out."""
    lines: list[Content] = []
    for chapter in chapters:
        lines += [lit("")] if lines else []
        lines += [lit(chapter.title, "bold $text-accent")] if chapter.title else []
        for passage in chapter.passages:
            lines += _lines(passage, width)
    marked = Content("\n").join(lines)
    for start, end in wanted.places_in(marked.plain):
        marked = marked.stylize(_FOUND, start, end)
    return marked


def _lines(passage: Passage, width: int) -> Iterator[Content]:
    if not passage.keys:
        yield passage.text
        return
    keys = f"{passage.keys:>{_KEYS}}  "
    for at, line in enumerate(wrap(passage.text.plain, max(width - len(keys), 20))):
        yield Content.assemble((keys, "bold"), lit(line)) if not at else lit(" " * len(keys) + line)
