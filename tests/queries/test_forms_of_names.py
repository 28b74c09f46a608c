"""What a form makes of all names, and the names that show what each form is."""

from __future__ import annotations

import pytest

from eventsmith.ground.labels import FORMS
from eventsmith.model import Catalog, Event, Naming
from eventsmith.presets import all_presets, preset_catalog
from eventsmith.queries.form_examples import form_examples
from eventsmith.queries.form_preview import FormPreviews, Outcome


def catalog(*names: str, **more: str) -> Catalog:
    return Catalog(events=tuple(Event(id=f"e{at}", name=name) for at, name in enumerate(names)), **more)


def test_all_names_are_accounted_for_each_with_its_reason() -> None:
    one = catalog("Play Song", "Checkout Started", "Login", "Homepage", "", "Song Played", "Rate App")
    foreign = Event(id="x", name="曲を再生する", language="ja")
    platform = Event(id="y", name="session_start", source="platform")
    one = one.model_copy(update={"events": (*one.events, foreign, platform)})
    found = FormPreviews().in_form(one, "verb-noun", {"e6"})
    assert list(found.outcomes) == [
        Outcome("fits"),
        Outcome("changes"),
        Outcome("untold", "two ways"),
        Outcome("untold", "a thing"),
        Outcome("unjudged", "no name yet"),
        Outcome("taken"),
        Outcome("excepted"),
        Outcome("unjudged", "in “ja”"),
        Outcome("unjudged", "named by a platform"),
    ]
    assert found.changes == {1: "Start Checkout"}
    assert found.staying == {5: "Play Song"}
    assert found.count("untold", "unjudged") == 5
    assert found.of_fate("changes", "taken") == [1, 5]


def test_a_preview_is_right_after_each_change() -> None:
    previews = FormPreviews()
    before = catalog("Play Song", "Login")
    assert previews.in_form(before, "noun-verb-past").count("changes") == 1
    after = catalog("Play Song", "Rate App")
    assert previews.in_form(after, "noun-verb-past").counts == {Outcome("changes"): 2}
    assert previews.in_form(after, "noun-verb-past") is previews.in_form(after, "noun-verb-past")


def test_one_name_twice_is_judged_for_each_event() -> None:
    two = (Event(id="a", name="Session Start", source="platform"), Event(id="b", name="Session Start"))
    found = FormPreviews().in_form(Catalog(events=two, naming=Naming(form="noun-verb")), "noun-verb")
    assert [outcome.fate for outcome in found.outcomes] == ["unjudged", "fits"]


@pytest.mark.parametrize("name", [each.name for each in all_presets()])
def test_examples_are_short_names_of_the_catalog_in_forms_that_differ(name: str) -> None:
    own = preset_catalog(name)
    examples = form_examples(own, 3)
    assert len(examples) == 3
    for example in examples:
        assert len(set(example.values())) == len(FORMS)
        assert example[own.naming.form] in [event.name for event in own.events]
        assert max(map(len, example.values())) <= 20


@pytest.mark.parametrize("one", [Catalog(), catalog("Login", "Homepage"), catalog("Lied abspielen", language="de")])
def test_without_names_that_show_it_the_forms_have_their_own_example(one: Catalog) -> None:
    assert form_examples(one, 3) == [FORMS]
