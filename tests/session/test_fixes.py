"""All safe fixes at once: they end, they help, they are one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from eventsmith.edits import Edit, Remove, Set
from eventsmith.model import Catalog, Event, Place
from eventsmith.rules import Finding, Fix, Rule, Settings
from eventsmith.session import fixes
from eventsmith.session.fixes import fix_all
from eventsmith.session.session import Session
from eventsmith.store import new_document

Check = Callable[..., Iterator[Finding]]


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes these the only rules there are; each is named for its check."""

    def only(*checks: Check, severity: str = "warning") -> None:
        rules = [
            Rule(check.__name__.replace("_", "-"), severity, check, check.__code__.co_varnames[0])  # type: ignore[arg-type]
            for check in checks
        ]
        monkeypatch.setattr(fixes, "all_rules", lambda: rules)

    return only


def events(*names: str) -> Catalog:
    return Catalog(events=tuple(Event(id=f"e{number}", name=name) for number, name in enumerate(names)))


def names(catalog: Catalog) -> list[str]:
    return [event.name for event in catalog.events]


def becomes(old: str, new: str, *, safe: bool = True) -> Check:
    def check(event: Event, settings: Settings) -> Iterator[Finding]:
        if event.name == old:
            label = f"make it {new}"
            fix = Fix(label, lambda catalog, thing: Set((*thing, "name"), new, label), safe)
            yield Finding(("name",), f"{old} should be {new}", fix)

    check.__name__ = f"{old}_to_{new}"
    return check


def bad_goes(event: Event, settings: Settings) -> Iterator[Finding]:
    if event.name == "bad":
        yield Finding(("name",), f"{event.id} is bad", Fix("remove", lambda catalog, thing: Remove(thing)))


def too_many(catalog: Catalog, settings: Settings) -> Iterator[Finding]:
    if len(catalog.events) > 3:
        last: Place = ("events", len(catalog.events) - 1)
        yield Finding(
            ("events",), f"{len(catalog.events)} are too many", Fix("cut", lambda catalog, thing: Remove(last))
        )


def test_a_fix_that_brings_up_another(only: Callable[..., None]) -> None:
    only(becomes("a", "b"), becomes("b", "c"))
    fixed = fix_all(events("a", "x", "b"))
    assert names(fixed.catalog) == ["c", "x", "c"]
    assert sorted(issue.message for issue in fixed.issues) == ["a should be b", "b should be c", "b should be c"]
    assert not fixed.left.open


def test_what_shifts_places(only: Callable[..., None]) -> None:
    only(becomes("a", "b"), bad_goes, too_many)
    fixed = fix_all(events("bad", "a", "bad", "bad", "x", "a", "y", "z", "bad"))
    assert names(fixed.catalog) == ["b", "x", "b"]
    assert len(fixed.issues) == 4 + 2 + 2


def test_it_is_one_step(only: Callable[..., None]) -> None:
    only(becomes("a", "b"), bad_goes, becomes("b", "c"))
    before = events("bad", "a", "bad", "b")
    fixed = fix_all(before)
    assert fixed.edit.apply(before) == fixed.catalog
    assert fixed.edit.label == "fix 5 issues"
    session = Session(new_document(None, before))
    session.do(fixed.edit)
    assert session.catalog == fixed.catalog
    session.undo()
    assert session.catalog is before


def test_nothing_to_fix_is_no_change(only: Callable[..., None]) -> None:
    only(becomes("a", "b"))
    before = events("x")
    fixed = fix_all(before)
    assert fixed.catalog is before
    assert not fixed.issues


def test_fixes_that_undo_each_other_end(only: Callable[..., None]) -> None:
    only(becomes("a", "b"), becomes("b", "a"))
    once = fix_all(events("a"))
    assert fix_all(once.catalog).catalog == once.catalog


def test_fixes_that_never_end_are_stopped(only: Callable[..., None]) -> None:
    def grows(event: Event, settings: Settings) -> Iterator[Finding]:
        name = event.name + "x"
        yield Finding(("name",), name, Fix("grow", lambda catalog, thing: Set((*thing, "name"), name)))

    only(grows)
    assert len(fix_all(events("a")).catalog.events[0].name) < 200


def test_unsafe_fixes_are_left(only: Callable[..., None]) -> None:
    only(becomes("a", "b", safe=False))
    assert names(fix_all(events("a")).catalog) == ["a"]


def test_only_some_rules(only: Callable[..., None]) -> None:
    only(becomes("a", "b"), becomes("c", "d"))
    fixed = fix_all(events("a", "c"), ["c-to-d"])
    assert names(fixed.catalog) == ["a", "d"]
    assert len(fixed.left.open) == 1


def test_a_fix_that_makes_an_error_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def is_b(event: Event, settings: Settings) -> Iterator[Finding]:
        if event.name == "b":
            yield Finding(("name",), "b is not allowed")

    rules = [
        Rule("a-to-b", "warning", becomes("a", "b"), "event"),
        Rule("c-to-d", "warning", becomes("c", "d"), "event"),
    ]
    rules.append(Rule("is-b", "error", is_b, "event"))
    monkeypatch.setattr(fixes, "all_rules", lambda: rules)
    fixed = fix_all(events("a", "c", "a", "c"))
    assert names(fixed.catalog) == ["a", "d", "a", "d"]
    assert [issue.message for issue in fixed.issues] == ["c should be d", "c should be d"]


def test_silenced_issues_are_left(only: Callable[..., None]) -> None:
    only(becomes("a", "b"))
    catalog = events("a").model_copy(update={"ignore": {"a-to-b": "we like it so"}})
    assert fix_all(catalog).catalog is catalog


def test_a_fix_that_does_not_help_is_not_reported(only: Callable[..., None]) -> None:
    def stubborn(event: Event, settings: Settings) -> Iterator[Finding]:
        def same(catalog: Catalog, thing: Place) -> Edit:
            return Set((*thing, "name"), event.name)

        yield Finding(("name",), "wrong", Fix("nothing", same))

    only(stubborn)
    assert not fix_all(events("a")).issues


def test_the_real_rules_settle() -> None:
    catalog = events("Song Played", "Played Songs", "ADD TO CART", "", "Play Song", "song_played")
    once = fix_all(catalog)
    assert fix_all(once.catalog).catalog == once.catalog


def test_what_was_in_the_way_is_put_right_first(only: Callable[..., None]) -> None:
    def good_beside_other(catalog: Catalog, settings: Settings) -> Iterator[Finding]:
        if {"good", "other"} <= set(names(catalog)):
            yield Finding(("events",), "good cannot stand beside that")

    def other_goes(catalog: Catalog, settings: Settings) -> Iterator[Finding]:
        if "other" in names(catalog):
            fix = Fix("remove", lambda catalog, thing: Remove(("events", names(catalog).index("other"))))
            yield Finding(("events",), "there is another", fix)

    only(becomes("bad", "good"), good_beside_other, other_goes)
    once = fix_all(events("bad", "other"))
    assert names(once.catalog) == ["good"]
    assert len(once.issues) == 2
