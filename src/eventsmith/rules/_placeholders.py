"""Placeholders, numbers and addresses in a name: values, or slots for values, rather than words."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"""
      \{\{[^{}]*\}\} | \$?\{[^{}]*\}              # {{button}}, {button}, ${button}
    | <[A-Za-z][\w .-]*>                          # <id>
    | (?<=\s)\$(?![A-Z]{2,}\b)[A-Za-z_]\w*         # $item; at the start: a platform's own event; $AUDIO is a coin
    | \$(?:\w*_)?(?:id|name|value)\b | \$[a-z]+(?:Id|Name|Value)\b
    | (?<![\w%])%[sd](?!\w) | %[A-Za-z_]\w+%      # %s, %name%
    | \b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b
    | \bhttps?://\S+ | [\w.+-]{1,64}@[\w-]{1,63}\.[A-Za-z]{2,}
    | \b(?:19|20)\d\d-\d\d-\d\d\b
    | (?<!\S)\#(?!1(?!\d))\d+(?!\S)               # #4, but “Reach #1” is a rank
    | (?<![A-Za-z])(?:ID|id|Id|SKU|sku)[ _:\#-]?\d+(?!\w)
    """,
    re.VERBOSE,
)
_SIGNS = frozenset("{<$%@:0123456789")


def may_have_placeholder(name: str) -> bool:
    """Return whether a name needs a closer look: a cheap test, as most do not."""
    return not _SIGNS.isdisjoint(name)


def placeholder_in(name: str) -> str:
    """Return the first unmistakable placeholder or value in a name; empty if there is none."""
    found = _MARKS.search(name) if may_have_placeholder(name) else None
    return found[0] if found else ""
