"""The changes of a text that make its tables say what the new nouns say. Lists of tables are next door, in items.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import tomli
from pydantic import BaseModel

from eventsmith.model import same
from eventsmith.store.emit import Notes, default_of, is_written, item_lines, key_text, kinds, pair_lines, table_lines
from eventsmith.store.guard import decimal
from eventsmith.store.layout import Pair, Section
from eventsmith.store.splice import Splice
from eventsmith.store.tree import Regions, Table
from eventsmith.store.values import value_splices

ListEditor = Callable[["Scribe", Table, str, tuple[BaseModel, ...], tuple[BaseModel, ...]], list[Splice]]


class TooTangledError(Exception):
    """The text is laid out so that the change cannot be made in place."""


class Scribe:
    """Makes changes in one text, the lines of which end with `eol`."""

    def __init__(self, text: str, sections: Sequence[Section], edit_list: ListEditor, eol: str) -> None:
        self.text = text
        self.regions = Regions(text, sections)
        self._closed: set[int] = set()
        self.eol = eol
        self._edit_list = edit_list

    def lines(self, lines: list[str]) -> str:
        """Whole lines, with the line ends of the text."""
        return "".join(line + self.eol for line in lines)

    def noun(self, table: Table, old: BaseModel, new: BaseModel) -> list[Splice]:
        """The changes that turn what the table says into the new noun."""
        splices: list[Splice] = []
        sorts = kinds(type(new))
        for name in sorts.values:
            if not same(getattr(old, name), getattr(new, name), exact=True):
                splices += self._value(table, type(new), name, getattr(old, name), new)
        for name in sorts.tables:
            if not same(getattr(old, name), getattr(new, name), exact=True):
                splices += self._table(table, name, getattr(old, name), new)
        for name in sorts.lists:
            before, after = getattr(old, name), getattr(new, name)
            if before is not after and not same(before, after, exact=True):
                splices += self._list(table, name, before, after, new)
        return splices

    def _value(self, table: Table, noun: type[BaseModel], name: str, old: Any, new: BaseModel) -> list[Splice]:
        pair, value = table.pairs.get(name), getattr(new, name)
        if pair and is_written(new, name):
            return self._replaced(pair, old, value)
        if name in table.tables and isinstance(value, Mapping):
            return self._free(table.tables[name], old, value)
        gone = self._dropped(table, name)
        if not is_written(new, name):
            return gone
        return [*gone, self._insertion(table, noun, name, pair_lines((*table.dotted, name), value, (), Notes()))]

    def _table(self, table: Table, name: str, old: Any, new: BaseModel) -> list[Splice]:
        value = getattr(new, name)
        if pair := table.pairs.get(name):
            if not is_written(new, name):
                return [Splice(pair.start, pair.end, "")]
            return self._replaced_raw(pair, value)
        inner = table.tables.get(name)
        if inner is None:
            return [self.block(table, new, name, table_lines(value, (*table.keys, name), (), Notes()))]
        if not is_written(new, name) and (gone := self._gone(inner)):
            return gone
        return self.noun(inner, old, value) if isinstance(value, BaseModel) else self._free(inner, old, value)

    def _list(
        self, table: Table, name: str, old: tuple[BaseModel, ...], new: tuple[BaseModel, ...], owner: BaseModel
    ) -> list[Splice]:
        pair = table.pairs.get(name)
        if pair and old and new:
            return self._replaced_raw(pair, new)
        gone = [Splice(pair.start, pair.end, "")] if pair else []
        if name in table.lists:
            return self._edit_list(self, table, name, old, new)
        lines = [line for item in new for line in item_lines(item, (*table.keys, name), (), Notes())]
        return [*gone, self.block(table, owner, name, lines)] if lines else gone

    def _free(self, table: Table, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Splice]:
        """The same for a table whose keys are anybody's."""
        splices: list[Splice] = []
        added: list[str] = []
        for key in old:
            if key not in new:
                splices += self._dropped(table, key)
        for key, value in new.items():
            if key in old and same(old[key], value, exact=True):
                continue
            if key in table.pairs:
                splices += self._replaced(table.pairs[key], old[key], value)
            elif key in table.tables and isinstance(value, Mapping):
                splices += self._free(table.tables[key], old[key], value)
            else:
                splices += self._dropped(table, key)
                added += pair_lines((*table.dotted, key), value, (), Notes())
        return [*splices, self._insertion(table, None, "", added)] if added else splices

    def _dropped(self, table: Table, key: str) -> list[Splice]:
        if pair := table.pairs.get(key):
            return [Splice(pair.start, pair.end, "")]
        inner = [table.tables[key]] if key in table.tables else table.lists.get(key, [])
        splices: list[Splice] = []
        for one in inner:
            if one.dotted:
                splices += [Splice(pair.start, pair.end, "") for pair in one.lines()]
            for home in one.homes():
                splices += self.removed_section(home)
        return splices

    def removed_section(self, first: int, last: int | None = None, *, within: int | None = None) -> list[Splice]:
        """Takes out the sections from the first to the last, with their comments and one blank gap beside them.

        That is the gap before them; or where somebody wrote something in that, the one after, if it comes before the
        end of the section `within`, which is the last of the block around.
        """
        regions, last = self.regions, first if last is None else last
        splices = [Splice(regions.start(first), regions.end(last), "")]
        for gap in (first - 1, last):
            if gap < 0 or gap in self._closed or not regions.is_blank(gap):
                continue
            if gap == first - 1 or (within is not None and gap < within):
                self._closed.add(gap)
                return [*splices, Splice(*regions.gap(gap), "")]
        return splices

    def _gone(self, table: Table) -> list[Splice]:
        """Takes out a table of which nothing is left to say, unless somebody wrote a comment in it."""
        homes = table.homes()
        if table.dotted or not homes or homes != list(range(homes[0], homes[-1] + 1)):
            return []
        regions = self.regions
        if "#" in self.text[regions.start(homes[0]) : regions.end(homes[-1])]:
            return []
        return [splice for home in homes for splice in self.removed_section(home)]

    def _replaced(self, pair: Pair, old: Any, new: Any) -> list[Splice]:
        found = value_splices(self.text, pair.value, pair.value_end, old, new)
        return [splice._replace(text=self._with_line_ends(splice.text)) for splice in found]

    def _replaced_raw(self, pair: Pair, new: Any) -> list[Splice]:
        """For nouns written in brackets: what is written and equals a default stays written."""
        text = self.text[pair.value : pair.value_end]
        old = tomli.loads(f"value = {text}", parse_float=decimal)["value"]
        return self._replaced(pair, old, _plain(new, old))

    def _with_line_ends(self, text: str) -> str:
        return text.replace("\r\n", "\n").replace("\n", self.eol) if "\n" in text else text

    def _insertion(self, table: Table, noun: type[BaseModel] | None, name: str, lines: list[str]) -> Splice:
        """New lines at the place of a key among those that are there; at the end where the keys are anybody's."""
        if table.home < 0:
            # Only tables within this one have headers; it gets its own before them.
            first = self.regions.start(table.homes()[0])
            header = f"[{'.'.join(map(key_text, table.keys))}]"
            return Splice(first, first, self.lines([header, *lines, ""]), is_block=True)
        before = self._line_before(table, noun, name)
        section = self.regions.sections[table.home]
        if before is None:
            at, indent = section.end, self.text[section.start : section.bracket]
        else:
            at, indent = before.end, self.text[before.start : before.key]
        return Splice(at, at, self.lines([indent + line for line in lines]))

    def _line_before(self, table: Table, noun: type[BaseModel] | None, name: str) -> Pair | None:
        if noun is None:
            return max(table.lines(), key=lambda pair: pair.end, default=None)
        order = list(noun.model_fields)
        ranked = [
            (order.index(key) if key in order else -1, pair.end, pair)
            for pair in table.lines()
            if (key := pair.keys[len(table.dotted)]) != name
        ]
        earlier = [entry for entry in ranked if entry[0] < order.index(name)]
        if earlier:
            return max(earlier, key=lambda entry: entry[:2])[2]
        return max(table.lines(), key=lambda pair: pair.end, default=None) if table.dotted else None

    def block(self, table: Table, noun: BaseModel, name: str, lines: list[str]) -> Splice:
        """New sections for a field, after those of the fields that come before it; each begins with a blank line."""
        order = list(type(noun).model_fields)
        if table.home < 0:
            raise TooTangledError
        after = table.home
        best = -1
        for other in order[: order.index(name)]:
            inner = [table.tables[other]] if other in table.tables else table.lists.get(other, [])
            homes = [home for one in inner for home in one.homes()]
            if homes and order.index(other) > best:
                best, after = order.index(other), max(homes)
        return self.section_after(after, lines)

    def section_after(self, index: int, lines: list[str]) -> Splice:
        """Lines that begin with a blank one, after a section; with a blank one behind where something follows."""
        at = self.regions.end(index)
        follows = self.text[at : self.text.find("\n", at) + 1].strip()
        return Splice(at, at, self.lines([*lines, ""] if follows else lines), is_block=True)


def _plain(new: Any, old: Any) -> Any:
    if isinstance(new, BaseModel):
        table: dict[str, Any] = {}
        said = old if isinstance(old, dict) else {}
        for name in type(new).model_fields:
            value = getattr(new, name)
            is_kept = name in said and value is not None and same(value, default_of(type(new), name))
            if is_written(new, name) or is_kept:
                table[name] = _plain(value, said.get(name))
        keys = [key for key in said if key in table]
        return {key: table[key] for key in dict.fromkeys([*keys, *table])}
    if isinstance(new, (list, tuple)) and new and isinstance(new[0], BaseModel):
        olds = old if isinstance(old, list) and len(old) == len(new) else [None] * len(new)
        return [_plain(*pair) for pair in zip(new, olds, strict=True)]
    return new
