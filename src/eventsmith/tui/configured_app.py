"""The app as a person has set it: keys, theme, signs. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter

from eventsmith.app_state import Memory
from eventsmith.settings import Settings
from eventsmith.tui.actions import ACTIONS, Keys
from eventsmith.tui.themes import PlainSigns, extra_themes


class ConfiguredApp(App[int]):
    """Takes its keys and looks from the settings, and remembers the theme that one chooses."""

    def __init__(self, *, no_color: bool, settings: Settings, memory: Memory) -> None:
        super().__init__(ansi_color=no_color or None)
        self.animation_level = "none"
        self.settings = settings
        self.memory = memory
        self.keys = Keys.in_use = Keys(settings.keys)
        self._plain_signs = [PlainSigns()] if settings.ascii else []
        for theme in extra_themes(settings.themes):
            self.register_theme(theme)
        wanted = settings.theme or memory.theme
        if no_color:
            self.theme = "ansi-dark"
        elif wanted in self.available_themes:
            self.theme = wanted
        self.set_keymap(self.keys.bound())
        for action in ACTIONS:
            # Textual's keymap gives keys only to what has some already.
            if not action.keys and (keys := self.keys.of(action)):
                self.bind(",".join(keys), action.command)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """See App."""
        return [*super().get_line_filters(), *self._plain_signs]

    @property
    def is_dark(self) -> bool:
        """See Host."""
        return self.current_theme.dark

    @property
    def theme_in_use(self) -> str:
        """See Host."""
        return self.theme

    def use_theme(self, name: str) -> None:
        """See Host."""
        self.theme = self.memory.theme = name
