"""Safe access to the file system for everything but the catalog in hand: settings, state, presets, other catalogs.

Any of these calls may fail: no permission, a link that leads back to itself, a network disk that has gone, no home
folder. None of that may end the session. So each function returns a plain value, and the caller says what will be
missing without it (`loss`); `news` reports each such trouble once.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

# No dataclasses: every start loads this module, and importing them takes longer than all of it.
Kind = Literal["file", "folder", "other", "nothing", "unknown"]
"""What a path leads to, links followed; `unknown` where that cannot be determined."""
Own = Literal["config", "state", "data"]

MOST_SHOWN = 400
"""The number of characters of a path that are shown, since a name can have thousands."""
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR)
_WHY = {
    errno.EACCES: "you have no permission",
    errno.EPERM: "you have no permission",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "the link leads back to itself",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.ENXIO: "it is not a regular file",
    errno.EIO: "the disk failed",
    errno.ESTALE: "it is no longer on the network disk",
    errno.ENOTCONN: "its disk is no longer connected",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENOSPC: "no space is left on the disk",
    errno.EROFS: "the disk is read-only",
}
_FAULTS_OF_CODE = (errno.EBADF, errno.EINVAL, errno.EFAULT, errno.ENOTTY, errno.ESPIPE)
"""Error numbers that report a mistake of the calling program rather than a trouble of the disk."""
_NO_HOME = "neither HOME nor XDG_{own}_HOME gives the whole path of one"
_WITHOUT_HOME = "your settings, own presets and own destinations are not looked for, and nothing is remembered"


class Trouble(NamedTuple):
    """One thing that could not be read or written, why, and what is missing for that reason."""

    thing: str
    why: str
    loss: str

    def __str__(self) -> str:
        return f"{_shown(self.thing)}: {self.why}; {self.loss}"


class Content(NamedTuple):
    """The bytes of a file or, where it cannot be read, the error, which is returned instead of raised."""

    data: bytes = b""
    error: OSError | ValueError | None = None


_told: dict[str, Trouble] = {}
"""Every trouble by the thing it concerns, so that each is reported once however often it recurs."""
_untold: list[Trouble] = []


def note(thing: str, why: str, loss: str) -> None:
    """Record a trouble with a thing for `news`, unless one was recorded for that thing before."""
    if thing not in _told:
        _told[thing] = trouble = Trouble(thing, why, loss)
        _untold.append(trouble)


def news(said: str = "") -> list[Trouble]:
    """Return the troubles not reported yet, without those of things that the text `said` already names."""
    found = _untold[:]
    del _untold[: len(found)]
    return [trouble for trouble in found if trouble.thing not in said]


def is_amiss(path: Path) -> bool:
    """Return whether a trouble was recorded for a path."""
    return str(path) in _told


def forget_news() -> None:
    """Forget every trouble, as a new start would."""
    _told.clear()
    _untold.clear()


def why(error: Exception) -> str:
    """Explain in words why the system refused."""
    if isinstance(error, OSError):
        return _WHY.get(error.errno or 0) or error.strerror or str(error)
    return "this is not a file name"


def why_stopped(error: BaseException | None) -> str:
    """Explain what stopped the use of a file; empty where the error is a bug rather than a trouble of the machine."""
    if not isinstance(error, OSError) or error.errno is None or error.errno in _FAULTS_OF_CODE:
        return ""
    where = f"{_shown(os.fsdecode(error.filename))}: " if isinstance(error.filename, str | bytes) else ""
    return f"{where}{why(error)}"


def kind(path: Path, loss: str = "") -> Kind:
    """Return what a path leads to. Without a `loss`, failures are not recorded: the caller reports them."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        return _unknown_kind(path, error, loss)
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def is_file(path: Path, loss: str = "") -> bool:
    """Return whether the path leads to a regular file."""
    return kind(path, loss) == "file"


def is_folder(path: Path, loss: str = "") -> bool:
    """Return whether the path leads to a folder."""
    return kind(path, loss) == "folder"


def may_be_there(path: Path) -> bool:
    """Return whether a name may be taken: also by a broken link, and also where that cannot be determined."""
    try:
        os.lstat(path)
    except (OSError, ValueError) as error:
        return _unknown_kind(path, error, "") == "unknown"
    return True


def state_of(path: Path) -> tuple[object, ...]:
    """Return a fingerprint that changes whenever the file is touched; `("gone",)` where there is no file."""
    try:
        about = os.stat(path)
    except FileNotFoundError:
        return ("gone",)
    except OSError as error:
        return (error.errno,)
    except ValueError:
        return ("no file name",)
    return (about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)


def list_folder(folder: Path, loss: str, ending: str = "") -> list[Path]:
    """List the paths in a folder with the given ending, by name; none where there is no folder."""
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if name.endswith(ending)]
    except (OSError, ValueError) as error:
        _unknown_kind(folder, error, loss)
        return []


def content(path: Path, most: int, *, follow: bool = True) -> Content:
    """Read a regular file, at most one byte beyond `most`. Never blocks: a pipe is not a regular file."""
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
    try:
        handle = os.open(path, flags)
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise OSError(errno.EISDIR if stat.S_ISDIR(about.st_mode) else errno.ENXIO, "", str(path))
            # read(n) allocates n bytes at once, so small files are read without a limit.
            with open(handle, "rb", closefd=False) as file:
                return Content(file.read(most + 1 if about.st_size > most else -1))
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        if not follow and isinstance(error, OSError) and error.errno == errno.ELOOP:
            return Content(error=OSError(errno.EMLINK, "it is a link, and none is followed here", str(path)))
        return Content(error=error)


def write_file(path: Path, data: bytes) -> str:
    """Replace a small file of ours with `data`, following no link; return why that failed, or an empty text."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        os.makedirs(path.parent, mode=0o700, exist_ok=True)
        with suppress(FileNotFoundError):
            # Left by a killed process with the same ID.
            os.unlink(beside)
        try:
            with open(os.open(beside, flags, 0o600), "wb") as file:
                file.write(data)
            os.replace(beside, path)
        except OSError:
            with suppress(OSError):
                os.unlink(beside)
            raise
    except (OSError, ValueError) as error:
        return why(error)
    return ""


def make_folder(folder: Path) -> str:
    """Make a folder and its parents; return why that failed, or an empty text."""
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        return why(error)
    return ""


def absolute(path: Path) -> Path:
    """Return the absolute path; the path itself where the current folder has gone."""
    try:
        return Path(os.path.abspath(path))
    except (OSError, ValueError) as error:
        return _note_and_return(path, error)


def relative(path: Path, folder: Path) -> Path:
    """Return the path as seen from a folder, perhaps through its parents."""
    try:
        return Path(os.path.relpath(absolute(path), absolute(folder)))
    except (OSError, ValueError) as error:
        return _note_and_return(path, error)


def from_here(path: Path) -> Path:
    """Return the path relative to the current folder where it lies inside; otherwise the absolute path."""
    try:
        within = os.path.relpath(path)
    except (OSError, ValueError) as error:
        return _note_and_return(path, error)
    return absolute(path) if within.split(os.sep)[0] == os.pardir else Path(within)


def real(path: Path) -> Path:
    """Resolve the links of a path as far as they can be followed."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        return _note_and_return(path, error)


def home() -> Path | None:
    """Return the home folder, or None where there is none, as in a container."""
    path = _expand("~")
    return path if path.is_absolute() else None


def expand_home(text: str) -> Path:
    """Convert typed text to a path, expanding `~` where there is such a home."""
    return _expand(text)


def own_folder(own: Own) -> Path | None:
    """Return the user's folder for Eventsmith's settings, state or data, existing or not; None without a home."""
    from platformdirs import user_config_path, user_data_path, user_state_path

    ask = {"config": user_config_path, "state": user_state_path, "data": user_data_path}[own]
    try:
        folder = ask("eventsmith", appauthor=False)
    except (OSError, RuntimeError, LookupError, ValueError):
        folder = Path()
    if folder.is_absolute():
        return folder
    note("There is no home folder", _NO_HOME.format(own=own.upper()), _WITHOUT_HOME)
    return None


def _unknown_kind(path: Path, error: OSError | ValueError, loss: str) -> Kind:
    if isinstance(error, OSError) and error.errno in _NOT_THERE:
        return "nothing"
    if loss:
        note(str(path) if path.name else "This folder", why(error), loss)
    return "unknown"


def _note_and_return(path: Path, error: OSError | ValueError) -> Path:
    if isinstance(error, OSError):
        note("The folder you are in", why(error), "paths are used as given; go to another folder")
    return path


def _expand(text: str) -> Path:
    try:
        return Path(os.path.expanduser(text))
    except (OSError, ValueError, LookupError):
        return Path(text)


def _shown(thing: str) -> str:
    half = MOST_SHOWN // 2
    return thing if len(thing) <= MOST_SHOWN else f"{thing[:half]}…{thing[-half:]}"
