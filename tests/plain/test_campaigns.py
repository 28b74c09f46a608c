"""Campaigns as one hears them: what each will do is said in the list and after each change."""

from pathlib import Path

import pytest

from eventsmith.store import read_file
from tests.plain.person import talk

CATALOG = """\
format = 1
name = "Shop"
industries = ["e-commerce"]
goals = ["recover"]

[[events]]
id = "startCheckout"
name = "Start Checkout"
stage = "conversion"
when = "The first page is shown"

[[events.properties]]
name = "amount"
type = "decimal"
used_for = ["campaign"]

[[events.properties]]
name = "method"
values = ["card", "cash"]

[[events]]
id = "completePurchase"
name = "Complete Purchase"
stage = "conversion"
when = "The payment is confirmed"

[[campaigns]]
name = "Abandoned basket"
trigger = "startCheckout"
wait = "1 hour"
unless = ["completePurchase"]
message = "Wait no longer"
"""
SAID = "When someone starts a checkout and has not completed the purchase an hour later, send “Abandoned basket”."
HEAR = ("go campaigns", "hear", "1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    return path


def test_what_a_campaign_does_is_said_in_the_list_and_when_one_opens_it(path: Path) -> None:
    _, person = talk(path, *HEAR, "quit")
    assert f"\n  1. Abandoned basket. {SAID}\n" in person.after("hear")
    assert f"\n{SAID}\nChange what?\n  1. Name: Abandoned basket\n" in person.after("1")


def test_it_is_said_again_after_each_change(path: Path) -> None:
    _, person = talk(
        path,
        *HEAR,
        "wait",
        "2",
        "undo",
        "condition",
        "amount",
        "",
        "50",
        "only if",
        "value",
        "60",
        "",
        "undo",
        "quit",
        "without",
    )
    # A part of a label goes before a part of a value.
    assert "Then wait: 1 hour, 30 minutes" in person.after("wait")
    assert (
        "That is 2 hours.\nWhen someone starts a checkout and has not completed the purchase 2 hours later"
        in person.after("2")
    )
    assert SAID in person.after("undo")
    assert "It must be" not in person.text()
    assert "When someone starts a checkout, the amount is 50 or more and" in person.after("50")
    assert "  9. Only if the amount is 50 or more" in person.after("50")
    assert "the amount is 60 or more" in person.after("", 2)
    assert "the amount is 50 or more" in person.after("undo", 2)


def test_only_what_can_be_asked_is_offered(path: Path) -> None:
    _, person = talk(
        path, *HEAR, "condition", "method", "is", "card", "condition", "amount", "is empty", "", "save", "quit"
    )
    assert "contains" in person.after("method")
    assert "Value: one of card, cash [empty]" in person.after("is")
    assert "contains" not in person.after("amount")
    conditions = read_file(path).catalog.campaigns[0].conditions
    assert [(one.property, one.operator, one.value) for one in conditions] == [
        ("method", "=", "card"),
        ("amount", "is-empty", None),
    ]


def test_what_presets_offer_is_said_too(path: Path) -> None:
    _, person = talk(
        path, "go campaigns", "take", "", "add", "Welcome", "", "start", "", "", "", "", "", "quit", "without"
    )
    assert "Recover what was abandoned:\n" in person.after("take")
    assert ". When someone " in person.after("take")
    assert "When someone starts a checkout, send “Welcome” at once." in person.text()
