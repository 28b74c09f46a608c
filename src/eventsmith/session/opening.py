"""How work on a file begins, and where it is kept when it ends badly. Knows no screen."""

from __future__ import annotations

import re
from pathlib import Path

from eventsmith.catalog_files import ENDING
from eventsmith.collecting import paused
from eventsmith.session.session import Session
from eventsmith.store import CannotSaveError, Document, new_document, read_file, save


def open_session(path: Path | None) -> Session:
    """Work on a file; on a new catalog where there is none yet. Raises the store's CannotReadError."""
    if path is None or not (path.exists() or path.is_symlink()):
        return Session(new_document(path))
    with paused():
        session = Session(read_file(path))
        session.judge()
    return session


def suggested_path(session: Session) -> Path:
    """What a catalog without a file would be called: by its name, in this folder."""
    slug = re.sub(r"[^a-z0-9]+", "-", session.catalog.name.casefold()).strip("-")
    return Path(f"{slug[:60] or 'catalog'}{ENDING}")


def preset_path(session: Session, folder: Path) -> Path:
    """The file of a preset made of this catalog: by its name, in a folder of presets."""
    return folder / f"{suggested_path(session).name.removesuffix(ENDING)}.toml"


def write_preset(session: Session, path: Path, *, overwrite: bool = False) -> Document:
    """Writes the catalog as a preset, and makes the folder. The session goes on with its own file.

    Raises as Session.write does.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotSaveError(f"{path.parent}: the folder cannot be made: {error.strerror or error}") from error
    return session.write(path, overwrite=overwrite)


def rescue(session: Session) -> Path | None:
    """Writes unsaved work beside its file, or into the home folder. Answers with where, or None if nowhere."""
    if not session.dirty:
        return None
    own = session.document.path or suggested_path(session)
    for folder in (own.parent, Path.home()):
        for number in range(1, 100):
            path = folder / f"{own.name.removesuffix(ENDING)}.rescued-{number}{ENDING}"
            if path.exists():
                continue
            try:
                save(session.document, session.catalog, path)
            except CannotSaveError:
                break
            return path
    return None
