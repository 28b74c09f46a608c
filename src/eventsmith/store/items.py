"""The changes of a text that make a list of tables say what the new list says: kept, moved, gone and new blocks."""

from __future__ import annotations

from pydantic import BaseModel

from eventsmith.store.emit import Notes, item_lines
from eventsmith.store.match import origins
from eventsmith.store.splice import Splice, spliced
from eventsmith.store.tables import Scribe, TooTangledError
from eventsmith.store.tree import Table


def edit_list(
    scribe: Scribe, table: Table, name: str, old: tuple[BaseModel, ...], new: tuple[BaseModel, ...]
) -> list[Splice]:
    """All changes; those within an item are in its own text, wherever that goes."""
    blocks = table.lists[name]
    if len(blocks) != len(old):
        raise TooTangledError
    found = origins(old, new)
    inner = {
        origin: scribe.noun(blocks[origin], old[origin], item)
        for origin, item in zip(found, new, strict=True)
        if origin is not None and item is not old[origin]
    }
    if found == list(range(len(old))):
        return [splice for splices in inner.values() for splice in splices]
    return _Blocks(scribe, table, blocks, inner).rearranged(found, new)


class _Blocks:
    """The blocks of one list, which are moved, taken out and put in as whole stretches of text."""

    def __init__(self, scribe: Scribe, table: Table, blocks: list[Table], inner: dict[int, list[Splice]]) -> None:
        self._scribe = scribe
        self._regions = scribe.regions
        self._inner = inner
        self._keys = blocks[0].keys
        self._end = max(table.homes())
        self._first: list[int] = []
        self._last: list[int] = []
        for block in blocks:
            homes = block.homes()
            if homes != list(range(homes[0], homes[-1] + 1)) or (self._last and homes[0] <= self._last[-1]):
                raise TooTangledError
            self._first.append(homes[0])
            self._last.append(homes[-1])

    def rearranged(self, found: list[int | None], new: tuple[BaseModel, ...]) -> list[Splice]:
        """The blocks in the order of the new items; the gaps between them stay where they are."""
        kept = [origin for origin in found if origin is not None]
        slots = sorted(kept)
        splices: list[Splice] = []
        for slot, origin in zip(slots, kept, strict=True):
            if slot == origin:
                splices += self._inner.get(origin, [])
            else:
                start, end = self._bounds(origin)
                text = spliced(self._scribe.text, self._inner.get(origin, []), start, end)
                splices.append(Splice(*self._bounds(slot), text))
        splices += self._inserted(found, new, slots)
        for gone in sorted(set(range(len(self._first))) - set(kept)):
            splices += self._scribe.removed_section(self._first[gone], self._last[gone], within=self._end)
        return splices

    def _bounds(self, index: int) -> tuple[int, int]:
        return self._regions.start(self._first[index]), self._regions.end(self._last[index])

    def _inserted(self, found: list[int | None], new: tuple[BaseModel, ...], slots: list[int]) -> list[Splice]:
        splices: list[Splice] = []
        passed = 0
        for origin, item in zip(found, new, strict=True):
            if origin is not None:
                passed += 1
                continue
            lines = item_lines(item, self._keys, (), Notes())
            if passed:
                splices.append(self._scribe.section_after(self._last[slots[passed - 1]], lines))
            else:
                start, _ = self._bounds(slots[0])
                splices.append(Splice(start, start, self._scribe.lines([*lines[1:], ""]), is_block=True))
        return splices
