"""What one asks the app to do with files. One at a time: each may ask something before it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import App

from eventsmith.tui.flows import catalogs, export, files, presets

if TYPE_CHECKING:
    from eventsmith.tui.app import EventsmithApp


class FileActions(App[int]):
    """The actions of the app that open, write or leave a file."""

    @property
    def _designer(self) -> EventsmithApp:
        from eventsmith.tui.app import EventsmithApp

        assert isinstance(self, EventsmithApp)
        return self

    @work(group="save")  # not to be cut off by another: the disk goes on all the same
    async def action_save(self) -> None:
        """Writes the catalog to its file; asks for one where it has none."""
        await files.save(self._designer, self._designer.session.document.path)

    @work(group="save")  # not to be cut off by another: the disk goes on all the same
    async def action_save_as(self) -> None:
        """Writes the catalog to another file."""
        await files.save(self._designer, None)

    @work(exclusive=True, group="file")
    async def action_save_preset(self) -> None:
        """Keeps the catalog as a preset."""
        await presets.save_preset(self._designer)

    @work(exclusive=True, group="file")
    async def action_export(self) -> None:
        """Writes the catalog in another format."""
        await export.export_catalog(self._designer)

    @work(exclusive=True, group="file")
    async def action_quit(self) -> None:  # type: ignore[override]  # a worker, as it may ask
        """Leaves; asks where something is not saved."""
        await files.leave(self._designer)

    @work(exclusive=True, group="file")
    async def action_open(self) -> None:
        """Turns to another catalog."""
        await catalogs.open_another(self._designer)

    @work(exclusive=True, group="file")
    async def action_reload(self) -> None:
        """Reads the file again."""
        await catalogs.read_again(self._designer)

    @work(exclusive=True, group="file")
    async def action_copy(self) -> None:
        """Copies the event in view."""
        await catalogs.copy_event(self._designer)

    @work(group="file")
    async def offer(self) -> None:
        """Offers the catalogs of this folder, and those one had open lately."""
        try:
            await catalogs.offer_catalogs(self._designer)
        finally:
            self._designer.care.offered.set()
