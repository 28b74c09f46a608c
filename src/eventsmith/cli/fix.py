"""Apply every safe fix, or show what would change.

A fix is safe if it cannot change the meaning of a catalog. Comments, order and
spacing stay as they are. Exits with 1 if errors are left, and with --diff if
there is something to fix; with 2 if a file cannot be read or written, or is not
a valid catalog: such a file is not touched.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from eventsmith.cli._command import DONE, WRONG, Parser, count
from eventsmith.cli._difference import show_difference
from eventsmith.cli._files import DASH, for_each, read_whole, refuse_unconfirmed
from eventsmith.cli._output import say, say_bytes, tell
from eventsmith.cli._rule_names import refuse_unknown
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.session.fixes import Fixed


def arguments(parser: Parser) -> None:
    parser.takes("FILE… [--rule RULE…] [--diff]", least=1, most=None)
    parser.add_argument("--rule", nargs="+", action="extend", metavar="RULE", help="fix only what these rules find")
    parser.add_argument("--diff", action="store_true", help="show what would change, without changing it")


def run(options: argparse.Namespace) -> int:
    refuse_unknown("fix", options.rule or ())
    return for_each(options.words, lambda name: _fix(name, options.rule, diff=options.diff))


def _fix(name: str, rules: Collection[str] | None, *, diff: bool) -> int:
    from eventsmith.session.fixes import fix_all
    from eventsmith.store import save, updated_bytes

    document = read_whole(name)
    fixed = fix_all(document.catalog, rules)
    if diff:
        changed = updated_bytes(document, fixed.catalog)
        if changed == document.data:
            tell(_lines(name, fixed)[-1])
            return _status(fixed)
        show_difference(name, document.data, changed, "fixed")
        return WRONG
    if name == DASH:
        say_bytes(updated_bytes(document, fixed.catalog))
    elif fixed.issues:
        refuse_unconfirmed(save(document, fixed.catalog))
    report = tell if name == DASH else say
    for line in _lines(name, fixed):
        report(line)
    return _status(fixed)


def _status(fixed: Fixed) -> int:
    return WRONG if fixed.left.counts[0] else DONE


def _lines(name: str, fixed: Fixed) -> Sequence[str]:
    shown = visible(name)
    left = len(fixed.left.open)
    rest = f"; {count(left, 'issue')} left, see “eventsmith check”" if left else ""
    lines = [f"{shown}: fixed: {visible(issue.message)} [{issue.rule.name}]" for issue in fixed.issues]
    return [*lines, f"{shown}: {f'{len(lines)} fixed' if lines else 'nothing to fix'}{rest}"]
