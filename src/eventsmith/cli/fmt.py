"""Format files in the canonical way, and keep their comments.

The order of keys, spacing and quoting become the same everywhere, and values
that equal a default are left out. Exits with 1 if --check finds something to
format; with 2 if a file cannot be read or written, or is not a valid catalog:
such a file is not touched.
"""

from __future__ import annotations

import argparse

from eventsmith.cli._command import DONE, WRONG, Parser
from eventsmith.cli._files import DASH, for_each, read_whole, refuse_unconfirmed
from eventsmith.cli._output import say, say_bytes
from eventsmith.ground.sanitise import visible


def arguments(parser: Parser) -> None:
    parser.takes("FILE… [--check]", least=1, most=None)
    parser.add_argument("--check", action="store_true", help="say what would change, without changing it")


def run(options: argparse.Namespace) -> int:
    return for_each(options.words, lambda name: _format(name, check=options.check))


def _format(name: str, *, check: bool) -> int:
    from eventsmith.store import formatted_bytes, save_formatted

    document = read_whole(name)
    data = formatted_bytes(document)
    changed = data != document.data
    if check:
        say(f"{visible(name)}: {'would be formatted' if changed else 'is formatted already'}")
        return WRONG if changed else DONE
    if name == DASH:
        say_bytes(data)
        return DONE
    if changed:
        refuse_unconfirmed(save_formatted(document))
    say(f"{visible(name)}: {'formatted' if changed else 'is formatted already'}")
    return DONE
