"""Random catalogs, written in random styles with comments everywhere, and random edits of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from eventsmith.model import Catalog, same
from eventsmith.store import Document, canonical, formatted, layout, read_bytes, rewrite, rewritten
from eventsmith.store.emit import kinds
from eventsmith.store.match import origins
from eventsmith.store.stretch import stretches, whole
from eventsmith.store.tree import Regions, Table, tree
from tests.store.random_catalogs import Hand, catalogs, changed

_COMMENT_LINE = re.compile(r"^[ \t]*(#.*?)\r?$", re.MULTILINE)
_NUMBER = re.compile(r"""#[ !"]*(\d+) (?:\(|free)""")
seeds = st.integers(0, 10**6)


@given(catalogs)
@settings(max_examples=100, deadline=None)
def test_canonical_text_is_read_back_and_stays(catalog: Catalog) -> None:
    text = canonical(catalog)
    document = read_bytes(text.encode())
    assert document.problems == ()
    assert same(document.catalog, catalog)
    assert formatted(document).decode() == text


@given(catalogs, seeds)
@settings(max_examples=100, deadline=None)
def test_fmt_keeps_every_comment_and_changes_nothing_twice(catalog: Catalog, seed: int) -> None:
    document = read_bytes(Hand(catalog, seed).data)
    assert document.problems == ()
    assert same(document.catalog, catalog)
    data = formatted(document)
    again = read_bytes(data)
    assert same(again.catalog, catalog)
    assert formatted(again) == data
    assert sorted(_NUMBER.findall(data.decode())) == sorted(_NUMBER.findall(document.text))


@given(st.data(), catalogs, seeds)
@settings(max_examples=100, deadline=None)
def test_an_edit_leaves_all_else_as_it_was(data: st.DataObject, catalog: Catalog, seed: int) -> None:
    _edit_and_look(data, catalog, seed)


@pytest.mark.deep
@given(st.data(), catalogs, seeds)
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_edits_leave_all_else_as_it_was(data: st.DataObject, catalog: Catalog, seed: int) -> None:
    _edit_and_look(data, catalog, seed)


def _edit_and_look(data: st.DataObject, catalog: Catalog, seed: int) -> None:
    document = read_bytes(Hand(catalog, seed).data)
    assert rewritten(document, document.catalog) == document.data
    new = document.catalog
    for _ in range(data.draw(st.integers(1, 3))):
        new = changed(data, new)
    after = rewritten(document, new)
    assert same(read_bytes(after).catalog, new)
    text = read_bytes(after).text
    gone = _Kept(document, new).check(text)
    lost = [line for line in _comment_lines(document) if line not in text and line not in gone]
    assert not lost
    # The coarser way of writing is a net; these styles do not need it.
    assert rewrite.edited(document, [whole(document, new)]) in (after, document.data)


@given(st.data(), st.lists(catalogs, min_size=2, max_size=4), seeds)
@settings(max_examples=60, deadline=None)
def test_what_is_edited_in_parts_is_what_is_edited_as_a_whole(
    data: st.DataObject, several: list[Catalog], seed: int
) -> None:
    _edit_in_parts(data, several, seed)


@pytest.mark.deep
@given(st.data(), st.lists(catalogs, min_size=2, max_size=5), seeds)
@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_edits_in_parts_are_those_of_the_whole(data: st.DataObject, several: list[Catalog], seed: int) -> None:
    _edit_in_parts(data, several, seed)


def _edit_in_parts(data: st.DataObject, several: list[Catalog], seed: int) -> None:
    longer = {name: tuple(item for each in several for item in getattr(each, name)) for name in ("events", "campaigns")}
    document = read_bytes(Hand(several[0].model_copy(update=longer), seed).data)
    new = document.catalog
    for _ in range(data.draw(st.integers(1, 3))):
        new = changed(data, new)
    parts = stretches(document, new)
    for part in parts:
        assert part.end - part.start < len(document.data)
    as_a_whole = rewrite.edited(document, [whole(document, new)])
    if parts and as_a_whole is not None:
        assert rewrite.edited(document, parts) == as_a_whole


class _Kept:
    """Looks for the blocks of items that nobody edited."""

    def __init__(self, document: Document, new: Catalog) -> None:
        self.text = document.text if document.text.endswith("\n") else document.text + "\n"
        sections = layout.scan(self.text)
        self.regions = Regions(self.text, sections)
        self.root = tree(sections)
        self.old, self.new = document.catalog, new

    def check(self, after: str) -> set[str]:
        """That they are there, byte for byte. Returns the comments in blocks that were taken out."""
        gone: set[str] = set()
        self._check(self.root, self.old, self.new, after, gone)
        return gone

    def _check(self, table: Table, old: BaseModel, new: BaseModel, after: str, gone: set[str]) -> None:
        for name in kinds(type(old)).lists:
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
