"""The one door to the file system for what stands beside the work: settings, memory, presets, folders, other catalogs.

Every question may fail there: no permission, a link that leads back to itself, a network disk that has gone, no home
folder. None ends the work. Whoever asks gets a plain answer, and says what one goes on without where there is none
(`loss`); that is kept for `news`, and told once.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

# Every start loads this: what makes dataclasses takes longer than all else here.
Kind = Literal["file", "folder", "other", "nothing", "unknown"]
"""What stands at a path, links followed; `unknown` where that cannot be told."""
Own = Literal["config", "state", "data"]

MOST_SHOWN = 400
"""Letters of a path that are told: a name can have thousands."""
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR)
_WHY = {
    errno.EACCES: "you have no permission",
    errno.EPERM: "you have no permission",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "the link leads back to itself",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.ENXIO: "it is no regular file",
    errno.EIO: "the disk failed",
    errno.ESTALE: "the network disk no longer knows it",
    errno.ENOTCONN: "its disk is no longer connected",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENOSPC: "no space is left on the disk",
    errno.EROFS: "the disk is read-only",
}
_FAULTS_OF_CODE = (errno.EBADF, errno.EINVAL, errno.EFAULT, errno.ENOTTY, errno.ESPIPE)
"""What the system says to a program that asks wrongly, and not of a disk."""
_NO_HOME = "neither HOME nor XDG_{own}_HOME gives the whole path of one"
_WITHOUT_HOME = "your settings and own presets are not looked for, and nothing is remembered"


class Trouble(NamedTuple):
    """What could not be told of one thing, and what one goes on without."""

    thing: str
    why: str
    loss: str

    def __str__(self) -> str:
        return f"{_shown(self.thing)}: {self.why}; {self.loss}"


class Content(NamedTuple):
    """What a file holds; or, where it cannot be read, the error that the system gave instead of raising it."""

    data: bytes = b""
    error: OSError | ValueError | None = None


_told: dict[str, Trouble] = {}
"""By the thing, so that each is told once though it be asked about again and again."""
_untold: list[Trouble] = []


def note(thing: str, why: str, loss: str) -> None:
    """Keep for `news` what is amiss with a thing, unless something was told of it already."""
    if thing not in _told:
        _told[thing] = trouble = Trouble(thing, why, loss)
        _untold.append(trouble)


def news(said: str = "") -> list[Trouble]:
    """Answer with what is to be told and was not yet, but for what was just `said` of a thing by its name."""
    found = _untold[:]
    del _untold[: len(found)]
    return [trouble for trouble in found if trouble.thing not in said]


def is_amiss(path: Path) -> bool:
    """Tell whether something was noted of a thing."""
    return str(path) in _told


def forget_news() -> None:
    """Begin anew, as another start does."""
    _told.clear()
    _untold.clear()


def why(error: Exception) -> str:
    """Say in words why the system could not answer."""
    if isinstance(error, OSError):
        return _WHY.get(error.errno or 0) or error.strerror or str(error)
    return "this is no file name"


def why_stopped(error: BaseException | None) -> str:
    """Say what the machine did to a file that is needed; empty for what is no error of the machine but of ours."""
    if not isinstance(error, OSError) or error.errno is None or error.errno in _FAULTS_OF_CODE:
        return ""
    where = f"{_shown(os.fsdecode(error.filename))}: " if isinstance(error.filename, str | bytes) else ""
    return f"{where}{why(error)}"


def kind(path: Path, loss: str = "") -> Kind:
    """Tell what stands at a path. Without a `loss`, that it cannot be told is told by somebody else."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        return _untellable(path, error, loss)
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def is_file(path: Path, loss: str = "") -> bool:
    """Tell whether a regular file is there."""
    return kind(path, loss) == "file"


def is_folder(path: Path, loss: str = "") -> bool:
    """Tell whether a folder is there."""
    return kind(path, loss) == "folder"


def may_be_there(path: Path) -> bool:
    """Tell whether a name is taken, were it by a link that leads nowhere; also where nobody can tell."""
    try:
        os.lstat(path)
    except (OSError, ValueError) as error:
        return _untellable(path, error, "") == "unknown"
    return True


def state_of(path: Path) -> tuple[object, ...]:
    """Give what is other once somebody has touched the file; `("gone",)` where none is there."""
    try:
        about = os.stat(path)
    except FileNotFoundError:
        return ("gone",)
    except OSError as error:
        return (error.errno,)
    except ValueError:
        return ("no file name",)
    return (about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)


def listed(folder: Path, loss: str, ending: str = "") -> list[Path]:
    """List what is in a folder by name; nothing where none is there."""
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if name.endswith(ending)]
    except (OSError, ValueError) as error:
        _untellable(folder, error, loss)
        return []


def content(path: Path, most: int, *, follow: bool = True) -> Content:
    """Read a regular file, and no more than one byte beyond `most`. Never waits: a pipe is no regular file."""
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
    try:
        handle = os.open(path, flags)
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise OSError(errno.EISDIR if stat.S_ISDIR(about.st_mode) else errno.ENXIO, "", str(path))
            # To ask for a number of bytes has memory made ready for as many.
            with open(handle, "rb", closefd=False) as file:
                return Content(file.read(most + 1 if about.st_size > most else -1))
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        if not follow and isinstance(error, OSError) and error.errno == errno.ELOOP:
            return Content(error=OSError(errno.EMLINK, "it is a link, and none is followed here", str(path)))
        return Content(error=error)


def written(path: Path, data: bytes) -> str:
    """Put a small file of ours in the place of what is there, follow no link, and say why that cannot be done."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        os.makedirs(path.parent, mode=0o700, exist_ok=True)
        with suppress(FileNotFoundError):
            # Of one that was killed, and had the same number.
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


def made_folder(folder: Path) -> str:
    """Make a folder, and those it is in, and say why that cannot be done."""
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        return why(error)
    return ""


def absolute(path: Path) -> Path:
    """Give the whole path; itself where the folder one is in has gone."""
    try:
        return Path(os.path.abspath(path))
    except (OSError, ValueError) as error:
        return _taken_as_it_is(path, error)


def from_here(path: Path) -> Path:
    """Give the path within the folder one is in; the whole one where it is elsewhere."""
    try:
        within = os.path.relpath(path)
    except (OSError, ValueError) as error:
        return _taken_as_it_is(path, error)
    return absolute(path) if within.split(os.sep)[0] == os.pardir else Path(within)


def real(path: Path) -> Path:
    """Give the path without links, as far as they can be followed."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        return _taken_as_it_is(path, error)


def home() -> Path | None:
    """Give the home folder; None where there is none, as in a container."""
    path = _expanded("~")
    return path if path.is_absolute() else None


def meant(text: str) -> Path:
    """Give the path that somebody typed, `~` being a home; as it stands where there is no such home."""
    return _expanded(text)


def own_folder(own: Own) -> Path | None:
    """Give the person's folder for Eventsmith's settings, states or data, there or not; None without a home."""
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


def _untellable(path: Path, error: OSError | ValueError, loss: str) -> Kind:
    if isinstance(error, OSError) and error.errno in _NOT_THERE:
        return "nothing"
    if loss:
        note(str(path) if path.name else "This folder", why(error), loss)
    return "unknown"


def _taken_as_it_is(path: Path, error: OSError | ValueError) -> Path:
    if isinstance(error, OSError):
        note("The folder you are in", why(error), "paths are taken as they stand; go to another folder")
    return path


def _expanded(text: str) -> Path:
    try:
        return Path(os.path.expanduser(text))
    except (OSError, ValueError, LookupError):
        return Path(text)


def _shown(thing: str) -> str:
    half = MOST_SHOWN // 2
    return thing if len(thing) <= MOST_SHOWN else f"{thing[:half]}…{thing[-half:]}"
