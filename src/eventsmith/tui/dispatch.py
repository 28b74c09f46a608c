"""What runs for each action that works anywhere; a page runs its own actions by methods `action_<id>`."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any, NamedTuple

from eventsmith.ground.labels import PAGES
from eventsmith.tui.flows.appearance import choose_theme, light_or_dark, show_settings
from eventsmith.tui.flows.copy_event import copy_event
from eventsmith.tui.flows.export import export_catalog
from eventsmith.tui.flows.fixes import fix, fix_all
from eventsmith.tui.flows.help import show_help
from eventsmith.tui.flows.history import redo, undo
from eventsmith.tui.flows.leave import leave
from eventsmith.tui.flows.navigation import make_narrower, make_wider, next_page, previous_page, to_list, visit_page
from eventsmith.tui.flows.open import open_another, read_again
from eventsmith.tui.flows.owner import set_owner
from eventsmith.tui.flows.presets import save_preset
from eventsmith.tui.flows.save import save, save_as
from eventsmith.tui.flows.silence import silence
from eventsmith.tui.host import Host


class Asking(NamedTuple):
    """A flow that may ask questions, and therefore runs in the background."""

    flow: Callable[[Host], Coroutine[Any, Any, object]]
    group: str
    alone: bool = True
    """Whether it cancels what is going on in its group."""


AT_ONCE: Mapping[str, Callable[[Host], None]] = {
    "help": show_help,
    "fix": fix,
    "previous_place": previous_page,
    "next_place": next_page,
    "undo": undo,
    "redo": redo,
    "narrower": make_narrower,
    "wider": make_wider,
    "light": light_or_dark,
    "settings": show_settings,
    "leave": to_list,
    **{name: partial(visit_page, name=name) for name in PAGES},
}
"""What runs right away, by action ID."""

ASKING: Mapping[str, Asking] = {
    # Not cancelled by another: the disk would go on all the same.
    "save": Asking(save, "save", alone=False),
    "save_as": Asking(save_as, "save", alone=False),
    "export": Asking(export_catalog, "file"),
    "fix_all": Asking(fix_all, "fix"),
    "silence": Asking(silence, "fix"),
    "save_preset": Asking(save_preset, "file"),
    "theme": Asking(choose_theme, "look"),
    "open": Asking(open_another, "file"),
    "reload": Asking(read_again, "file"),
    "copy": Asking(copy_event, "file"),
    "owner": Asking(set_owner, "fix"),
    "quit": Asking(leave, "file"),
}
"""What runs in the background, by action ID."""


def knows(action: str) -> bool:
    """Return whether an action ID is in one of the tables here."""
    return action in AT_ONCE or action in ASKING


def run(host: Host, action: str) -> None:
    """Run an action that works anywhere, given by its ID."""
    if action in AT_ONCE:
        AT_ONCE[action](host)
    else:
        asking = ASKING[action]
        host.run_in_background(asking.group, partial(asking.flow, host), alone=asking.alone)
