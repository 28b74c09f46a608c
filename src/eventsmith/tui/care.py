"""What is known about how safe the work is, for the title's warnings and for saving, opening and leaving."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.session.recovery import UnsavedJournals
    from eventsmith.session.session import Session


@dataclass(eq=False, slots=True)
class Saving:
    """One save, including its questions."""

    path: Path | None = None
    """The file that the disk is busy with; None while it is not busy."""
    since: float = 0.0


class Care:
    """What is known about how safe the work is."""

    def __init__(self) -> None:
        self.offered = asyncio.Event()
        """Set once the user has been asked which catalog to open."""
        self.opening: Future[tuple[Session, UnsavedJournals]] | None = None
        """The session while it is being loaded, with the work that was left unsaved before."""
        self.dropped: Session | None = None
        """The session whose unsaved changes the user has given up."""
        self.saving: dict[Session, Saving] = {}
        """The saves under way: of each session the one begun last."""
        self.is_kept = False
        """Whether the user leaves unsaved work for the next start."""
        self.on_disk = ""
        """What has become of the file, if it is no longer as it was read."""
        self.amiss: list[str] = []
        """Problems besides the work itself: in the settings, or with files that the disk refuses."""
        self.mistakes: Sequence[str] = ()
        """What is wrong in the settings file, until it is put right."""
        self.trouble = ""
        """What keeps the journal from being written, if anything does."""
        self.is_slow = False
        """Whether the journal's disk is slow."""

    @property
    def warnings(self) -> list[str]:
        """The warnings for the title; usually none."""
        journal = "no journal" if self.trouble else "slow disk" if self.is_slow else ""
        mistakes = (
            "a mistake in the settings" if len(self.mistakes) == 1 else f"{len(self.mistakes)} mistakes in the settings"
        )
        return list(filter(None, (self.on_disk, journal, mistakes if self.mistakes else "")))

    def unanswered(self, session: Session) -> str:
        """Return for how long the disk has not answered a save of the session; empty if for less than a second."""
        saving = self.saving.get(session)
        seconds = int(time.monotonic() - saving.since) if saving is not None and saving.path is not None else 0
        return f"the disk has not answered for {seconds} s" if seconds else ""
