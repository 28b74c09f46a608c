"""Opening a catalog: at the start, another one, or the same again. The only flow that the first paint waits for."""

from __future__ import annotations

import asyncio
import gc
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.ground.gc_pause import paused
from eventsmith.ground.labels import PAGES
from eventsmith.tui.actions import key_of
from eventsmith.tui.background.threads import in_thread, start
from eventsmith.tui.flows.watch import tell_amiss
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.session.recovery import UnsavedJournals
    from eventsmith.session.session import JudgedAhead, Session
    from eventsmith.tui.host import Host

ANOTHER = "another"
MOST_SHOWN = 58
"""The number of cells that a dialog has room for on the narrowest screen."""


def opening(host: Host) -> Future[tuple[Session, UnsavedJournals]]:
    """Start opening the app's file in a thread, once, and return the future of the session."""
    if host.care.opening is None:
        host.care.opening = start(partial(opened, host.path))
    return host.care.opening


def guide(host: Host) -> None:
    """Say how to start with an empty catalog."""
    pick, on = key_of("goal.pick"), key_of("next-place")
    host.say(f"Type a name, then Tab to the lists: {pick} picks, {on} goes on to the events")


async def load(host: Host) -> None:
    """Load the app's file, or a new catalog, in the background; end the app if the file cannot be read."""
    path = host.path
    try:
        session, found = await asyncio.wrap_future(opening(host))
    except Exception as error:
        from eventsmith.session.opening import why_not_opened
        from eventsmith.store.errors import CannotReadError

        if not isinstance(error, CannotReadError):
            raise
        host.end(2, why_not_opened(error))
        return
    if not host.is_ready:
        host.start(session)
        if path is not None:
            _begin(host, session, host.wanted)
    if not found.left:
        # Once the page is there.
        host.call_later(host.give_keys)
    tell_amiss(host, again=path is not None)
    # In a worker of its own: loading is finished, even if the user takes an hour to answer.
    after = host.care.offered if path is None else None
    host.run_in_background("left", partial(_offer_left, host, session, found, after=after))


async def reopen(host: Host, path: Path | None, page: str = "") -> None:
    """Turn to another file, or a new catalog, and show a page. Unsaved work must have been dealt with."""
    from eventsmith.session.opening import why_not_opened
    from eventsmith.store.errors import CannotReadError

    try:
        session, found = await in_thread(partial(opened, path))
    except CannotReadError as error:
        host.say(why_not_opened(error), bad=True)
        return
    if found.left:
        host.keep_keys()
    host.start(session)
    _begin(host, session, page)
    tell_amiss(host)
    host.run_in_background("left", partial(_offer_left, host, session, found))


async def _offer_left(host: Host, session: Session, found: UnsavedJournals, after: asyncio.Event | None = None) -> None:
    from eventsmith.tui.flows.recover import offer_left

    if after is not None:
        await after.wait()
    try:
        if host.session is session:
            if found.left:
                host.keep_keys()
            await offer_left(host, found)
        else:
            for left in found.left:
                left.keep()
    finally:
        host.give_keys()


def opened(path: Path | None) -> tuple[Session, UnsavedJournals]:
    """Return a session with a journal, and the work left unsaved before. A big catalog is judged later."""
    from eventsmith.session.opening import open_with_journal
    from eventsmith.tui.background.big_edits import MANY

    with paused():
        session, found = open_with_journal(path)
        if len(session.catalog.events) > MANY:
            session.judge_later()
        else:
            _ = session.issues
        # The session stays. Searching all of it for garbage would block the screen again and again, for a fifth to half
        # of a second at 10,000 events.
        gc.freeze()
    return session, found


def find_issues(host: Host) -> None:
    """Find the issues of a catalog just opened in the background, and then show them."""
    host.run_in_background("issues", partial(_find_issues, host, host.session))


async def _find_issues(host: Host, session: Session) -> None:
    def find() -> JudgedAhead:
        with paused():
            found = session.judge_ahead(session.catalog)
            gc.freeze()
        return found

    foreseen = await in_thread(find)
    # A big edit made meanwhile has judged the catalog already.
    if not session.is_judged:
        session.adopt(foreseen)
    if host.session is session:
        host.show_all()


def _begin(host: Host, session: Session, wanted: str) -> None:
    page = wanted or _first_page(host, session)
    host.visit(page)
    if page == "goal" and not session.document.data:
        guide(host)


def _first_page(host: Host, session: Session) -> str:
    """Return the page on which to continue: where the user was before, or else where there is most to do."""
    path = session.document.path
    before = host.memory.page_in(path) if path is not None else ""
    if before in PAGES and not session.read_only:
        return before
    return "review" if session.read_only else "events" if session.catalog.events else "goal"


def known_catalogs(host: Host) -> list[tuple[str, str]]:
    """List the catalogs in this folder, then recently opened ones, each with its path and a title."""
    here, far = host.memory.known_catalogs()
    return [*((str(path), path.name) for path in here), *((str(path), short_path(path, MOST_SHOWN)) for path in far)]


async def offer_catalogs(host: Host) -> None:
    """Ask at the start which catalog to open, if any is known."""
    try:
        known = known_catalogs(host)
        if known:
            from eventsmith.tui.dialogs.pick_one import PickOne

            options = [*known, ("", "A new catalog")]
            picked = await host.ask(PickOne("Open a catalog?", options, [known[0][0]]))
            if picked:
                await reopen(host, Path(picked))
    finally:
        host.care.offered.set()


async def open_another(host: Host) -> None:
    """Ask for a catalog and turn to it, after asking what becomes of unsaved work."""
    from eventsmith.tui.dialogs.ask_path import AskPath
    from eventsmith.tui.dialogs.pick_one import PickOne
    from eventsmith.tui.flows.leave import may_let_go

    options = [*known_catalogs(host), (ANOTHER, "Another file …"), ("", "A new catalog")]
    picked = await host.ask(PickOne("Open which catalog?", options))
    path = Path(picked) if picked else None
    if picked == ANOTHER:
        hint = "One that does not exist starts empty"
        path = await host.ask(AskPath("Open the catalog", Path("catalog.events.toml"), does="Open", hint=hint))
        picked = None if path is None else str(path)
    if picked is not None and await may_let_go(host):
        await reopen(host, path)


async def read_again(host: Host) -> None:
    """Read the file again, as it is on disk now."""
    from eventsmith.tui.flows.leave import may_let_go

    path = host.session.document.path
    if path is None:
        host.say(f"There is no file to reload yet: {key_of('save')} saves")
    elif await may_let_go(host):
        here = host.here
        await reopen(host, path, here)
        host.say(f"Reloaded {short_path(path)}")
