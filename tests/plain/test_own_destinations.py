"""Destinations of one's own in questions and answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith.destinations import SHELF, forget_destinations
from eventsmith.store import read_file
from tests.plain.person import SAVED, talk


@pytest.fixture
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the project's destinations."""
    monkeypatch.setattr(SHELF, "project", Path("destinations"))
    (folder / "destinations").mkdir()
    forget_destinations()
    yield folder / "destinations"
    forget_destinations()


def test_one_is_picked_and_a_broken_one_named_and_not_picked(own: Path, folder: Path) -> None:
    path = folder / "one.events.toml"
    path.write_text(SAVED)
    (own / "acme.toml").write_text('title = "Acme"\nsends = "id"\n')
    (own / "broken.toml").write_text('title = "Broken"\nsends = "both"\n')
    _, person = talk(path, "go goal", "", "", "", "", "acme, broken", "save", "quit")
    assert "1. Acme (project)\n  2. Broken (project, broken)\n  3. " in person.text()
    told = person.after("acme, broken")
    assert (
        f'Broken (project, broken): {own}/broken.toml:2:9: “sends” must be "id" or "name". It was not picked.' in told
    )
    assert "Chosen: Acme (project)." in told
    assert read_file(path).catalog.destinations == ("acme",)
