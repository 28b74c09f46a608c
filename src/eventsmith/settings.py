"""How a person wants Eventsmith to be: a TOML file of theirs, read with a line and column for all that is wrong in it.

Knows no terminal: which actions and colours there are is told to it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventsmith.ground import disk

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.store import Where

FILE = "settings.toml"
_KINDS: dict[str, type] = {"theme": str, "ascii": bool, "mouse": bool, "keys": dict, "themes": dict}
_WANTED = {str: "text in quotes", bool: "true or false, without quotes", dict: "a table of keys"}


@dataclass(frozen=True)
class Settings:
    """What is set. What is wrong in the file is left out, and said in `problems`."""

    theme: str = ""
    ascii: bool = False
    """Draw with letters and signs that every terminal has."""
    mouse: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of actions -> keys that do them besides those they have."""
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Names of one's own themes -> names of colours -> colours."""
    problems: tuple[str, ...] = ()
    """Each with the file, line and column in front."""


def settings_path() -> Path | None:
    """Where the file is, or would be: in the person's folder of settings; nowhere without one."""
    folder = disk.own_folder("config")
    return None if folder is None else folder / FILE


@dataclass(frozen=True)
class Known:
    """What can be set, as the terminal knows it."""

    actions: Collection[str]
    themes: Collection[str]
    colours: Collection[str]
    wrong_key: Callable[[str, str, Mapping[str, tuple[str, ...]]], str]
    """Why a key cannot do an action, beside the keys given before; empty where it can."""
    wrong_colour: Callable[[str], str]
    """Why a text is no colour; empty where it is one."""


def read_settings(path: Path | None, known: Known | None = None) -> Settings:
    """What the file sets; without a file, nothing. Reads a file that is not there at no cost.

    Where nothing is known of what a screen can show, keys and themes are passed over unjudged.
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
    """Takes what is well, and notes what is not."""

    def __init__(self, path: Path, known: Known | None, where: Where) -> None:
        self._path = path
        self._known = known
        self._where = where
        self._problems: list[tuple[tuple[int, int], str]] = []

    def settings(self, table: Mapping[str, Any]) -> Settings:
        """The whole."""
        good: dict[str, Any] = {}
        for name, value in table.items():
            kind = _KINDS.get(name)
            if kind is None:
                self._wrong((name,), f"“{name}” is no setting{_near(name, _KINDS)}", key=True)
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

    def _looks(self, known: Known, good: dict[str, Any]) -> None:
        own = good.get("themes", {})
        themes = [*known.themes, *own]
        if "theme" in good and good["theme"] not in themes:
            theme = good.pop("theme")
            self._wrong(("theme",), f"“{theme}” is no theme{_near(theme, themes)}")
        good["keys"] = self._keys(known, good.get("keys", {}))
        good["themes"] = self._themes(known, own)

    def _keys(self, known: Known, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        keys: dict[str, tuple[str, ...]] = {}
        for name, value in _flat(table):
            place = ("keys", *name.split("."))
            if name not in known.actions:
                self._wrong(place, f"“{name}” is no action{_near(name, known.actions)}", key=True)
            elif not isinstance(value, str):
                self._wrong(place, f'The key of “{name}” must be text in quotes, such as "ctrl+g"')
            else:
                for key in [key.strip() for key in value.split(",") if key.strip()]:
                    if words := known.wrong_key(name, key, keys):
                        self._wrong(place, words)
                    else:
                        keys[name] = (*keys.get(name, ()), key)
        return keys

    def _themes(self, known: Known, table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        themes: dict[str, dict[str, str]] = {}
        for theme, colours in table.items():
            if not isinstance(colours, dict):
                self._wrong(("themes", theme), f"Write a theme as [themes.{theme}], with a colour a line")
                continue
            themes[theme] = {}
            for name, value in colours.items():
                place = ("themes", theme, name)
                if name not in known.colours:
                    self._wrong(place, f"“{name}” is no colour of a theme{_near(name, known.colours)}", key=True)
                elif words := known.wrong_colour(value) if isinstance(value, str) else "A colour is text":
                    self._wrong(place, words)
                else:
                    themes[theme][name] = value
        return themes

    def _wrong(self, place: Place, words: str, *, key: bool = False) -> None:
        self._problems.append((self._where(place, key), words))


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """`events.add = "n"` is a table in a table to TOML; a person means one name."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", key) for inner, key in value.items())
        else:
            yield name, value


def _near(name: str, known: Collection[str]) -> str:
    """Which one of those known may be meant; all of them where they are few."""
    near = get_close_matches(name.lower(), list(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else f"; there are {', '.join(known)}" if len(known) < 12 else ""
