"""The theme of the screen, and the dialog that shows all settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.settings import Settings, Vocabulary, read_settings, settings_path
from eventsmith.tui.actions import ACTIONS
from eventsmith.tui.key_checks import wrong_key
from eventsmith.tui.themes import COLOURS, THEMES, wrong_colour

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


def light_or_dark(host: Host) -> None:
    """Switch between a light and a dark screen."""
    _look(host, "textual-light" if host.is_dark else "textual-dark")


async def choose_theme(host: Host) -> None:
    """Ask for a theme, which shows while the cursor is on it, and switch to it; without one, back to that before."""
    from eventsmith.tui.dialogs.pick_one import PickOne

    own = {name: f"{name} (yours)" for name in host.settings.themes}
    before = host.theme_in_use
    picked = await host.ask(PickOne("Theme", list({**own, **THEMES}.items()), [before], preview=host.show_theme))
    if picked is not None:
        _look(host, picked)
    else:
        host.show_theme(before)


def _look(host: Host, theme: str) -> None:
    host.use_theme(theme)
    if host.settings.theme not in ("", theme):
        host.say(f"For now only: your settings file says “{host.settings.theme}”")


def own_settings() -> Settings:
    """Read the user's settings, which may name the actions, themes and colours of the app."""
    known = Vocabulary([action.name for action in ACTIONS], THEMES, COLOURS, wrong_key, wrong_colour)
    return read_settings(settings_path(), known)


def show_settings(host: Host) -> None:
    """Show all settings, where to change them, and what is wrong there: as it is now, for one may have put it right."""
    from eventsmith.tui.dialogs.reader import Reader
    from eventsmith.tui.views.help import settings_chapters

    before, host.care.mistakes = host.care.mistakes, own_settings().problems
    host.show_title()
    host.open_dialog(Reader("Settings", settings_chapters(host.care.mistakes, were=len(before))))
