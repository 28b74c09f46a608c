"""Keep every line of what is pasted into a field of one line.

Symptom: an Input takes the first line of a paste and drops all others, without a word.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Input joins the lines of a paste, or leaves it to its owner what becomes of them.
"""

from __future__ import annotations


def one_line(text: str) -> tuple[str, int]:
    """Join the lines of a text; return them, and of how many lines with something on them they are made."""
    lines = [line for line in text.replace("\t", " ").splitlines() if line.strip()]
    return (lines[0] if len(lines) == 1 else " ".join(line.strip() for line in lines)), len(lines)
