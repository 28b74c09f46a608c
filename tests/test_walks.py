"""The walks through the code that docs/architecture.md describes lead along files that there are."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_path_on_the_five_walks_is_there() -> None:
    section = (ROOT / "docs" / "architecture.md").read_text().partition("## Five walks\n")[2].partition("\n## ")[0]
    walks = re.findall(r"^\*\*.*?\*\* .*?(?=\n\n|\Z)", section, re.MULTILINE | re.DOTALL)
    assert len(walks) == 5
    for walk in walks:
        paths = re.findall(r"`([a-z_]+(?:/[a-z_]+)*(?:\.py)?)`", walk.partition(".** ")[2])
        assert len(paths) > 4, walk
        for path in paths:
            assert (ROOT / "src" / "eventsmith" / path).exists(), path
        twice = {path for path in paths if paths.count(path) > 1}
        assert all(f"`{path}` again: " in walk.replace("\n", " ") for path in twice), twice
