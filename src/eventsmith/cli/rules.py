"""Shows the rules there are, or the page of one.

A page says why a rule matters, with what it objects to and what it wants.
"""

from __future__ import annotations

import argparse

from eventsmith.cli._command import DONE, CommandError, Parser, did_you_mean
from eventsmith.cli._output import say


def arguments(parser: Parser) -> None:
    """See _command."""
    parser.takes("[RULE]", "RULE", most=1)


def run(options: argparse.Namespace) -> int:
    """See _command."""
    from eventsmith.rules import all_rules

    rules = {rule.name: rule for rule in all_rules()}
    if not options.words:
        width = max(map(len, rules), default=0)
        for rule in rules.values():
            say(f"{rule.name:{width}}  {rule.severity:7}  {rule.summary}")
        return DONE
    name = options.words[0]
    if name.startswith("file-"):
        raise CommandError(
            f"“{name}” has no page: its message says in full what is wrong with the file, and nothing silences it"
        )
    if name not in rules:
        near = did_you_mean(name, rules) or "; “eventsmith rules” names all"
        raise CommandError(f"There is no rule “{name}”{near}")
    say(f"{name} ({rules[name].severity})\n\n{rules[name].page}")
    return DONE
