"""Takes in what others did to the file; asks what stays where both have changed the same."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.background.waiting import wait_for

if TYPE_CHECKING:
    from eventsmith.model import Catalog
    from eventsmith.session.merging import Key, Merged
    from eventsmith.tui.host import Host


async def settled(host: Host, merged: Merged, again: Callable[[Collection[Key]], Merged]) -> Catalog | None:
    """The merged catalog, once it was chosen what stays where both have changed the same; None where one leaves."""
    from eventsmith.tui.dialogs.conflicts import Conflicts

    if not merged.conflicts:
        return merged.catalog
    chosen = await host.ask(Conflicts(merged.conflicts))
    if chosen is None:
        return None
    work = partial(again, [merged.conflicts[at].key for at in chosen])
    both = await wait_for(host, work, "Bringing both together", "Esc leaves all as it is")
    return None if both is None else both.catalog


async def take_in(host: Host, path: Path) -> str:
    """Shows what others have done to the file, and takes it in where one wants that.

    Answers with `save` to go on saving, or what the questions of a failing save answer: `other`, `over`, `leave`.
    """
    from eventsmith.queries.differences import differences
    from eventsmith.session.file_watch import read_again
    from eventsmith.session.merging import merge
    from eventsmith.store.errors import CannotReadError
    from eventsmith.tui.dialogs.ask import Ask
    from eventsmith.tui.dialogs.compare import Compare

    session = host.session
    # Said here and now, so that `watch` need not.
    host.care.on_disk = "changed by somebody else"
    other = [("other", "Save elsewhere"), ("leave", "Go on")]
    try:
        theirs = await in_thread(partial(read_again, session.document))
    except CannotReadError as error:
        words = f"{path} was changed by somebody else, and cannot be read as it is now: {error.problem.message}"
        return await host.ask(Ask(words, [*other, ("over", "Write over it")])) or "leave"
    if theirs is None:
        host.care.on_disk = "no longer there"
        words = f"{path} is no longer there: somebody has moved or deleted it"
        return await host.ask(Ask(words, [("over", "Make it again"), *other])) or "leave"
    base, mine = session.document.catalog, session.catalog
    work = partial(merge, base, mine, theirs.catalog)
    merged = await wait_for(host, work, f"Looking at what somebody else has changed in {path.name}", "Esc: not now")
    if merged is None:
        return "leave"
    conflicts = len(merged.conflicts)
    both = f", {'one value' if conflicts == 1 else f'{conflicts} values'} as you have" if conflicts else ""
    title = f"Somebody else has changed {path.name}{both}"
    answers = [("take", "Merge and save"), *other, ("over", "Write over")]
    shown = differences(base, theirs.catalog)
    answer = await host.ask(Compare(title, shown, answers, ("You had read", "Theirs")))
    if answer != "take":
        return answer or "leave"
    catalog = await settled(host, merged, partial(merge, base, mine, theirs.catalog))
    if catalog is None or session.catalog is not mine:
        return "leave"
    session.take_in(theirs, catalog, "take in what somebody else changed")
    return "save"
