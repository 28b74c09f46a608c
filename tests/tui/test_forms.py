"""Keys in a form are about its fields: none removes, moves, marks or adds the thing that the form is of."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from eventsmith.edits import Set
from eventsmith.model import Campaign, Catalog, Condition, Event, Property
from eventsmith.store import canonical_toml
from eventsmith.tui.actions import ACTIONS
from eventsmith.tui.dialogs.pick_one import PickOne
from eventsmith.tui.widgets.field import Field
from tests.tui.robot import Robot, tell

CATALOG = Catalog(
    name="Shop",
    events=tuple(
        Event(id=name.lower(), name=name, stage="conversion", properties=(Property(name="a"), Property(name="b")))
        for name in ("Look", "Buy", "Return")
    ),
    campaigns=(
        Campaign(name="First", trigger="look"),
        Campaign(
            name="Thanks",
            trigger="buy",
            conditions=(Condition(property="a", operator="=", value="1"), Condition(property="b", operator="is-empty")),
        ),
        Campaign(name="Last", trigger="return"),
    ),
)
PLACES = {"events": ("events", 1, "name"), "names": ("events", 1, "name"), "campaigns": ("campaigns", 1, "name")}


def keys_of(where: str) -> list[str]:
    """All keys that are commands on a page, but those with which every form works."""
    return [key for action in ACTIONS if action.where == where for key in action.own_keys if key not in FORM_KEYS]


def one_of_each_kind(fields: Iterable[Field]) -> Iterable[Field]:
    """A field for each kind of control that takes keys; which of them it is makes no difference to the keys."""
    asked = [field for field in fields if field.place[2:3] != ("conditions",)]
    return {type(field.control): field for field in reversed(asked)}.values()


FORM_KEYS = ("space", "enter")


async def left(user: Robot) -> None:
    """Leaves the list of options that a character shows."""
    if isinstance(user.app.screen, PickOne):
        await user.keys("{escape}")


@pytest.mark.parametrize("where", PLACES)
def test_no_key_in_a_form_is_about_the_whole(tmp_path: Path, where: str) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))

    async def story(user: Robot) -> None:
        app = user.app
        app.visit(where, PLACES[where])
        await user.rest()
        start, lists = app.session.catalog, "campaigns" if where == "campaigns" else "events"
        assert app.page is not None
        for field in one_of_each_kind(app.page.fields()):
            for key in keys_of(where):
                field.focus_control()
                await user.rest()
                await user.keys(f"{{{key}}}" if len(key) > 1 else key)
                await left(user)
                told = f"{key} on {field.key}"
                assert app.focused is field.control, told
                assert len(app.screen_stack) == 1, told
                now = getattr(app.session.catalog, lists)
                before = getattr(start, lists)
                assert len(now) == 3, told
                assert (now[0], now[2]) == (before[0], before[2]), told
        user.sees_not("marked")

    failure = tell(story, path, (120, 40)).failure
    if failure is not None:
        raise failure


@pytest.mark.parametrize("where", ["events", "campaigns"])
def test_no_letter_in_a_form_is_a_command_of_the_app(tmp_path: Path, where: str) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))
    letters = [key for action in ACTIONS if action.where == "anywhere" for key in action.own_keys if key.isalpha()]
    letters = [key for key in letters if len(key) == 1]
    assert {"y", "P"} == {*letters}

    async def story(user: Robot) -> None:
        app = user.app
        app.visit(where, PLACES[where])
        await user.rest()
        app.session.do(Set(("name",), "Another", "rename the catalog"))
        assert app.page is not None
        for field in one_of_each_kind(app.page.fields()):
            field.focus_control()
            await user.rest()
            for key in letters:
                await user.keys(key)
                await left(user)
                assert app.focused is field.control, f"{key} on {field.key}"
                assert len(app.screen_stack) == 1, f"{key} on {field.key}"
                assert app.session.catalog.name == "Another", f"{key} on {field.key}"
        user.sees_not("Silenced", "Copied")

    failure = tell(story, path, (120, 40)).failure
    if failure is not None:
        raise failure


def test_a_letter_goes_to_a_box_and_a_digit_to_a_page(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))

    async def story(user: Robot) -> None:
        user.app.visit("events", ("events", 1, "used_for"))
        await user.rest()
        await user.keys("Sa")
        assert not user.app.session.catalog.events[1].used_for
        await user.keys("s{space}a{space}")
        assert user.app.session.catalog.events[1].used_for == ("segment", "analytics")
        await user.keys("s{space}{ctrl+z}")
        assert user.app.session.catalog.events[1].used_for == ("segment", "analytics")
        await user.keys("6")
        assert user.app.here == "review"

    assert tell(story, path).failure is None


def test_the_panel_that_has_the_keys_tells_them(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))

    async def story(user: Robot) -> None:
        await user.keys("2")
        user.sees("Space take/leave   a add")
        await user.keys("e")
        user.sees("Tab next   Esc to the list")
        user.sees_not("Space take/leave")
        await user.keys("{tab}")
        user.sees("Tab next")
        await user.keys("{escape}")
        user.sees("Space take/leave   a add")
        user.sees_not("Tab next")

    failure = tell(story, path).failure
    if failure is not None:
        raise failure


def test_a_condition_is_removed_and_moved_from_within(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))

    async def story(user: Robot) -> None:
        user.app.visit("campaigns", ("campaigns", 1, "conditions", 0, "property"))
        await user.rest()
        await user.keys("{shift+down}")
        assert [one.property for one in user.app.session.catalog.campaigns[1].conditions] == ["b", "a"]
        await user.keys("{delete}")
        assert [one.property for one in user.app.session.catalog.campaigns[1].conditions] == ["b"]
        assert len(user.app.session.catalog.campaigns) == 3

    assert tell(story, path, (120, 40)).failure is None


def test_what_is_asked_for_by_name_works_from_a_form(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))

    async def story(user: Robot) -> None:
        user.app.visit("events", ("events", 1, "stage"))
        await user.rest()
        await user.app.action_run("remove")
        await user.rest()
        assert [event.name for event in user.app.session.catalog.events] == ["Look", "Return"]

    assert tell(story, path).failure is None


def test_the_label_of_the_field_one_is_in_stands_out_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))

    async def story(user: Robot) -> None:
        app = user.app
        app.visit("events", ("events", 1, "name"))
        await user.rest()
        assert app.page is not None
        for key in ("name", "stage", "when", "source"):
            bold = [field.key for field in app.page.fields() if field.query_one(".label").styles.text_style.bold]
            assert bold == [key]
            await user.keys("{tab}")

    failure = tell(story, path).failure
    if failure is not None:
        raise failure
