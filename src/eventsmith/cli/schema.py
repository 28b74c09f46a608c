"""Print the JSON Schema of the catalog file, for editors."""

from __future__ import annotations

import argparse

from eventsmith.cli._command import DONE, Parser
from eventsmith.cli._output import say_json


def arguments(parser: Parser) -> None:
    parser.takes("")


def run(options: argparse.Namespace) -> int:
    from eventsmith.formats import catalog_schema

    say_json(catalog_schema(), indent=2)
    return DONE
