"""Campaigns as their owners make them: conditions, waits, what calls them off, and the sentence that says it all."""

from pathlib import Path

import pytest

from eventsmith.model import Campaign
from tests.tui.robot import Robot, tell

CATALOG = """\
format = 1
name = "Shop"

[[events]]
id = "startCheckout"
name = "Start Checkout"
stage = "conversion"
when = "The first step of the checkout is shown"

[[events.properties]]
name = "amount"
type = "decimal"
unit = "EUR"
used_for = ["campaign"]

[[events.properties]]
name = "plan"
type = "string"
values = ["free", "basic", "pro"]
used_for = ["campaign"]

[[events.properties]]
name = "gift"
type = "boolean"
used_for = ["campaign"]

[[events]]
id = "completePurchase"
name = "Complete Purchase"
stage = "conversion"
when = "The payment is confirmed"

[[campaigns]]
name = "Abandoned checkout"
goal = "recover"
trigger = "startCheckout"
goal_event = "completePurchase"
"""


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    return path


def campaign(user: Robot) -> Campaign:
    return user.app.session.catalog.campaigns[0]


def asked(user: Robot) -> list[tuple[str, str, object]]:
    return [(one.property, one.operator, one.value) for one in campaign(user).conditions]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_reminder_is_made_from_trigger_to_sentence(catalog: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}c{tab}{tab}50{tab}1{enter}{enter}")
        user.sees("Unless", "Start Checkout", "Complete Purchase", "Done (Esc)")
        await user.keys("complete{enter}{escape}")
        user.sees(
            "When someone starts a checkout, the amount is 50 EUR or more and they have not completed the purchase an "
            "hour later, send “Abandoned checkout”. It has worked if they complete a purchase."
        )
        assert asked(user) == [("amount", ">=", 50)]
        assert (campaign(user).wait, campaign(user).unless) == ("1 hour", ("completePurchase",))

    assert tell(story, catalog, size).failure is None


def test_only_what_the_type_allows_is_offered(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}c{tab}{enter}")
        user.sees("at least", "less than", "is not empty")
        user.sees_not("contains", "starts with")
        await user.keys("{escape}{shift+tab}p{enter}{tab}{enter}")
        user.sees("contains", "starts with")
        user.sees_not("at least", "less than")

    assert tell(story, catalog, (120, 40)).failure is None


def test_values_are_chosen_from_the_allowed_ones(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}cp{enter}{tab}{tab}")
        user.sees("choose ▾")
        await user.keys("p{enter}")
        assert asked(user) == [("plan", "=", "pro")]
        await user.keys("{shift+tab}{shift+tab}g{enter}{tab}{tab}y{enter}")
        assert asked(user) == [("gift", "=", True)]
        user.sees("yes ▾", "“gift” is yes")
        await user.keys("n{enter}")
        assert asked(user) == [("gift", "=", False)]

    assert tell(story, catalog, (120, 40)).failure is None


def test_texts_are_typed_with_what_is_allowed_going_before(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}cp{enter}{tab}starts{enter}{tab}b")
        await user.comes_to_see("starts with ▾", "basic")
        await user.keys("{right}")
        assert asked(user) == [("plan", "starts-with", "basic")]

    assert tell(story, catalog, (120, 40)).failure is None


def test_whether_something_is_there_is_asked_without_a_value_that_comes_back(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}c{tab}{tab}50{shift+tab}is not e{enter}")
        assert asked(user) == [("amount", "is-not-empty", None)]
        user.sees("is not empty ▾ ✕")
        await user.keys("={enter}")
        assert asked(user) == [("amount", "=", 50)]
        await user.keys(">={enter}")
        assert asked(user) == [("amount", ">=", 50)]

    assert tell(story, catalog, (120, 40)).failure is None


def test_any_condition_is_moved_and_removed(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}c{escape}c{escape}c")
        assert [name for name, _, _ in asked(user)] == ["amount", "plan", "gift"]
        user.sees("Del removes it")
        await user.keys("{shift+up}{shift+up}")
        assert [name for name, _, _ in asked(user)] == ["gift", "amount", "plan"]
        await user.keys("{shift+up}")
        user.sees("It is the first one")
        await user.keys("{delete}")
        assert [name for name, _, _ in asked(user)] == ["amount", "plan"]
        await user.keys("{escape}C")
        user.sees("Remove which condition?", "the amount is not compared with anything yet")
        await user.keys("{enter}")
        assert [name for name, _, _ in asked(user)] == ["plan"]
        lines = user.lines()
        row = next(number for number, line in enumerate(lines) if "✕" in line)
        await user.pilot.click(offset=(lines[row].index("✕"), row))
        await user.rest()
        assert asked(user) == []
        await user.keys("{f9}")
        assert [name for name, _, _ in asked(user)] == ["plan"]

    assert tell(story, catalog, (120, 40)).failure is None


def test_keys_stay_in_the_form_when_the_last_condition_is_removed(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}c{delete}3")
        assert asked(user) == []
        assert campaign(user).wait == "3"
        user.sees("3 hours")
        await user.keys("{down}{down}")
        assert campaign(user).wait == "3 days"

    assert tell(story, catalog, (120, 40)).failure is None


def test_campaigns_are_put_in_order(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}aThank you{tab}{escape}K")
        assert [one.name for one in user.app.session.catalog.campaigns] == ["Thank you", "Abandoned checkout"]
        await user.keys("J")
        assert [one.name for one in user.app.session.catalog.campaigns] == ["Abandoned checkout", "Thank you"]
        await user.keys("J")
        user.sees("It is the last one")

    assert tell(story, catalog).failure is None


def test_a_trigger_that_was_removed_leaves_what_was_asked_in_sight(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}c{tab}{tab}50{tab}{escape}{2}d{5}")
        user.sees("startCheckout ▾", "amount ▾", "at least ▾", "50", "the event “startCheckout” happens")
        await user.keys("C")
        assert asked(user) == []

    assert tell(story, catalog, (120, 40)).failure is None
