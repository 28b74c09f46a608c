"""What the app does with presets besides offering them: keeps the catalog as one, takes an event of any."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eventsmith.ground import disk
from eventsmith.tui.actions import key_of
from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def save_preset(host: Host) -> None:
    """Writes the catalog into one of the folders of one's own presets; asks what it must know."""
    from eventsmith.presets import forget_presets, own_folders
    from eventsmith.session.opening import preset_path, write_preset
    from eventsmith.store.errors import CannotSaveError
    from eventsmith.tui.dialogs.ask import Ask
    from eventsmith.tui.dialogs.pick_one import Pick

    if not host.may_change():
        return
    if not host.session.catalog.name.strip():
        host.say(f"A preset is listed by its name: name the catalog first, under {key_of('goal')} Goal")
        return
    folders = own_folders()
    titles = {"yours": "For me", "project": "For this project"}
    options = [(whose, f"{title}: {folders[whose]}") for whose, title in titles.items() if whose in folders]
    picked = await host.ask(Pick("Keep the catalog as a preset?", options, [options[0][0]]))
    if picked is None:
        return
    path = preset_path(host.session, folders[picked])
    overwrite = disk.may_be_there(path)
    if overwrite:
        answers = [("keep", "Leave it"), ("over", "Write over it")]
        if await host.ask(Ask(f"There is a preset {path} already.", answers)) != "over":
            host.say("Nothing was written")
            return
    try:
        saved = await in_thread(partial(write_preset, host.session, path, overwrite=overwrite))
    except CannotSaveError as error:
        host.say(str(error), bad=True)
        return
    own = host.session.document.path
    if own is not None and disk.real(own) == disk.real(path):
        host.session.saved(saved)
    forget_presets()
    if host.page is not None:
        host.page.show()
    host.say(saved.warning or f"Kept as a preset: {short_path(path)}", bad=not saved.durable)


def take_event(host: Host, preset: str, event_id: str) -> None:
    """Takes an event of a preset, and shows it."""
    from eventsmith.edits import find_event
    from eventsmith.presets import PresetError, preset_catalog
    from eventsmith.tui.views.rows import take

    try:
        catalog = preset_catalog(preset)
    except PresetError as error:
        # Its file has changed, or gone, since it was listed.
        host.say(str(error), bad=True)
        return
    event = next((event for event in catalog.events if event.id == event_id), None)
    if event is None:
        host.say(f"The preset “{preset}” has this event no longer", bad=True)
        return
    if host.do(take(host.session, [f"other:{preset}:{event_id}"])):
        index = find_event(host.session.catalog, event)
        if index is not None:
            host.go_to(("events", index))
            host.say(f"Took “{host.session.catalog.events[index].name}” from {catalog.name}")
