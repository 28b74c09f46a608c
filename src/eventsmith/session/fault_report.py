"""Reports of our own bugs, kept in a file that people can send to us."""

from __future__ import annotations

from hashlib import sha256

from eventsmith import __version__
from eventsmith.ground import disk
from eventsmith.store import MiswrittenError

_PARTS = ("the file as it is", "what was about to be written", "what it should say")


def fault_report(error: MiswrittenError) -> str:
    """Write a report of a save that went wrong to the user's state folder; return a message that says where it is.

    The same fault gets the same file. As it holds the catalog, it can be read by its owner only, and is never sent
    automatically.
    """
    texts = [data.decode("utf-8", "backslashreplace") for data in (error.before, error.data, error.wanted)]
    parts = [f"==== {title} ====\n{text}" for title, text in zip(_PARTS, texts, strict=True)]
    data = "\n".join([f"Eventsmith {__version__}: a save that would have been read back as something else", *parts])
    folder = disk.own_folder("state")
    if folder is None:
        return f"{error}; please tell us"
    path = folder / "faults" / f"{sha256(data.encode('utf-8', 'backslashreplace')).hexdigest()[:12]}.txt"
    if disk.write_file(path, data.encode("utf-8", "backslashreplace")):
        return f"{error}; please tell us"
    return f"{error}. A report is in {path}: please send it to us, if nothing in it is private"
