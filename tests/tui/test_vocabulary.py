"""The team's words on the page of names, and who answers for the catalog."""

from __future__ import annotations

from pathlib import Path

from eventsmith.model import Catalog, Event
from eventsmith.store import canonical_toml
from tests.tui.robot import Robot, Story, tell

CATALOG = Catalog(
    name="Shop",
    events=tuple(
        Event(id=name.replace(" ", ""), name=name, stage="conversion")
        for name in ("Fill Basket", "Clear Basket", "Pay Order")
    ),
)


def names_page(tmp_path: Path, story: Story) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(CATALOG))

    async def whole(user: Robot) -> None:
        await user.keys("{3}")
        await story(user)

    failure = tell(whole, path, (100, 30)).failure
    if failure is not None:
        raise failure


def test_a_word_is_replaced_and_allowed_again(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("v")
        user.sees("The team's words", "Never use a word", "Allow only some verbs")
        await user.keys("{enter}basket")
        user.sees("For example: basket = cart")
        await user.keys(" = cart")
        user.sees("“Fill Basket” should be “Fill Cart” then, “Clear Basket” should be “Clear Cart” then")
        await user.keys("{enter}")
        assert user.app.session.catalog.naming.instead == {"basket": "cart"}
        user.sees("Done: say “cart”, never “basket”")
        await user.keys("vallow “b{enter}")
        assert user.app.session.catalog.naming.instead == {}
        await user.keys("{f9}")
        assert user.app.session.catalog.naming.instead == {"basket": "cart"}

    names_page(tmp_path, story)


def test_only_some_verbs_are_allowed(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("vonly{enter}")
        user.sees("clear, fill, pay", "No name has another verb")
        await user.keys("{backspace}" * len(", pay"))
        user.sees("Names also say pay")
        await user.keys("{enter}")
        assert user.app.session.catalog.naming.verbs == ("clear", "fill")
        await user.keys("vany{enter}")
        assert not user.app.session.catalog.naming.verbs
        await user.keys("v{escape}")
        await user.keys("v{enter}{escape}")
        user.sees("Nothing was changed")

    names_page(tmp_path, story)


def test_the_catalog_has_an_owner(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.app.action_run("owner")
        await user.rest()
        user.sees("Who answers for events that name no owner", "Nobody then answers for the 3 events")
        await user.keys("Shop team{enter}")
        assert (user.app.session.catalog.owner, user.app.session.catalog.format) == ("Shop team", 2)
        user.sees("The owner is Shop team now")

    names_page(tmp_path, story)
