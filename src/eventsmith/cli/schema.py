"""Prints the JSON Schema of the catalog file, for editors."""

from __future__ import annotations

import argparse
import json

from eventsmith.cli._command import DONE, Parser
from eventsmith.cli._output import say


def arguments(parser: Parser) -> None:
    """See _command."""
    parser.takes("")


def run(options: argparse.Namespace) -> int:
    """See _command."""
    from eventsmith.formats import catalog_schema

    say(json.dumps(catalog_schema(), indent=2))
    return DONE
