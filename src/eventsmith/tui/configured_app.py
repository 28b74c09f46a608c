"""The part of the app that follows the user's settings: keys, theme, signs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter
from textual.theme import Theme
from typing_extensions import override

from eventsmith.app_state import Memory
from eventsmith.settings import Settings
from eventsmith.tui.actions import ACTIONS, Keys
from eventsmith.tui.contrast import readable
from eventsmith.tui.themes import PlainSigns, extra_themes


class ConfiguredApp(App[int]):
    """An app that takes its keys and looks from the settings, and remembers the theme the user chooses."""

    _readable: tuple[Theme | None, dict[str, str]] = (None, {})
    """The theme in use, and the variables that make it readable."""

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
            # Textual's keymap gives keys only to actions that have some already.
            if not action.keys and (keys := self.keys.of(action)):
                self.bind(",".join(keys), action.command)

    @override
    def get_css_variables(self) -> dict[str, str]:
        theme = self.current_theme
        variables = super().get_css_variables()
        if self._readable[0] is not theme:
            self._readable = (theme, readable(variables, dark=theme.dark, ansi=theme.ansi))
        # Textual keeps them as well, for the variables in styles of text.
        self.theme_variables = {**variables, **self._readable[1]}
        return self.theme_variables

    @override
    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._plain_signs]

    @property
    def is_dark(self) -> bool:
        """Whether the screen is dark."""
        return self.current_theme.dark

    @property
    def theme_in_use(self) -> str:
        """The name of the theme, as Textual has it."""
        return self.theme

    def use_terminal_colours(self) -> None:
        """Show the screen in the terminal's own colours: of sixteen, a theme's ground and its text may be the same."""
        if not self.current_theme.ansi:
            self.theme = "ansi-dark" if self.is_dark else "ansi-light"

    def show_theme(self, name: str) -> None:
        """Show the screen in a theme for now."""
        self.theme = name

    def use_theme(self, name: str) -> None:
        """Show the screen in a theme, and remember it for the next start."""
        self.theme = self.memory.theme = name
