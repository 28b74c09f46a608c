"""Atomic replacement of a file: at every instant it is wholly the old or wholly the new one.

Everything but the bytes stays: owner, mode, access control list and extended attributes. The last two on Linux only, as
Python has no call for them on macOS.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from eventsmith.store.errors import CannotReadError, CannotSaveError, ChangedOnDiskError
from eventsmith.store.read import bytes_of

_LOCK_SECONDS = 5.0
_SUFFIX = ".eventsmith.tmp"
NOTHING_CHANGED = "Nothing was changed on disk."
"""The last sentence of every CannotSaveError about a disk."""
_WHY = {
    errno.ENOSPC: "No space is left on the disk of {path}; make room, or save elsewhere.",
    errno.EDQUOT: "Your disk quota is used up, so {path} cannot be written; make room, or save elsewhere.",
    errno.EFBIG: "{path} would be larger than this disk or your limits allow; save elsewhere.",
    errno.EROFS: "{path} is on a read-only disk; save elsewhere.",
    errno.EACCES: "You have no permission to write {path}; change its permissions, or save elsewhere.",
    errno.EPERM: "You have no permission to write {path}; change its permissions, or save elsewhere.",
    errno.ENOENT: "The folder of {path} is gone; create it again, or save elsewhere.",
    errno.ENOTDIR: "The folder of {path} is a file, not a folder; save elsewhere.",
    errno.ELOOP: "The link {path} leads back to itself; remove it, or save elsewhere.",
    errno.ENAMETOOLONG: "The name of {path} is too long for this disk; choose a shorter one.",
    errno.EIO: "The disk failed while {path} was written; save to another disk, and check this one.",
    errno.EBUSY: "{path} is in use by the system; try again, or save elsewhere.",
    errno.ETXTBSY: "{path} is being run as a program; save elsewhere.",
    errno.EMFILE: "Too many files are open to write {path}; close some programs and try again.",
    errno.ENFILE: "Too many files are open to write {path}; close some programs and try again.",
    errno.ENOMEM: "There is not enough free memory to write {path}; close some programs and try again.",
}
_NO_LINKS = (errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)
_ACCESS_LIST = "system.posix_acl_access"
_OF_THE_BYTES = ("security.capability", "security.evm", "security.ima")
"""Attributes that vouch for a file's contents: where those change, the kernel drops or makes them itself."""


def replace_file(
    target: Path, data: bytes, known: bytes | None, *, overwrite: bool = False, like: Path | None = None
) -> bool:
    """Replace the bytes known to be at a path (None: no file) with `data`; return whether it is synced.

    Raises ChangedOnDiskError where something else is there (`overwrite` allows it), CannotSaveError where the file
    cannot be written; nothing has changed on disk then. Bytes that are there already are not written again. A new
    file gets the permissions of the file `like`.
    """
    try:
        real = Path(os.path.realpath(target))
        with _locked_folder(real, target) as folder:
            before = _now(real, target)
            if before == data and (known is not None or overwrite):
                return True
            _refuse_change(target, before, known, overwrite)
            _write(real, target, data, before, like)
            return _sync_names(folder)
    except CannotReadError as error:
        raise CannotSaveError(f"{target}: {error.problem.message}. {NOTHING_CHANGED}") from None
    except OSError as error:
        why = _WHY.get(error.errno or 0, f"{{path}} cannot be written: {error.strerror or error}.")
        raise CannotSaveError(f"{why.format(path=target)} {NOTHING_CHANGED}") from error
    except ValueError:
        raise CannotSaveError(f"“{target}” is not a file name; choose another. {NOTHING_CHANGED}") from None


def _now(real: Path, target: Path) -> bytes | None:
    """Return what is on disk; None for nothing. Refuses anything but a regular file that may be replaced."""
    try:
        about = os.lstat(real)
    except FileNotFoundError:
        if not real.parent.is_dir():
            raise
        return None
    if stat.S_ISLNK(about.st_mode):
        raise OSError(errno.ELOOP, "")
    if stat.S_ISDIR(about.st_mode):
        raise CannotSaveError(f"{target} is a folder; name a file in it. {NOTHING_CHANGED}")
    if not stat.S_ISREG(about.st_mode):
        raise CannotSaveError(f"{target} is not a regular file; save elsewhere. {NOTHING_CHANGED}")
    if about.st_nlink > 1:
        words = f"{target} has {about.st_nlink} names (hard links), and saving would separate them"
        raise CannotSaveError(f"{words}; copy it to a file of its own, or save elsewhere. {NOTHING_CHANGED}")
    # Renaming over a read-only file would succeed, so permission is checked explicitly.
    if not os.access(real, os.W_OK):
        raise OSError(errno.EACCES, "")
    return bytes_of(real)


def _refuse_change(target: Path, before: bytes | None, known: bytes | None, overwrite: bool) -> None:
    if overwrite or before == known:
        return
    if known is None:
        raise ChangedOnDiskError(f"{target} already exists; choose another name, or allow it to be overwritten")
    if before is None:
        raise ChangedOnDiskError(f"{target} is no longer there; allow it to be created again, or choose another name")
    words = f"{target} was changed by someone else since it was opened"
    raise ChangedOnDiskError(f"{words}; look at their changes, then allow it to be overwritten, or save elsewhere")


def _write(real: Path, target: Path, data: bytes, before: bytes | None, like: Path | None) -> None:
    """Put the new bytes in the place of the old ones."""
    with _temporary(real, data, before, like) as temporary:
        _refuse_change(target, _now(real, target), before, overwrite=False)
        if before is None:
            _place_new(temporary, real, target)
        else:
            os.replace(temporary, real)


def _sync_names(folder: int) -> bool:
    try:
        os.fsync(folder)
    except OSError as error:
        # Some network and foreign file systems cannot sync a folder at all.
        return error.errno == errno.EINVAL
    return True


def sync_folder(folder: Path) -> bool:
    """Sync the names in a folder to disk; return whether that worked. Raises OSError where it cannot be opened."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        return _sync_names(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked_folder(real: Path, target: Path) -> Iterator[int]:
    """Keep other Eventsmiths from saving in the folder meanwhile; the system unlocks it when a process ends."""
    folder = os.open(real.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        if _lock(folder, target):
            _sweep(real)
        yield folder
    finally:
        # The save is complete by now: an error in closing does not matter.
        with contextlib.suppress(OSError):
            os.close(folder)


def _lock(folder: int, target: Path) -> bool:
    deadline = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() > deadline:
                words = f"Another program keeps the folder of {target} locked; try again in a moment"
                raise CannotSaveError(f"{words}. {NOTHING_CHANGED}") from None
            time.sleep(0.02)
        except OSError:
            # A disk without locks. The contents are still compared before they are replaced.
            return False


def _prefix(real: Path) -> str:
    return f".{hashlib.sha256(os.fsencode(real.name)).hexdigest()[:8]}-"


def _sweep(real: Path) -> None:
    """Delete temporary files that killed saves of this file left; thanks to the lock, no save is under way."""
    with contextlib.suppress(OSError):
        for name in os.listdir(real.parent):
            if name.startswith(_prefix(real)) and name.endswith(_SUFFIX):
                os.unlink(real.parent / name)


@contextlib.contextmanager
def _temporary(real: Path, data: bytes, before: bytes | None, like: Path | None) -> Iterator[Path]:
    """Write a synced file beside the original with its permissions; delete it at the end unless it was renamed."""
    path = real.parent / f"{_prefix(real)}{secrets.token_hex(6)}{_SUFFIX}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    handle = os.open(path, flags, 0o666 if before is None and like is None else 0o600)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            if before is not None:
                _adopt(handle, real)
            elif like is not None:
                # If its permissions cannot be read, the new file stays readable by its owner alone.
                with contextlib.suppress(OSError):
                    _adopt(handle, like)
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
        # On macOS, fsync leaves the bytes in the disk's own cache; not every disk supports this call.
        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, full)
    os.fsync(handle)


def _adopt(handle: int, model: Path) -> None:
    """Give the file the owner, attributes and mode of another, in this order, and at no moment wider access.

    A new owner can clear bits of the mode; a list of access sets the mode, and a mode changes the list. Only root may
    give files away.
    """
    about, mine = os.stat(model), os.fstat(handle)
    if (mine.st_uid, mine.st_gid) != (about.st_uid, about.st_gid):
        try:
            os.fchown(handle, about.st_uid, about.st_gid)
        except PermissionError:
            with contextlib.suppress(PermissionError):
                os.fchown(handle, -1, about.st_gid)
    mode = stat.S_IMODE(about.st_mode)
    if not _adopt_attributes(handle, model):
        # With a list, the mode's group bits are its upper limit; without it, they would grant that to the group.
        mode &= ~stat.S_IRWXG
    os.fchmod(handle, mode)


def _adopt_attributes(handle: int, model: Path) -> bool:
    """Copy extended attributes from another file; return whether both have the same access control list, or none.

    Attributes that cannot be read or set are skipped: no save fails for their sake.
    """
    wanted, given = _attributes(model), _attributes(handle)
    for name, value in wanted.items():
        if value is not None and name not in _OF_THE_BYTES and given.get(name) != value:
            with contextlib.suppress(OSError):
                os.setxattr(handle, name, value)
    if _ACCESS_LIST in given and _ACCESS_LIST not in wanted:
        # The folder gave the new file a list by default.
        with contextlib.suppress(OSError):
            os.removexattr(handle, _ACCESS_LIST)
    now = _attributes(handle)
    return (_ACCESS_LIST in now) == (_ACCESS_LIST in wanted) and now.get(_ACCESS_LIST) == wanted.get(_ACCESS_LIST)


def _attributes(file: Path | int) -> dict[str, bytes | None]:
    """Return the extended attributes of a file by name, None for an unreadable one; many file systems have none."""
    found: dict[str, bytes | None] = {}
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            for name in os.listxattr(file):
                found[name] = None
                with contextlib.suppress(OSError):
                    found[name] = os.getxattr(file, name)
    return found


def _place_new(temporary: Path, real: Path, target: Path) -> None:
    """Give a new file its name, unless somebody else has taken it at this very moment."""
    try:
        os.link(temporary, real)
    except FileExistsError:
        raise ChangedOnDiskError(f"{target} was created by someone else in the meantime; choose another name") from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.replace(temporary, real)
