"""The app makes fewer lines than Textual would for a picture; the picture is the same."""

from pathlib import Path

from textual._compositor import Compositor

from eventsmith.session.new import new_catalog
from eventsmith.store import canonical_toml
from eventsmith.tui.textual_fixes.hidden_lines import ThriftyCompositor
from tests.tui.robot import Robot, tell


def test_every_place_looks_as_textual_draws_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(canonical_toml(new_catalog(["e-commerce"], None, "verb-noun", "Shop")), encoding="utf-8")

    async def story(user: Robot) -> None:
        for keys in ("1", "2", "{down}{down}e", "Q", "{escape}3", "4", "5", "6"):
            await user.keys(keys)
            compositor = user.app.screen._compositor
            assert isinstance(compositor, ThriftyCompositor)
            drawn = compositor.render_strips()
            compositor.__class__ = Compositor  # type: ignore[assignment]  # a subclass without fields of its own
            assert drawn == compositor.render_strips(), keys
            compositor.__class__ = ThriftyCompositor

    assert tell(story, path).failure is None


def test_of_a_form_only_the_line_that_changed_is_made(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(canonical_toml(new_catalog(["e-commerce"], None, "verb-noun", "Shop")), encoding="utf-8")

    async def story(user: Robot) -> None:
        await user.keys("2e")
        compositor = user.app.screen._compositor
        name = user.app.focused
        assert name is not None
        made = {(region.y, len(lines)) for region, _, lines in compositor._get_renders(name.region)}
        assert {number for _, number in made} == {1}

    assert tell(story, path).failure is None
