"""Names that are one but for a mistyped letter."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from eventsmith.naming import is_english_like, slip_keys, slips


def pairs(*names: str) -> list[tuple[str, str]]:
    """Each mistyped name, and the one that is meant."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in names:
        for key, word in slip_keys(name):
            groups[key].append((name, word))
    return [
        (group[slip][0], group[right][0])
        for group in groups.values()
        for slip, right in slips([word for _, word in group])
    ]


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("Registraton", "Registration"),
        ("Pruchase Item", "Purchase Item"),
        ("Item Pruchased", "Purchase Item"),
        ("Order Shwon", "Order Shown"),
        ("Cuopon Applied", "Coupon Applied"),
        ("checkout_stepp_viewed", "Checkout Step Viewed"),
        ("View Catalouge", "View Catalogue"),
        ("Subscribtion Paused", "Subscription Paused"),
    ],
)
def test_a_letter_that_is_mistyped(mistyped: str, meant: str) -> None:
    assert pairs(meant, mistyped) == [(mistyped, meant)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Create Box", "Crate Box"),
        ("Message Starred", "Message Started"),
        ("View Quote", "View Quota"),
        ("Order Shown", "Older Shown"),
        ("Order Packed", "Order Picked"),
        ("Draw Shape", "Drew Shape"),
        ("View Stats", "View State"),
        ("Broker Called", "Broken Called"),
        ("Card Added", "Cart Added"),
        ("Open Level1", "Open Level2"),
        ("View Product", "View Products"),
        ("Order Cancelled", "Order Canceled"),
        ("Pruchase Item", "Purchase Gift"),
        ("Import Contacts", "Export Contacts"),
        ("Play Song", "Play Song"),
    ],
)
def test_what_is_two_words_or_one(one: str, other: str) -> None:
    assert pairs(one, other) == []


def test_no_two_names_of_real_products_are_taken_for_one() -> None:
    names = set()
    for path in sorted(Path(__file__).parent.glob("*.tsv")):
        with path.open(encoding="utf-8") as rows:
            names |= {row["name"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert pairs(*filter(is_english_like, sorted(names))) == []


def test_the_one_that_is_no_word_is_mistyped_whatever_comes_first() -> None:
    assert pairs("Pruchase Item", "Purchase Item") == [("Pruchase Item", "Purchase Item")]
    assert pairs("View Webflw", "View Webflow") == [("View Webflow", "View Webflw")]
