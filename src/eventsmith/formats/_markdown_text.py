"""Text that no Markdown reader takes for markup, links or HTML (CommonMark and GitHub's tables). Knows no catalogs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from eventsmith.ground.sanitise import visible_lines

_MARKUP = re.compile(r"[\\`*_\[\]|~#$]|(?<=\w):(?=//)|(?<=\w)\.(?=[^\W\d]{2})")
"""Also what readers that look for addresses would make a link of: https://, a.com."""
_ADDRESS = re.compile(r"(?<=://)|(?<=\S@)(?=\S)|(?<=www)(?=\\?\.)", re.IGNORECASE)
"""Within https://, a@b and www.a. GitHub looks for these once more in the text that escapes have become, and there
is no end of text but an element."""
_BREAK = "<!-- -->"
_BLOCK_START = re.compile(r"^(?:[-+](?=[ :-]|$)|:(?=-)|=(?==*$)|\d{1,9}(?=[.)](?: |$)))")
"""List items, rulers, underlines of headings, the second line of a table."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PLAIN_CODE = re.compile(r"[\w$][\w .,:/+$\[\]-]*(?<! )")
"""What a code span can hold as it is, in a table too."""


def inline(text: str) -> str:
    """The text on one line; safe anywhere, also at the start of one. Nothing for text of spaces."""
    one_line = " ".join(visible_lines(text).split())
    safe = _MARKUP.sub(r"\\\g<0>", re.sub("[&<>]", lambda found: _ENTITIES[found[0]], one_line))
    return _ADDRESS.sub(_BREAK, _BLOCK_START.sub(_escaped_start, safe))


def paragraphs(text: str) -> str:
    """The text with its line breaks kept."""
    return "\\\n".join(filter(None, map(inline, visible_lines(text).split("\n"))))


def code(text: str) -> str:
    """The text as code where that needs no escaping, else as plain text. Nothing for text of spaces."""
    return f"`{text}`" if _PLAIN_CODE.fullmatch(text) and visible_lines(text) == text else inline(text)


def link(text: str, anchor: str) -> str:
    """A link within the document."""
    return f"[{inline(text)}](#{anchor})"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; columns without any content are left out, but the first."""
    rows = list(rows)
    kept = [index for index in range(len(header)) if index == 0 or any(row[index] for row in rows)]
    lines = [[header[index] for index in kept], ["---"] * len(kept), *([row[index] for index in kept] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdecimal() else f"\\{found[0]}"
