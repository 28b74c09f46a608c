"""That nothing is lost: watches the journal and the file on disk, and takes in what others did to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.ground import disk
from eventsmith.tui.actions import key_of
from eventsmith.tui.background import beside, in_thread, waited_for
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.model import Catalog
    from eventsmith.session.merging import Key, Merged
    from eventsmith.session.recovery import UnsavedJournals
    from eventsmith.session.session import Session
    from eventsmith.tui.app import EventsmithApp

LOOK_EVERY = 1.0
"""Seconds between looks at the file while one works."""
_ROOM = 28
"""Cells for the path of what is amiss beside the work: what it is, and what one goes on without, tell more."""
_SLOW = "The disk is slow: a crash takes nothing, a power cut perhaps the last moment"


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
        """What the title says of it; mostly nothing."""
        journal = "no journal" if self.trouble else "slow disk" if self.is_slow else ""
        return list(filter(None, (self.on_disk, journal)))

    def unanswered(self, session: Session) -> str:
        """For how long the disk has not answered, where that is worth saying; mostly nothing."""
        saving = self.saving.get(session)
        seconds = int(time.monotonic() - saving.since) if saving is not None and saving.path is not None else 0
        return f"the disk has not answered for {seconds} s" if seconds else ""


def take_care(app: EventsmithApp, before: Session | None) -> None:
    """Watches over the session that was turned to, and keeps what is unsaved of the one before for its next time."""
    if before is not None:
        let_go(before, keep=before.dirty and before is not app.care.dropped)
    app.care.on_disk = ""
    keep_watch(app)


def let_go(session: Session, *, keep: bool) -> None:
    """Ends the journal of a session; deletes it unless it is to be kept."""
    if session.journal is not None:
        session.journal.close(keep=keep)


def keep_watch(app: EventsmithApp) -> None:
    """Watches over what one works on, and no longer over what was before: its disk may never answer."""
    beside(app, "watch", partial(watch, app, app.session), alone=True)


async def watch(app: EventsmithApp, session: Session) -> None:
    """Tells when the journal or the file on disk is no longer as it should be, for as long as one works on it."""
    from eventsmith.session.file_watch import Watch

    looking = Watch()
    while app.session is session:
        document = session.document
        found = await in_thread(partial(looking.look, document))
        if document is session.document and session not in app.care.saving and found != app.care.on_disk:
            app.care.on_disk = found
            app.show_title()
            if found and document.path is not None:
                app.say(f"{document.path.name} {_cure(found)}", bad=True)
        tell_trouble(app)
        tell_amiss(app)
        await asyncio.sleep(LOOK_EVERY)


def _cure(found: str) -> str:
    if found == "changed by somebody else":
        return f"was changed by somebody else: {key_of('save')} shows what they did"
    if found == "no longer there":
        return f"is no longer there: {key_of('save')} makes it again"
    return f"can no longer be read: {key_of('save-as')} saves elsewhere"


def tell_amiss(app: EventsmithApp, *, again: bool = False) -> None:
    """Say what has come up beside the work; with what was said before, `again`, where something was said over it."""
    new = [f"{short_path(Path(one.thing), _ROOM)}: {one.why}; {one.loss}" for one in disk.news()]
    app.care.amiss += new
    if told := app.care.amiss if again else new:
        first, *more = told
        app.say(f"{first} (and {len(more)} more)" if more else first, bad=True)


def tell_trouble(app: EventsmithApp) -> None:
    """Says at once when no journal can be written, or its disk is slow, and when that is over."""
    journal, care = app.session.journal, app.care
    trouble = journal.problem if journal is not None else ""
    is_slow = journal is not None and journal.is_slow
    if (trouble, is_slow) == (care.trouble, care.is_slow):
        return
    was_trouble, was_slow = care.trouble, care.is_slow
    care.trouble, care.is_slow = trouble, is_slow
    app.show_title()
    # After what is said of the edit that has just come upon it.
    if trouble != was_trouble:
        app.call_later(app.say, trouble or "What you do is kept in a journal again", bad=bool(trouble))
    elif is_slow:
        app.call_later(app.say, _SLOW)
    elif was_slow:
        app.unsay(_SLOW)


async def settled(app: EventsmithApp, merged: Merged, again: Callable[[Collection[Key]], Merged]) -> Catalog | None:
    """The merged catalog, once it was chosen what stays where both have changed the same; None where one leaves."""
    from eventsmith.tui.dialogs.conflicts import Conflicts

    if not merged.conflicts:
        return merged.catalog
    chosen = await app.push_screen_wait(Conflicts(merged.conflicts))
    if chosen is None:
        return None
    work = partial(again, [merged.conflicts[at].key for at in chosen])
    both = await waited_for(app, work, "Bringing both together", "Esc leaves all as it is")
    return None if both is None else both.catalog


async def take_in(app: EventsmithApp, path: Path) -> str:
    """Shows what others have done to the file, and takes it in where one wants that.

    Answers with `save` to go on saving, or what the questions of a failing save answer: `other`, `over`, `leave`.
    """
    from eventsmith.queries.differences import differences
    from eventsmith.session.file_watch import read_again
    from eventsmith.session.merging import merge
    from eventsmith.store.errors import CannotReadError
    from eventsmith.tui.dialogs.ask import Ask
    from eventsmith.tui.dialogs.compare import Compare

    session = app.session
    # Said here and now, so that `watch` need not.
    app.care.on_disk = "changed by somebody else"
    other = [("other", "Save elsewhere"), ("leave", "Go on")]
    try:
        theirs = await in_thread(partial(read_again, session.document))
    except CannotReadError as error:
        words = f"{path} was changed by somebody else, and cannot be read as it is now: {error.problem.message}"
        return await app.push_screen_wait(Ask(words, [*other, ("over", "Write over it")])) or "leave"
    if theirs is None:
        app.care.on_disk = "no longer there"
        words = f"{path} is no longer there: somebody has moved or deleted it"
        return await app.push_screen_wait(Ask(words, [("over", "Make it again"), *other])) or "leave"
    base, mine = session.document.catalog, session.catalog
    work = partial(merge, base, mine, theirs.catalog)
    merged = await waited_for(app, work, f"Looking at what somebody else has changed in {path.name}", "Esc: not now")
    if merged is None:
        return "leave"
    conflicts = len(merged.conflicts)
    both = f", {'one value' if conflicts == 1 else f'{conflicts} values'} as you have" if conflicts else ""
    title = f"Somebody else has changed {path.name}{both}"
    answers = [("take", "Merge and save"), *other, ("over", "Write over")]
    shown = differences(base, theirs.catalog)
    answer = await app.push_screen_wait(Compare(title, shown, answers, ("You had read", "Theirs")))
    if answer != "take":
        return answer or "leave"
    catalog = await settled(app, merged, partial(merge, base, mine, theirs.catalog))
    if catalog is None or session.catalog is not mine:
        return "leave"
    session.take_in(theirs, catalog, "take in what somebody else changed")
    return "save"
