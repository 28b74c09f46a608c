"""Makes the README's pictures of the real app, as SVG: walks the guided path and keeps the screen."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from eventsmith.tui.app import EventsmithApp

HERE = Path(__file__).parent
SIZE = (112, 34)
DARK, LIGHT = "textual-dark", "textual-light"
PICTURES = {
    "events": (DARK, ["2", "right", "right", "down"]),
    "names": (LIGHT, ["3", "f"]),
    "properties": (DARK, ["4", *["down"] * 5, "a", *"birthday"]),
    "journey": (LIGHT, ["6"]),
}
"""The theme of each picture, and what is typed before it."""


async def make(folder: Path) -> None:
    """Walks from an empty folder to each picture."""
    from eventsmith.session.new import new_catalog
    from eventsmith.store import canonical_toml

    catalog = new_catalog(["music-streaming"], None, "verb-noun", "Tunewave")
    catalog = catalog.model_copy(
        update={
            "destinations": ("infobip", "ga4"),
            "goals": ("activate", "recover"),
        }
    )
    path = folder / "tunewave.events.toml"
    path.write_text(canonical_toml(catalog))
    app = EventsmithApp(path)
    async with app.run_test(size=SIZE) as pilot:
        while not app.is_ready:
            await pilot.pause(0.05)
        for name, (theme, keys) in PICTURES.items():
            app.theme = theme
            for key in keys:
                await pilot.press(key)
            await pilot.pause(0.2)
            svg = app.export_screenshot(title="eventsmith tunewave.events.toml")
            # A picture fetches nothing: it takes the fonts that its reader has.
            svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
            # Nor does it lose the spaces that words start with.
            svg = svg.replace("<text ", '<text xml:space="preserve" ')
            (HERE / f"{name}.svg").write_text(svg)
            await pilot.press("escape", "escape")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        asyncio.run(make(Path(folder)))
