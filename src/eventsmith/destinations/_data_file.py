"""A reader of destinations' data files that reports every mistake with line and column: anybody may write one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_type_hints

from eventsmith.destinations._destination import Destination
from eventsmith.destinations._wording import Wording
from eventsmith.ground import disk
from eventsmith.ground.linear_pattern import Pattern, PatternError
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.store import Where

_MOST_BYTES = 2**20
_MOST_OF_A_TEXT = 1000
_MOST_OF_A_TITLE = 60


class DestinationFile(NamedTuple):
    """What a data file says, or what is wrong with it."""

    destination: Destination | None
    problems: tuple[tuple[int, int, str], ...] = ()
    """Line, column and reason, in the order of the file."""
    error: OSError | ValueError | None = None
    """Why the system could not read the file, if it could not."""


def read_destination(name: str, path: Path) -> DestinationFile:
    """Read the destination of that name from its data file."""
    from eventsmith.store import CannotReadError, table_of

    data, error = disk.content(path, _MOST_BYTES)
    if error is not None:
        return DestinationFile(None, ((1, 1, disk.why(error)),), error)
    if len(data) > _MOST_BYTES:
        return DestinationFile(
            None, ((1, 1, f"The file is larger than {_MOST_BYTES // 2**20} MiB; a destination is far smaller"),)
        )
    try:
        table, where = table_of(data, path)
    except CannotReadError as wrong:
        problem = wrong.problem
        return DestinationFile(None, ((problem.line, problem.column, problem.message),))
    reader = _FactReader(where)
    facts = reader.facts(table)
    return (
        DestinationFile(None, tuple(sorted(reader.problems)))
        if reader.problems
        else DestinationFile(Destination(id=name, **facts))
    )


class _FactReader:
    """Keeps valid facts of a data file and collects a problem for each invalid one."""

    def __init__(self, where: Where) -> None:
        self._where = where
        self.problems: list[tuple[int, int, str]] = []

    def facts(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments for the destination in a parsed file; they are incomplete if there are problems."""
        facts = self._right(table, Destination, (), leave=("id",))
        for key, value in facts.items():
            if isinstance(value, dict) and key != "by_hand":
                facts[key] = self._wording(value, key)
        if len(title := facts.get("title", "")) > _MOST_OF_A_TITLE or visible(title) != title:
            self._wrong(("title",), f"“title” must be a line of at most {_MOST_OF_A_TITLE} visible characters")
        if facts.get("sends") == "name" and "label" in facts:
            self._wrong(
                ("label",), "A name that is sent has the limits of “event”: move those of “label” there", key=True
            )
        event = facts.get("event", Wording())
        for name in facts.get("by_hand", ()):
            if name not in event.collected:
                self._wrong(("by_hand", name), f"“{name}” is not among what “event” says is “collected”", key=True)
        return facts

    def _wording(self, table: Mapping[str, Any], name: str) -> Wording:
        facts = self._right(table, Wording, (name,))
        if "pattern" in facts:
            try:
                Pattern(facts["pattern"])
            except PatternError as error:
                self._wrong((name, "pattern"), f"“pattern” cannot be used: {error}")
        for has, lacks in (("pattern", "pattern_says"), ("pattern_says", "pattern")):
            if has in facts and lacks not in table:
                self._wrong(
                    (name, has), f"“{lacks}” is missing beside “{has}”: the one is for us, the other for people"
                )
        return Wording(**facts)

    def _right(
        self,
        table: Mapping[str, Any],
        kind: type[Destination | Wording],
        place: tuple[str, ...],
        leave: Collection[str] = (),
    ) -> dict[str, Any]:
        """Return the valid pairs of a table for a class, with lists as tuples."""
        known = {field.name: field for field in fields(kind) if field.name not in leave}
        types = get_type_hints(kind)
        for name in [name for name, field in known.items() if _is_needed(field) and name not in table]:
            self._wrong(place, f"“{name}” is missing; it must be {_wanted(name, types[name]).words}")
        right = {}
        for name, value in table.items():
            if name not in known:
                near = get_close_matches(name, known, n=1)
                cure = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(known)}"
                self._wrong((*place, name), f"“{name}” is not a key here; {cure}", key=True)
                continue
            wanted = _wanted(name, types[name])
            if not wanted.fits(value):
                self._wrong((*place, name), f"“{name}” must be {wanted.words}")
            else:
                right[name] = tuple(value) if isinstance(value, list) else value
        return right

    def _wrong(self, place: tuple[str, ...], words: str, *, key: bool = False) -> None:
        self.problems.append((*self._where(place, key), words))


class _Wanted(NamedTuple):
    """A requirement for a value, as a test and in words."""

    fits: Callable[[Any], bool]
    words: str


def _wanted(name: str, kind: Any) -> _Wanted:
    """Return the requirement for the value of a key, given the type of its field."""
    return _BY_NAME.get(name) or _BY_TYPE[kind]


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= _MOST_OF_A_TEXT


def _is_number(value: Any, least: int = 1) -> bool:
    return type(value) is int and value >= least


_BY_NAME = {
    # A platform may take no lists at all.
    "max_lists": _Wanted(lambda value: _is_number(value, 0), "a whole number, 0 or more, without quotes"),
}
_BY_TYPE: dict[Any, _Wanted] = {
    str: _Wanted(_is_text, f"text in quotes, of at most {_MOST_OF_A_TEXT} characters"),
    bool: _Wanted(lambda value: isinstance(value, bool), "true or false, without quotes"),
    int | None: _Wanted(_is_number, "a whole number, 1 or more, without quotes"),
    tuple[str, ...]: _Wanted(
        lambda value: isinstance(value, list) and all(map(_is_text, value)),
        f'a list of texts of at most {_MOST_OF_A_TEXT} characters, such as ["one", "two"]',
    ),
    Literal["id", "name"]: _Wanted(lambda value: value in ("id", "name"), '"id" or "name"'),
    Wording: _Wanted(lambda value: isinstance(value, dict), "a table of limits, such as [event]"),
    Mapping[str, str]: _Wanted(
        lambda value: isinstance(value, dict) and all(map(_is_text, value.values())),
        'a table of texts, such as page_view = "switch off page views"',
    ),
}
