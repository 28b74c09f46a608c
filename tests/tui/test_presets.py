"""Stories about presets: combining, searching all of them, one's own."""

from pathlib import Path

import pytest

from eventsmith import presets as shelf
from eventsmith.model import Catalog
from eventsmith.store import canonical_toml, read_file
from eventsmith.tui.flows import presets, watch
from eventsmith.tui.views.row import RowKey
from eventsmith.tui.widgets.rows import RowList
from tests.tui.robot import PRESETS, Robot, downs_to, tell

BREAD = 'format = 1\nname = "Bakery"\n\n[[events]]\nid = "bakeBread"\nname = "Bake Bread"\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the project's presets."""
    monkeypatch.setattr(shelf.SHELF, "project", tmp_path / "presets")
    return tmp_path / "presets"


def saved(path: Path, **settings: object) -> Path:
    path.write_text(canonical_toml(Catalog(name="Mine", **settings)))
    return path


def test_an_event_of_two_industries_is_offered_once_by_both(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{f8}/receive order{enter}")
        user.sees("Receive Order")
        assert user.text().count("Receive Order") == 2  # the row and its details
        user.sees("Offered by Marketplace, On-demand delivery.")
        user.sees("In On-demand delivery: The courier")
        await user.keys("{space}")
        taken = user.app.session.catalog.events[0]
        assert {"handover", "restaurantName"} <= {prop.name for prop in taken.properties}

    path = saved(tmp_path / "a.events.toml", industries=("marketplace", "on-demand-delivery"))
    tell(story, path, (120, 40))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_find_looks_through_all_presets(size: tuple[int, int], tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{f8}/streak")
        user.sees("Break Streak")
        assert "in other presets" in user.text().lower()
        await user.keys("{enter}")
        assert user.app.page is not None
        rows = user.app.page.query_one("#event-list")
        rows.point_at("other:education:breakStreak")  # type: ignore[attr-defined]
        await user.keys("{enter}")
        if size[0] < 110:
            user.sees("From Education, which you have not picked.")
            await user.keys("{escape}/streak{enter}")
            rows.point_at("other:education:breakStreak")  # type: ignore[attr-defined]
            await user.keys("{space}")
        assert [event.id for event in user.app.session.catalog.events] == ["breakStreak"]
        user.sees_not("Broken")

    tell(story, saved(tmp_path / "a.events.toml", industries=("e-commerce",)), size)


def test_the_palette_takes_an_event_of_any_preset(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+p}mortgage form")
        await user.comes_to_see("From presets: Enter takes the event", "Fill Mortgage Form", "from Banking and")
        await user.keys("{enter}")
        await user.comes_to_see("Took “Fill Mortgage Form” from Banking and insurance")
        assert [event.id for event in user.app.session.catalog.events] == ["fillMortgageForm"]
        assert user.app.here == "events"

    tell(story, saved(tmp_path / "a.events.toml"), (120, 40))


def test_a_catalog_is_kept_as_a_preset_and_started_from(own: Path, tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{escape}P")
        user.sees("Keep the catalog as a preset?", "For me", "For this project")
        await user.keys("{down}{enter}")
        user.sees("Kept as a preset", "Mine (project)")
        assert read_file(own / "mine.toml").catalog == user.app.session.catalog
        assert user.app.session.document.path == tmp_path / "a.events.toml"
        await user.keys("P{down}{enter}")
        user.sees("The preset")
        await user.keys("{enter}")
        user.sees("Nothing was written")

    tell(story, saved(tmp_path / "a.events.toml"), (120, 40))


def test_a_preset_needs_a_name() -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{tab}P")
        user.sees("name the catalog first")

    tell(story)


def test_a_broken_preset_is_named_and_hides_no_other(own: Path) -> None:
    own.mkdir()
    (own / "bakery.toml").write_text(BREAD)
    (own / "cafe.toml").write_text("format = 1\nname = \n")
    shelf.forget_presets()

    async def story(user: Robot) -> None:
        await user.keys("{tab}{tab}{down}")
        user.sees("Bakery (project)", "✗ cafe (project)", "This preset is broken:", "2:8")
        await user.keys("{space}")
        assert list(user.app.session.catalog.industries) == []
        await user.keys("{up}{space}")
        assert list(user.app.session.catalog.industries) == ["bakery"]
        user.sees_not("broken")
        await user.keys("{f8}")
        user.sees("Bake Bread")

    tell(story, size=(120, 40))


def test_the_last_industry_of_the_list_comes_into_sight(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{tab}{end}")
        user.sees("›○ Video and media")
        await user.keys("{space}")
        user.sees("›✓ Video and media", "Which industries? ── 1 ✓")

    tell(story)
    path = saved(tmp_path / "a.events.toml", industries=(PRESETS[-1],))

    async def again(user: Robot) -> None:
        user.sees("›✓ Video and media")

    tell(again, path)
    assert downs_to(PRESETS[-1], PRESETS).count("down") == 21


def test_a_preset_that_goes_while_its_events_are_in_view_ends_nothing(own: Path, tmp_path: Path) -> None:
    own.mkdir()
    (own / "bakery.toml").write_text(BREAD)

    async def story(user: Robot) -> None:
        await user.keys("{f8}/bake bread{enter}")
        user.sees("Bake Bread")
        assert "in other presets" in user.text().lower()
        (own / "bakery.toml").unlink()
        shelf.forget_presets()
        assert user.app.page is not None
        user.app.page.query_one("#event-list", RowList).point_at(RowKey("other", owner="bakery", id="bakeBread"))
        await user.rest()
        await user.keys("{space}")
        assert not user.app.session.catalog.events
        watch.tell_amiss(user.app)
        await user.rest()
        user.sees("“bakery”: There is no preset “bakery”")
        presets.take_event(user.app, "bakery", "bakeBread")
        await user.rest()
        user.sees("There is no preset “bakery”")
        assert user.app.failure is None

    shelf.forget_presets()
    tell(story, saved(tmp_path / "a.events.toml", industries=("e-commerce",)), (120, 40))
