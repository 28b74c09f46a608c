"""The journal: unsaved work, written to disk at every edit so that it survives a crash."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from pathlib import Path
from typing import Any

from eventsmith.model import Catalog
from eventsmith.session.delta import delta
from eventsmith.session.journal_file import close, line_of, new_file, remove, write_all
from eventsmith.store import Document

GROUPED = 0.2
"""Seconds until written lines are synced if nothing asks for it sooner, as after a key in a field."""
_SLOW = 0.05
"""Seconds that an edit waits for its sync. On a slower disk edits are synced in groups, and none waits."""
_HICCUPS = 2
"""The number of slow syncs in a row that do not yet make a disk slow, since a busy machine can delay a sync."""
_HUNG = 2.0
"""Seconds that a start, a save and an end wait for a disk that does not respond."""
_AGAIN = 2.0
"""Seconds until a failed disk is tried again."""
_sync = getattr(os, "fdatasync", os.fsync)  # macOS has no fdatasync


class Journal:
    """A record of every change of a document's catalog, on disk before it is shown.

    Never raises: failures are reported by `problem`, and writing is tried again. What may take long (syncing, creating
    a file) runs in threads that nobody waits for long: the keeper, and one for each file that is created.
    """

    def __init__(self, document: Document) -> None:
        self.problem = ""
        """Why changes are not recorded at the moment, in words; empty while they are."""
        self.path: Path | None = None
        self._document = document
        self._written = self._latest = document.catalog
        self._steps = self._written_steps = 0
        """The steps of undo since the last save, and up to what is written."""
        self._handle: int | None = None
        self._unsynced = False
        self._is_wanted = False
        self._slow_syncs = 0
        self._syncs = 0
        self._syncing_since = 0.0
        self._next: Document | None = None
        self._tried = 0.0
        self._guard = threading.RLock()
        self._work = threading.Condition(self._guard)
        self._closed = False
        self._is_beginning = False
        self._keeper = threading.Thread(target=self._run_keeper, name="journal", daemon=True)
        with self._guard:
            self._keeper.start()
            if not self._work.wait_for(lambda: self._handle is not None or self.problem, _HUNG):
                self.problem = _no_journal("the disk does not answer")

    @property
    def is_slow(self) -> bool:
        """Whether the disk syncs so slowly that edits are synced in groups."""
        took = time.monotonic() - self._syncing_since if self._syncs else 0.0
        return self._slow_syncs > _HICCUPS or took > _SLOW * (1 + _HICCUPS)

    def record(self, catalog: Catalog, label: str, steps: int, *, at_once: bool = True) -> None:
        """Write the change to a new catalog, which then survives a crash and, once synced, a power cut.

        `steps` is by how many steps of undo it leads on: none where a field is typed on in, -1 where one is undone.
        It is synced `at_once`, or else by `sync` or soon by itself.
        """
        with self._guard:
            self._latest = catalog
            self._steps += steps
            if self._closed:
                return
            # Without a file, the keeper creates one that holds all changes until now.
            if self._has_file():
                self._write(label)
            self._work.notify_all()
        if at_once:
            self.sync()

    def sync(self, *, is_needed: bool = False) -> None:
        """Sync what is written and wait for that: briefly, on a slow disk not at all; longer if it `is_needed`."""
        with self._guard:
            self._is_wanted = True
            self._work.notify_all()
            if is_needed or not self.is_slow:
                most = _HUNG if is_needed else _SLOW
                self._work.wait_for(lambda: self._closed or self.problem or self._is_synced(), most)

    def expect(self, data: bytes, catalog: Catalog) -> None:
        """Record that a save begins, so that the file may have these bytes, with this catalog, from now on."""
        with self._guard:
            self._mark(data, catalog, is_sure=False)
        self.sync(is_needed=True)

    def rebase(self, document: Document) -> None:
        """Record that only differences from this document are unsaved now; a new journal file follows soon."""
        with self._guard:
            self._next = document
            self._steps = self._written_steps = 0
            self._mark(document.data, document.catalog, is_sure=True)
            self._work.notify_all()
        self.sync()

    def close(self, *, keep: bool) -> None:
        """End the journal; delete its file unless it is to be kept for recovery."""
        with self._guard:
            self._closed = True
            self._unsynced = self._unsynced and keep
            self._work.notify_all()
        # A disk that hangs must not keep the app from ending.
        self._keeper.join(_HUNG)
        with self._guard:
            self._work.wait_for(lambda: not self._is_beginning, _HUNG)
            path, self.path = self.path, None
            handle, self._handle = self._handle, None
        if path is not None and not keep:
            remove(path)
        if handle is not None:
            close(handle)

    def _run_keeper(self) -> None:
        while True:
            with self._guard:
                while not (self._closed or self._unsynced or self._is_due()):
                    self._is_wanted = False
                    self._work.wait(_AGAIN if self.problem else None)
                if self._is_due() and not self._closed:
                    document, self._next = self._next or self._document, None
                    self._is_beginning = True
                    threading.Thread(target=self._begin, args=(document,), name="journal file", daemon=True).start()
                if self._unsynced:
                    self._work.wait_for(lambda: self._closed or self._is_wanted, GROUPED)
                is_last = self._closed
                is_wanted = self._unsynced
            if is_wanted:
                self._sync_now()
            if is_last:
                return

    def _sync_now(self) -> None:
        with self._guard:
            if self._handle is None:
                return
            self._unsynced = self._is_wanted = False
            try:
                handle = os.dup(self._handle)
            except OSError as error:
                self._fail(error)
                return
            started = time.monotonic()
            if not self._syncs:
                self._syncing_since = started
            self._syncs += 1
        try:
            _sync(handle)
        except OSError as error:
            self._fail(error)
        finally:
            close(handle)
            with self._guard:
                took = time.monotonic() - started
                # A slow disk must be twice as fast to count as fast again, lest it flip back and forth.
                self._slow_syncs = self._slow_syncs + 1 if took > (_SLOW / 2 if self._slow_syncs else _SLOW) else 0
                self._syncs -= 1
                self._work.notify_all()

    def _is_synced(self) -> bool:
        return self._handle is not None and not self._unsynced and not self._syncs

    def _is_due(self) -> bool:
        """Return whether a file must be created: after a save, or where there is none and none has just failed."""
        if self._is_beginning:
            return False
        if self._handle is not None:
            return self._next is not None
        return not self.problem or time.monotonic() - self._tried >= _AGAIN

    def _has_file(self) -> bool:
        """Return whether there is a file to write to; somebody may have deleted it or its folder."""
        try:
            if self._handle is not None and os.fstat(self._handle).st_nlink == 0:
                close(self._handle)
                self.path = self._handle = None
        except OSError as error:
            # Its disk is gone.
            self._fail(error)
        return self._handle is not None

    def _write(self, label: str) -> None:
        changes = delta(self._written, self._latest)
        steps = self._steps - self._written_steps
        if changes and self._append({"label": label, "steps": steps, "changes": changes}):
            self._written, self._written_steps = self._latest, self._steps

    def _mark(self, data: bytes, catalog: Catalog, *, is_sure: bool) -> None:
        """Write a mark: which file holds which catalog, as the difference from the edits before it."""
        holds = delta(self._written, catalog)
        self._append({"file": hashlib.sha256(data).hexdigest(), "holds": holds, "sure": is_sure})

    def _append(self, body: dict[str, Any]) -> bool:
        if self._handle is None:
            return False
        try:
            write_all(self._handle, line_of(body))
        except OSError as error:
            self._fail(error)
            return False
        self._unsynced = True
        return True

    def _begin(self, document: Document) -> None:
        """Create a file about a document, then delete the one before."""
        try:
            self._tried = time.monotonic()
            self._switch_to(document, *new_file(document))
        except OSError as error:
            # Where there is a file about an older document, it holds all unsaved work as well.
            if self._handle is None:
                self._fail(error)
        finally:
            with self._guard:
                self._is_beginning = False
                self._work.notify_all()

    def _switch_to(self, document: Document, path: Path, handle: int) -> None:
        with self._guard:
            old, old_handle = self.path, self._handle
            if self._closed and old_handle is not None:
                # The session has ended, and the old file holds everything.
                old, old_handle = path, handle
            else:
                self.path, self._handle, self.problem = path, handle, ""
                self._document, self._written, self._written_steps = document, document.catalog, 0
                if self._next is not None:
                    # There was a save while this file was created.
                    self._mark(self._next.data, self._next.catalog, is_sure=True)
                self._write("all until now")
        self._sync_now()
        if self.problem:
            return
        if old is not None:
            remove(old)
        if old_handle is not None:
            close(old_handle)

    def _fail(self, error: OSError) -> None:
        """Close a file that failed. Its complete lines stay, and another is created when the disk is tried again."""
        with self._guard:
            self.problem = _no_journal(error.strerror or str(error))
            self._tried = time.monotonic()
            self._unsynced = False
            self._work.notify_all()
            if self._handle is not None:
                close(self._handle)
                self._handle = None


def _no_journal(why: str) -> str:
    return f"No journal ({why}): a crash would lose your work. Save often"
