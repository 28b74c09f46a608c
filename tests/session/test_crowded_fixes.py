"""Of one thing with very many issues, those of its parts are fixed at once: what comes of it is the same."""

from __future__ import annotations

import pytest

from eventsmith.model import Campaign, Catalog, Condition, Event, Property
from eventsmith.rules import Judge, all_rules
from eventsmith.session import fix_all, fixes


def crowded(number: int) -> Catalog:
    return Catalog(
        stages=tuple(f"stage {n % 50}" for n in range(2 * number)),
        ignore={f"Event-{'-' * n}Unused": "so" for n in range(number)},
        events=(
            Event(
                id="viewItem",
                name="View Item",
                properties=tuple(
                    Property(name=f"some_thing{n}", type="integer", example=f"{n}") for n in range(number)
                ),
            ),
            Event(id="Buy_item", name="Buy item"),
        ),
        campaigns=(
            Campaign(
                name="All",
                trigger="viewItem",
                unless=("buy_item",) * number,
                conditions=tuple(
                    Condition(property=f"some_thing{n}", operator="=", value=f"{n}") for n in range(number)
                ),
            ),
        ),
    )


@pytest.mark.parametrize("number", [60, pytest.param(120, marks=pytest.mark.deep)])
def test_many_parts_of_one_thing_are_fixed_as_one_by_one(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = crowded(number)
    at_once = fix_all(catalog)
    monkeypatch.setattr(fixes, "_FEW", 10**6)
    assert at_once.catalog == fix_all(catalog).catalog
    assert not [issue for issue in Judge(all_rules()).judge(at_once.catalog).open if fixes.is_fixable(issue)]
    assert at_once.edit.apply(catalog) == at_once.catalog


def test_a_few_that_stand_in_each_others_way_do_not_keep_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixes, "_FEW", 2)
    events = [Event(id=f"item{n}", name=f"item_{n}_seen" if n % 9 else "Item seen") for n in range(40)]
    catalog = Catalog(events=tuple(events), destinations=("infobip",))
    fixed = fix_all(catalog)
    assert fix_all(fixed.catalog).catalog == fixed.catalog
    assert fixed.left.counts[0] <= Judge(all_rules()).judge(catalog).counts[0]
