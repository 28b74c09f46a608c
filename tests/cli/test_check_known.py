"""`eventsmith check` on a plan that has issues already: only some, only new ones, and how many of each."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventsmith.cli._command import CommandError
from eventsmith.cli._known_issues import read_baseline

from .conftest import Run

PLAN = """\
format = 1

[[events]]
id = "songPlayed"
name = "Song Played"
when = "x"
stage = "engagement"
used_for = ["segment"]

[[events]]
id = "view_item"
name = "View Item"
when = "x"
used_for = ["segment"]
"""
NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def plan() -> Path:
    path = Path("a.events.toml")
    path.write_text(PLAN)
    return path


def rules(out: str) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in out.splitlines()[:-1]]


def test_only_some(run: Run, plan: Path) -> None:
    every = ["event-name-breaks-form", "event-has-no-stage", "event-id-in-other-case"]
    assert rules(run("check", str(plan)).out) == every
    assert rules(run("check", str(plan), "--least", "warning").out) == [every[0], every[2]]
    assert rules(run("check", str(plan), "--rule", every[1]).out) == [every[1]]
    assert rules(run("check", str(plan), "--rule", every[1], "--rule", every[0]).out) == every[:2]
    assert run("check", str(plan), "--strict", "--rule", every[1]).status == 0
    assert run("check", str(plan), "--strict", "--rule", every[0]).status == 1
    ran = run("check", str(plan), "--rule", "event-has-no-stag")
    assert (ran.status, ran.err.splitlines()[-1]) == (
        2,
        "eventsmith check: there is no rule “event-has-no-stag”; did you mean “event-has-no-stage”?",
    )


def test_what_is_wrong_with_the_file_itself_is_never_left_out(run: Run) -> None:
    Path("b.toml").write_text(PLAN + "colour = 1\n")
    for options in (["--rule", "event-has-no-stage"], ["--least", "error"]):
        ran = run("check", "b.toml", *options)
        assert ran.status == 2
        assert "file-unknown-key" in rules(ran.out)
    ran = run("check", "b.toml", "--write-baseline", "known.json")
    assert (ran.status, Path("known.json").exists()) == (2, False)
    assert "b.toml: not all of it can be judged" in ran.err


def test_hundreds_of_one_rule_do_not_hide_the_rest(run: Run) -> None:
    nouns = [
        f"{one}{other}" for one in ("song", "list", "book", "page", "film") for other in "abcdefghijklmnopqrstuvwxyz"
    ]
    events = "".join(f'[[events]]\nid = "{noun}Played"\nname = "{noun.title()} Played"\n' for noun in nouns)
    Path("many.toml").write_text(f'format = 1\n[naming]\nform = "verb-noun"\n{events}[[events]]\nid = ""\nname = "X"\n')
    ran = run("check", "many.toml")
    lines = ran.out.splitlines()
    rule = "event-name-breaks-form"
    assert ran.status == 1
    assert sum(f"[{rule}]" in line for line in lines) == 10
    assert f"many.toml: warning: 119 more of {rule}: “eventsmith check --rule {rule}” lists them" in lines
    assert any("[event-id-is-empty]" in line for line in lines)
    assert rules(run("check", "many.toml", "--rule", rule).out) == [rule] * 129


def test_how_many_of_each(run: Run, plan: Path) -> None:
    assert run("check", str(plan), "--summary").out == (
        "     1  warning  event-id-in-other-case\n"
        "     1  warning  event-name-breaks-form\n"
        "     1  hint     event-has-no-stage\n"
        "2 warnings, 1 hint in 1 file; “eventsmith fix” fixes 2 of them\n"
    )
    assert run("check", str(plan), "--summary", "--format", "json").status == 2


def test_a_baseline_leaves_out_what_is_known_and_names_what_has_gone(run: Run, plan: Path) -> None:
    noted = run("check", str(plan), "--write-baseline", "known.json")
    assert (noted.status, noted.out, noted.err) == (0, "", "known.json: 3 issues noted\n")
    ran = run("check", "--strict", str(plan), "--baseline", "known.json")
    assert (ran.status, ran.out, ran.err) == (0, "No issues in 1 file (3 known)\n", "")
    # Lines move, one is mended, one event has another name, and one thing is new.
    after = PLAN.replace("[[events]]", "# moved\n\n[[events]]").replace("Song Played", "Play Song")
    plan.write_text(after.replace("View Item", "See Item") + "\n[[events]]\nid = 'tapHeart'\nname = 'Heart Tapped'\n")
    ran = run("check", "--strict", str(plan), "--baseline", "known.json")
    assert ran.status == 1
    assert set(rules(ran.out)) >= {"event-name-breaks-form"}
    assert all("tapHeart" in line or "Heart Tapped" in line for line in ran.out.splitlines()[:-1])
    assert ran.err == (
        "note: known.json notes what is no longer there: a.events.toml: songPlayed: “…” should be “Play Song”"
        " [event-name-breaks-form]\n"
    )
    assert run("check", str(plan), "--baseline", "known.json", "--least", "warning").err == ""


def test_a_baseline_counts(run: Run, plan: Path) -> None:
    """The same thing twice is new where it is known once."""
    run("check", str(plan), "--write-baseline", "known.json")
    known = json.loads(Path("known.json").read_text())
    assert [issue["count"] for issue in known["issues"]] == [1, 1, 1]
    plan.write_text(PLAN + PLAN.removeprefix("format = 1\n"))
    assert "event-name-breaks-form" in rules(run("check", str(plan), "--baseline", "known.json").out)


def test_a_baseline_holds_wherever_one_stands(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", str(plan), "--write-baseline", "known.json")
    Path("in").mkdir()
    monkeypatch.chdir("in")
    assert run("check", "../a.events.toml", "--baseline", "../known.json").out == "No issues in 1 file (3 known)\n"
    # Nothing is said of files that were not checked.
    Path("b.toml").write_text('format = 1\nname = "B"\n')
    assert "no longer" not in run("check", "b.toml", "--baseline", "../known.json").err


def test_a_baseline_overwrites_nothing_else(run: Run, plan: Path) -> None:
    ran = run("check", str(plan), "--write-baseline", str(plan))
    assert (ran.status, plan.read_text()) == (2, PLAN)
    assert "this is not a baseline" in ran.err
    assert run("check", str(plan), "--write-baseline", "known.json").status == 0
    assert run("check", str(plan), "--write-baseline", "known.json").status == 0
    assert run("check", str(plan), "--write-baseline", "no/known.json").status == 2
    assert run("check", str(plan), "--baseline", "known.json", "--write-baseline", "known.json").status == 2
    assert run("check", "-", "--baseline", "known.json").status == 2
    assert run("check", str(plan), "--baseline", "nowhere.json").status == 2


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"issues": 3}', '{"issues": [3]}', '{"issues": [{}]}', "\x00", "[" * 5000),
        '{"issues": [{"file": "a", "rule": "b", "event": "c", "message": "d", "count": 0}]}',
        '{"issues": [{"file": 1, "rule": "b", "event": "c", "message": "d", "count": 1}]}',
    ],
)
def test_what_is_no_baseline(run: Run, plan: Path, text: str) -> None:
    Path("known.json").write_text(text)
    ran = run("check", str(plan), "--baseline", "known.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("eventsmith: known.json: this is not a baseline")


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_baseline_or_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "known.json").write_bytes(data)
    with pytest.raises(CommandError):
        read_baseline(tmp_path / "known.json")


def git(*words: str) -> None:
    names = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], check=True, capture_output=True, env={**os.environ, **names})


@NEEDS_GIT
def test_since_a_commit(run: Run, plan: Path) -> None:
    git("init", "-q", ".")
    git("add", ".")
    git("commit", "-qm", "first")
    assert run("check", "--strict", str(plan), "--since", "HEAD").out == "No issues in 1 file (3 known)\n"
    plan.write_text(PLAN + "\n[[events]]\nid = 'tapHeart'\nname = 'Heart Tapped'\n")
    ran = run("check", "--strict", str(plan), "--since", "HEAD")
    assert ran.status == 1
    assert "event-name-breaks-form" in rules(ran.out)
    assert "Song Played" not in ran.out
    Path("new.toml").write_text(PLAN)
    assert len(rules(run("check", "new.toml", "--since", "HEAD").out)) == 3
    for revision in ("nope", "--help", "", "HEAD:a.events.toml"):
        ran = run("check", str(plan), f"--since={revision}")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == f"eventsmith: a.events.toml: git knows no commit “{revision}” here\n"


def test_since_needs_git(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ran = run("check", str(plan), "--since", "HEAD")
    assert ran.status == 2
    assert ran.err.startswith("eventsmith: git cannot be run: ")


def test_github_shows_ten_of_a_kind_and_the_log_the_rest(run: Run) -> None:
    things = [
        "Song",
        "Video",
        "Movie",
        "Album",
        "Artist",
        "Playlist",
        "Podcast",
        "Episode",
        "Trailer",
        "Game",
        "Radio",
        "Station",
        "Book",
        "Story",
    ]
    events = "".join(f"\n[[events]]\nid = 'play{one}'\nname = '{one} Played'\nwhen = 'x'\n" for one in things)
    Path("a.toml").write_text(f'format = 1\n[naming]\nform = "verb-noun"\n{events}')
    lines = run("check", "a.toml", "--format", "github", "--rule", "event-name-breaks-form").out.splitlines()
    assert sum(line.startswith("::warning file=a.toml,") for line in lines) == 9
    assert lines[9] == "::warning title=5 more warnings::event-name-breaks-form (5); the log lists them"
    assert all(line.startswith("a.toml:") for line in lines[10:15])
    every = run("check", "a.toml", "--format", "github").out.splitlines()
    kinds = [line.split()[0] for line in every if line.startswith("::")]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
