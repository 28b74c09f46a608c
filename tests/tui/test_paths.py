"""What was saved where is told on one line, its name included."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from eventsmith.edits import Set
from eventsmith.model import Catalog, Event
from eventsmith.store import canonical_toml
from eventsmith.tui.views.paths import short_path
from tests.tui.robot import Robot, tell


def test_a_path_is_told_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert short_path(Path("shop.events.toml")) == "shop.events.toml"
    assert short_path(Path("/home/ada/plans/shop.toml")) == "~/plans/shop.toml"
    assert short_path(Path("/home/adam/shop.toml")) == "/home/adam/shop.toml"
    assert short_path(Path("/srv/shop.toml"), 10) == "/s…op.toml"
    for long in (Path("/srv", *["folder"] * 20, "shop.toml"), Path("/srv", "計画" * 30, "shop.toml"), Path("a" * 200)):
        told = short_path(long)
        assert cell_len(told) <= 44
        assert told.endswith(long.name[-9:])
    monkeypatch.delenv("HOME")
    assert short_path(Path("/srv/shop.toml")) == "/srv/shop.toml"


def test_what_is_said_of_a_file_names_it(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["a-folder-within-another"] * 4)
    folder.mkdir(parents=True)
    path = folder / "shop.events.toml"
    path.write_text(canonical_toml(Catalog(name="Shop", events=(Event(id="buy", name="Buy"),))))

    async def story(user: Robot) -> None:
        user.app.do(Set(("name",), f"{user.app.session.catalog.name}!"))
        await user.keys("{f2}")
        await user.comes_to_see("Saved", "…", "/shop.events.toml")
        await user.app.action_run("reload")
        await user.comes_to_see("Reloaded", "/shop.events.toml")

    for size in ((60, 16), (80, 24)):
        assert tell(story, path, size).failure is None
