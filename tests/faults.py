"""A file system that fails where it is asked about what stands beside the work: all questions, or one of them."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ERRORS = (
    errno.EACCES,
    errno.EIO,
    errno.ENAMETOOLONG,
    errno.ELOOP,
    errno.ESTALE,
    errno.ENOTCONN,
    errno.EMFILE,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EPERM,
)
_QUESTIONS = "stat lstat open listdir scandir readlink mkdir rename replace unlink rmdir access".split()  # noqa: SIM905
"""Of `os`. pathlib and os.path ask them, too; Python's own import does not."""


class Faults:
    """Counts the questions, and fails those it is to fail."""

    def __init__(self, number: int, beside: Collection[Path], only: int | None = None) -> None:
        """`only` is the one question that fails, counted from 0; None fails them all."""
        self._number, self._only = number, only
        self._beside = [os.fspath(path) for path in beside]
        self.asked = 0
        self.failed: list[str] = []

    @contextmanager
    def happening(self) -> Iterator[None]:
        """While this lasts, `os` is as it is on such a disk."""
        real: dict[str, Any] = {name: getattr(os, name) for name in (*_QUESTIONS, "getcwd")}
        for name in _QUESTIONS:
            setattr(os, name, self._spoiled(real[name]))
        os.getcwd = self._spoiled(real["getcwd"], always=True)
        try:
            yield
        finally:
            for name, function in real.items():
                setattr(os, name, function)

    def _spoiled(self, function: Callable[..., Any], *, always: bool = False) -> Callable[..., Any]:
        def ask(*arguments: Any, **options: Any) -> Any:
            asked = arguments[0] if arguments else "."
            if always or self._is_beside(asked):
                self.asked += 1
                if self._only is None or self._only == self.asked - 1:
                    self.failed.append(f"{function.__name__} {asked}")
                    raise OSError(self._number, os.strerror(self._number), None if always else os.fspath(asked))
            return function(*arguments, **options)

        return ask

    def _is_beside(self, asked: object) -> bool:
        path = os.fspath(asked) if isinstance(asked, os.PathLike) else asked
        return isinstance(path, str) and any(path == one or path.startswith(f"{one}/") for one in self._beside)
