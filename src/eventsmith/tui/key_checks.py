"""Which keys the user may give to an action, and why not others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.keys import Keys as Named

from eventsmith.tui.actions import ACTIONS, Action, shown_key

_MOVING = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "enter", "escape"),
        *("space", "backspace", "delete", "ctrl+q"),
    )
)
"""The keys to move, type and leave with, whatever the settings say."""
_SAME_AS = {"ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+h": "Backspace", "ctrl+[": "Esc"}
_MODIFIERS = frozenset(("ctrl", "shift", "alt"))
_NAMED = frozenset(key.value for key in Named)


def wrong_key(name: str, key: str, given: Mapping[str, Sequence[str]]) -> str:
    """Return why a key cannot be given to the named action, beside the keys `given` before; empty if it can."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if not (len(last) == 1 or last in _NAMED or key in _NAMED) or not _MODIFIERS.issuperset(modifiers):
        return f"“{key}” is not a key; write one as n, f9, ctrl+g or alt+n"
    if key in _SAME_AS:
        return f"Terminals send “{key}” for {_SAME_AS[key]}; take another key"
    if key in _MOVING:
        return f"“{key}” is needed to move, type or leave; take another key"
    own = next(action for action in ACTIONS if action.name == name)
    for other in ACTIONS:
        if other.name != name and _meet(own, other) and key in (*other.own_keys, *given.get(other.name, ())):
            return f"“{key}” is the key of “{other.label}” already; take another key"
    if key in own.own_keys:
        return f"“{shown_key(key)}” does that already; take it out"
    return ""


def _meet(one: Action, other: Action) -> bool:
    return one.where == other.where or "anywhere" in (one.where, other.where)
