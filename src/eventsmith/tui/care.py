"""What is known of how safe the work is: what the title warns of, and what saving, opening and leaving go by."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.session.recovery import UnsavedJournals
    from eventsmith.session.session import Session


@dataclass(eq=False, slots=True)
class Saving:
    """One save, questions included."""

    path: Path | None = None
    """What the disk is at now, where it is at something."""
    since: float = 0.0


class Care:
    """What is known of how safe the work is."""

    def __init__(self) -> None:
        self.offered = asyncio.Event()
        """Set once it was asked which catalog to open."""
        self.opening: Future[tuple[Session, UnsavedJournals]] | None = None
        """The session while it is being made, and what was left unsaved before."""
        self.dropped: Session | None = None
        """What one has said may go unsaved."""
        self.saving: dict[Session, Saving] = {}
        """What is being saved now: of each session the save that was begun last."""
        self.is_kept = False
        """Whether one leaves what is not saved for the next start."""
        self.on_disk = ""
        """What has become of the file, where it is not as it was read."""
        self.amiss: list[str] = []
        """What is wrong beside the work: in the settings, or with what the disk does not give out."""
        self.trouble = ""
        """What keeps the journal from being written."""
        self.is_slow = False
        """Whether the journal's disk is slow."""

    @property
    def warnings(self) -> list[str]:
        """Return what the title says of it; mostly nothing."""
        journal = "no journal" if self.trouble else "slow disk" if self.is_slow else ""
        return list(filter(None, (self.on_disk, journal)))

    def unanswered(self, session: Session) -> str:
        """Return for how long the disk has not answered, where that is worth saying; mostly nothing."""
        saving = self.saving.get(session)
        seconds = int(time.monotonic() - saving.since) if saving is not None and saving.path is not None else 0
        return f"the disk has not answered for {seconds} s" if seconds else ""
