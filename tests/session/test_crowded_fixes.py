"""Of one thing with very many issues, those of its parts are fixed at once: what comes of it is the same."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from eventsmith.model import Campaign, Catalog, Condition, Event, Naming, Property
from eventsmith.rules import Judge, all_rules
from eventsmith.session import fixes
from eventsmith.session.fixes import fix_all


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


def test_one_that_must_be_left_out_is_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are not halved again and again, and judged each time, until it is alone."""
    names = [f"item {chr(97 + n % 26)}{chr(97 + n // 26)} seen" for n in range(200)]
    # In title case it would be called exactly as another that code sends as well.
    names += ["Page Viewed", "page viewed"]
    events = tuple(Event(id=f"event{n}", name=name, status="live") for n, name in enumerate(names))
    catalog = Catalog(naming=Naming(form="noun-verb-past"), events=events)
    judge = Mock(side_effect=Judge(all_rules()).judge)
    monkeypatch.setattr(fixes, "Judge", lambda rules: Mock(judge=judge))
    fixed = fix_all(catalog)
    found = [event.name for event in fixed.catalog.events]
    assert [at for at, name in enumerate(found) if name == names[at]] == [200, 201]
    assert judge.call_count <= 8
