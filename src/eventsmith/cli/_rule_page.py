"""What a rule's page says in its parts, and what the rule can do about its own example."""

from __future__ import annotations

from textwrap import dedent

from eventsmith.rules import Judge, Rule, all_rules
from eventsmith.session.fixes import is_fixable
from eventsmith.store import read_bytes


def why(rule: Rule) -> str:
    """Why it matters, in one paragraph."""
    return " ".join(rule.page.partition("\n\nBad:\n")[0].partition("\n")[2].split())


def mends(rule: Rule) -> str:
    """What is offered for what is bad on its page: “fix”, which is made by itself, a “suggestion”, or nothing: “”."""
    bad = dedent(rule.page.partition("\n\nBad:\n")[2].partition("\n\nGood:\n")[0])
    document = read_bytes(f"format = 1\n{bad}\n".encode())
    # What ignoring hides is known only where all are asked.
    asked = all_rules() if rule.looks_at == "silenced" else [rule]
    found = [issue for issue in Judge(asked).judge(document.catalog).open if issue.rule is rule and issue.fix]
    return ("fix" if any(map(is_fixable, found)) else "suggestion") if found else ""
