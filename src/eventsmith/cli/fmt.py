"""Puts files into canonical text, comments kept.

Order of keys, spacing and quoting become the same everywhere, and what equals
a default goes. Leaves with 1 where --check finds something to do; with 2 where
a file cannot be read or written, or is no proper catalog: such a file is not
touched.
"""

from __future__ import annotations

import argparse

from eventsmith.cli._command import DONE, WRONG, Parser
from eventsmith.cli._files import DASH, for_each, read_whole, refuse_unconfirmed
from eventsmith.cli._output import say, say_bytes
from eventsmith.ground.sanitise import visible


def arguments(parser: Parser) -> None:
    parser.takes("FILE… [--check]", least=1, most=None)
    parser.add_argument("--check", action="store_true", help="say what would change, and change nothing")


def run(options: argparse.Namespace) -> int:
    return for_each(options.words, lambda name: _format(name, check=options.check))


def _format(name: str, *, check: bool) -> int:
    from eventsmith.store import formatted, save_formatted

    document = read_whole(name)
    data = formatted(document)
    changed = data != document.data
    if check:
        say(f"{visible(name)}: {'would change' if changed else 'is as it should be'}")
        return WRONG if changed else DONE
    if name == DASH:
        say_bytes(data)
        return DONE
    if changed:
        refuse_unconfirmed(save_formatted(document))
    say(f"{visible(name)}: {'put into canonical text' if changed else 'is as it should be'}")
    return DONE
