"""What can be wrong with a file, in words and with a place: the problems and errors of the store."""

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

    The message may hold text of the file as it stands there: whoever shows it makes control characters visible.
    """

    rule: str
    message: str
    line: int = 1
    column: int = 1
    place: Place = field(default=())


class CannotReadError(Exception):
    """The file is unreadable, no TOML, or no catalog. `path` is empty where the bytes came from no file."""

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
    """What stands on disk is not what was read, and would be lost."""


class MiswrittenError(CannotSaveError):
    """What was about to be written is not the catalog when it is read back: a fault of ours.

    `before` is the file as it is, `data` what would have been written, empty where it could not even be made, and
    `wanted` the catalog in canonical order.
    """

    def __init__(self, before: bytes, data: bytes, wanted: bytes) -> None:
        super().__init__(
            "This is a fault of Eventsmith, not of your file: what it was about to write would be read back as "
            "something else. Nothing was changed on disk"
        )
        self.before = before
        self.data = data
        self.wanted = wanted
