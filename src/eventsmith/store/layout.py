"""The layout of a TOML text: the offsets of headers, keys and values.

The text has been parsed before, so this only finds boundaries; text that is not TOML stops it with UnclosedError.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import tomli

from eventsmith.model import Place

BASIC = r'"(?:[^"\\\n]++|\\.)*+"'
LITERAL = r"'[^'\n]*+'"
LONG_BASIC = r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""(?:"{1,2}+)?'
LONG_LITERAL = r"'''(?:[^']++|'(?!''))*+'''(?:'{1,2}+)?"
STRING = rf"{LONG_BASIC}|{LONG_LITERAL}|{BASIC}|{LITERAL}"
PART = rf"(?:[A-Za-z0-9_-]++|{BASIC}|{LITERAL})"
KEY = rf"{PART}(?:[ \t]*+\.[ \t]*+{PART})*+"
_BARE_VALUE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ ][0-9]{2}:[^\s,\]}#]*+|[^\s,\[\]{}#\"'=]++"
# The strings first: brackets in them do not count.
_FLAT_LIST = rf"\[(?:{BASIC}|{LITERAL}|[^\[\]{{}}\"'#\n]++)*+\]"
_PLAIN_VALUE = rf"(?:{STRING}|{_BARE_VALUE}|{_FLAT_LIST})"
_REST = r"[ \t]*+(?:#[^\n]*+)?\r?(?:\n|\Z)"

_NOTHING = r"(?:[ \t]*+(?:#[^\n]*+)?\r?\n)*+(?:[ \t]*+(?:#[^\n]*+)?\Z)?"
# All lines up to the next header without a table or a list over several lines. Their pairs are read when asked for.
_PLAIN = rf"(?:[ \t]*+(?:{KEY}[ \t]*+=[ \t]*+{_PLAIN_VALUE})?+[ \t]*+(?:#[^\n]*+)?\r?\n)*+"

_EMPTY = re.compile(_NOTHING)
_PLAIN_LINES = re.compile(_PLAIN + _NOTHING)
# The empty group marks where the header's line ends.
_HEADER = re.compile(rf"[ \t]*+(\[\[?+)[ \t]*+({KEY})[ \t]*+\]\]?+{_REST}(){_PLAIN}{_NOTHING}")
_KEY = re.compile(rf"[ \t]*+({KEY})[ \t]*+=[ \t]*+")
_SCALAR = re.compile(rf"{STRING}|{_BARE_VALUE}")
_LINE_END = re.compile(_REST)
_PLAIN_PAIR = re.compile(rf"[ \t]*+({KEY})[ \t]*+=[ \t]*+({_PLAIN_VALUE}){_REST}")
_PART = re.compile(PART)
_WITHIN = re.compile(rf"(?:[^\[\]{{}}\"'#]++|{STRING}|#[^\n]*+)*+")
_FILLER = re.compile(r"(?:\s++|#[^\n]*+)*+")
_COMMENT = re.compile(rf"(?:{STRING})|(#[^\r\n]*+)")


class UnclosedError(Exception):
    """The text stops being TOML at `position`, where the unfinished statement or bracket begins."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


@dataclass(slots=True)
class Pair:
    """A statement `key = value`. `start` and `end` bound its whole lines; `keys` are its dotted parts."""

    keys: tuple[str, ...]
    start: int
    key: int
    value: int
    value_end: int
    end: int


@dataclass(slots=True)
class Section:
    """A header and the pairs under it. The first section of a text has no header: it is the root."""

    keys: tuple[str, ...]
    many: bool
    start: int
    bracket: int
    end: int
    place: Place
    text: str = field(repr=False)
    stop: int = 0
    """The start of the next section."""
    _known: list[Pair] = field(default_factory=list)

    @property
    def pairs(self) -> list[Pair]:
        """The pairs under the header, in the order of the text."""
        while self._knows_one_more():
            pass
        return self._known

    def each_pair(self) -> Iterator[Pair]:
        """Yield the pairs one by one, so that a caller who needs only one need not wait for all."""
        number = 0
        while number < len(self._known) or self._knows_one_more():
            yield self._known[number]
            number += 1

    def _knows_one_more(self) -> bool:
        position = _skip_empty(self.text, self._known[-1].end if self._known else self.end)
        if position >= self.stop:
            return False
        self._known.append(_pair(self.text, position))
        return True


def scan(text: str) -> list[Section]:
    """Return all sections, in the order of the text. Raises UnclosedError where the text is not TOML."""
    section = Section((), False, 0, 0, 0, (), text)
    sections = [section]
    counts: dict[Place, int] = {}
    position, size = _skip_plain(text, 0), len(text)
    while position < size:
        if found := _HEADER.match(text, position):
            section.stop = position
            keys, many, end = _parts(found[2]), found[1] == "[[", found.start(3)
            section = Section(keys, many, position, found.start(1), end, _place(keys, many, counts), text)
            sections.append(section)
            position = found.end()
        else:
            position = _skip_plain(text, _pair(text, position).end)
    section.stop = size
    return sections


def _pair(text: str, position: int) -> Pair:
    if plain := _PLAIN_PAIR.match(text, position):
        value, value_end = plain.span(2)
        return Pair(_parts(plain[1]), position, plain.start(1), value, value_end, plain.end())
    found = _KEY.match(text, position)
    if found is None:
        raise UnclosedError(position)
    value = found.end()
    value_end = value_ends(text, value)
    rest = _LINE_END.match(text, value_end)
    if rest is None:
        raise UnclosedError(value_end)
    return Pair(_parts(found[1]), position, found.start(1), value, value_end, rest.end())


def value_ends(text: str, position: int) -> int:
    """Return the end of the value that begins at a position. Raises UnclosedError."""
    if found := _SCALAR.match(text, position):
        return found.end()
    depth, here, size = 0, position, len(text)
    while here < size:
        if text[here] in "[{":
            depth += 1
        elif text[here] in "]}":
            depth -= 1
        else:
            break
        here += 1
        if depth <= 0:
            return here
        within = _WITHIN.match(text, here)
        here = within.end() if within else here
    raise UnclosedError(position)


def list_items(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each item of the list that begins at a position."""
    here = skip_filler(text, position + 1)
    while text[here] != "]":
        end = value_ends(text, here)
        yield here, end
        here = skip_filler(text, end)
        if text[here] == ",":
            here = skip_filler(text, here + 1)


def table_items(text: str, position: int) -> Iterator[tuple[tuple[str, ...], int, int, int]]:
    """Yield the keys, key start, value start and value end of each pair of the inline table at a position."""
    here = skip_filler(text, position + 1)
    while text[here] != "}":
        found = _KEY.match(text, here)
        if found is None:
            raise UnclosedError(here)
        end = value_ends(text, found.end())
        yield _parts(found[1]), found.start(1), found.end(), end
        here = skip_filler(text, end)
        if text[here] == ",":
            here = skip_filler(text, here + 1)


def comments_in(text: str) -> list[str]:
    """List the comments of a piece of text that begins and ends outside strings."""
    if "#" not in text:
        return []
    return [found[1].rstrip() for found in _COMMENT.finditer(text) if found[1] is not None]


def _skip_plain(text: str, position: int) -> int:
    found = _PLAIN_LINES.match(text, position)
    return found.end() if found else position


def _skip_empty(text: str, position: int) -> int:
    found = _EMPTY.match(text, position)
    return found.end() if found else position


def skip_filler(text: str, position: int) -> int:
    """Skip blanks and comments between the items of a value. Raises UnclosedError at the end of the text."""
    found = _FILLER.match(text, position)
    here = found.end() if found else position
    if here >= len(text):
        raise UnclosedError(position)
    return here


@lru_cache(maxsize=4096)
def _parts(key: str) -> tuple[str, ...]:
    if '"' not in key and "'" not in key:
        return tuple(part.strip(" \t") for part in key.split("."))
    return tuple(next(iter(tomli.loads(f"{part} = 0"))) for part in _PART.findall(key))


def _place(keys: tuple[str, ...], many: bool, counts: dict[Place, int]) -> Place:
    """Return the place that a header opens, and count the items of each list of tables in `counts`."""
    place: Place = ()
    for key in keys[:-1]:
        place = (*place, key)
        if place in counts:
            place = (*place, counts[place] - 1)
    place = (*place, keys[-1])
    if many:
        counts[place] = counts.get(place, 0) + 1
    return (*place, counts[place] - 1) if place in counts else place
