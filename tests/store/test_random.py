"""Random catalogs, written in random styles with comments everywhere, and random edits of them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from eventsmith.model import Catalog, same
from eventsmith.store import Document, canonical_toml, formatted_bytes, layout, read_bytes, updated_bytes
from eventsmith.store.canonical_text import field_groups
from eventsmith.store.match import origins
from eventsmith.store.outline import Outline, Table
from tests.store.random_catalogs import Hand, catalogs, changed

_COMMENT_LINE = re.compile(r"^[ \t]*(#.*?)\r?$", re.MULTILINE)
_NUMBER = re.compile(r"""#[ !"]*(\d+) (?:\(|free)""")
seeds = st.integers(0, 10**6)


@given(catalogs)
def test_canonical_text_is_read_back_and_stays(catalog: Catalog) -> None:
    text = canonical_toml(catalog)
    document = read_bytes(text.encode())
    assert document.problems == ()
    assert same(document.catalog, catalog)
    assert formatted_bytes(document).decode() == text


@given(catalogs, seeds)
def test_fmt_keeps_every_comment_and_changes_nothing_twice(catalog: Catalog, seed: int) -> None:
    document = read_bytes(Hand(catalog, seed).data)
    assert document.problems == ()
    assert same(document.catalog, catalog)
    data = formatted_bytes(document)
    again = read_bytes(data)
    assert same(again.catalog, catalog)
    assert formatted_bytes(again) == data
    assert sorted(_NUMBER.findall(data.decode())) == sorted(_NUMBER.findall(document.text))


@given(st.data(), catalogs, seeds)
def test_an_edit_leaves_all_else_as_it_was(data: st.DataObject, catalog: Catalog, seed: int) -> None:
    document = read_bytes(Hand(catalog, seed).data)
    assert updated_bytes(document, document.catalog) == document.data
    new = document.catalog
    for _ in range(data.draw(st.integers(1, 3))):
        new = changed(data, new)
    after = updated_bytes(document, new)
    assert same(read_bytes(after).catalog, new)
    text = read_bytes(after).text
    gone = _Kept(document, new).check(text)
    lost = [line for line in _comment_lines(document) if line not in text and line not in gone]
    assert not lost


class _Kept:
    """Looks for the blocks of items that nobody edited."""

    def __init__(self, document: Document, new: Catalog) -> None:
        self.text = document.text if document.text.endswith("\n") else document.text + "\n"
        sections = layout.scan(self.text)
        self.regions = Outline(self.text, sections)
        self.root = self.regions.root
        self.old, self.new = document.catalog, new

    def check(self, after: str) -> set[str]:
        """That they are there, byte for byte. Returns the comments in blocks that were taken out."""
        gone: set[str] = set()
        self._check(self.root, self.old, self.new, after, gone)
        return gone

    def _check(self, table: Table, old: BaseModel, new: BaseModel, after: str, gone: set[str]) -> None:
        for name in field_groups(type(old)).lists:
            blocks, items, now = table.lists.get(name, []), getattr(old, name), getattr(new, name)
            kept = origins(items, now)
            for index, block in enumerate(blocks):
                homes = block.homes()
                part = self.text[self.regions.start(homes[0]) : self.regions.end(homes[-1])]
                if index not in kept:
                    gone.update(_COMMENT_LINE.findall(part))
                    continue
                item = now[kept.index(index)]
                if item is items[index]:
                    assert part.rstrip() in after
                else:
                    self._check(block, items[index], item, after, gone)


def _comment_lines(document: Document) -> list[str]:
    """The comments with a line of their own, outside of values."""
    found: list[str] = []
    here = 0
    for section in document.sections:
        found += _COMMENT_LINE.findall(document.text[here : section.start])
        here = section.end
        for pair in section.pairs:
            found += _COMMENT_LINE.findall(document.text[here : pair.start])
            here = pair.end
    return found + _COMMENT_LINE.findall(document.text[here:])
