"""The problems and errors of reading and saving files."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventsmith.model import Place

UNREADABLE = "file-unreadable"
NOT_TOML = "file-not-toml"
NO_CATALOG = "file-no-catalog"
NEWER_FORMAT = "file-newer-format"
UNKNOWN_KEY = "file-unknown-key"
WRONG_TYPE = "file-wrong-type"
WRONG_VALUE = "file-wrong-value"
MISSING_KEY = "file-missing-key"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file. Lines and columns count from 1, columns in characters.

    The message may quote the file as it is: whoever shows it must make control characters visible.
    """

    rule: str
    message: str
    line: int = 1
    column: int = 1
    place: Place = field(default=())


class CannotReadError(Exception):
    """The file is unreadable, not TOML, or not a catalog. `path` is empty where the bytes came from no file."""

    def __init__(self, problem: Problem, path: str = "") -> None:
        super().__init__(problem, path)
        self.problem = problem
        self.path = path

    def __str__(self) -> str:
        before = f"{self.path}:" if self.path else ""
        return f"{before}{self.problem.line}:{self.problem.column}: {self.problem.message}"


class CannotSaveError(Exception):
    """Nothing was changed on disk. The text says what, where, and what to do."""


class ChangedOnDiskError(CannotSaveError):
    """The file on disk is not the one that was read, and saving would lose its contents."""


class MiswrittenError(CannotSaveError):
    """The bytes to be written do not read back as the catalog: a bug in Eventsmith.

    `before` is the file as it is, `data` what would have been written, empty where it could not even be made, and
    `wanted` the catalog in canonical order.
    """

    def __init__(self, before: bytes, data: bytes, wanted: bytes) -> None:
        super().__init__(
            "This is a bug in Eventsmith, not a fault in your file: what it was about to write would be read back as "
            "something else. Nothing was changed on disk"
        )
        self.before = before
        self.data = data
        self.wanted = wanted
