"""Writing a file so that at every instant it is wholly the old or wholly the new one. Knows files, not TOML."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from eventsmith.model import Catalog
from eventsmith.store.document import Document
from eventsmith.store.problem import CannotReadError, CannotSaveError, ChangedOnDiskError, NotYetDurableError
from eventsmith.store.read import bytes_of
from eventsmith.store.rewrite import formatted, rewritten

_LOCK_SECONDS = 5.0
_SUFFIX = ".eventsmith.tmp"
_KEPT = "Nothing was changed on disk."
_WHY = {
    errno.ENOSPC: "No space is left on the disk of {path}; make room, or save to another place.",
    errno.EDQUOT: "Your disk quota is used up, so {path} cannot be written; make room, or save to another place.",
    errno.EFBIG: "{path} would be larger than this disk or your limits allow; save to another place.",
    errno.EROFS: "{path} is on a read-only disk; save to another place.",
    errno.EACCES: "You have no permission to write {path}; change its permissions, or save to another place.",
    errno.EPERM: "You have no permission to write {path}; change its permissions, or save to another place.",
    errno.ENOENT: "The folder of {path} is gone; make it again, or save to another place.",
    errno.ENOTDIR: "The folder of {path} is a file, not a folder; save to another place.",
    errno.ELOOP: "The link {path} leads back to itself; remove it, or save to another place.",
    errno.ENAMETOOLONG: "The name of {path} is too long for this disk; choose a shorter one.",
    errno.EIO: "The disk failed while {path} was written; save to another disk, and check this one.",
    errno.EBUSY: "{path} is in use by the system; try again, or save to another place.",
    errno.ETXTBSY: "{path} is being run as a program; save to another place.",
    errno.EMFILE: "Too many files are open to write {path}; close some programs and try again.",
    errno.ENFILE: "Too many files are open to write {path}; close some programs and try again.",
    errno.ENOMEM: "Too little memory is free to write {path}; close some programs and try again.",
}
_NO_LINKS = (errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)


def save(
    document: Document,
    catalog: Catalog,
    path: Path | None = None,
    *,
    overwrite: bool = False,
    anew: bool = False,
    before: Callable[[bytes], None] | None = None,
) -> Document:
    """Writes the catalog, and returns the document that then stands on disk; its catalog is this very object.

    Raises ChangedOnDiskError when that would lose what nobody read here (`overwrite` allows it), CannotSaveError when
    it cannot be written; nothing is changed on disk then. Without a change nothing is written. `anew` writes the whole
    file in canonical order, with every comment. `before` is told the bytes before the disk is touched.
    """
    data = rewritten(document, catalog, anew=anew)
    if before is not None:
        before(data)
    return _saved(document, data, catalog, path or document.path, overwrite=overwrite)


def save_formatted(document: Document) -> Document:
    """Puts the file of the document into canonical text, comments kept. Raises as `save` does."""
    return _saved(document, formatted(document), document.catalog, document.path, overwrite=False)


def _saved(document: Document, data: bytes, catalog: Catalog, target: Path | None, *, overwrite: bool) -> Document:
    if target is None:
        raise CannotSaveError("The catalog has no file yet; say where to save it")
    result = replace(document, path=target, data=data, catalog=catalog)
    try:
        real = Path(os.path.realpath(target))
        own = document.path is not None and real == Path(os.path.realpath(document.path)) and document.data
        with _locked_folder(real, target) as folder:
            before = _now(real, target)
            if before == data and (own or overwrite):
                return result
            _refuse_change(target, before, document.data if own else None, overwrite)
            _write(real, target, data, before)
            durable = _synced(folder)
    except CannotReadError as error:
        raise CannotSaveError(f"{target}: {error.problem.message}. {_KEPT}") from None
    except OSError as error:
        why = _WHY.get(error.errno or 0, f"{{path}} cannot be written: {error.strerror or error}.")
        raise CannotSaveError(f"{why.format(path=target)} {_KEPT}") from error
    except ValueError:
        raise CannotSaveError(f"“{target}” is no file name; choose another. {_KEPT}") from None
    if not durable:
        words = f"{target} was written, but the disk did not confirm that it is safe from a power cut"
        raise NotYetDurableError(f"{words}; check the disk, or save elsewhere, too", result)
    return result


def _now(real: Path, target: Path) -> bytes | None:
    """What stands on disk; None for nothing. Refuses what is no regular file, or must not be replaced."""
    try:
        about = os.lstat(real)
    except FileNotFoundError:
        if not real.parent.is_dir():
            raise
        return None
    if stat.S_ISLNK(about.st_mode):
        raise OSError(errno.ELOOP, "")
    if stat.S_ISDIR(about.st_mode):
        raise CannotSaveError(f"{target} is a folder; name a file in it. {_KEPT}")
    if not stat.S_ISREG(about.st_mode):
        raise CannotSaveError(f"{target} is no regular file; save to another place. {_KEPT}")
    if about.st_nlink > 1:
        words = f"{target} has {about.st_nlink} names (hard links), and saving would part them"
        raise CannotSaveError(f"{words}; copy it to a file of its own, or save to another place. {_KEPT}")
    # Renaming over a read-only file would work, so it has to be asked.
    if not os.access(real, os.W_OK):
        raise OSError(errno.EACCES, "")
    return bytes_of(real)


def _refuse_change(target: Path, before: bytes | None, known: bytes | None, overwrite: bool) -> None:
    if overwrite or before == known:
        return
    if known is None:
        raise ChangedOnDiskError(f"{target} exists already; choose another name, or say that it may be overwritten")
    if before is None:
        raise ChangedOnDiskError(f"{target} is no longer there; say that it may be made again, or choose another name")
    words = f"{target} was changed by someone else since it was opened"
    raise ChangedOnDiskError(f"{words}; look at their changes, then say that it may be overwritten, or save elsewhere")


def _write(real: Path, target: Path, data: bytes, before: bytes | None) -> None:
    """Puts the bytes in the place of what was there before."""
    with _temporary(real, data, before) as temporary:
        _refuse_change(target, _now(real, target), before, overwrite=False)
        if before is None:
            _place_new(temporary, real, target)
        else:
            os.replace(temporary, real)


def _synced(folder: int) -> bool:
    try:
        os.fsync(folder)
    except OSError as error:
        # Some network and foreign file systems cannot sync a folder at all.
        return error.errno == errno.EINVAL
    return True


@contextlib.contextmanager
def _locked_folder(real: Path, target: Path) -> Iterator[int]:
    """Keeps other Eventsmiths from saving in the folder meanwhile; the system frees it when we die."""
    folder = os.open(real.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        if _locked(folder, target):
            _sweep(real)
        yield folder
    finally:
        # What was saved is saved, whatever closing says.
        with contextlib.suppress(OSError):
            os.close(folder)


def _locked(folder: int, target: Path) -> bool:
    deadline = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() > deadline:
                words = f"Another program keeps the folder of {target} locked; try again in a moment"
                raise CannotSaveError(f"{words}. {_KEPT}") from None
            time.sleep(0.02)
        except OSError:
            # A disk without locks; what stands there is compared all the same.
            return False


def _prefix(real: Path) -> str:
    return f".{hashlib.sha256(os.fsencode(real.name)).hexdigest()[:8]}-"


def _sweep(real: Path) -> None:
    """Deletes what an Eventsmith that was killed while saving this file has left; the lock says that none is at it."""
    with contextlib.suppress(OSError):
        for name in os.listdir(real.parent):
            if name.startswith(_prefix(real)) and name.endswith(_SUFFIX):
                os.unlink(real.parent / name)


@contextlib.contextmanager
def _temporary(real: Path, data: bytes, before: bytes | None) -> Iterator[Path]:
    """A synced file beside the other with its permissions, gone at the end unless it was renamed."""
    path = real.parent / f"{_prefix(real)}{secrets.token_hex(6)}{_SUFFIX}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    handle = os.open(path, flags, 0o666 if before is None else 0o600)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            if before is not None:
                _adopt(handle, os.stat(real))
            _sync_file(handle)
        finally:
            os.close(handle)
        yield path
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)


def _sync_file(handle: int) -> None:
    full: int | None = getattr(fcntl, "F_FULLFSYNC", None)
    if full is not None:
        # On macOS fsync leaves the bytes in the disk's own memory; some disks know no better.
        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, full)
    os.fsync(handle)


def _adopt(handle: int, about: os.stat_result) -> None:
    """Owner first, since changing it can clear bits of the mode. Only root may give files away."""
    mine = os.fstat(handle)
    if (mine.st_uid, mine.st_gid) != (about.st_uid, about.st_gid):
        try:
            os.fchown(handle, about.st_uid, about.st_gid)
        except PermissionError:
            with contextlib.suppress(PermissionError):
                os.fchown(handle, -1, about.st_gid)
    os.fchmod(handle, stat.S_IMODE(about.st_mode))


def _place_new(temporary: Path, real: Path, target: Path) -> None:
    """Gives the file its name, unless somebody else has taken it in this very moment."""
    try:
        os.link(temporary, real)
    except FileExistsError:
        raise ChangedOnDiskError(f"{target} was made by someone else meanwhile; choose another name") from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.replace(temporary, real)
