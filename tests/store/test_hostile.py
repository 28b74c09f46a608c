"""Every string of the corpora, in every field that takes a text: saved, read again, harmless in what is exported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eventsmith.formats import all_formats
from eventsmith.ground.sanitise import visible_lines
from eventsmith.model import same
from eventsmith.store import canonical_toml, new_document, read_file, save
from tests.tui.test_hostile import corpus, made_of

EMOJI = Path(__file__).parents[3] / "shared" / "corpora" / "emoji" / "emoji-test.txt"


def emoji() -> list[str]:
    lines = re.findall(r"^([0-9A-F ]+?)\s*;", EMOJI.read_text(encoding="utf-8"), re.MULTILINE)
    return ["".join(chr(int(code, 16)) for code in line.split()) for line in lines]


def look(folder: Path, texts: list[str]) -> None:
    for start in range(0, len(texts), 100):
        catalog = made_of(texts[start : start + 100])
        path = folder / f"{start}.toml"
        save(new_document(path), catalog)
        assert same(read_file(path).catalog, catalog)
        assert path.read_text(encoding="utf-8") == canonical_toml(catalog)
        for format in all_formats():
            for data in format.write(catalog).files.values():
                text = data.decode()
                assert visible_lines(text) == text, format.name


def test_every_string_is_kept_and_harmless(tmp_path: Path) -> None:
    look(tmp_path, corpus())


@pytest.mark.parametrize("each", [pytest.param(16, id="sample"), pytest.param(1, id="all", marks=pytest.mark.deep)])
@pytest.mark.skipif(not EMOJI.exists(), reason="../shared/corpora/emoji is not here")
def test_every_emoji_is_kept(tmp_path: Path, each: int) -> None:
    texts = emoji()
    assert len(texts) > 4000
    look(tmp_path, texts[::each])
