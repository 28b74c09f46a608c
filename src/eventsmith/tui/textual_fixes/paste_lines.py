"""Keep every line of a paste into a single-line input.

Symptom: an Input inserts the first line of a paste and silently drops all others.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Input joins the lines of a paste, or lets its owner decide.
"""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def one_line(text: str) -> tuple[str, int]:
    """Join the non-blank lines of a text, and return the result with their number."""
    lines = [line for line in text.replace("\t", " ").splitlines() if line.strip()]
    return (lines[0] if len(lines) == 1 else " ".join(line.strip() for line in lines)), len(lines)


def whole_lines(text: str) -> str:
    """Return a text with a line feed at the end of each line, whatever ended it before."""
    return _LINE_ENDS.sub("\n", text)
