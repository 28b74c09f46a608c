"""Write docs/keys.md from the app's one table of actions. A test checks that it is up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from eventsmith.ground.labels import PAGES
from eventsmith.tui.actions import ACTIONS, Keys

HEAD = """\
# Keys

Generated from the app's own table of actions by `make keys`. The settings file uses the names given here. Letters are
keys except in a field, where they are text. Actions without a key are found with `Ctrl+P`.
"""


def text() -> str:
    """Return the whole document."""
    return "\n".join([HEAD, *_lines()])


def _lines() -> Iterator[str]:
    keys = Keys()
    for where, title in {"anywhere": "On every page", **PAGES}.items():
        yield f"## {title}\n"
        yield "| keys | action | name | |"
        yield "|---|---|---|---|"
        for action in ACTIONS:
            if action.where == where:
                shown = " ".join(f"`{key}`" for key in keys.shown(action))
                yield f"| {shown} | {action.label} | `{action.name}` | {action.help} |"
        yield ""


if __name__ == "__main__":
    Path(__file__).with_name("keys.md").write_text(text(), encoding="utf-8")
    sys.stdout.write("docs/keys.md\n")
