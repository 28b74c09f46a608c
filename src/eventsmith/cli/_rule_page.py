"""The parts of a rule's page, and what the rule offers for its own bad example."""

from __future__ import annotations

from textwrap import dedent

from eventsmith.rules import Judge, Rule, all_rules
from eventsmith.session.fixes import is_fixable
from eventsmith.store import read_bytes


def why(rule: Rule) -> str:
    """Return why a rule matters, as one paragraph."""
    return " ".join(rule.page.partition("\n\nBad:\n")[0].partition("\n")[2].split())


def mends(rule: Rule) -> str:
    """Return what a rule offers for the bad example on its page: a safe “fix”, a “suggestion”, or “” for nothing."""
    bad = dedent(rule.page.partition("\n\nBad:\n")[2].partition("\n\nGood:\n")[0])
    head = "" if "format =" in bad else "format = 1\n"
    document = read_bytes(f"{head}{bad}\n".encode())
    # What [ignore] hides is known only once all rules have run.
    asked = all_rules() if rule.looks_at == "silenced" else [rule]
    found = [issue for issue in Judge(asked).judge(document.catalog).open if issue.rule is rule and issue.fix]
    return ("fix" if any(map(is_fixable, found)) else "suggestion") if found else ""
