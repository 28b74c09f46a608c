"""Git with the two lines of the README: branches are merged by the installed command, and conflicts are git's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .test_merge import BASE, MONEY, RATE, SHARE, before_campaigns, chosen

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")
README = Path(__file__).parents[2] / "README.md"
NAME = "shop.events.toml"


class Repository:
    """A repository with the base on its branch `main`, in which git knows nothing of whose machine it is on."""

    def __init__(self, folder: Path, name: str, base: str | None) -> None:
        self.file = folder / "repository" / name
        self._folder = folder / "repository"
        program = folder / "bin" / "eventsmith"
        for each in (self.file, program):
            each.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m eventsmith "$@"\n')
        program.chmod(0o755)
        self._environment = {
            **os.environ,
            "PATH": os.pathsep.join([str(program.parent), os.environ["PATH"]]),
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        self.git("init", "-q")
        self.git("symbolic-ref", "HEAD", "refs/heads/main")
        section = README.read_text().partition("\n## In git\n")[2].partition("\n## ")[0]
        (lines,) = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
        self._run("sh", "-ec", lines)
        self.commit(base)
        self.git("branch", "theirs")

    def git(self, *words: str, status: int = 0) -> str:
        """What git says."""
        return self._run("git", *words, status=status)

    def commit(self, text: str | None, branch: str = "main") -> None:
        """Commit the file with the text on a branch."""
        if branch != "main":
            self.git("switch", "-q", branch)
        if text is not None:
            self.file.write_text(text)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "x")
        if branch != "main":
            self.git("switch", "-q", "main")

    def _run(self, *words: str, status: int = 0) -> str:
        done = subprocess.run(
            words, cwd=self._folder, env=self._environment, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr


def test_branches_that_each_add_an_event_merge_whatever_the_file_is_called(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "a folder/-x 'é\".events.toml", BASE)
    repository.commit(before_campaigns(RATE))
    repository.commit(before_campaigns(SHARE), "theirs")
    assert "CONFLICT" not in repository.git("merge", "theirs")
    assert repository.file.read_text() == before_campaigns(RATE + SHARE)
    assert repository.git("status", "--short") == ""


def test_a_conflict_is_one_for_git_until_somebody_has_chosen(tmp_path: Path) -> None:
    repository = Repository(tmp_path, NAME, BASE)
    repository.commit(BASE.replace('"Buy Song"', '"Buy Record"'))
    repository.commit(before_campaigns(SHARE).replace('"Buy Song"', '"Buy Track"'), "theirs")
    said = repository.git("merge", "theirs", status=1)
    assert f"{NAME}: conflict: Buy Record: name: ours “Buy Record”, theirs “Buy Track”" in said
    assert f"CONFLICT (content): Merge conflict in {NAME}" in said
    assert repository.git("status", "--short") == f"UU {NAME}\n"
    repository.file.write_bytes(chosen(repository.file.read_bytes(), 2))
    repository.git("commit", "-q", "-a", "-m", "x")
    assert repository.file.read_text() == before_campaigns(SHARE).replace('"Buy Song"', '"Buy Track"')


@pytest.mark.deep
def test_a_branch_in_which_an_event_is_gone_is_rebased_onto_one_that_changed_it(tmp_path: Path) -> None:
    repository = Repository(tmp_path, NAME, BASE)
    repository.commit(BASE.replace("It is paid", "Money arrives"))
    repository.commit(BASE.replace(MONEY, ""), "theirs")
    said = repository.git("rebase", "main", "theirs", status=1)
    assert "conflict: Buy Song: ours “when: Money arrives”, theirs (removed)" in said
    assert chosen(repository.file.read_bytes(), 2).decode() == BASE.replace(MONEY, "")


@pytest.mark.deep
def test_a_file_that_both_branches_made_is_merged(tmp_path: Path) -> None:
    repository = Repository(tmp_path, NAME, None)
    repository.commit(before_campaigns(RATE))
    repository.commit(before_campaigns(SHARE), "theirs")
    repository.git("merge", "theirs")
    assert repository.file.read_text() == before_campaigns(RATE + SHARE)


@pytest.mark.deep
def test_what_is_no_catalog_is_left_to_be_looked_through(tmp_path: Path) -> None:
    repository = Repository(tmp_path, NAME, BASE)
    repository.commit(BASE.replace("It is paid", "Money arrives"))
    repository.commit(BASE.replace('name = "Shop"', 'name = "Shop'), "theirs")
    said = repository.git("merge", "theirs", status=1)
    assert f"{NAME} (theirs):3:8: error: " in said
    assert repository.git("status", "--short") == f"UU {NAME}\n"
    assert repository.file.read_text() == BASE.replace('name = "Shop"', 'name = "Shop').replace(
        "It is paid", "Money arrives"
    )
