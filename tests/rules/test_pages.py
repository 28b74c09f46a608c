"""Every rule's page is run: Bad has what the rule finds, Good has not, and the fixes turn the one into the other."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from eventsmith.ground.one_per_file import names_in, title_of
from eventsmith.model import Catalog
from eventsmith.rules import Issue, Judge, Rule, all_rules
from eventsmith.store import read_bytes

RULES = [pytest.param(rule, id=rule.name) for rule in all_rules()]
SECTIONS = re.compile(
    r"\A(?P<summary>.+)\n\n(?P<why>(?s:.+?))\n\nBad:\n\n(?P<bad>(?s:.+?))\n\nGood:\n\n(?P<good>(?s:.+))\Z"
)
MOST_FIXES = 20


def section(rule: Rule, name: str) -> str:
    found = SECTIONS.match(rule.page)
    assert found, f"the page of {rule.name} is not summary, why, Bad, Good"
    return found[name]


def catalog(rule: Rule, name: str) -> Catalog:
    snippet = textwrap.dedent(section(rule, name))
    if not re.search("^format =", snippet, re.MULTILINE):
        snippet = f"format = 1\n{snippet}"
    document = read_bytes(f"{snippet}\n".encode())
    assert not document.problems, document.problems
    return document.catalog


def issues(rule: Rule, judged: Catalog) -> tuple[Issue, ...]:
    # What ignoring hides is known only where all are asked.
    asked = all_rules() if rule.looks_at == "silenced" else [rule]
    return tuple(issue for issue in Judge(asked).judge(judged).open if issue.rule is rule)


def mended(rule: Rule, judged: Catalog) -> Catalog:
    for _ in range(MOST_FIXES):
        fixable = next((issue for issue in issues(rule, judged) if issue.fix), None)
        if fixable is None or fixable.fix is None:
            return judged
        judged = fixable.fix.make(judged, fixable.thing).apply(judged)
    raise AssertionError("the fixes never come to an end")


@pytest.mark.parametrize("rule", RULES)
def test_bad_has_what_the_rule_finds(rule: Rule) -> None:
    found = issues(rule, catalog(rule, "bad"))
    assert found
    for issue in found:
        assert issue.rule is rule
        assert issue.message == issue.message.strip()
        assert '"' not in issue.message, "quotes are typographic"


@pytest.mark.parametrize("rule", RULES)
def test_good_has_nothing_to_find(rule: Rule) -> None:
    assert not issues(rule, catalog(rule, "good"))


@pytest.mark.parametrize("rule", RULES)
def test_fixes_turn_bad_into_good(rule: Rule) -> None:
    bad, good = catalog(rule, "bad"), catalog(rule, "good")
    assert bad != good
    if any(issue.fix for issue in issues(rule, bad)):
        assert mended(rule, bad) == good


@pytest.mark.parametrize("rule", RULES)
def test_good_has_no_other_error(rule: Rule) -> None:
    found = Judge(all_rules()).judge(catalog(rule, "good")).open
    assert not [issue.message for issue in found if issue.rule.severity == "error"]


@pytest.mark.parametrize("rule", RULES)
def test_page_reads_well(rule: Rule) -> None:
    summary, why = section(rule, "summary"), section(rule, "why")
    assert summary.endswith(".")
    assert rule.summary == summary
    assert why.endswith(".")
    assert 1 < len(re.findall(r"[.?!:;](?:\s|$)", why)) < 7, "a reason takes two to four sentences"
    for name in ("bad", "good"):
        assert all(line.startswith("    ") for line in section(rule, name).splitlines() if line)


@pytest.mark.parametrize("rule", RULES)
def test_rule_is_named_for_its_file(rule: Rule) -> None:
    assert rule.name == title_of(rule.check.__module__)
    assert rule.severity in ("error", "warning", "hint")


def test_every_file_holds_one_rule() -> None:
    assert [rule.name for rule in all_rules()] == sorted(title_of(name) for name in names_in("eventsmith.rules"))


def test_rules_need_no_terminal() -> None:
    code = "import eventsmith.rules, sys; eventsmith.rules.all_rules(); sys.exit('textual' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_first_rule_of_contributing_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text()
    found = re.search(r"`src/eventsmith/rules/(\w+)\.py`:\n\n```python\n(.*?)```", text, re.DOTALL)
    assert found
    name = f"eventsmith.rules.{found[1]}"
    module = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, module)
    exec(found[2], module.__dict__)
    for test in (test_bad_has_what_the_rule_finds, test_page_reads_well, test_rule_is_named_for_its_file):
        test(module.check)
    assert not issues(module.check, catalog(module.check, "good"))
