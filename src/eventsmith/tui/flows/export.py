"""What the app does to write the catalog in another format; asks which one, and where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eventsmith.tui.background.threads import in_thread
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def export_catalog(host: Host) -> None:
    """Writes the catalog in another format."""
    from eventsmith.formats import all_formats
    from eventsmith.session.exporting import CannotExportError, WouldOverwriteError, write_files
    from eventsmith.session.opening import suggested_path
    from eventsmith.tui.dialogs.ask import Ask
    from eventsmith.tui.dialogs.ask_path import AskPath
    from eventsmith.tui.dialogs.pick_one import Pick

    formats = {format.name: format for format in all_formats()}
    options = [(name, f"{name}: {format.summary}") for name, format in formats.items()]
    picked = await host.ask(Pick("Export as", options))
    if picked is None:
        return
    own = host.session.document.path or suggested_path(host.session)
    stem = own.name.removesuffix(".toml").removesuffix(".events")
    wanted = own.with_name(f"{stem}{formats[picked].suffix}")
    path = await host.ask(AskPath(f"Export as {picked} to", wanted))
    if path is None:
        return
    written = formats[picked].write(host.session.catalog)
    write = partial(write_files, written.files, path, host.session.document.path)
    try:
        try:
            await in_thread(write)
        except WouldOverwriteError as error:
            answers = [("leave", "Leave it as it is"), ("over", "Write over it")]
            if await host.ask(Ask(f"{error}.", answers)) != "over":
                host.say("Nothing was written")
                return
            await in_thread(partial(write, overwrite=True))
    except CannotExportError as error:
        host.say(str(error), bad=True)
        return
    more = f" (and {len(written.losses) - 1} more)" if len(written.losses) > 1 else ""
    host.say(f"Wrote {short_path(path)}." + (f" Not in it: {written.losses[0]}{more}" if written.losses else ""))
