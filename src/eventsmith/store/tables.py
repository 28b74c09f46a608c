"""Edits of the tables in a draft, so that they hold new nouns. Lists of tables are edited in items.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import tomli
from pydantic import BaseModel

from eventsmith.model import same
from eventsmith.store.canonical_text import (
    Comments,
    default_of,
    field_groups,
    is_written,
    item_lines,
    pair_lines,
    table_header,
    table_lines,
)
from eventsmith.store.draft import Draft, Splice, runs
from eventsmith.store.layout import Pair, comments_in
from eventsmith.store.match import origins
from eventsmith.store.outline import Table
from eventsmith.store.parse import decimal
from eventsmith.store.values import value_splices

Item = BaseModel | Mapping[str, Any]
ListEditor = Callable[["Editor", Table, str, Sequence[Item], Sequence[Item]], None]


class Editor:
    """Records changes in one draft."""

    def __init__(self, draft: Draft, edit_list: ListEditor) -> None:
        self.draft = draft
        self._text = draft.outline.text
        self._edit_list = edit_list

    def item(self, table: Table, old: Item, new: Item) -> None:
        """Change a table from the old item to the new one."""
        if isinstance(new, BaseModel) and isinstance(old, BaseModel):
            self.noun(table, old, new)
        elif isinstance(new, Mapping) and isinstance(old, Mapping):
            self._free(table, old, new)

    def noun(self, table: Table, old: BaseModel, new: BaseModel) -> None:
        """Change a table from the old noun to the new one."""
        groups = field_groups(type(new))
        for name in (*groups.values, *groups.tables, *groups.lists):
            before, after = getattr(old, name), getattr(new, name)
            if before is after or same(before, after, exact=True):
                continue
            if name in groups.values:
                self._value(table, new, name, before)
            elif name in groups.tables:
                self._table(table, new, name, before)
            else:
                self._list(table, new, name, before)

    def _value(self, table: Table, noun: BaseModel, name: str, old: Any) -> None:
        value, pair = getattr(noun, name), table.pairs.get(name)
        if pair:
            self._pair(table, pair, old, value, is_needed=is_written(noun, name))
            return
        if self._change_within(table, name, old, value):
            return
        lines = self._drop(table, name)
        if is_written(noun, name):
            lines += pair_lines((*table.dotted, name), value, (), Comments())
        if lines:
            self._insert(table, type(noun), name, lines)

    def _table(self, table: Table, noun: BaseModel, name: str, old: Any) -> None:
        value = getattr(noun, name)
        is_needed = is_written(noun, name)
        if pair := table.pairs.get(name):
            self._raw_pair(table, pair, value, is_needed=is_needed)
        elif (inner := table.tables.get(name)) is None:
            if table.dotted:
                lines = pair_lines((*table.dotted, name), _plain(value, None), (), Comments())
                self._insert(table, type(noun), name, lines)
            else:
                self._block(table, noun, name, table_lines(value, (*table.keys, name), (), Comments()))
        elif is_needed or self._says_more(inner, old, value) or not self._gone(inner):
            self.item(inner, old, value)

    def _list(self, table: Table, noun: BaseModel, name: str, old: Sequence[Item]) -> None:
        items, pair = getattr(noun, name), table.pairs.get(name)
        if name in table.lists:
            self._edit_list(self, table, name, old, items)
        elif pair and (old or not items):
            self._raw_pair(table, pair, items, is_needed=bool(items))
        else:
            if pair:
                self._drop_pair(table, pair)
            lines = [line for item in items for line in item_lines(item, (*table.keys, name), (), Comments())]
            self._block(table, noun, name, lines)

    def _free(self, table: Table, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Change a table of free keys from the old values to the new ones."""
        for key in old:
            if key not in new:
                if pair := table.pairs.get(key):
                    self._drop_pair(table, pair)
                else:
                    self._drop(table, key)
        lines: list[str] = []
        for key, value in new.items():
            if key in old and same(old[key], value, exact=True):
                continue
            if key in old and (pair := table.pairs.get(key)):
                self._pair(table, pair, old[key], value, is_needed=True)
            elif key not in old or not self._change_within(table, key, old[key], value):
                lines += [*self._drop(table, key), *pair_lines((*table.dotted, key), value, (), Comments())]
        if lines:
            self._insert(table, None, "", lines)

    def _change_within(self, table: Table, key: str, old: Any, new: Any) -> bool:
        """Change a table or a list of tables with headers in place; return whether that was possible."""
        inner = table.tables.get(key)
        # An empty table is only there if it has a header or a key of its own.
        if inner and isinstance(old, Mapping) and isinstance(new, Mapping) and (new or inner.has_header()):
            self._free(inner, old, new)
            return True
        items = table.lists.get(key)
        if items and new and isinstance(new, (list, tuple)) and all(isinstance(item, Mapping) for item in new):
            self._edit_list(self, table, key, old, new)
            return True
        return False

    def _drop(self, table: Table, key: str) -> list[str]:
        """Remove a table or a list of tables with headers or dotted keys; return the comments in it."""
        inner = [table.tables[key]] if key in table.tables else table.lists.get(key, [])
        comments: list[str] = []
        for one in inner:
            if one.dotted:
                for pair in one.lines():
                    self._drop_pair(one, pair)
            if homes := one.homes():
                outline = self.draft.outline
                for first, last in runs(homes):
                    comments += comments_in(self._text[outline.start(first) : outline.end(last)])
                self.draft.take_out(homes)
        return comments

    def _says_more(self, table: Table, old: Any, new: Any) -> bool:
        """Return whether a table has keys for unchanged values, which stay although they may equal their defaults."""
        if not isinstance(new, BaseModel) or not isinstance(old, BaseModel):
            return False
        names = [name for name in type(new).model_fields if name in table.pairs]
        return any(same(getattr(old, name), getattr(new, name), exact=True) for name in names)

    def _gone(self, table: Table) -> bool:
        """Remove a table with nothing left to say, unless somebody wrote a comment in it; return whether it is gone."""
        homes, outline = table.homes(), self.draft.outline
        if table.dotted or any("#" in self._text[outline.start(home) : outline.end(home)] for home in homes):
            return False
        self.draft.take_out(homes)
        return True

    def _pair(self, table: Table, pair: Pair, old: Any, new: Any, *, is_needed: bool) -> None:
        """Change a value in place; remove the pair if it is not needed, unless it has a comment."""
        has_comments = bool(comments_in(self._text[pair.value : pair.end]))
        if new is None or not (is_needed or has_comments):
            self._drop_pair(table, pair)
            return
        found = value_splices(self._text, pair.value, pair.value_end, old, new)
        above: list[str] = []
        for splice in found:
            text = splice.text
            if "\n" in text:
                text = text.replace("\r\n", "\n").replace("\n", self.draft.eol)
            self.draft.splice(table.home, splice._replace(text=text))
            lost = comments_in(self._text[splice.start : splice.end])
            for comment in comments_in(text) if lost else ():
                if comment in lost:
                    lost.remove(comment)
            above += lost
        if above:
            indent = self._text[pair.start : pair.key]
            lines = self.draft.lines([indent + line for line in above])
            self.draft.splice(table.home, Splice(pair.start, pair.start, lines))

    def _drop_pair(self, table: Table, pair: Pair) -> None:
        """Remove a key; keep its comments on lines of their own."""
        comments = comments_in(self._text[pair.value : pair.end])
        indent = self._text[pair.start : pair.key]
        lines = self.draft.lines([indent + line for line in comments])
        self.draft.splice(table.home, Splice(pair.start, pair.end, lines))

    def _raw_pair(self, table: Table, pair: Pair, new: Any, *, is_needed: bool) -> None:
        """Change a noun written in brackets; keep what is written there even if it equals a default."""
        text = self._text[pair.value : pair.value_end]
        old = tomli.loads(f"value = {text}", parse_float=decimal)["value"]
        self._pair(table, pair, old, _plain(new, old), is_needed=is_needed)

    def _insert(self, table: Table, noun: type[BaseModel] | None, name: str, lines: list[str]) -> None:
        """Insert lines at a key's position among those that are there; at the end where the keys are free."""
        if table.home < 0:
            # Only tables within this one have headers: this one gets its own before them.
            self.draft.put_before(table.homes()[0], [table_header(table.keys), *lines])
            return
        section = self.draft.outline.sections[table.home]
        before = self._pair_before(table, noun, name)
        if before is None:
            at, indent = section.end, self._text[section.start : section.bracket]
        else:
            at, indent = before.end, self._text[before.start : before.key]
        self.draft.splice(table.home, Splice(at, at, self.draft.lines([indent + line for line in lines])))

    def _pair_before(self, table: Table, noun: type[BaseModel] | None, name: str) -> Pair | None:
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

    def _block(self, table: Table, noun: BaseModel, name: str, lines: list[str]) -> None:
        """Insert the sections of a field, behind those of the fields that come before it."""
        order = list(type(noun).model_fields)
        behind = table.home
        for other in order[: order.index(name)]:
            inner = [table.tables[other]] if other in table.tables else table.lists.get(other, [])
            if homes := [home for one in inner for home in one.homes() if self.draft.stays(home)]:
                behind = max(homes)
        self.draft.put_behind(behind, without_blank(lines))


def without_blank(lines: list[str]) -> list[str]:
    """Return the lines of new sections without the blank line that canonical text begins them with."""
    return lines[1:] if lines and not lines[0] else lines


def _plain(new: Any, old: Any) -> Any:
    """Return a noun's values to write in brackets, without those that were left to their defaults before."""
    if isinstance(new, BaseModel):
        table: dict[str, Any] = {}
        for name in type(new).model_fields:
            if (value := getattr(new, name)) is None:
                continue
            is_default = same(value, default_of(type(new), name))
            if name in old if is_default and isinstance(old, dict) else is_written(new, name):
                table[name] = _plain(value, old.get(name) if isinstance(old, dict) else None)
        return table
    if isinstance(new, (list, tuple)) and new and isinstance(new[0], BaseModel):
        olds = old if isinstance(old, list) else []
        found = origins(olds, new)
        return [_plain(item, None if at is None else olds[at]) for item, at in zip(new, found, strict=True)]
    return new
