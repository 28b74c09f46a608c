"""`eventsmith fix` and `eventsmith fmt`: what they change, what they leave, what they refuse."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS, MISNAMED, WRONG_ID

UNTIDY = CLEAN.replace('name = "Shop"', "name='Shop'").replace("\n[[", "\n\n[[")


def test_fix_makes_the_file_clean_and_keeps_its_comments(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    ran = run("fix", "a.toml")
    assert ran.status == 0
    assert ran.out == ("a.toml: fixed: “Song Played” should be “Play Song” [event-name-breaks-form]\na.toml: 1 fixed\n")
    assert Path("a.toml").read_text() == CLEAN


def test_fixing_twice_is_fixing_once(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    run("fix", "a.toml")
    ran = run("fix", "a.toml")
    assert (ran.status, ran.out) == (0, "a.toml: nothing to fix\n")
    assert Path("a.toml").read_text() == CLEAN


def test_a_diff_changes_nothing(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    ran = run("fix", "--diff", "a.toml")
    assert ran.status == 1
    assert ran.out.startswith("--- a.toml\n+++ a.toml (fixed)\n")
    assert '-name = "Song Played"\n' in ran.out
    assert '+name = "Play Song"\n' in ran.out
    assert Path("a.toml").read_text() == MISNAMED
    Path("a.toml").write_text(CLEAN)
    ran = run("fix", "--diff", "a.toml")
    assert (ran.status, ran.out, ran.err) == (0, "", "a.toml: nothing to fix\n")


def test_a_diff_without_a_fix_says_what_is_left(run: Run) -> None:
    Path("a.toml").write_text(WRONG_ID.replace('"Play Song"', '""'))
    ran = run("fix", "--diff", "a.toml")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == run("fix", "a.toml").out == "a.toml: nothing to fix; 1 issue left, see “eventsmith check”\n"


def test_only_the_rules_that_are_asked_for(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    run("fix", "a.toml", "--rule", "event-id-is-malformed")
    assert Path("a.toml").read_text() == MISNAMED
    run("fix", "a.toml", "--rule", "event-id-is-malformed", "event-name-breaks-form")
    assert Path("a.toml").read_text() == CLEAN
    ran = run("fix", "a.toml", "--rule", "event-name-brakes-form")
    assert ran.status == 2
    assert "did you mean “event-name-breaks-form”?" in ran.err


@pytest.mark.parametrize("command", ["fix", "fmt"])
@pytest.mark.parametrize("text", [MANY_PROBLEMS, "[[", "", 'x = "no catalog"', "format = 99\n"])
def test_a_broken_file_is_not_touched_and_the_next_is_done(run: Run, command: str, text: str) -> None:
    Path("a.toml").write_text(text)
    Path("b.toml").write_text(UNTIDY if command == "fmt" else MISNAMED)
    ran = run(command, "a.toml", "b.toml")
    assert ran.status == 2
    assert "a.toml" in ran.err
    assert "a.toml" not in ran.out
    assert Path("a.toml").read_text() == text
    assert Path("b.toml").read_text() == CLEAN


def test_errors_that_are_left_show_in_the_status(run: Run) -> None:
    Path("a.toml").write_text(CLEAN + '\n[[events.properties]]\nname = ""\n')
    ran = run("fix", "a.toml")
    assert ran.status == 1
    assert "left" in ran.out


def test_stdin_to_stdout(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for command, text in (("fix", MISNAMED), ("fix", CLEAN), ("fmt", UNTIDY), ("fmt", CLEAN)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        ran = run(command, "-")
        assert (ran.status, ran.out) == (0, CLEAN)


def test_fmt(run: Run) -> None:
    Path("a.toml").write_text(UNTIDY)
    ran = run("fmt", "--check", "a.toml")
    assert (ran.status, ran.out) == (1, "a.toml: would be formatted\n")
    assert Path("a.toml").read_text() == UNTIDY
    ran = run("fmt", "a.toml")
    assert (ran.status, ran.out) == (0, "a.toml: formatted\n")
    assert Path("a.toml").read_text() == CLEAN
    for options in ((), ("--check",)):
        ran = run("fmt", "a.toml", *options)
        assert (ran.status, ran.out) == (0, "a.toml: is formatted already\n")


def test_fmt_formats_what_is_wrong_as_well(run: Run) -> None:
    Path("a.toml").write_text(WRONG_ID)
    assert run("fmt", "a.toml").status == 0


def test_a_file_that_changed_meanwhile_is_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from eventsmith import store

    formatted_bytes = store.formatted_bytes

    def changed_by_another(document: store.Document) -> bytes:
        Path("a.toml").write_text(MISNAMED)
        return formatted_bytes(document)

    monkeypatch.setattr(store, "formatted_bytes", changed_by_another)
    Path("a.toml").write_text(UNTIDY)
    ran = run("fmt", "a.toml")
    assert ran.status == 2
    assert "changed by someone else" in ran.err
    assert Path("a.toml").read_text() == MISNAMED


def test_line_endings_of_a_diff_do_not_show(run: Run) -> None:
    Path("a.toml").write_bytes(MISNAMED.replace("\n", "\r\n").encode())
    ran = run("fix", "--diff", "a.toml")
    assert ran.status == 1
    assert "U+000D" not in ran.out


@pytest.mark.parametrize("words", [("fix",), ("fmt",), ("rename", "--form", "verb-noun")])
def test_a_disk_that_does_not_confirm_what_was_written_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    Path("a.toml").write_text(MISNAMED.replace('name = "Shop"', "name='Shop'"))
    replaced = sys.modules["eventsmith.store.save"].replace_file
    monkeypatch.setattr(
        sys.modules["eventsmith.store.save"],
        "replace_file",
        lambda *given, **named: replaced(*given, **named) and False,
    )
    ran = run(words[0], "a.toml", *words[1:])
    assert (ran.status, ran.out) == (2, "")
    assert "a.toml was written, but the disk did not confirm that it is safe from a power cut" in ran.err
