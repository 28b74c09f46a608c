"""`eventsmith rules`: the list, in groups for people and a line each for scripts, and the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventsmith.cli.rules import GROUPS, group
from eventsmith.rules import all_rules

from .conftest import Run
from .samples import MISNAMED


def test_a_line_for_each_rule(run: Run) -> None:
    lines = run("rules").out.splitlines()
    for line, rule in zip(lines, all_rules(), strict=True):
        assert line.split()[:2] == [rule.name, rule.level]
        assert line.endswith(f"  {rule.summary}")
    offered = {line.split()[0]: line[47:57].strip() for line in lines}
    assert offered["event-name-breaks-form"] == "fix"
    assert offered["event-name-is-a-noun"] == "suggestion"
    assert offered["ignore-hides-nothing"] == "suggestion"
    assert offered["event-has-no-when"] == ""
    assert set(offered.values()) == {"fix", "suggestion", ""}


def test_groups_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run("rules").out.splitlines()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = run("rules").out
    groups = [block.splitlines() for block in out.strip().split("\n\n")]
    assert "eventsmith rules RULE" in groups.pop()[0]
    assert [lines[0].rpartition(" (")[0] for lines in groups] == [*GROUPS]
    assert all(lines[0].endswith(f"({len(lines) - 1} rules)") and len(lines) > 2 for lines in groups)
    assert sorted(line.strip() for lines in groups for line in lines[1:]) == plain
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "  \x1b[33mwarning\x1b[0m  fix " in run("rules").out


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("event-name-breaks-form", "Events"),
        ("property-unused", "Properties"),
        ("example-not-of-type", "Properties"),
        ("wait-is-malformed", "Campaigns"),
        ("destination-refuses-event", "Destinations"),
        ("no-events", "The catalog"),
        ("a-rule-of-tomorrow", "The catalog"),
    ],
)
def test_a_rule_is_in_the_group_of_what_it_is_about(name: str, about: str) -> None:
    assert group(name) == about


def test_no_group_waits_for_a_word_that_no_rule_begins_with() -> None:
    first = {rule.name.partition("-")[0] for rule in all_rules()}
    assert {word for words in GROUPS.values() for word in words} <= first


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_has_a_page_that_says_how_to_put_it_right_and_to_silence_it(run: Run, rule: object) -> None:
    (known,) = [one for one in all_rules() if one is rule]
    out = run("rules", known.name).out
    assert out.startswith(f"{known.name} ({known.level})\n\n{known.page}\n\n")
    assert f"\n    [ignore]\n    {known.name} = " in out


def test_what_a_page_says_of_fixes(run: Run) -> None:
    assert "“eventsmith fix” fixes it." in run("rules", "event-name-breaks-form").out
    assert "The app suggests" in run("rules", "event-name-is-a-noun").out
    assert "by hand" in run("rules", "event-has-no-when").out


def test_what_a_page_says_of_silencing_works(run: Run) -> None:
    page = run("rules", "event-name-breaks-form").out
    Path("a.toml").write_text(MISNAMED + page[page.index("    [ignore]") :].replace("    ", ""))
    assert run("check", "a.toml").out == "No issues in 1 file (1 silenced)\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("event-name-brakes-form", "did you mean “event-name-breaks-form”?"),
        ("Event_Name_Breaks_Form", "did you mean “event-name-breaks-form”?"),
        ("zzzzzzzz", "“eventsmith rules” lists them all"),
        ("file-unknown-key", "has no page"),
    ],
)
def test_no_such_rule(run: Run, name: str, said: str) -> None:
    ran = run("rules", name)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
