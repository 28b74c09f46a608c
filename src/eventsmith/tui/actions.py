"""The table of all actions of the app, from which bindings, hints, help and palette are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from eventsmith.ground.labels import PAGES


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do."""

    id: str
    """For an action that works anywhere, a key of `dispatch`; for one of a page, its method there is `action_<id>`."""
    keys: str
    """Textual's key names, separated by commas; the first one is shown. Empty: the action is in the palette only."""
    label: str
    help: str
    where: str = "anywhere"
    hint: bool = False
    """Whether it is one of the few that the bottom line shows."""
    quiet: bool = False
    """Whether the palette leaves it out."""

    @property
    def own_keys(self) -> list[str]:
        """The keys listed in the table, one by one."""
        return self.keys.split(",") if self.keys else []

    @property
    def name(self) -> str:
        """The name in the settings file: `save`, `events.add`, `goal`."""
        name = self.id.replace("_", "-")
        return name if self.where == "anywhere" else f"{self.where}.{name}"

    @property
    def command(self) -> str:
        """What Textual runs for its keys: of a page, only where the page accepts them."""
        if self.where != "anywhere":
            return f"key('{self.id}')"
        return self.id if self.id in OF_TEXTUAL else f"run('{self.id}')"


OF_TEXTUAL = ("suspend_process", "command_palette", "quit")
"""Actions that Textual itself provides, under its own names."""


ACTIONS = (
    Action("help", "f1,question_mark", "Help", "The keys that work here, and what they do", hint=True),
    Action("save", "f2,ctrl+s", "Save", "Write the catalog to its file", hint=True),
    Action("save_as", "f12", "Save as", "Write the catalog to another file"),
    Action("export", "f6", "Export", "Write the catalog as JSON Schema, CSV, Markdown or Infobip definitions"),
    Action("fix", "f4", "Fix", "Fix the issue shown under the focused field, or in the focused list"),
    Action("fix_all", "f5", "Fix all", "See what every fix that cannot change a meaning would do, then make them"),
    Action("silence", "f3", "Silence", "Silence the issue here, with a reason, or unsilence one that is silenced"),
    Action("previous_place", "f7,ctrl+pageup,alt+left", "Back", "The page before this one on the guided path"),
    Action("next_place", "f8,ctrl+pagedown,alt+right", "Next", "The next page of the guided path", hint=True),
    Action("undo", "ctrl+z,f9", "Undo", "Undo the last step, and show where it was", hint=True),
    Action("redo", "ctrl+y,f10", "Redo", "Redo what was undone"),
    Action("save_preset", "P", "Save as preset", "Keep the catalog as a preset of your own, to start others from"),
    Action("narrower", "less_than_sign", "Narrower", "Give the list less of the width, and what is beside it more"),
    Action("wider", "greater_than_sign", "Wider", "Give the list more of the width; the mouse moves the line, too"),
    Action("light", "f11", "Light or dark", "Change between a light and a dark screen"),
    Action("theme", "", "Theme", "Choose how the screen looks: light, dark, high contrast, the terminal's own, yours"),
    Action("open", "ctrl+o", "Open", "Open another catalog: of this folder, one you had lately, or any other"),
    Action("reload", "", "Reload", "Read the file again, as it is on disk now"),
    Action("owner", "", "Owner", "Say who answers for events that name no owner"),
    Action("copy", "y", "Copy", "Copy the event in view as TOML, as JSON, or as text to read"),
    Action("settings", "", "Settings", "What can be set, in which file, and what is wrong there"),
    Action("suspend_process", "", "Suspend", "Put Eventsmith aside; `fg` in the shell brings it back"),
    Action(
        "command_palette",
        "ctrl+p",
        "Commands",
        "Find any action, event, property, campaign or preset event by typing",
        quiet=True,
    ),
    Action("quit", "ctrl+q", "Quit", "Leave; asks where something is not saved", hint=True),
    *(
        Action(name, f"{number},alt+{number}", f"Go to {name.capitalize()}", f"Show {name.capitalize()}")
        for number, name in enumerate(PAGES, 1)
    ),
    Action("pick", "space", "Pick", "Pick or leave what the cursor is on", "goal", hint=True, quiet=True),
    *(
        Action("find", "slash", "Find", "Find in the list by typing; Up and Down go to the other places", where)
        for where in ("goal", "properties", "campaigns", "review")
    ),
    Action(
        "pick",
        "space",
        "Take/leave",
        "Take the event into the catalog, or all that are marked; or leave it out",
        "events",
        hint=True,
    ),
    Action("take_serving", "G", "Take all ★", "Take all events that serve the goals you picked", "events"),
    Action("add", "a", "Add", "Add an event of your own behind this one", "events", hint=True),
    Action("insert", "i", "Insert", "Add an event of your own before this one", "events"),
    Action("mark", "m", "Mark", "Mark the event, or no longer; what follows is done to all that are marked", "events"),
    Action("mark_up", "shift+up", "Mark up", "Mark on to the event before; Shift+click marks up to an event", "events"),
    Action("mark_down", "shift+down", "Mark down", "Mark on to the next event; Ctrl+click marks just one", "events"),
    Action(
        "mark_all", "M", "Mark all", "Mark all that are shown, or none: of the catalog, or of what is offered", "events"
    ),
    Action("stage", "t", "Stage", "Put the event, or all that are marked, into a stage", "events"),
    Action("status", "l", "Live?", "Say how far the event is, or all that are marked: live, say", "events"),
    Action("idea", "I", "Idea", "Park the event, or all that are marked, as ideas; or take them up again", "events"),
    Action("remove", "d,delete", "Remove", "Remove the event, or all that are marked, and say what used it", "events"),
    Action("up", "K,ctrl+up", "Move up", "Move the event towards the start of the story", "events"),
    Action("down", "J,ctrl+down", "Move down", "Move the event towards the end of the story", "events"),
    Action("stage_before", "ctrl+left", "Stage before", "Put the event into the stage before", "events"),
    Action("stage_after", "ctrl+right", "Next stage", "Put the event into the next stage", "events"),
    Action(
        "find",
        "slash",
        "Find",
        "Find events, in all presets too, by name, ID, alias, property, campaign or what they are for",
        "events",
        hint=True,
    ),
    Action("edit", "e", "Edit", "Go to the details of the event", "events", hint=True),
    Action("use_form", "enter", "Use", "Put all names into the form shown", "names", hint=True),
    Action("next_form", "right,f", "Form", "Look at the names in the next form", "names", hint=True),
    Action("previous_form", "left", "Form before", "Look at the names in the form before", "names"),
    Action("spare", "x", "Except", "Leave this event alone when all are put into a form", "names", hint=True),
    Action("take", "t", "Take", "Take the suggestion for this event alone", "names", hint=True),
    Action("find", "slash", "Find", "List the names that have what is typed, or become it", "names", hint=True),
    Action("misfits", "exclamation_mark", "Misfits", "List only what does not fit the form, or the rest too", "names"),
    Action("all", "a", "All", "List all names, or only those that change", "names"),
    Action("edit", "e", "Edit", "Edit name and ID of the event", "names", hint=True),
    Action("vocabulary", "v", "Words", "The team's words: which are never used, and which verbs may be", "names"),
    Action("edit", "enter,e", "Edit", "Edit the cell, pick in it or open what it holds", "properties", hint=True),
    Action("pick", "space", "Take/tick", "Take what is suggested; tick or pick in the cell", "properties", hint=True),
    Action("add", "ctrl+n,a", "Add", "Add a property of your own behind this one", "properties", hint=True),
    Action("clear", "delete", "Empty", "Empty the cell", "properties"),
    Action("remove", "ctrl+d", "Remove", "Remove the property or field", "properties"),
    Action("up", "ctrl+up,shift+up", "Move up", "Move the property up", "properties"),
    Action("down", "ctrl+down,shift+down", "Move down", "Move the property down", "properties"),
    Action("suggestions", "s", "Suggestions", "Show the suggested properties, or fold them", "properties"),
    Action("fields", "ctrl+l", "Fields", "Show the fields of a list or an object in a sheet ", "properties"),
    Action("groups", "ctrl+t,g", "Groups", "Make, take or leave groups of properties that events share", "properties"),
    Action("copy_to", "ctrl+e", "Copy to events", "Copy the property to other events", "properties"),
    Action(
        "everywhere",
        "ctrl+r",
        "Everywhere",
        "Rename it, or on its type retype it, in all events that have it",
        "properties",
    ),
    Action("pick", "space", "Take", "Take the suggested campaign, and the events it needs", "campaigns", hint=True),
    Action("add", "a", "Add", "Add a campaign of your own", "campaigns", hint=True),
    Action("remove", "d,delete", "Remove", "Remove the campaign, or the condition in focus", "campaigns"),
    Action("up", "K,shift+up,ctrl+up", "Move up", "Move the campaign, or the condition in focus, up", "campaigns"),
    Action("down", "J,shift+down,ctrl+down", "Move down", "Move the campaign or condition down", "campaigns"),
    Action("add_condition", "c", "Condition", "Add a condition on a property of the trigger", "campaigns", hint=True),
    Action("remove_condition", "C", "Drop condition", "Remove a condition; asks which of several", "campaigns"),
    Action("edit", "e", "Edit", "Go to the details of the campaign", "campaigns", hint=True),
    Action("jump", "enter", "Go there", "Go to where the issue can be fixed", "review", hint=True),
    Action("regroup", "g", "Group", "Group the issues by event or by rule", "review", hint=True),
    Action("slide", "v", "Slide", "Show the journey on the whole screen, to others, say", "review", hint=True),
    Action("page", "r", "The rule", "Show why this matters, with a bad and a good example", "review", hint=True),
    Action("developers", "", "For developers", "Write the catalog as JSON Schema, which code can check", "review"),
    Action("reading", "", "For reading", "Write the catalog as Markdown, for people to read", "review"),
    Action("copy_picture", "c", "Copy the picture", "Copy the journey as text to the clipboard", "review"),
)


def bindings(where: str) -> list[BindingType]:
    """Return the bindings of the app (“anywhere”) or of a page."""
    return [
        Binding(
            action.keys,
            action.command,
            action.label,
            show=False,
            id=action.name,
            priority=where == "anywhere" and action.id in ("quit",),
        )
        for action in ACTIONS
        if action.where == where and action.keys
    ]


class Keys:
    """The keys of each action: the user's first, then the defaults, which always keep working."""

    in_use: ClassVar[Keys]
    """The keys of the running app."""

    def __init__(self, own: Mapping[str, Sequence[str]] | None = None) -> None:
        """Take the user's keys by action name, written as Textual writes keys."""
        self._own = own or {}

    def of(self, action: Action) -> list[str]:
        """Return all keys of an action, as Textual writes them; the first one is shown."""
        return [*self._own.get(action.name, ()), *action.own_keys]

    def shown(self, action: Action) -> list[str]:
        """Return all keys of an action, as people write them."""
        return [shown_key(key) for key in self.of(action)]

    def first(self, name: str) -> str:
        """Return the key to show for an action, given its name."""
        return self.shown(_BY_NAME[name])[0]

    def first_typing(self, name: str) -> str:
        """Return the key to show where letters are text: the first that is not a character, if there is one."""
        keys = self.of(_BY_NAME[name])
        return shown_key(next((key for key in keys if len(key) > 1 and key not in _SIGNS), keys[0]))

    def bound(self) -> dict[str, str]:
        """Return a keymap for Textual: all keys, separated by commas, of each action to which the user gave keys."""
        return {action.name: ",".join(self.of(action)) for action in ACTIONS if action.name in self._own}


_BY_NAME = {action.name: action for action in ACTIONS}
_SIGNS = {"question_mark": "?", "exclamation_mark": "!", "slash": "/", "less_than_sign": "<", "greater_than_sign": ">"}
_NAMES = {**_SIGNS, "space": "Space", "delete": "Del", "enter": "Enter"}


def shown_key(key: str) -> str:
    """Return a key as people write it."""
    return key if len(key) == 1 else _NAMES.get(key) or "+".join(part.capitalize() for part in key.split("+"))


def key_of(name: str, *, typing: bool = False) -> str:
    """Return the key of an action as sentences put it: the user's before the default, and letters in capitals.

    Every text that names a key of the table asks here when it is shown. With `typing`, and for actions that work
    anywhere, a key that is not a letter comes first: a letter would be text in a field. Pages go by their numbers.
    """
    typing = typing or (_BY_NAME[name].where == "anywhere" and name not in PAGES)
    key = Keys.in_use.first_typing(name) if typing else Keys.in_use.first(name)
    if len(key) > 1:
        return key
    return f"Shift+{key}" if key.isupper() else key.upper()


Keys.in_use = Keys()
