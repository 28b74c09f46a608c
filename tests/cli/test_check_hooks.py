"""The hooks for pre-commit: what its manifest must say, and that the hooks do what they are for."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from eventsmith.ground.catalog_files import ENDING

from .conftest import Run
from .samples import CLEAN, MISNAMED, WRONG_ID

ROOT = Path(__file__).parents[2]
_LINE = re.compile(r"(?P<start>- |  )(?P<key>[a-z_]+): (?P<value>'[^']*'|\[\w+\]|[^\s'\[\]{}#&*!|>%@:,][^:#]*)")


def hooks() -> list[dict[str, str]]:
    """The manifest: a list of one-line pairs, which is all of YAML that it may use."""
    found: list[dict[str, str]] = []
    for line in (ROOT / ".pre-commit-hooks.yaml").read_text().splitlines():
        pair = _LINE.fullmatch(line)
        assert pair, line
        if pair["start"] == "- ":
            found.append({})
        assert pair["key"] not in found[-1]
        found[-1][pair["key"]] = pair["value"].strip("'")
    return found


HOOKS = {hook["id"]: hook for hook in hooks()}


def test_there_are_two() -> None:
    assert list(HOOKS) == ["eventsmith-check", "eventsmith-fmt"]


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_says_all_that_pre_commit_asks_for(hook: dict[str, str]) -> None:
    """Keys and their meaning: https://pre-commit.com/#new-hooks. A hook in Python is installed from this repository."""
    assert set(hook) == {"id", "name", "description", "entry", "language", "files", "types"}
    assert (hook["language"], hook["types"]) == ("python", "[toml]")
    assert re.search(hook["files"], f"catalogs/shop{ENDING}")
    assert not re.search(hook["files"], "pyproject.toml")
    assert not re.search(hook["files"], f"shop{ENDING}.orig")


def ran(run: Run, hook: str, *names: str) -> int:
    program, *words = shlex.split(HOOKS[hook]["entry"])
    assert program == "eventsmith"
    return run(*words, *names).status


def test_check_stops_a_commit_for_errors(run: Run) -> None:
    Path("a.events.toml").write_text(MISNAMED)
    Path("b.events.toml").write_text(WRONG_ID)
    assert ran(run, "eventsmith-check", "a.events.toml") == 0
    assert ran(run, "eventsmith-check", "--strict", "a.events.toml") == 1
    assert ran(run, "eventsmith-check", "a.events.toml", "b.events.toml") == 1


def test_fmt_puts_files_in_order(run: Run) -> None:
    Path("a.events.toml").write_text(CLEAN.replace("format = 1", "format   =   1"))
    Path("b.events.toml").write_text(CLEAN)
    assert ran(run, "eventsmith-fmt", "a.events.toml", "b.events.toml") == 0
    assert Path("a.events.toml").read_text() == Path("b.events.toml").read_text() == CLEAN


def test_the_readme_names_the_hooks() -> None:
    section = (ROOT / "README.md").read_text().partition("\n## In CI\n")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"- id: (\S+)", section)) == sorted(HOOKS)
