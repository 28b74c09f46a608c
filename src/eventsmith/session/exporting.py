"""Export of a format's files to the file or folder that somebody chose, and nowhere else."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from eventsmith.store import CannotReadError, CannotSaveError, bytes_of
from eventsmith.store.replace_file import NOTHING_CHANGED, replace_file, sync_folder

_DESCRIPTORS = {"/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d+)")


class CannotExportError(Exception):
    """An export failed, perhaps after some of its files. The text says what failed, and what would help."""


class WouldOverwriteError(CannotExportError):
    """Nothing was written, because a file there has other contents. The text names the files, but no cure."""


def write_files(files: Mapping[str, bytes], path: Path, source: Path | None = None, *, overwrite: bool = False) -> None:
    """Write one file to a path or into the folder there; write several into a folder, which is created if needed.

    Refuses to replace `source`, the catalog they were made of, and files with other contents unless `overwrite` is set.
    A replaced file keeps all but its bytes, and is synced. Raises CannotExportError.
    """
    written: list[Path] = []
    try:
        targets = _targets(files, path, source)
        known = {target: _now(target) for target in targets}
        if not overwrite:
            _refuse_others([target for target, data in targets.items() if known[target] not in (None, b"", data)])
        for target, data in targets.items():
            if target != path:
                _make_folders(target.parent)
            if _is_stream(target):
                _write_to_stream(target, data)
            elif not replace_file(target, data, known[target], overwrite=overwrite):
                words = f"{target} was written, but the disk did not confirm that it is safe from a power cut"
                raise CannotExportError(f"{words}; check the disk, or export elsewhere, too")
            written.append(target)
    except CannotSaveError as error:
        raise CannotExportError(_with_written_files(error, written)) from error
    except CannotReadError as error:
        raise CannotExportError(f"{error.path}: {error.problem.message}") from error
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a link that leads back to itself
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotExportError(f"{path} cannot be written: {why}; choose another path") from error


def _with_written_files(error: CannotSaveError, written: list[Path]) -> str:
    words = str(error)
    if written:
        before = f"{', '.join(map(str, written))} {'was' if len(written) == 1 else 'were'} written before that."
        words = f"{words.removesuffix(NOTHING_CHANGED).rstrip()} {before}"
    return words.removesuffix(".")


def _refuse_others(others: list[Path]) -> None:
    if others:
        names, exist = ", ".join(map(str, others)), "exists" if len(others) == 1 else "exist"
        raise WouldOverwriteError(f"{names} already {exist}, with other contents")


def _now(target: Path) -> bytes | None:
    """Return the contents of a file; None where there is no regular file."""
    return bytes_of(target) if target.is_file() and not _is_stream(target) else None


def _targets(files: Mapping[str, bytes], path: Path, source: Path | None) -> dict[Path, bytes]:
    if len(files) == 1 and not path.is_dir():
        targets = {path: next(iter(files.values()))}
    elif path.exists() and not path.is_dir():
        raise CannotExportError(f"{path} is a file, but {len(files)} files need a folder; name one")
    else:
        targets = {path / _within(name): data for name, data in files.items()}
    for target in targets:
        if source is not None and target.exists() and source.exists() and target.samefile(source):
            raise CannotExportError(f"{target} is the catalog itself; choose another path")
    return targets


def _within(name: str) -> PurePosixPath:
    """Return a format's file name as a relative path. Raises CannotExportError for one that leads out of the folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in name or "\\" in name:
        raise CannotExportError(f"“{name}” would lead out of the folder; nothing was written")
    return path


def _make_folders(folder: Path) -> None:
    """Make a folder and its parents, each synced so that it survives a power cut."""
    if not folder.is_dir():
        _make_folders(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def _is_stream(target: Path) -> bool:
    """Return whether a path is a device, a pipe or an open file of the shell: written to rather than replaced."""
    if _descriptor(target) is not None:
        return True
    return target.exists() and stat.S_IFMT(target.stat().st_mode) not in (stat.S_IFREG, stat.S_IFDIR)


def _descriptor(target: Path) -> int | None:
    """Return the descriptor that a path names, if any: writing to it continues where the last writer stopped."""
    found = _DESCRIPTOR.fullmatch(str(target))
    return int(found[1]) if found else _DESCRIPTORS.get(str(target))


def _write_to_stream(target: Path, data: bytes) -> None:
    number = _descriptor(target)
    with open(target if number is None else os.dup(number), "wb") as file:
        file.write(data)
