"""The app as a person has set it: keys, theme, signs. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import App
from textual.filter import LineFilter

from eventsmith.app_state import Memory
from eventsmith.settings import Settings
from eventsmith.tui.actions import ACTIONS, Keys
from eventsmith.tui.themes import THEMES, PlainSigns, extra_themes


class AsSet(App[int]):
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
                self.bind(",".join(keys), action.id)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """See App."""
        return [*super().get_line_filters(), *self._plain_signs]

    def say(self, text: str, *, bad: bool = False) -> None:
        """Says something, where the app has a line for it."""

    def action_light(self) -> None:
        """Light or dark."""
        self._look("textual-dark" if self.current_theme.dark is False else "textual-light")

    @work(exclusive=True, group="look")
    async def action_theme(self) -> None:
        """Chooses how the screen looks."""
        from eventsmith.tui.dialogs.pick_one import Pick

        own = {name: f"{name} (yours)" for name in self.settings.themes}
        picked = await self.push_screen_wait(Pick("Theme", list({**THEMES, **own}.items()), [self.theme]))
        if picked is not None:
            self._look(picked)

    def _look(self, theme: str) -> None:
        self.theme = self.memory.theme = theme
        if self.settings.theme not in ("", theme):
            self.say(f"For now: your settings file says “{self.settings.theme}”")

    def action_settings(self) -> None:
        """Shows what can be set, and where."""
        from eventsmith.tui.dialogs.text import Read
        from eventsmith.tui.views.help import settings_text

        self.push_screen(Read("Settings", settings_text(self.settings)))
