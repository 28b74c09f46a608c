"""The beginning and the end of work on a file: opening, recovering unsaved work, and rescuing it at the end."""

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
    """Return a session for a file, or for a new catalog where there is none. Raises the store's CannotReadError."""
    if path is None or not disk.may_be_there(path):
        return Session(new_document(path))
    with paused():
        return Session(read_file(path))


def open_with_journal(path: Path | None) -> tuple[Session, UnsavedJournals]:
    """Return a session that keeps a journal, and the unsaved work of earlier ones. Raises as `open_session` does."""
    session = open_session(path)
    found = find_unsaved(session.document)
    if not session.read_only:
        session.journal = Journal(session.document)
    return session, found


def why_not_opened(error: CannotReadError) -> str:
    """Explain on one line why a file cannot be opened, and that unsaved work on it, if any, is kept."""
    left = find_unsaved(new_document(Path(error.path))).left if error.path else []
    for each in left:
        each.keep()
    if not left:
        return str(error)
    edits = sum(each.edits for each in left)
    number = "1 edit" if edits == 1 else f"{edits} edits"
    line = shell_line("eventsmith", file=error.path)
    again = f"put the file right, or move it away, and “{line}” offers to recover them"
    return f"{error}. Your unsaved work on it is kept ({number}, the last {left[-1].when}): {again}"


def merge_unsaved(session: Session, left: UnsavedWork, theirs_at: Collection[Key] = ()) -> Merged:
    """Merge unsaved work into the catalog as it is now; see `merge`."""
    now = recovery_target(session, left)
    # Equal to the base, but made of the objects of the current catalog, which are faster to compare.
    base = left.base if left.has_changed or session.dirty else now
    return merge(base, left.catalog, now, theirs_at)


def recovery_target(session: Session, left: UnsavedWork) -> Catalog:
    """Return the catalog to merge unsaved work into: the current one, or the work's base where its file is gone."""
    return left.base if is_gone(session, left) else session.catalog


def is_gone(session: Session, left: UnsavedWork) -> bool:
    """Return whether the file of the unsaved work is no longer there."""
    return left.had_file and not session.document.data and not session.dirty


def describe_file_change(session: Session, left: UnsavedWork) -> str:
    """Describe what happened to the file since the unsaved work; empty where it is unchanged."""
    if is_gone(session, left):
        return "The file is no longer there; saving creates it again"
    if left.has_changed:
        return "The file has changed since: this is what the edits would change in it as it is now"
    return ""


def recover(session: Session, left: UnsavedWork, catalog: Catalog) -> None:
    """Recover unsaved work as one step. `catalog` is the result of `merge_unsaved`."""
    document = left.document if is_gone(session, left) else session.document
    session.rebase(document, catalog, f"recover {left.edits_in_words}")
    journal = session.journal
    if journal is not None:
        journal.sync()
    if journal is None or journal.problem:
        left.keep()
    else:
        left.drop()


def suggested_path(session: Session) -> Path:
    """Return a path in the current folder for a catalog without a file, derived from its name."""
    slug = re.sub(r"[^a-z0-9]+", "-", session.catalog.name.casefold()).strip("-")
    return Path(f"{slug[:60] or 'catalog'}{ENDING}")


def preset_path(session: Session, folder: Path) -> Path:
    """Return the path in a folder of presets for a preset made of this catalog, derived from its name."""
    return folder / f"{suggested_path(session).name.removesuffix(ENDING)}.toml"


def write_preset(session: Session, path: Path, *, overwrite: bool = False) -> Saved:
    """Write the catalog as a preset, creating the folder if needed. The session stays with its own file.

    Raises as Session.write does.
    """
    if why := disk.make_folder(path.parent):
        raise CannotSaveError(f"{path.parent}: the folder cannot be created: {why}")
    return session.write(path, overwrite=overwrite)


def _rescue(session: Session) -> Path | None:
    """Return the path where unsaved work is kept; None if it is nowhere.

    That is its journal or, where that could not be written, a new file beside the catalog or in the home folder, with
    the permissions of the catalog's file.
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
                # A bug of ours must not cost the work. The canonical writer is another one, verified alike.
                saved = save(session.document, session.catalog, path, like=like, anew=True)
            except CannotSaveError:
                break
            if saved.durable:
                return path
            # Better than nothing, though this disk did not confirm it; the next folder may be on another disk.
            unsure = unsure or path
            break
    return unsure


def end_session(session: Session, command: str, *, keep: bool) -> str:
    """End the journal; with `keep`, return a message on where unsaved work is and how `command` recovers it."""
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
