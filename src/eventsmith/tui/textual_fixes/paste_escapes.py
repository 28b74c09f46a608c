"""Strip what a terminal would obey from what is pasted.

Symptom: an Input takes escape sequences and control characters from a paste into its value, where nobody sees them.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Input strips escape sequences and control characters from what is pasted.
"""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, and whatever else a terminal is told
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)"  # titles and links
    "|\x1b[ -/]*[0-~]?"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def uncoloured(text: str) -> str:
    """Return a text without escape sequences and control characters; lines and tabs stay."""
    return _CONTROLS.sub("", _SEQUENCES.sub("", text))
