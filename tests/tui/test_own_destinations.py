"""Stories about destinations of one's own: picked, named where they are broken."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith.destinations import SHELF, forget_destinations, shipped_destinations
from tests.tui.robot import Robot, tell


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the project's destinations."""
    monkeypatch.setattr(SHELF, "project", tmp_path / "destinations")
    (tmp_path / "destinations").mkdir()
    forget_destinations()
    yield tmp_path / "destinations"
    forget_destinations()


def test_one_is_picked_and_a_broken_one_named_and_not_picked(own: Path) -> None:
    (own / "acme.toml").write_text('title = "[red]Acme"\nsends = "id"\n[event]\nmax_length = 4\n')
    (own / "broken.toml").write_text('title = "Broken"\nsends = "both"\n')

    async def story(user: Robot) -> None:
        await user.keys("{tab}{tab}{tab}{tab}")
        user.sees("[red]Acme (proj…", "✗ Broken (project)")
        await user.keys("{down}")
        user.sees('This destination is broken: broken.toml:2:9: “sends” must be "id" or "name"')
        await user.keys("{space}")
        assert not user.app.session.catalog.destinations
        await user.keys("{up}{space}")
        assert list(user.app.session.catalog.destinations) == ["acme"]
        user.sees_not("is broken")

    tell(story, size=(140, 40))


def test_no_file_is_parsed_for_the_first_paint(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "acme.toml").write_text('title = "Acme"\nsends = "id"\n')
    parsed: list[Path] = []
    monkeypatch.setattr("eventsmith.destinations._data_file.read_destination", lambda name, path: parsed.append(path))
    from eventsmith.tui.pages.goal import GoalPage

    class NotReady:
        is_ready = False

    page = GoalPage()
    monkeypatch.setattr(GoalPage, "host", NotReady())
    rows = page._rows("destinations", ())
    assert [row.cells[0] for row in rows][:1] == ["Acme (project)"]
    assert len(rows) == len(shipped_destinations()) + 1
    assert parsed == []
