"""`eventsmith check`: lines, JSON, exit statuses; what all formats have in common."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from eventsmith.cli import check
from eventsmith.cli.check import FORMATS

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS, MISNAMED, WRONG_ID

SILENCED = MISNAMED.replace("[naming]", '[ignore]\nevent-name-breaks-form = "Said so for years"\n\n[naming]')


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, (), 0),
        (CLEAN, ("--strict",), 0),
        (MISNAMED, (), 0),
        (MISNAMED, ("--strict",), 1),
        (SILENCED, ("--strict",), 0),
        (WRONG_ID, (), 1),
        (MANY_PROBLEMS, (), 2),
        ("", (), 2),
        ("[[events", (), 2),
        ('x = "no catalog"', (), 2),
        ("format = 99\n", (), 2),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_status(run: Run, text: str, options: tuple[str, ...], status: int, form: str) -> None:
    Path("a.toml").write_text(text)
    ran = run("check", "a.toml", "--format", form, *options)
    assert ran.status == status
    assert not ran.err
    assert Path("a.toml").read_text() == text


def test_text(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    assert run("check", "a.toml").out == (
        "a.toml:10:8: warning: “Song Played” should be “Play Song” [event-name-breaks-form]\n"
        "1 warning in 1 file; “eventsmith fix” fixes it\n"
    )


def test_nothing_wrong_is_said_in_words(run: Run) -> None:
    Path("a.toml").write_text(CLEAN)
    Path("b.toml").write_text(CLEAN)
    assert run("check", "a.toml", "b.toml").out == "No issues in 2 files\n"


def test_json(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    out = run("check", "--format", "json", "a.toml").out
    found = json.loads(out)
    assert found == {
        "files": [
            {
                "path": "a.toml",
                "issues": [
                    {
                        "rule": "event-name-breaks-form",
                        "severity": "warning",
                        "place": "events[0].name",
                        "event": "songPlayed",
                        "line": 10,
                        "column": 8,
                        "message": "“Song Played” should be “Play Song”",
                        "fixable": True,
                    }
                ],
            }
        ],
        "errors": 0,
        "warnings": 1,
        "hints": 0,
        "silenced": 0,
    }
    assert list(found) == ["files", "errors", "warnings", "hints", "silenced"]
    order = ["rule", "severity", "place", "event", "line", "column", "message", "fixable"]
    assert list(found["files"][0]["issues"][0]) == order


def test_silenced_issues_are_counted(run: Run) -> None:
    Path("a.toml").write_text(SILENCED)
    Path("b.toml").write_text(SILENCED)
    Path("c.toml").write_text(MISNAMED)
    assert run("check", "a.toml").out == "No issues in 1 file (1 silenced)\n"
    assert run("check", "a.toml", "b.toml", "c.toml").out.endswith(
        "1 warning in 3 files (2 silenced); “eventsmith fix” fixes it\n"
    )
    found = json.loads(run("check", "a.toml", "b.toml", "c.toml", "--format", "json").out)
    assert [len(file["issues"]) for file in found["files"]] == [0, 0, 1]
    assert (found["warnings"], found["silenced"]) == (1, 2)


def test_every_format_has_a_file_and_is_in_the_help(run: Run) -> None:
    folder = Path(check.__file__).parent
    assert sorted(FORMATS) == sorted(path.stem.removeprefix("_as_") for path in folder.glob("_as_*.py"))
    helped = run("check", "--help").out
    for name in FORMATS:
        assert f"\n  {name} " in helped


def test_all_problems_are_issues(run: Run) -> None:
    Path("a.toml").write_text(MANY_PROBLEMS)
    ran = run("check", "a.toml", "--format=json")
    issues: list[dict[str, Any]] = json.loads(ran.out)["files"][0]["issues"]
    problems = [issue for issue in issues if issue["rule"].startswith("file-")]
    assert [(issue["rule"], issue["line"]) for issue in problems] == [
        ("file-unknown-key", 11),
        ("file-wrong-type", 14),
        ("file-unknown-key", 15),
    ]
    assert all(issue["severity"] == "error" and not issue["fixable"] for issue in problems)
    assert problems[0]["event"] == "playSong"
    assert problems[0]["place"] == "events[0].stagge"
    assert "did you mean “stage”" in problems[0]["message"]
    text = run("check", "a.toml").out
    assert any(line.startswith("a.toml:11:1: error: ") for line in text.splitlines())


def test_rules_judge_what_is_whole_in_a_file_with_problems(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED + 'colour = "red"\n')
    out = run("check", "a.toml").out
    assert "[event-name-breaks-form]" in out
    assert "[file-unknown-key]" in out


def test_rules_are_silent_about_what_is_broken(run: Run) -> None:
    Path("a.toml").write_text(CLEAN.replace('id = "playSong"', "id = 5"))
    rules = [issue["rule"] for issue in json.loads(run("check", "a.toml", "--format=json").out)["files"][0]["issues"]]
    assert rules == ["file-wrong-type"]


def test_a_newer_format_is_not_judged(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED.replace("format = 1", "format = 3"))
    out = run("check", "a.toml").out
    assert "update Eventsmith" in out
    assert "event-name-breaks-form" not in out


def test_an_unreadable_file_is_an_issue_and_the_others_are_checked(run: Run) -> None:
    Path("b.toml").write_text(MISNAMED)
    ran = run("check", "missing.toml", "b.toml", "--format", "json")
    found = json.loads(ran.out)
    assert ran.status == 2
    assert [file["path"] for file in found["files"]] == ["missing.toml", "b.toml"]
    (problem,) = found["files"][0]["issues"]
    assert (problem["rule"], problem["severity"], problem["event"]) == ("file-unreadable", "error", None)
    assert (found["errors"], found["warnings"]) == (1, 1)


def test_the_highest_status_wins(run: Run) -> None:
    for name, text in {"clean": CLEAN, "wrong": WRONG_ID, "broken": "["}.items():
        Path(name).write_text(text)
    assert run("check", "clean", "wrong").status == 1
    assert run("check", "wrong", "clean").status == 1
    assert run("check", "broken", "wrong", "clean").status == 2


def test_issues_stand_by_line(run: Run) -> None:
    Path("a.toml").write_text(
        MISNAMED.replace("[naming]", "[budget]\nevents = 0\n\n[naming]") + MISNAMED[MISNAMED.index("\n[[") :]
    )
    issues = json.loads(run("check", "a.toml", "--format", "json").out)["files"][0]["issues"]
    lines = [(issue["line"], issue["column"]) for issue in issues]
    assert len(lines) > 2
    assert lines == sorted(lines)


def test_stdin(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MISNAMED.encode())))
    assert run("check", "-").out.startswith("-:10:8: warning: ")
    assert run("check", "-", "-").status == 2


def test_text_of_files_is_made_harmless(run: Run) -> None:
    Path("a.toml").write_text(
        CLEAN.replace('"Play Song"', '"\\u001b]52;c;x\\u0007 \\u202eSong"').replace('"playSong"', '""')
    )
    for form in FORMATS:
        out = run("check", "a.toml", "--format", form).out
        assert not set(out) & set("\x1b\x07\u202e")
    Path("\x1b[31m.toml").write_text(MISNAMED)
    for form in FORMATS:
        assert "\x1b" not in run("check", "\x1b[31m.toml", "--format", form).out


def test_colours_only_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.toml").write_text(MISNAMED)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b" not in run("check", "a.toml").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = run("check", "a.toml").out
    assert "\x1b[33mwarning\x1b[0m" in out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("check", "a.toml").out
