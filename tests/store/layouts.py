"""Whole catalog files in layouts that nobody would think of, drawn by a seed, with a label on every line.

Events, campaigns, settings tables and `[extra]` in any order and interleaved, split, inline, dotted, with quoted keys,
implied tables, defaults written out, and a comment of its own wherever TOML allows one. This knows TOML and the model,
and nothing of how the store writes.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import Any, get_args

from pydantic import BaseModel

from eventsmith.model import (
    NEWEST_FORMAT,
    Budget,
    Campaign,
    Catalog,
    Condition,
    Event,
    Level,
    Naming,
    Property,
    PropertyField,
    PropertyGroup,
)

Chain = tuple[int, ...]
"""The items around something, each by its number, from the outside."""

LISTS: dict[type[BaseModel], dict[str, type[BaseModel]]] = {
    Catalog: {"property_groups": PropertyGroup, "events": Event, "campaigns": Campaign},
    PropertyGroup: {"properties": Property},
    Event: {"properties": Property},
    Property: {"fields": PropertyField},
    Campaign: {"conditions": Condition},
    PropertyField: {"fields": PropertyField},
    Condition: {},
    Naming: {},
    Budget: {},
}
TABLES: dict[type[BaseModel], dict[str, type[BaseModel] | None]] = {
    Catalog: {"naming": Naming, "budget": Budget, "severity": None, "ignore": None, "extra": None},
    Condition: {},
    Naming: {"instead": None},
    Budget: {},
}
_TEXTS = [
    "",
    "Play Song",
    "a # b",
    'q"uote',
    "it's",
    "back\\slash",
    "[[events]]",
    "é 音 🎉",
    "= 1",
    "two\nlines",
    "[x]",
]
_TEXTS += ["\\", "end\\\n", "#", '"""', "'''", "\n[naming]\nx = 1", "a,b", "{", "tab\there", "x" * 90]
_OWN: dict[str, type[BaseModel] | None] = {"ignore": None, "extra": None}


def tables_of(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """The fields written as tables, each with its noun, or None where the keys are anybody's."""
    return TABLES.get(model, _OWN)


@dataclass
class Item:
    """What must be known of an item of a list, apart from what it says: its number, and the items in it."""

    number: int
    inner: dict[str, list[Item]] = field(default_factory=dict)

    def all(self) -> Iterator[int]:
        """Its number and those of all items in it."""
        yield self.number
        for items in self.inner.values():
            for item in items:
                yield from item.all()


@dataclass(frozen=True)
class Line:
    """A line of the file without its line feed. `of` is the table and key that it belongs to, as names."""

    text: str
    chain: Chain
    of: tuple[str, ...] = ()
    in_list: tuple[int, str] | None = None
    """The item and key of the list in brackets that it is a part of: it changes when the number of items does."""
    says: frozenset[int] = frozenset()
    """Items that are written in it, in brackets."""


@dataclass(frozen=True)
class Comment:
    """A comment, and the items that may take it with them; `key` is the free key it stands under.

    One `between` two tables, with blank lines around it, belongs to what is around both.
    """

    text: str
    chain: Chain
    key: tuple[str, ...] = ()
    between: bool = False


_Piece = tuple[str, list[Comment]]


@dataclass
class _Section:
    """A header with its lines."""

    chain: Chain
    of: tuple[str, ...]
    header: str
    lines: list[Line]


class Values:
    """What a catalog may hold, drawn by a seed."""

    def __init__(self, dice: random.Random, numbers: Iterator[int]) -> None:
        self.dice = dice
        self.numbers = numbers

    def text(self) -> str:
        return self.dice.choice(_TEXTS)

    def scalar(self) -> Any:
        dice = self.dice
        moment = datetime.datetime(2026, 1, dice.randint(1, 28), 7, 30, tzinfo=dice.choice([None, datetime.UTC]))
        moments = [moment, moment.date(), moment.time()]
        numbers = [dice.randint(-9, 9**9), Decimal("1.50"), Decimal("-0.0"), Decimal("1E+3")]
        return dice.choice([*moments, *numbers, self.text(), self.text(), self.text(), dice.random() < 0.5])

    def anything(self, depth: int = 2) -> Any:
        roll = self.dice.random()
        if depth and roll < 0.2:
            return [self.anything(depth - 1) for _ in range(self.dice.randint(0, 3))]
        if depth and roll < 0.4:
            return self.free(depth - 1)
        if depth and roll < 0.5:
            return [self.free(depth - 1) for _ in range(self.dice.randint(1, 3))]
        return self.scalar()

    def free(self, depth: int = 2) -> dict[str, Any]:
        keys = self.dice.sample(["a", "b-c", "d.e", "ü", "", "x y", "owners", "7"], self.dice.randint(0, 3))
        return {key: self.anything(depth) for key in keys}

    def texts(self) -> tuple[str, ...]:
        return tuple(self.text() for _ in range(self.dice.randint(0, 4)))

    def value(self, model: type[BaseModel], name: str) -> Any:
        """A value for a field that is neither a table nor a list of tables."""
        info = model.model_fields[name]
        dice = self.dice
        kind = str(info.annotation)
        if model is Catalog and name == "format":
            return NEWEST_FORMAT
        if name in ("example", "value", "minimum", "maximum"):
            return None if dice.random() < 0.3 else self.anything()
        if name == "values":
            return tuple(self.anything(1) for _ in range(dice.randint(0, 3)))
        if "Literal" in kind:
            choices = [word for word in _words(info.annotation) if word or not info.is_required()]
            several = tuple(dice.sample(choices, dice.randint(0, min(2, len(choices)))))
            return several if kind.startswith("tuple") else dice.choice(choices)
        if kind.startswith("tuple"):
            return self.texts()
        if "bool" in kind:
            return dice.random() < 0.5
        if "int" in kind:
            return dice.choice([20, 12, 7])
        return self.text()

    def noun(self, model: type[BaseModel], item: Item) -> Any:
        """A noun with a part of its fields; the items in it are noted in `item`."""
        said: dict[str, Any] = {}
        for name, info in model.model_fields.items():
            if name in LISTS[model]:
                most = 4 if model is Catalog else 2
                # Groups, and fields in fields, now and then: a layout takes as long as it is big.
                rare = model is PropertyField or name == "property_groups"
                most = self.dice.choice([0, 0, 0, 1]) if rare else most
                items = [Item(next(self.numbers)) for _ in range(self.dice.randint(0, most))]
                said[name] = tuple(self.noun(LISTS[model][name], one) for one in items)
                item.inner[name] = items
            elif name in tables_of(model):
                if self.dice.random() < 0.3:
                    said[name] = self.table(model, name)
            elif info.is_required() or name == "format" or self.dice.random() < 0.25:
                said[name] = self.value(model, name)
        return model.model_validate(said)

    def table(self, model: type[BaseModel], name: str) -> Any:
        noun = tables_of(model)[name]
        if noun is not None:
            return self.noun(noun, Item(-1))
        if name == "extra":
            return self.free()
        keys = self.dice.sample(["event-unused", "a.b", "x y"], self.dice.randint(0, 2))
        return {key: self.word(name) for key in keys}

    def word(self, table: str) -> str:
        """What may stand under a key of a table that holds texts."""
        return self.dice.choice(get_args(Level)) if table == "severity" else self.text()


def _words(annotation: Any) -> list[str]:
    found: list[str] = []
    for argument in getattr(annotation, "__args__", ()):
        found += [argument] if isinstance(argument, str) else _words(argument)
    return found


class Layout:
    """A catalog, the items in it, and a file that says it."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.numbers = count(1)
        self.values = Values(self.dice, self.numbers)
        self.top = Item(0)
        self.catalog: Catalog = self.values.noun(Catalog, self.top)
        self.comments: list[Comment] = []
        self.lines: list[Line] = []
        dice = self.dice
        self._eol = dice.choice(["", "", "\r"])
        self._talks = dice.choice([0.0, 0.15, 0.4])
        self._blanks = dice.choice([0.0, 0.8, 0.8, 0.4])
        self._inline = dice.choice([0.0, 0.1, 0.4])
        self._quotes = dice.choice([0.0, 0.2])
        self._whole = dice.choice([0.1, 0.7])
        self._write()
        text = "\n".join(line.text for line in self.lines).removesuffix("\r") + dice.choice(["", self._eol + "\n"])
        self.data = dice.choice([b"", b"", b"\xef\xbb\xbf"]) + text.encode()

    # Comments

    def _comment(self, chain: Chain, key: tuple[str, ...] = (), *, between: bool = False) -> str:
        text = f"#{self.dice.choice([' ', '', '! ', ' [x] ', ' = '])}c{len(self.comments)}."
        self.comments.append(Comment(text, chain, key, between))
        return text

    def _maybe(self, chain: Chain, key: tuple[str, ...] = (), before: str = " ") -> str:
        return before + self._comment(chain, key) if self.dice.random() < self._talks else ""

    # The order of the sections

    def _write(self) -> None:
        dice = self.dice
        root, rest = self._noun(self.catalog, Catalog, self.top, (), (), ())
        self.lines = []
        if dice.random() < self._talks:
            self._add(self._comment(()), (), ())
            self._add("", (), ())
        self.lines += root.lines
        before: Chain | None = ()
        self._of: tuple[str, ...] = ()
        for section in _interleaved(dice, rest, self._whole):
            self._between(before, section.chain, section.of)
            self.lines.append(Line(section.header + self._eol, section.chain, section.of))
            self.lines += section.lines
            before, self._of = section.chain, section.of
        if dice.random() < self._talks:
            self._add("", (), ())
            self._add(self._comment(()), (), ())
        for _ in range(dice.choice([0, 0, 1])):
            self._add("", (), ())

    def _add(self, text: str, chain: Chain, of: tuple[str, ...]) -> None:
        self.lines.append(Line(text + self._eol, chain, of))

    def _between(self, before: Chain | None, chain: Chain, of: tuple[str, ...]) -> None:
        """The lines between two sections: each comment belongs to one of them, or to what is around both."""
        dice = self.dice
        around: Chain = tuple(one for one, other in zip(before or (), chain, strict=False) if one == other)
        if dice.random() < self._blanks:
            if dice.random() < self._talks:
                self._add(self._comment(before or (), self._of), before or (), self._of)
            for _ in range(dice.choice([1, 1, 1, 2])):
                self._add(dice.choice(["", "", "  "]), (), ("blank",))
            if dice.random() < self._talks:
                # Between two parts of one table of its own, it is that table's.
                within = of if around == chain == before and of and of[:1] == self._of[:1] else ()
                self._add(self._comment(around, within, between=True), around, within)
                self._add("", (), ("blank",))
        if dice.random() < self._talks:
            self._add(dice.choice(["", "  "]) + self._comment(chain, of), chain, of)

    def _noun(
        self, noun: Any, model: type[BaseModel], item: Item, chain: Chain, keys: tuple[str, ...], of: tuple[str, ...]
    ) -> tuple[_Section, list[list[_Section]]]:
        """The section of a noun, and its other sections as sequences that may be interleaved."""
        dice = self.dice
        section = _Section(chain, of, "", [])
        rest: list[list[_Section]] = []
        names = [name for name in model.model_fields if self._is_said(noun, model, name)]
        if dice.random() < 0.3:
            dice.shuffle(names)
        for name in names:
            value = getattr(noun, name)
            if name in LISTS[model]:
                if value and dice.random() >= self._inline:
                    sequence: list[_Section] = []
                    for one, inner in zip(value, item.inner[name], strict=True):
                        sequence += self._item(one, LISTS[model][name], inner, (*chain, inner.number), (*keys, name))
                    rest.append(sequence)
                else:
                    self._list_in_brackets(section, name, value, LISTS[model][name], item.inner[name])
            elif name in tables_of(model) or (isinstance(value, Mapping) and dice.random() < 0.4):
                rest += self._table(section, value, tables_of(model).get(name), chain, (*keys, name), (*of, name))
            elif _is_tables(value) and dice.random() < 0.4:
                rest.append(self._free_list(value, chain, (*keys, name), (*of, name)))
            else:
                self._pair(section, (name,), value, (*of, name))
        return section, rest

    def _is_said(self, noun: Any, model: type[BaseModel], name: str) -> bool:
        value, info = getattr(noun, name), model.model_fields[name]
        if value is None:
            return False
        default = None if info.is_required() else info.get_default(call_default_factory=True)
        is_default = type(value) is type(default) and value == default
        return name == "format" or not is_default or self.dice.random() < 0.15

    def _item(
        self, noun: Any, model: type[BaseModel], item: Item, chain: Chain, keys: tuple[str, ...]
    ) -> list[_Section]:
        section, rest = self._noun(noun, model, item, chain, keys, ())
        section.header = self._header(keys, chain, many=True)
        return [section, *_interleaved(self.dice, rest, self._whole)]

    def _header(self, keys: tuple[str, ...], chain: Chain, key: tuple[str, ...] = (), *, many: bool) -> str:
        space = self.dice.choice(["", "", "", " "])
        name = self.dice.choice([".", ".", ".", " . "]).join(map(self._key, keys))
        opening, closing = ("[[", "]]") if many else ("[", "]")
        indent = self.dice.choice(["", "", "", "  "])
        return f"{indent}{opening}{space}{name}{space}{closing}{self._maybe(chain, key, '  ')}"

    def _table(
        self,
        section: _Section,
        value: Any,
        model: type[BaseModel] | None,
        chain: Chain,
        keys: tuple[str, ...],
        of: tuple[str, ...],
    ) -> list[list[_Section]]:
        """A table in brackets, of dotted keys in the section around it, or with headers of its own."""
        roll = self.dice.random()
        said = _plain(value, self)
        if roll < 0.15 + self._inline / 2:
            self._pair(section, (keys[-1],), said, of)
            return []
        if roll < 0.45 and said:
            self._dotted(section, (keys[-1],), said, of)
            return []
        return self._free_table(said, chain, keys, of)

    def _dotted(self, section: _Section, prefix: tuple[str, ...], said: Mapping[str, Any], of: tuple[str, ...]) -> None:
        for key, value in said.items():
            if isinstance(value, Mapping) and value and self.dice.random() < 0.6:
                self._dotted(section, (*prefix, key), value, (*of, key))
            else:
                self._pair(section, (*prefix, key), value, (*of, key))

    def _free_table(
        self, said: Mapping[str, Any], chain: Chain, keys: tuple[str, ...], of: tuple[str, ...]
    ) -> list[list[_Section]]:
        section = _Section(chain, of, "", [])
        rest: list[list[_Section]] = []
        for key, value in said.items():
            if isinstance(value, Mapping) and self.dice.random() < 0.6:
                rest += self._free_table(value, chain, (*keys, key), (*of, key))
            elif _is_tables(value) and self.dice.random() < 0.6:
                rest.append(self._free_list(value, chain, (*keys, key), (*of, key)))
            elif isinstance(value, Mapping) and value and self.dice.random() < 0.3:
                self._dotted(section, (key,), value, (*of, key))
            else:
                self._pair(section, (key,), value, (*of, key))
        if not section.lines and rest and self.dice.random() < 0.5:
            return rest
        section.header = self._header(keys, chain, of, many=False)
        return [[section], *rest]

    def _free_list(
        self, value: Sequence[Any], chain: Chain, keys: tuple[str, ...], of: tuple[str, ...]
    ) -> list[_Section]:
        sections: list[_Section] = []
        for index, item in enumerate(value):
            inner = (*of, f"[{index}]")
            section = _Section(chain, inner, self._header(keys, chain, inner, many=True), [])
            for key, one in item.items():
                self._pair(section, (key,), one, (*inner, key))
            sections.append(section)
        return sections

    # Pairs and values

    def _pair(self, section: _Section, keys: tuple[str, ...], value: Any, of: tuple[str, ...]) -> None:
        dice, chain = self.dice, section.chain
        indent = dice.choice(["", "", "", "  "])
        if dice.random() < 0.1:
            section.lines.append(Line(self._eol, (), ("blank",)))
        if dice.random() < self._talks:
            above = of if len(of) > 1 else ()
            section.lines.append(Line(indent + self._comment(chain, of) + self._eol, chain, above))
        name = dice.choice([".", ".", " . "]).join(map(self._key, keys))
        text = f"{indent}{name}{dice.choice([' = ', ' = ', '=', '  =  '])}{self._value(value, chain, of)}"
        text += self._maybe(chain, of)
        section.lines += [Line(line + self._eol, chain, of) for line in text.split("\n")]

    def _list_in_brackets(
        self, section: _Section, name: str, nouns: Sequence[Any], model: type[BaseModel], items: Sequence[Item]
    ) -> None:
        """A list of nouns as a list of inline tables, each with its lines."""
        dice, chain, eol = self.dice, section.chain, self._eol
        whole = (chain[-1] if chain else 0, name)
        if not nouns or dice.random() < 0.3:
            said = [_plain(noun, self) for noun in nouns]
            text = f"{name} = {self._value(said, chain, (name,), deep=False)}{self._maybe(chain)}"
            numbers = frozenset(number for item in items for number in item.all())
            section.lines += [Line(line + eol, chain, (), whole, numbers) for line in text.split("\n")]
            return
        section.lines.append(Line(f"{name} = [{self._maybe(chain)}{eol}", chain, (), whole))
        for index, (noun, item) in enumerate(zip(nouns, items, strict=True)):
            own = (*chain, item.number)
            comma = "," if index + 1 < len(nouns) or dice.random() < 0.5 else ""
            if dice.random() < self._talks:
                section.lines.append(Line(f"  {self._comment(own)}{eol}", own, (), whole))
            body = self._value(_plain(noun, self), own, ("", name), deep=False)
            text = f"  {body}{comma}{self._maybe(own)}"
            numbers = frozenset(item.all())
            section.lines += [Line(line + eol, own, (), whole, numbers) for line in text.split("\n")]
        if dice.random() < self._talks:
            section.lines.append(Line(f"  {self._comment(chain)}{eol}", chain, (), whole))
        section.lines.append(Line(f"]{self._maybe(chain)}{eol}", chain, (), whole))

    def _key(self, key: str) -> str:
        if not key or not all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in key):
            return self.dice.choice([f'"{key}"', f"'{key}'"])
        return f'"{key}"' if self.dice.random() < self._quotes else key

    def _value(self, value: Any, chain: Chain, of: tuple[str, ...], *, deep: bool = True) -> str:
        dice = self.dice
        if isinstance(value, str):
            return self._string(value)
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            return dice.choice([str(value), str(value), f"0x{value:X}" if value >= 0 else str(value)])
        if isinstance(value, (Decimal, float)):
            text = str(value)
            return text if "." in text or "E" in text else f"{text}.0"
        if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
            text = value.isoformat()
            return text.replace("+00:00", "Z") if dice.random() < 0.5 else text
        if isinstance(value, Mapping):
            pairs = [
                f"{self._key(key)}{dice.choice([' = ', '='])}{self._value(one, chain, of)}"
                for key, one in value.items()
            ]
            space = dice.choice([" ", ""])
            return f"{{{space}{', '.join(pairs)}{space}}}" if pairs else "{}"
        return self._list(value, chain, of)

    def _list(self, value: Sequence[Any], chain: Chain, of: tuple[str, ...]) -> str:
        dice = self.dice
        items = [self._value(item, chain, of) for item in value]
        if dice.random() < 0.5:
            space = dice.choice(["", "", " "])
            comma = "," if items and dice.random() < 0.1 else ""
            return f"[{space}{dice.choice([', ', ',', ' , ']).join(items)}{comma}{space}]"
        text = f"[{self._maybe(chain, of)}\n"
        for index, item in enumerate(items):
            if dice.random() < self._talks:
                text += f"    {self._comment(chain, of)}\n"
            if dice.random() < 0.1:
                text += "\n"
            text += f"  {item}"
            if index + 1 < len(items) or dice.random() < 0.5:
                if dice.random() < self._talks / 2:
                    text += f" {self._comment(chain, of)}\n "
                text += ","
            text += dice.choice(["\n", "\n", " "]) if dice.random() < 0.3 else f"{self._maybe(chain, of)}\n"
        if dice.random() < self._talks:
            text += f"    {self._comment(chain, of)}\n"
        return f"{text}]"

    def _string(self, text: str) -> str:
        forms = [_basic(text), _basic(text)]
        if text.isprintable() and "'" not in text:
            forms.append(f"'{text}'")
        plain = text.replace("\\", "\\\\").replace('"', '\\"')
        forms += [_basic(text) if text.startswith("\n") else f'"""{plain}"""', f'"""\n{plain}"""']
        if text and text.strip() == text:
            forms.append(f'"""\\\n  {plain}"""')
        if "'" not in text:
            forms.append(f"'''\n{text}'''")
        return self.dice.choice(forms)


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _plain(value: Any, layout: Layout) -> Any:
    """What a noun says as plain values, with some of its defaults."""
    if isinstance(value, BaseModel):
        model = type(value)
        names = [name for name in model.model_fields if layout._is_said(value, model, name)]
        return {name: _plain(getattr(value, name), layout) for name in names}
    if isinstance(value, tuple):
        return [_plain(item, layout) for item in value]
    return value


def _is_tables(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _interleaved(dice: random.Random, sequences: list[list[_Section]], whole: float) -> list[_Section]:
    """One sequence of all, in which each keeps its order; with `whole` as the chance that it also stays together."""
    left = [list(sequence) for sequence in sequences if sequence]
    if dice.random() < 0.5:
        dice.shuffle(left)
    if dice.random() < whole:
        return [section for sequence in left for section in sequence]
    found: list[_Section] = []
    while left:
        sequence = dice.choice(left)
        found.append(sequence.pop(0))
        left = [each for each in left if each]
    return found
