"""What a power cut may leave: writes down the system calls that change a disk, and makes every state they may leave.

A model, harsher than most disks: what was written is there for sure once its file is synced, and a name, new, moved or
gone, once its folder is. Until then each write may be there, missing, torn or as zeros, and each name as before or as
after, in any combination.
"""

from __future__ import annotations

import os
import random
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from eventsmith.session import journal

DIRECTORY = -1


@dataclass(frozen=True)
class Write:
    """Bytes of a file."""

    file: int
    at: int
    data: bytes


@dataclass(frozen=True)
class Names:
    """Names in a folder that one call changes together: the file each is of then, or None."""

    folder: str
    names: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Sync:
    """What of a file, or of the names in a folder, came before this is there for sure after it."""

    what: int | str
    before: int
    """Number of calls that were made when it began."""


@dataclass
class Disk:
    """The calls that changed the files under a folder, and what was there before them."""

    root: Path
    calls: list[Write | Names | Sync] = field(default_factory=list)
    _names: dict[tuple[str, str], int] = field(default_factory=dict)
    _sizes: dict[int, int] = field(default_factory=dict)
    _handles: dict[int, int | str] = field(default_factory=dict)
    _guard: Any = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        for folder, folders, files in os.walk(self.root):
            for name in folders:
                self._names[folder, name] = DIRECTORY
            for name in files:
                data = Path(folder, name).read_bytes()
                number = self._new(len(data))
                self._names[folder, name] = number
                self.calls.append(Write(number, 0, data))
                self.calls.append(Sync(number, len(self.calls)))
        self._first = dict(self._names)
        self.begin = len(self.calls)

    def _new(self, size: int = 0) -> int:
        number = len(self._sizes)
        self._sizes[number] = size
        return number

    def _ours(self, path: Any) -> tuple[str, str] | None:
        text = os.path.abspath(os.fsdecode(path)) if not isinstance(path, int) else ""
        return os.path.split(text) if text.startswith(f"{self.root}/") else None

    def _name(self, *names: tuple[tuple[str, str] | None, int | None]) -> None:
        known = [(at, number) for at, number in names if at is not None]
        if known:
            self.calls.append(Names(known[0][0][0], tuple((at[1], number) for at, number in known)))
        for at, number in known:
            if number is None:
                self._names.pop(at, None)
            else:
                self._names[at] = number

    def record(self, patch: pytest.MonkeyPatch) -> None:
        """From now on, what the program does to the disk is written down. Calls are made one after the other."""
        real = {name: getattr(os, name) for name in ("open", "close", "dup", "write", "fsync", "replace", "link")}
        real |= {name: getattr(os, name) for name in ("rename", "unlink", "mkdir", "rmdir")}

        def opened(path: Any, flags: int, mode: int = 0o777, **named: Any) -> int:
            with self._guard:
                handle: int = real["open"](path, flags, mode, **named)
                at = self._ours(path)
                if os.path.isdir(path):
                    self._handles[handle] = os.path.abspath(path)
                elif at is not None:
                    if at not in self._names:
                        self._name((at, self._new()))
                    self._handles[handle] = self._names[at]
                return handle

        def closed(handle: int) -> None:
            with self._guard:
                self._handles.pop(handle, None)
                real["close"](handle)

        def doubled(handle: int) -> int:
            with self._guard:
                other: int = real["dup"](handle)
                if handle in self._handles:
                    self._handles[other] = self._handles[handle]
                return other

        def written(handle: int, data: Any) -> int:
            with self._guard:
                size: int = real["write"](handle, data)
                number = self._handles.get(handle)
                if isinstance(number, int):
                    self.calls.append(Write(number, self._sizes[number], bytes(data[:size])))
                    self._sizes[number] += size
                return size

        def synced(sync: Callable[[int], None], handle: int) -> None:
            before = len(self.calls)
            sync(handle)
            with self._guard:
                if handle in self._handles:
                    self.calls.append(Sync(self._handles[handle], before))

        def moved(name: str, one: Any, other: Any) -> None:
            with self._guard:
                real[name](one, other)
                at, to = self._ours(one), self._ours(other)
                assert at is not None
                self._name((to, self._names[at]), *([(at, None)] if name != "link" else []))

        def gone(name: str, path: Any) -> None:
            with self._guard:
                real[name](path)
                self._name((self._ours(path), None))

        def made(path: Any, mode: int = 0o777) -> None:
            with self._guard:
                real["mkdir"](path, mode)
                self._name((self._ours(path), DIRECTORY))

        patch.setattr(os, "open", opened)
        patch.setattr(os, "close", closed)
        patch.setattr(os, "dup", doubled)
        patch.setattr(os, "write", written)
        patch.setattr(os, "mkdir", made)
        patch.setattr(os, "fsync", lambda handle: synced(real["fsync"], handle))
        datasync = journal._sync
        patch.setattr(journal, "_sync", lambda handle: synced(datasync, handle))
        for name in ("replace", "rename", "link"):
            patch.setattr(os, name, lambda one, other, name=name: moved(name, one, other))
        for name in ("unlink", "rmdir"):
            patch.setattr(os, name, lambda path, name=name: gone(name, path))

    def states(self, calls: int) -> Iterator[Callable[[], None]]:
        """All that may be on the disk after so many calls. Each is made of the disk by calling it."""
        past = list(enumerate(self.calls[:calls]))
        until: dict[int | str, int] = {}
        for _, call in past:
            if isinstance(call, Sync):
                until[call.what] = max(until.get(call.what, 0), call.before)
        loose = [(n, c) for n, c in past if isinstance(c, Write) and n >= until.get(c.file, 0)]
        names = [(n, c) for n, c in past if isinstance(c, Names) and n >= until.get(c.folder, 0)]
        for gone in _some_of([number for number, _ in names]):
            for spoiled in _spoiled(loose):
                yield lambda gone=gone, spoiled=spoiled: self._make(past, gone, spoiled)  # type: ignore[misc]

    def _make(
        self, past: Sequence[tuple[int, Write | Names | Sync]], gone: set[int], spoiled: dict[int, bytes | None]
    ) -> None:
        entries, contents = dict(self._first), dict[int, bytearray]()
        for number, call in past:
            if isinstance(call, Names) and number not in gone:
                for name, file in call.names:
                    if file is None:
                        entries.pop((call.folder, name), None)
                    else:
                        entries[call.folder, name] = file
            elif isinstance(call, Write):
                data = spoiled.get(number, call.data)
                if data is not None:
                    content = contents.setdefault(call.file, bytearray())
                    content.extend(bytes(max(0, call.at - len(content))))
                    content[call.at : call.at + len(data)] = data
        for path in self.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        # Folders before what is in them.
        for (folder, name), file in sorted(entries.items(), key=lambda entry: entry[0][0].count("/")):
            if os.path.isdir(folder) and file == DIRECTORY:
                os.mkdir(os.path.join(folder, name))
            elif os.path.isdir(folder):
                Path(folder, name).write_bytes(contents.get(file, b""))


def _some_of(numbers: list[int]) -> Iterator[set[int]]:
    """All combinations; of many, those that lack few, or all after one."""
    if len(numbers) <= 5:
        sizes = range(len(numbers) + 1)
    else:
        sizes = range(3)
        yield from (set(numbers[at:]) for at in range(len(numbers) - 2))
    for size in sizes:
        yield from map(set, combinations(numbers, size))


def _spoiled(loose: list[tuple[int, Write]]) -> Iterator[dict[int, bytes | None]]:
    """What becomes of the writes that were not synced."""
    yield {}
    if len(loose) > 1:
        yield {number: None for number, _ in loose}
    for number, write in loose:
        yield {number: None}
        yield {number: write.data[: len(write.data) // 2]}
        yield {number: bytes(len(write.data))}
        yield {number: write.data[: len(write.data) // 2] + bytes(len(write.data) - len(write.data) // 2)}


def all_states(disk: Disk, part: float, seed: int = 1) -> Iterator[tuple[int, Callable[[], None]]]:
    """After each call, or that part of them at random: how many were made, and how to make of the disk what may be."""
    chance = random.Random(seed)
    for calls in range(disk.begin, len(disk.calls) + 1):
        for state in disk.states(calls):
            if chance.random() < part:
                yield calls, state
