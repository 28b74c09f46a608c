"""How work on a file begins, goes on where it was left, and is kept when all else fails."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from eventsmith.ground import disk
from eventsmith.ground.catalog_files import ENDING
from eventsmith.ground.gc_pause import paused
from eventsmith.ground.shell_line import shell_line
from eventsmith.model import Catalog
from eventsmith.session.journal import Journal
from eventsmith.session.journal_file import ENDING as JOURNAL_ENDING
from eventsmith.session.merging import Key, Merged, merge
from eventsmith.session.recovery import UnsavedJournals, UnsavedWork, find_unsaved
from eventsmith.session.session import Session
from eventsmith.store import CannotReadError, CannotSaveError, MiswrittenError, Saved, new_document, read_file, save


def open_session(path: Path | None) -> Session:
    """Work on a file; on a new catalog where there is none yet. Raises the store's CannotReadError."""
    if path is None or not disk.may_be_there(path):
        return Session(new_document(path))
    with paused():
        return Session(read_file(path))


def open_kept(path: Path | None) -> tuple[Session, UnsavedJournals]:
    """Return work on a file with a journal of what is not saved, and what was left unsaved before."""
    session = open_session(path)
    found = find_unsaved(session.document)
    if not session.read_only:
        session.journal = Journal(session.document)
    return session, found


def why_not_opened(error: CannotReadError) -> str:
    """Why a file cannot be opened, and that unsaved work on it is kept, where it is: one line."""
    left = find_unsaved(new_document(Path(error.path))).left if error.path else []
    for each in left:
        each.keep()
    if not left:
        return str(error)
    edits = sum(each.edits for each in left)
    number = "1 edit" if edits == 1 else f"{edits} edits"
    line = shell_line("eventsmith", file=error.path)
    again = f"put the file right, or move it away, and “{line}” offers to recover them"
    return f"{error}. What you had not saved of it is kept ({number}, the last {left[-1].when}): {again}"


def with_what_was_left(session: Session, left: UnsavedWork, theirs_at: Collection[Key] = ()) -> Merged:
    """Return the catalog as it is now, together with what was left unsaved of it, as `merge` does it."""
    now = catalog_now(session, left)
    # The same as the base, made of the objects of now.
    base = left.base if left.has_changed or session.dirty else now
    return merge(base, left.catalog, now, theirs_at)


def catalog_now(session: Session, left: UnsavedWork) -> Catalog:
    """Return the catalog that the unsaved work is to be brought into: what it was about, where that file is gone."""
    return left.base if is_gone(session, left) else session.catalog


def is_gone(session: Session, left: UnsavedWork) -> bool:
    """Tell whether the file that the unsaved work is about is no longer there."""
    return left.had_file and not session.document.data and not session.dirty


def fate_of(session: Session, left: UnsavedWork) -> str:
    """Return what has become of the file that the unsaved work is about; empty where it is as it was."""
    if is_gone(session, left):
        return "The file is no longer there; saving makes it again"
    if left.has_changed:
        return "The file has changed since: this is what the edits would change in it as it is now"
    return ""


def recover(session: Session, left: UnsavedWork, catalog: Catalog) -> None:
    """Go on with what was left unsaved, as one step; the catalog is what `with_what_was_left` made of both."""
    document = left.document if is_gone(session, left) else session.document
    session.take_in(document, catalog, f"recover {left.counted}")
    journal = session.journal
    if journal is not None:
        journal.sync()
    if journal is None or journal.problem:
        left.keep()
    else:
        left.drop()


def suggested_path(session: Session) -> Path:
    """Return what a catalog without a file would be called: by its name, in this folder."""
    slug = re.sub(r"[^a-z0-9]+", "-", session.catalog.name.casefold()).strip("-")
    return Path(f"{slug[:60] or 'catalog'}{ENDING}")


def preset_path(session: Session, folder: Path) -> Path:
    """Return the file of a preset made of this catalog: by its name, in a folder of presets."""
    return folder / f"{suggested_path(session).name.removesuffix(ENDING)}.toml"


def write_preset(session: Session, path: Path, *, overwrite: bool = False) -> Saved:
    """Write the catalog as a preset, and make the folder. The session goes on with its own file.

    Raises as Session.write does.
    """
    if why := disk.make_folder(path.parent):
        raise CannotSaveError(f"{path.parent}: the folder cannot be made: {why}")
    return session.write(path, overwrite=overwrite)


def _rescue(session: Session) -> Path | None:
    """Write unsaved work beside its file, or into the home folder, where no journal could be written.

    It is as private as the file. Return where it is now; None if it is nowhere.
    """
    if not session.dirty:
        return None
    if session.journal is not None and not session.journal.problem:
        return session.journal.path
    own = session.document.path or suggested_path(session)
    unsure = None
    for folder in filter(None, (own.parent, disk.home())):
        for number in range(1, 100):
            path = folder / f"{own.name.removesuffix(ENDING)}.rescued-{number}{ENDING}"
            if disk.kind(path) not in ("nothing", "unknown"):
                continue
            like = own if session.document.data else None
            try:
                saved = save(session.document, session.catalog, path, like=like)
            except MiswrittenError:
                # A fault of ours must not cost the work: another writer, with the same proof.
                saved = save(session.document, session.catalog, path, like=like, anew=True)
            except CannotSaveError:
                break
            if saved.durable:
                return path
            # Better on a disk that does not answer for it than nowhere, but another may.
            unsure = unsure or path
            break
    return unsure


def part_from(session: Session, command: str, *, keep: bool) -> str:
    """End the journal. Say where unsaved work is if that is to be kept, and how `command` comes back to it."""
    kept = _rescue(session) if keep else None
    if session.journal is not None:
        session.journal.close(keep=keep and session.dirty)
    if not keep or not session.dirty:
        return ""
    if kept is None:
        return "Your unsaved work could not be written."
    if kept.suffix != JOURNAL_ENDING:
        return f"Your unsaved work is in {kept}."
    again = shell_line(command, file=session.document.path)
    return f"Your unsaved work is kept in {kept}: “{again}” offers to recover it."
