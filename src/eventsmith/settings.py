"""The user's settings: a TOML file, read with the line and column of every mistake in it.

The caller provides the actions, themes and colours that exist.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventsmith.ground import disk
from eventsmith.ground.nearest import nearest_name

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.store import Where

FILE = "settings.toml"
_KINDS: dict[str, type] = {"theme": str, "ascii": bool, "mouse": bool, "keys": dict, "themes": dict}
_WANTED = {str: "text in quotes", bool: "true or false, without quotes", dict: "a table of keys"}


@dataclass(frozen=True)
class Settings:
    """The settings that apply. Whatever is wrong in the file is left out, and reported in `problems`."""

    theme: str = ""
    ascii: bool = False
    """Draw with characters that every terminal has."""
    mouse: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of actions -> additional keys for them."""
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Names of own themes -> names of colours -> colours."""
    problems: tuple[str, ...] = ()
    """Messages, each with file, line and column in front."""


def settings_path() -> Path | None:
    """Return the path of the settings file, existing or not; None without a home."""
    folder = disk.own_folder("config")
    return None if folder is None else folder / FILE


@dataclass(frozen=True)
class Vocabulary:
    """The actions, themes, colours and keys that settings may use."""

    actions: Collection[str]
    themes: Collection[str]
    colours: Collection[str]
    wrong_key: Callable[[str, str, Mapping[str, tuple[str, ...]]], str]
    """Return why a key cannot trigger an action, given the keys set before; empty where it can."""
    wrong_colour: Callable[[str], str]
    """Return why a text is not a colour; empty where it is one."""


def read_settings(path: Path | None, known: Vocabulary | None = None) -> Settings:
    """Read settings from a file; without a file, return the defaults at no cost.

    Without `known`, keys and themes are skipped unchecked.
    """
    if path is None or disk.kind(path) == "nothing":
        return Settings()
    from eventsmith.store import CannotReadError, read_table

    try:
        table, where = read_table(path)
    except CannotReadError as error:
        return Settings(problems=(str(error),))
    return _Reader(path, known, where).settings(table)


class _Reader:
    """A reader that keeps valid settings and collects a problem for each invalid one."""

    def __init__(self, path: Path, known: Vocabulary | None, where: Where) -> None:
        self._path = path
        self._known = known
        self._where = where
        self._problems: list[tuple[tuple[int, int], str]] = []

    def settings(self, table: Mapping[str, Any]) -> Settings:
        """Return the valid settings of a parsed file, with the problems of the rest."""
        good: dict[str, Any] = {}
        for name, value in table.items():
            kind = _KINDS.get(name)
            if kind is None:
                self._wrong((name,), f"“{name}” is not a setting{_near(name, _KINDS)}", key=True)
            elif not isinstance(value, kind):
                self._wrong((name,), f"“{name}” must be {_WANTED[kind]}")
            else:
                good[name] = value
        if self._known is None:
            good = {name: value for name, value in good.items() if _KINDS[name] is bool}
        else:
            self._looks(self._known, good)
        said = [f"{self._path}:{line}:{column}: {words}" for (line, column), words in sorted(self._problems)]
        return Settings(**good, problems=tuple(said))

    def _looks(self, known: Vocabulary, good: dict[str, Any]) -> None:
        own = good.get("themes", {})
        themes = [*known.themes, *own]
        if "theme" in good and good["theme"] not in themes:
            theme = good.pop("theme")
            self._wrong(("theme",), f"“{theme}” is not a theme{_near(theme, themes)}")
        good["keys"] = self._keys(known, good.get("keys", {}))
        good["themes"] = self._themes(known, own)

    def _keys(self, known: Vocabulary, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        keys: dict[str, tuple[str, ...]] = {}
        for name, value in _flat(table):
            place = ("keys", *name.split("."))
            if name not in known.actions:
                self._wrong(place, f"“{name}” is not an action{_near(name, known.actions)}", key=True)
            elif not isinstance(value, str):
                self._wrong(place, f'The key of “{name}” must be text in quotes, such as "ctrl+g"')
            else:
                for key in [key.strip() for key in value.split(",") if key.strip()]:
                    if words := known.wrong_key(name, key, keys):
                        self._wrong(place, words)
                    else:
                        keys[name] = (*keys.get(name, ()), key)
        return keys

    def _themes(self, known: Vocabulary, table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        themes: dict[str, dict[str, str]] = {}
        for theme, colours in table.items():
            if not isinstance(colours, dict):
                self._wrong(("themes", theme), f"Write a theme as [themes.{theme}], with a colour a line")
                continue
            themes[theme] = {}
            for name, value in colours.items():
                place = ("themes", theme, name)
                if name not in known.colours:
                    self._wrong(place, f"“{name}” is not a colour of a theme{_near(name, known.colours)}", key=True)
                elif words := known.wrong_colour(value) if isinstance(value, str) else "A colour is text":
                    self._wrong(place, words)
                else:
                    themes[theme][name] = value
        return themes

    def _wrong(self, place: Place, words: str, *, key: bool = False) -> None:
        self._problems.append((self._where(place, key), words))


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Flatten one level of tables: TOML reads `events.add = "n"` as a table, though one name is meant."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", key) for inner, key in value.items())
        else:
            yield name, value


def _near(name: str, known: Collection[str]) -> str:
    """Suggest the nearest known name; list them all where they are few."""
    near = nearest_name(name, known)
    return f"; did you mean “{near}”?" if near else f"; there are {', '.join(known)}" if len(known) < 12 else ""
