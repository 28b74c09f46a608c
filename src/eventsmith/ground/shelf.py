"""Shelves of data files: shipped ones, and own ones in a folder of the user and in one of the project.

Of files with the same name, the project's replaces the user's, and either replaces the shipped one. Only files that are
asked for are parsed, by the code that knows their contents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from eventsmith.ground import disk

_ENDING = ".toml"
_HEAD = 16384
"""The number of leading bytes that hold the title of a file and tell it from other TOML files."""

_MOST_OF_A_TITLE = 100
_NO_LINE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that break a line or control a terminal, and undecodable bytes, which no catalog can hold."""


class DataFile(NamedTuple):
    """A data file, known by its head."""

    name: str
    """The file's name without its suffix, as catalogs and the command line write it."""
    title: str
    path: Path
    whose: str = ""
    """Empty for a shipped file, otherwise `yours` or `project`."""


class Broken(NamedTuple):
    """A data file that cannot be read whole."""

    path: Path
    message: str
    """Line, column and reason."""
    is_hidden: bool
    """Whether the file could not be read at all, rather than read and found wrong."""


class Shelf:
    """All data files of one kind."""

    def __init__(self, noun: str, shipped: Callable[[], Path], mark: re.Pattern[str], title: re.Pattern[str]) -> None:
        """`noun` names one file, and its plural the folders.

        `shipped` returns the folder of the shipped files, `mark` matches in the head of every file of this kind and of
        no other, and the first group of `title` matches the title in the head.
        """
        self.project = Path(f"{noun}s")
        """The project's folder; to be set before any file is asked for."""
        self.shipped = shipped
        self._noun, self._mark, self._title = noun, mark, title
        self._listed: dict[tuple[tuple[str, Path], ...], tuple[DataFile, ...]] = {}

    def own_folders(self) -> dict[str, Path]:
        """Return the own folders, existing or not, the project's first; `yours` only where there is a home."""
        folders = {"project": disk.absolute(self.project)}
        if (own := disk.own_folder("data")) is not None:
            folders["yours"] = own / f"{self._noun}s"
        return folders

    def files(self) -> tuple[DataFile, ...]:
        """List all files, own ones first, by title. Reads the head of each, once for the same folders."""
        folders = tuple(self._folders().items())
        if folders not in self._listed:
            self._listed[folders] = tuple(self._all_in(folders))
        return self._listed[folders]

    def find(self, name: str) -> DataFile | None:
        """Return the file of that name."""
        return next((file for file in self.files() if file.name == name), None)

    def is_known_whole(self) -> bool:
        """Return whether all existing folders could be read, so that a file that is not found does not exist."""
        return not any(map(disk.is_amiss, self._folders().values()))

    def forget(self) -> None:
        """Forget which files there are, so that a new one is found."""
        self._listed.clear()

    def broken(self, path: Path, problems: Sequence[tuple[int, int, str]], *, is_hidden: bool) -> Broken:
        """Describe a file with problems, each with its line and column, by the first of them."""
        (line, column, message), *more = problems
        rest = f" (and {len(more)} more)" if more else ""
        if is_hidden:
            self._leave_out(path, message)
        return Broken(path, f"{line}:{column}: {message}{rest}", is_hidden)

    def _folders(self) -> dict[str, Path]:
        return {**self.own_folders(), "": self.shipped()}

    def _all_in(self, folders: Sequence[tuple[str, Path]]) -> list[DataFile]:
        """List the files in the folders, reading each folder once; of files with one name, the first is kept."""
        found: dict[str, DataFile] = {}
        seen: set[Path] = set()
        ours = disk.real(folders[-1][1])
        for whose, folder in folders:
            real = disk.real(folder)
            if real in seen or (whose and real == ours):
                continue
            seen.add(real)
            paths = disk.list_folder(folder, f"the {self._noun}s there are left out", _ENDING)
            files = [file for path in paths if (file := self._file(path, whose))]
            for file in sorted(files, key=lambda file: (file.title.casefold(), file.name)):
                found.setdefault(file.name, file)
        return list(found.values())

    def _file(self, path: Path, whose: str) -> DataFile | None:
        """Return what a file is; None for another kind of TOML file. An unreadable file counts as a broken one."""
        if disk.kind(path) in ("folder", "nothing"):
            return None
        if _NO_LINE.search(path.stem):
            self._leave_out(path, "its name is not a single line of text; rename it")
            return None
        read = disk.content(path, _HEAD)
        if read.error is not None:
            self._leave_out(path, disk.why(read.error))
            return DataFile(path.stem, path.stem, path, whose)
        head = read.data[:_HEAD].decode("utf-8", "replace")
        if not self._mark.search(head):
            return None
        found = self._title.search(head)
        title = (found[1] if found else "") or path.stem
        shown = title if len(title) <= _MOST_OF_A_TITLE else f"{title[: _MOST_OF_A_TITLE - 1]}…"
        return DataFile(path.stem, shown, path, whose)

    def _leave_out(self, path: Path, why: str) -> None:
        disk.note(str(path), why, f"the {self._noun} is left out")
