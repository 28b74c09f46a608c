"""Strip escape sequences and control characters from a paste.

Symptom: an Input inserts escape sequences and control characters from a paste, where nobody sees them.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Input strips them from a paste.
"""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor movements and other commands
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)"  # titles and links
    "|\x1b[ -/]*[0-~]?"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def uncoloured(text: str) -> str:
    """Return a text without escape sequences and control characters, but with its line breaks and tabs."""
    return _CONTROLS.sub("", _SEQUENCES.sub("", text))
