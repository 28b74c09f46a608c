"""What a command would change in a file, as a unified diff on standard output."""

from __future__ import annotations

from difflib import unified_diff

from eventsmith.cli._output import say
from eventsmith.visible import visible


def show_difference(name: str, before: bytes, after: bytes, done: str) -> None:
    """`done` says in a word what the file would then be: fixed, renamed."""
    # Not splitlines: a text may hold what Unicode takes for the end of a line.
    old, new = (data.decode("utf-8-sig").split("\n") for data in (before, after))
    shown = visible(name)
    for line in unified_diff(old, new, shown, f"{shown} ({done})", lineterm=""):
        say(line.rstrip("\r"))
