"""Command lines for people to copy into a shell, safe whatever the file in them is called."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import PurePath

_UNTYPED = re.compile(rb"[^\w @+=:,./-]", re.ASCII)


def shell_line(*words: str, file: PurePath | str | None = None) -> str:
    """Return a line that makes any POSIX shell run the words, on a file if one is given.

    The words need no quoting. The line can be read, copied and shown as it is: nothing in it is invisible.
    """
    if file is None:
        return " ".join(words)
    line = " ".join([*words, shlex.quote(typed_path(str(file)))])
    if line.isprintable():
        return line
    # Invisible characters are spelt in octal. $(…) drops line breaks at its end, so the whole line goes through it.
    octal = _UNTYPED.sub(lambda found: b"\\%03o" % found[0][0], os.fsencode(line)).decode("ascii")
    return f"""eval "$(printf '{octal}')\""""


def typed_path(name: str) -> str:
    """Spell a path so that a command line cannot take it for an option, standard input or a command."""
    is_word = not any(sign in name for sign in "/.")
    return f"./{name}" if is_word or name.startswith("-") else name
