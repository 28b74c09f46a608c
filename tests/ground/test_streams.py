"""How large a terminal is believed to be. What becomes of streams that are gone is tested with the command."""

import os
from pathlib import Path

import pytest

from eventsmith.ground import streams
from eventsmith.plain.console import _between_words
from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # a fixture


@pytest.mark.parametrize(
    ("claimed", "size"),
    [((80, 24), (80, 24)), ((100_000, 100_000), (1000, 500)), ((1000, 500), (1000, 500)), ((100_000, 24), (1000, 24))],
)
def test_a_terminal_is_as_large_as_it_says_but_no_larger_than_one_can_be(
    monkeypatch: pytest.MonkeyPatch, claimed: tuple[int, int], size: tuple[int, int]
) -> None:
    monkeypatch.setenv("COLUMNS", str(claimed[0]))
    monkeypatch.setenv("LINES", str(claimed[1]))
    assert streams.terminal_size() == size
    monkeypatch.delenv("COLUMNS")
    monkeypatch.delenv("LINES")
    with monkeypatch.context() as patched:  # no longer than needed: pytest asks for it too, with a fallback
        patched.setattr("shutil.get_terminal_size", lambda: os.terminal_size(claimed))
        assert streams.terminal_size() == size


def test_all_that_is_broken_into_lines_is_for_the_width_that_is_believed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for columns in ("1000", "100000"):
        monkeypatch.setenv("COLUMNS", columns)
        said.append((_between_words("word " * 1000), run("check", "--help").out, run("export", "--help").out))
    assert said[0] == said[1]
    assert max(map(len, said[0][0].split("\n"))) < 1000


def test_nobody_else_asks_for_the_size() -> None:
    source = Path(streams.__file__).parents[1]
    asking = [path.name for path in source.rglob("*.py") if "get_terminal_size(" in path.read_text()]
    assert sorted(asking) == ["streams.py", "terminal_size.py"]
