"""Escaping of text so that no Markdown reader takes it for markup, links or HTML (CommonMark and GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from eventsmith.ground.sanitise import visible_lines

_MARKUP = re.compile(r"[\\`*_\[\]|~#$]|(?<=\w):(?=//)|(?<=\w)\.(?=[^\W\d]{2})")
"""Markup, and the signs by which readers detect addresses to link: https://, a.com."""
_ADDRESS = re.compile(r"(?<=://)|(?<=\S@)(?=\S)|(?<=www)(?=\\?\.)", re.IGNORECASE)
"""Points within https://, a@b and www.a. GitHub detects these once more after resolving escapes, so only an element
between the characters stops it."""
_BREAK = "<!-- -->"
_BLOCK_START = re.compile(r"^(?:[-+](?=[ :-]|$)|:(?=-)|=(?==*$)|\d{1,9}(?=[.)](?: |$)))")
"""The start of list items, rules, underlines of headings, and the second line of a table."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PLAIN_CODE = re.compile(r"[\w$][\w .,:/+$\[\]-]*(?<! )")
"""Text that a code span can hold unescaped, even in a table."""


def inline(text: str) -> str:
    """Return the text escaped on one line, safe even at the start of a line; empty for blank text."""
    one_line = " ".join(visible_lines(text).split())
    safe = _MARKUP.sub(r"\\\g<0>", re.sub("[&<>]", lambda found: _ENTITIES[found[0]], one_line))
    return _ADDRESS.sub(_BREAK, _BLOCK_START.sub(_escaped_start, safe))


def paragraphs(text: str) -> str:
    """Return the text escaped, with its line breaks."""
    return "\\\n".join(filter(None, map(inline, visible_lines(text).split("\n"))))


def code(text: str) -> str:
    """Return the text as a code span where that needs no escaping, otherwise like `inline`; empty for blank text."""
    return f"`{text}`" if _PLAIN_CODE.fullmatch(text) and visible_lines(text) == text else inline(text)


def link(text: str, anchor: str) -> str:
    """Return a link to an anchor in the document."""
    return f"[{inline(text)}](#{anchor})"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already; empty columns are left out, except the first."""
    rows = list(rows)
    kept = [index for index in range(len(header)) if index == 0 or any(row[index] for row in rows)]
    lines = [[header[index] for index in kept], ["---"] * len(kept), *([row[index] for index in kept] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdecimal() else f"\\{found[0]}"
