"""What can be done about the team's words, and what it would change."""

from __future__ import annotations

import pytest

from eventsmith.model import Catalog, Event, Naming
from eventsmith.queries.vocabulary import edit_for, what_changes, word_choices

CATALOG = Catalog(events=tuple(Event(id=name, name=name) for name in ("Fill Basket", "Pay Order", "Pay Fee")))
INSTEAD, VERBS = word_choices(CATALOG)


@pytest.mark.parametrize("text", ["basket = cart", "basket->cart", " basket → cart ", "basket: cart", "basket, cart"])
def test_a_pair_is_read_however_it_is_written(text: str) -> None:
    edit = edit_for(CATALOG, INSTEAD, text)
    assert edit is not None
    assert edit.apply(CATALOG).naming.instead == {"basket": "cart"}
    assert what_changes(CATALOG, INSTEAD, text) == "“Fill Basket” should be “Fill Cart” then"


@pytest.mark.parametrize("text", ["", "basket", "basket =", "= cart", "Basket = basket"])
def test_what_is_no_pair_changes_nothing(text: str) -> None:
    assert edit_for(CATALOG, INSTEAD, text) is None


def test_what_says_nothing_new_is_said() -> None:
    assert what_changes(CATALOG, INSTEAD, "sofa = couch") == "No name has “sofa”"
    assert what_changes(CATALOG, VERBS, "fill, Pay") == "No name has another verb"
    assert what_changes(CATALOG, VERBS, "") == "Names also say pay, fill"
    assert edit_for(CATALOG, VERBS, " , ") is None


def test_what_is_set_can_be_changed_and_taken_back() -> None:
    catalog = CATALOG.model_copy(update={"naming": Naming(verbs=("add",), instead={"a": "b", "c": "d"})})
    titles = [choice.title for choice in word_choices(catalog)]
    assert titles[1] == "Allow “a” again: “b” is used instead now"
    assert titles[-2:] == ["Allow other verbs than add …", "Allow any verb again"]
    edits = [choice.edit for choice in word_choices(catalog) if choice.edit]
    after = catalog
    for edit in edits:
        after = edit.apply(after)
    assert after.naming.verbs == ()
    assert len(after.naming.instead) == 1
