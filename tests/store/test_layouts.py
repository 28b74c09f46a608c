"""A save holds what the catalog holds, and all else as it was, whatever shape the file has."""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

from eventsmith.model import Catalog, Place, changed_at, same, value_at
from eventsmith.store import Document, formatted_bytes, read_bytes, updated_bytes
from tests.store.gaps import neighbours, shared
from tests.store.layouts import LISTS, Chain, Comment, Item, Layout, Line, Values, tables_of

_NUMBER = re.compile(r"#[ !\[\]x=]*c\d+\.")
_IN_LISTS = {name for lists in LISTS.values() for name in lists}


class Work:
    """A layout with its catalog under edit, and what may have changed in the file on account of that."""

    def __init__(self, seed: int) -> None:
        self.layout = Layout(seed)
        self.dice = random.Random(~seed)
        self.values = Values(self.dice, self.layout.numbers)
        self.document = read_bytes(self.layout.data)
        assert self.document.problems == ()
        assert same(self.document.catalog, self.layout.catalog)
        self.catalog = self.document.catalog
        self.top = self.layout.top
        self.gone: set[int] = set()
        self.lists: dict[tuple[int, str], list[int]] = {}
        """Items of lists in which some were put in, taken out or moved."""
        self.fields: set[tuple[int, str]] = set()
        """Keys that were set, by the item they stand in."""
        self.shuffled: set[int] = set()
        """Items of lists in which some were put in, taken out or moved since the last save."""
        self.is_rearranged = False
        self.adopted: dict[str, Comment] = {}
        """Comments between tables that are around another thing by now, as they belong to it, by their text."""
        self.told: list[str] = []
        self.before = [(self.catalog, _copy(self.top))]

    # Edits

    def edit(self) -> None:
        """Make an edit somewhere."""
        places = list(_nouns(self.catalog, self.top, Catalog, ()))
        place, item, model = self.dice.choice(places)
        edits: list[Callable[[Place, Item, type[BaseModel]], None]] = [self._set, self._set, self._set_table]
        if LISTS[model]:
            edits += [self._insert, self._remove, self._move, self._shuffle]
        self.dice.choice(edits)(place, item, model)

    def undo(self) -> None:
        """Go back to a catalog that there was."""
        self.told.append("undo")
        self._trace(self.top)
        self.catalog, self.top = self.dice.choice(self.before)
        self.top = _copy(self.top)
        self._trace(self.top)

    def _trace(self, item: Item) -> None:
        """Anything may have changed in what is there before or after an undo: the whole of it is left to the reader."""
        self.is_rearranged = True
        self.fields.add((-1, ""))

    def _change(self, place: Place, change: Callable[[Any], Any], words: str) -> None:
        self.told.append(f"{words} {place}")
        self.catalog = changed_at(self.catalog, place, change)

    def _set(self, place: Place, item: Item, model: type[BaseModel]) -> None:
        names = [
            name
            for name in model.model_fields
            if (model, name) != (Catalog, "format") and name not in LISTS[model] and name not in tables_of(model)
        ]
        if not names:
            return
        name = self.dice.choice(names)
        info = model.model_fields[name]
        value = self.values.value(model, name)
        if not info.is_required() and self.dice.random() < 0.3:
            value = info.get_default(call_default_factory=True)
        self.fields.add((item.number, name))
        # It may have had a header of its own.
        self.is_rearranged |= name in ("example", "value", "values", "minimum", "maximum")
        self._change((*place, name), lambda old: value, "set")

    def _set_table(self, place: Place, item: Item, model: type[BaseModel]) -> None:
        tables = tables_of(model)
        if not tables:
            return
        name = self.dice.choice(list(tables))
        noun = tables[name]
        if noun is not None:
            field = self.dice.choice(list(noun.model_fields))
            if field in tables_of(noun):
                value = self._other_table(value_at(self.catalog, (*place, name, field)), noun, field)
                self.is_rearranged = True
            elif self.dice.random() < 0.3:
                value = noun.model_fields[field].get_default()
            else:
                value = self.values.value(noun, field)
            self.fields |= {(item.number, f"{name}.{field}"), (item.number, f"{name}.")}
            self._change((*place, name, field), lambda old: value, "set")
            # One that says nothing any more takes the blank lines around it along.
            self.is_rearranged |= same(value_at(self.catalog, (*place, name)), noun())
            return
        self.fields.add((item.number, name))
        self.is_rearranged = True
        self._change((*place, name), lambda old: self._other_table(old, model, name), "set")

    def _other_table(self, old: dict[str, Any], model: type[BaseModel], name: str) -> dict[str, Any]:
        new = dict(old)
        fresh = self.values.table(model, name)
        roll = self.dice.random()
        if old and roll < 0.4:
            del new[self.dice.choice(list(old))]
        elif old and roll < 0.7:
            key = self.dice.choice(list(old))
            new[key] = self._other(old[key]) if name == "extra" else self.values.word(name)
        elif roll < 0.8:
            return {}
        return {**new, **fresh} if roll >= 0.5 else new

    def _other(self, old: Any) -> Any:
        """Another value, that is like the old one where it has parts."""
        if isinstance(old, dict) and old and self.dice.random() < 0.7:
            key = self.dice.choice(list(old))
            return {**old, key: self._other(old[key])}
        if isinstance(old, list) and old and self.dice.random() < 0.7:
            new = list(old)
            index = self.dice.randrange(len(new))
            roll = self.dice.random()
            if roll < 0.4:
                new[index] = self._other(new[index])
            elif roll < 0.6:
                del new[index]
            elif roll < 0.8:
                new.insert(index, self.values.anything(1))
            else:
                new.insert(0, new.pop(index))
            return new
        return self.values.anything()

    def _items(self, item: Item, model: type[BaseModel]) -> tuple[str, list[Item]]:
        name = self.dice.choice(list(LISTS[model]))
        items = item.inner.setdefault(name, [])
        return name, items

    def _note(self, item: Item, name: str, items: Iterable[Item]) -> None:
        self.lists.setdefault((item.number, name), []).extend(one.number for one in items)
        self.shuffled.update(one.number for one in items)
        self.is_rearranged = True

    def _insert(self, place: Place, item: Item, model: type[BaseModel]) -> None:
        name, items = self._items(item, model)
        self._note(item, name, items)
        at = self.dice.randint(0, len(items))
        for _ in range(self.dice.choice([1, 1, 2])):
            fresh = Item(next(self.values.numbers))
            noun = self.values.noun(LISTS[model][name], fresh)
            old = value_at(self.catalog, (*place, name))
            if old and self.dice.random() < 0.2:
                noun, fresh = old[0], _numbered(items[0], self.values)
            items.insert(at, fresh)
            self._put(place, name, at, noun)

    def _put(self, place: Place, name: str, at: int, noun: Any) -> None:
        self._change((*place, name), lambda old: (*old[:at], noun, *old[at:]), "insert")

    def _remove(self, place: Place, item: Item, model: type[BaseModel]) -> None:
        name, items = self._items(item, model)
        if not items:
            return
        self._note(item, name, items)
        start = self.dice.randrange(len(items))
        end = start + 1 if self.dice.random() < 0.8 else len(items)
        for one in items[start:end]:
            self.gone.update(one.all())
        del items[start:end]
        self._change((*place, name), lambda old: (*old[:start], *old[end:]), "remove")

    def _move(self, place: Place, item: Item, model: type[BaseModel]) -> None:
        name, items = self._items(item, model)
        if not items:
            return
        self._note(item, name, items)
        one, other = self.dice.randrange(len(items)), self.dice.randrange(len(items))
        items.insert(other, items.pop(one))

        def moved(old: tuple[Any, ...]) -> tuple[Any, ...]:
            new = list(old)
            new.insert(other, new.pop(one))
            return tuple(new)

        self._change((*place, name), moved, "move")

    def _shuffle(self, place: Place, item: Item, model: type[BaseModel]) -> None:
        name, items = self._items(item, model)
        self._note(item, name, items)
        order = list(range(len(items)))
        self.dice.shuffle(order)
        items[:] = [items[index] for index in order]
        self._change((*place, name), lambda old: tuple(old[index] for index in order), "shuffle")

    # Saves

    def save(self, *, anew: bool = False) -> None:
        """Save, and look at the file; with `anew`, also at one that is written anew as a whole."""
        old = self.document
        self._note_twins(self.top, Catalog, old.catalog, self.catalog)
        data = updated_bytes(old, self.catalog)
        assert updated_bytes(old, old.catalog) == old.data
        self.document = replace(old, data=data, catalog=self.catalog)
        assert updated_bytes(self.document, self.catalog) == data
        self._holds(data)
        self._dressed(old.data, data)
        if self.dice.random() < 0.5:
            self.document = read_bytes(data)
            assert self.document.problems == ()
            self.catalog = self.document.catalog
        self.gone |= self._strangers()
        self.shuffled = set()
        self.before.append((self.catalog, _copy(self.top)))
        self._kept()
        if anew:
            # In lists in brackets, the comments by an item become its own, and go with it.
            own = {comment.text for comment in self.layout.comments if not _IN_LISTS.isdisjoint(comment.key)}
            old_text = _NUMBER.sub(lambda found: "" if found[0] in own else found[0], old.text)
            self._talks(updated_bytes(old, self.catalog, anew=True).decode(), old_text)
        if self.is_rearranged:
            self._adopt()

    def _note_twins(self, item: Item, model: type[BaseModel], old: Any, new: Any) -> None:
        """Note lists in which an item is now what another was before: nobody can tell that from a move."""
        for name, inner in LISTS[model].items():
            before, after, items = getattr(old, name), getattr(new, name), item.inner.get(name, [])
            pairs = [(i, j) for i, one in enumerate(after) for j, other in enumerate(before) if i != j and one == other]
            if any(i >= len(before) or before[i] != after[i] for i, _ in pairs):
                self._note(item, name, items)
            for one, was, now in zip(items, before, after, strict=False):
                self._note_twins(one, inner, was, now)

    def _adopt(self) -> None:
        """See what the comments between tables stand in, now that some of these tables are gone or elsewhere.

        Nobody who reads the file can see that something else stood there once.
        """
        text = self.document.text
        for comment in self.layout.comments:
            if comment.between and comment.text in text:
                before, behind = neighbours(text, comment.text)
                chain, key = self._owner(shared(before, behind), behind)
                if comment.text in self.adopted or (chain, key[:1]) != (comment.chain, comment.key[:1]):
                    self.adopted[comment.text] = replace(comment, chain=chain, key=key)

    def _owner(self, place: Place, behind: Place) -> tuple[Chain, tuple[str, ...]]:
        """The items around a place, and where it is a free table of the last of them, the key of the table behind."""
        item = self.top
        chain: Chain = ()
        model: type[BaseModel] = Catalog
        while len(place) > 1 and place[0] in LISTS[model]:
            name, index = str(place[0]), int(place[1])
            item, model = item.inner[name][index], LISTS[model][name]
            chain, place, behind = (*chain, item.number), place[2:], behind[2:]
        return chain, () if not place or place[0] in LISTS[model] else tuple(map(str, behind))

    def _strangers(self) -> set[int]:
        """Items that nobody could tell from others: in another order, with a new name or that of a twin.

        One that took the name that another had may as well be that one, moved; one that says all that another said
        is that one, and nothing is left of what it was.
        """
        (before, nouns, items), (after, nouns_now, items_now) = (
            _named(*each) for each in (self.before[-1], (self.catalog, self.top))
        )
        items |= items_now
        owners: dict[str, set[int]] = {}
        for number, names in before.items():
            for name in names:
                owners.setdefault(name, set()).add(number)
        strange: list[int] = []
        for number in before.keys() & after.keys():
            others = {other for name in after[number] - before[number] for other in owners.get(name, ())}
            if others:
                self.lists.setdefault((-1, "traded"), []).extend([number, *others])
                if before[number].isdisjoint(after[number]):
                    strange += [number for other in others if same(nouns[other], nouns_now[number])]
        often = Counter(name for each in (before, after) for names in each.values() for name in names)
        lasting = {
            number: set.intersection(*(each[number] for each in (before, after) if number in each))
            for number in self.shuffled & items.keys()
        }
        strange += [number for number, names in lasting.items() if not any(often[name] <= 2 for name in names)]
        # Without a name, and with all else changed, nothing but its place could tell it, and that it has left.
        both = lasting.keys() & nouns.keys() & nouns_now.keys()
        strange += [number for number in both if not any(_has_in_common(nouns[number], nouns_now[number]))]
        return {number for one in strange for number in items[one].all()}

    def _holds(self, data: bytes) -> None:
        raw = tomllib.loads(data.decode("utf-8-sig"), parse_float=Decimal)
        assert same(Catalog.model_validate(raw), self.catalog)

    def _dressed(self, old: bytes, data: bytes) -> None:
        mark = b"\xef\xbb\xbf"
        assert data.startswith(mark) == old.startswith(mark)
        assert data.endswith(b"\n") == old.endswith(b"\n")
        if b"\n" in old and old.count(b"\r\n") == old.count(b"\n"):
            assert data.count(b"\r\n") == data.count(b"\n")

    def _kept(self) -> None:
        text = self.document.text.replace("\r", "")
        self._talks(text, self.layout.data.decode())
        if (-1, "") in self.fields:
            return
        lines = text.split("\n")
        moved = {number for numbers in self.lists.values() for number in numbers}
        lines_of_ours = (line for line in self.layout.lines if line.text.strip() not in self.adopted)
        still = [line for line in lines_of_ours if not self._may_differ(line)]
        while still and not text.endswith("\n") and still[-1].of == ("blank",):
            # Where no line end is to stand at the end, none stands before what was taken out there.
            still.pop()
        _in_order([line for line in still if not moved & set(line.chain)], lines)
        for number in moved:
            _in_order(
                [line for line in still if number in line.chain and moved.isdisjoint(_within(line, number))], lines
            )

    def _talks(self, text: str, before: str) -> None:
        """That the text has all the comments that were there before, as far as they may not be gone."""
        found, old = set(_NUMBER.findall(text)), set(_NUMBER.findall(before))
        for comment in (self.adopted.get(comment.text, comment) for comment in self.layout.comments):
            if comment.text in old and not self._may_be_gone(comment.chain, comment.key):
                assert comment.text in found, f"{comment} is gone"
        assert len(found) == len(_NUMBER.findall(text)), "a comment stands twice"

    def _may_be_gone(self, chain: tuple[int, ...], key: tuple[str, ...]) -> bool:
        if not self.gone.isdisjoint(chain):
            return True
        owner = chain[-1] if chain else 0
        is_free = key[:1] in (("extra",), ("ignore",)) or len(key) > 1
        return (-1, "") in self.fields or (is_free and (owner, key[0]) in self.fields)

    def _may_differ(self, line: Line) -> bool:
        if not self.gone.isdisjoint(line.chain) or (line.of == ("blank",) and self.is_rearranged):
            return True
        if line.in_list is not None:
            edited = {number for number, _ in self.fields} | {number for number, _ in self.lists}
            return line.in_list in self.lists or not edited.isdisjoint(line.says)
        if not line.of:
            return False
        owner = line.chain[-1] if line.chain else 0
        inner = line.of[1] if len(line.of) > 1 else ""
        return not {(owner, line.of[0]), (owner, f"{line.of[0]}.{inner}")}.isdisjoint(self.fields)


def _within(line: Line, number: int) -> set[int]:
    return set(line.chain[line.chain.index(number) + 1 :])


def _in_order(lines: list[Line], after: list[str]) -> None:
    """That the lines stand in the text, in this order."""
    here = iter(after)
    for line in lines:
        text = line.text.replace("\r", "")
        assert any(text == one for one in here), f"{line} is gone, or stands elsewhere"


def _nouns(
    node: Any, item: Item, model: type[BaseModel], place: Place
) -> Iterable[tuple[Place, Item, type[BaseModel]]]:
    yield place, item, model
    for name, inner in LISTS[model].items():
        for index, (noun, one) in enumerate(zip(getattr(node, name), item.inner.get(name, []), strict=True)):
            yield from _nouns(noun, one, inner, (*place, name, index))


def _named(catalog: Catalog, top: Item) -> tuple[dict[int, set[str]], dict[int, Any], dict[int, Item]]:
    """The names of each item, what it says, and the items, by number."""
    names: dict[int, set[str]] = {}
    nouns: dict[int, Any] = {}
    items: dict[int, Item] = {}
    for place, item, _ in _nouns(catalog, top, Catalog, ()):
        noun = nouns[item.number] = value_at(catalog, place)
        items[item.number] = item
        names[item.number] = {str(getattr(noun, key)) for key in ("id", "name", "property") if hasattr(noun, key)}
    return names, nouns, items


def _has_in_common(noun: BaseModel, now: BaseModel) -> Iterator[bool]:
    return (bool(value) and same(value, getattr(now, name)) for name, value in noun)


def _copy(item: Item) -> Item:
    return Item(item.number, {name: [_copy(one) for one in items] for name, items in item.inner.items()})


def _numbered(item: Item, values: Values) -> Item:
    inner = {name: [_numbered(one, values) for one in items] for name, items in item.inner.items()}
    return Item(next(values.numbers), inner)


def look_at(seed: int) -> None:
    """Edit and save a layout in turns, then put every fourth into canonical form."""
    work = Work(seed)
    for _ in range(work.dice.randint(1, 6)):
        if work.dice.random() < 0.1:
            work.undo()
        else:
            work.edit()
        if work.dice.random() < 0.4:
            work.save()
    work.save(anew=seed % 4 == 0)
    if seed % 4 == 0:
        _look_at_fmt(work.document)


def _look_at_fmt(document: Document) -> None:
    data = formatted_bytes(document)
    again = read_bytes(data)
    assert same(again.catalog, document.catalog)
    assert formatted_bytes(again) == data
    assert sorted(_NUMBER.findall(data.decode())) == sorted(_NUMBER.findall(document.text))
    anew = updated_bytes(document, document.catalog.model_copy(update={"name": "anew"}), anew=True)
    assert sorted(_NUMBER.findall(anew.decode())) == sorted(_NUMBER.findall(document.text))


@pytest.mark.parametrize("hundred", range(20))
def test_layouts(hundred: int) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        look_at(seed)


@pytest.mark.deep
@pytest.mark.parametrize("thousand", range(2, 102))
def test_many_layouts(thousand: int) -> None:
    for seed in range(thousand * 1000, thousand * 1000 + 1000):
        look_at(seed)
