"""List the rules, or show the page of one.

The list says how severe each rule is, what it offers, and what it finds. A
“fix” cannot change a meaning, and “eventsmith fix” applies it; a “suggestion”
is taken by hand, or with a key in the app. On a terminal the rules are grouped
by what they are about; otherwise they come one per line, by name, for scripts.

A page says why a rule matters, with a bad example and a good one.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from eventsmith.cli._command import DONE, CommandError, Parser, count
from eventsmith.cli._output import painter, say, say_painted
from eventsmith.cli._rule_names import no_such_rule

if TYPE_CHECKING:
    from eventsmith.rules import Rule

GROUPS = {
    "Events": ("event",),
    "Properties": ("property", "example", "value", "unit"),
    "Campaigns": ("campaign", "condition", "unless", "wait"),
    "Destinations": ("destination",),
    "The catalog": (),
}
"""What rules are about, by the first word of their names; the last group takes all others."""

_OFFERED = {
    "fix": "“eventsmith fix” fixes it.",
    "suggestion": "The app suggests a fix; whether it is right is for people to decide.",
    "": "It is fixed by hand.",
}


def arguments(parser: Parser) -> None:
    parser.takes("[RULE]", "RULE", most=1)


def run(options: argparse.Namespace) -> int:
    from eventsmith.rules import all_rules

    rules = {rule.name: rule for rule in all_rules()}
    if options.words:
        _show_page(options.words[0], rules)
    elif sys.stdout is not None and sys.stdout.isatty():
        _show_groups(rules)
    else:
        for rule in rules.values():
            say(_line(rule))
    return DONE


def group(name: str) -> str:
    """Return the group of the rule of that name."""
    first = name.partition("-")[0]
    return next((title for title, words in GROUPS.items() if first in words), [*GROUPS][-1])


def _show_groups(rules: dict[str, Rule]) -> None:
    for title in GROUPS:
        about = [rule for rule in rules.values() if group(rule.name) == title]
        say(f"{title} ({count(len(about), 'rule')})")
        for rule in about:
            say_painted(f"  {_line(rule, painted=True)}")
        say("")
    say("“eventsmith rules RULE” shows why a rule matters, with an example.")


def _line(rule: Rule, *, painted: bool = False) -> str:
    from eventsmith.cli._rule_page import mends

    severity = f"{rule.level:7}"
    shown = painter()(severity, rule.severity) if painted else severity
    return f"{rule.name:36}  {shown}  {mends(rule):10}  {rule.summary}"


def _show_page(name: str, rules: dict[str, Rule]) -> None:
    from eventsmith.cli._rule_page import mends

    if name.startswith("file-"):
        raise CommandError(
            f"“{name}” has no page: its message says in full what is wrong with the file, and it cannot be silenced"
        )
    if why := no_such_rule(name):
        raise CommandError(f"{why[0].upper()}{why[1:]}")
    rule = rules[name]
    say(f"{name} ({rule.level})\n\n{rule.page}\n\n{_OFFERED[mends(rule)]}")
    if not rule.by_default:
        say(f'To turn it on:\n\n    [severity]\n    {name} = "{rule.severity}"\n')
    say(f'To silence it where it does not fit, say why:\n\n    [ignore]\n    {name} = "Why not here"')
