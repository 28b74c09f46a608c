"""Every preset: loads, is right by all rules, says each thing in one way, and holds the names people look for."""

import re
from itertools import permutations
from pathlib import Path

import pytest

from eventsmith.edits import find_event
from eventsmith.formats import Format, all_formats
from eventsmith.model import Catalog
from eventsmith.naming import derive_id, read_name, same_key
from eventsmith.presets import Preset, all_presets, preset_catalog
from eventsmith.queries.unused import unused
from eventsmith.rules import Judge, all_rules
from eventsmith.store import canonical_toml, formatted_bytes, read_file, updated_bytes

PRESETS = all_presets()
WANTED = {
    "e-commerce": (
        "Registration, Login, Add To Cart, Start Checkout, Complete Purchase, Remove From Cart, View Category, "
        "Add To Wish List, View Item, Search, View Promotion"
    ),
    "on-demand-delivery": (
        "Registration, Login, Search, View Category, View Restaurant, Add To Cart, Remove From Cart, Start Checkout, "
        "Complete Payment, Rate Order"
    ),
    "banking-and-insurance": (
        "View Mortgage Page, Filled Mortgage Form, Registered, Login To Web, Install Mobile App, Loan Preapproved, "
        "Payment Overdue, Viewed Insurance Offer, Insurance Renewed"
    ),
    "music-streaming": "Play Song",
}
"""The events of the guidance that the product grew from, by these very names."""

GUIDANCE = Path(__file__).parents[2].parent / "shared" / "field" / "events-best-practices.txt"

each = pytest.mark.parametrize("catalog", [preset_catalog(preset.name) for preset in PRESETS], ids=lambda c: c.name)


def test_there_are_the_industries_and_their_titles() -> None:
    assert len(PRESETS) == 22
    assert {preset.name for preset in PRESETS} >= set(WANTED)
    for preset in PRESETS:
        assert preset.title == preset_catalog(preset.name).name


@pytest.mark.parametrize("name", WANTED)
def test_the_names_of_the_guidance_are_findable_by_just_these_names(name: str) -> None:
    catalog = preset_catalog(name)
    found = {text for event in catalog.events for text in (event.name, *event.aliases)}
    assert not set(WANTED[name].split(", ")) - found


def test_the_names_are_those_of_the_guidance() -> None:
    if not GUIDANCE.exists():
        pytest.skip("The guidance does not lie beside this checkout; its names do, above")
    text = GUIDANCE.read_text()
    names = [WANTED[name] for name in ("e-commerce", "on-demand-delivery", "banking-and-insurance")]
    assert sum(len(listed.split(", ")) for listed in names) == 30
    assert all(listed in text for listed in names)


@each
@pytest.mark.parametrize("destinations", [(), ("infobip", "ga4", "segment")], ids=["nowhere", "everywhere"])
def test_no_rule_finds_anything(catalog: Catalog, destinations: tuple[str, ...]) -> None:
    issues = Judge(all_rules()).judge(catalog.model_copy(update={"destinations": destinations}))
    assert [(issue.rule.name, issue.message) for issue in issues.everything] == []


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_its_head_names_two_sources_or_more(preset: Preset) -> None:
    text = preset.path.read_text()
    head = text[: text.index("format = 1")]
    assert all(line.startswith("#") for line in head.splitlines() if line)
    assert len(set(re.findall(r"https://\S+", head))) >= 2


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_its_text_is_canonical_and_comes_back_byte_for_byte(preset: Preset) -> None:
    document = read_file(preset.path)
    assert not document.problems
    assert formatted_bytes(document) == document.data
    assert updated_bytes(document, document.catalog) == document.data
    assert canonical_toml(document.catalog).splitlines() == [
        line for line in _without_head(document.data.decode()).splitlines() if not line.startswith("#")
    ]


def _without_head(text: str) -> str:
    return text[text.index("format = 1") :]


@each
@pytest.mark.parametrize("format", all_formats(), ids=lambda format: format.name)
def test_it_can_be_exported(catalog: Catalog, format: Format) -> None:
    assert all(format.write(catalog).files.values())


@each
def test_names_are_of_one_form_and_ids_follow_them(catalog: Catalog) -> None:
    for event in catalog.events:
        assert read_name(event.name).form in ("verb-noun", "ambiguous"), event.name
        assert event.id == derive_id(event.name), event.name


@each
def test_everything_is_said_and_needed(catalog: Catalog) -> None:
    assert 12 <= len(catalog.events) <= 20
    assert len({event.stage for event in catalog.events}) >= 4
    assert unused(catalog) == []
    for event in catalog.events:
        assert event.when, event.name
        assert event.description, event.name
        assert event.source, event.name
        assert event.aliases, event.name
        assert 2 <= len(event.properties) <= 8, event.name
        for prop in event.properties:
            assert prop.description, f"{event.name}: {prop.name}"
            assert prop.type == "list" or prop.example is not None, f"{event.name}: {prop.name}"


@each
def test_events_stand_in_the_order_of_the_story(catalog: Catalog) -> None:
    ranks = [catalog.stages.index(event.stage) for event in catalog.events]
    assert ranks == sorted(ranks)


@each
def test_campaigns_greet_recover_win_back_and_ask_for_a_word(catalog: Catalog) -> None:
    assert 4 <= len(catalog.campaigns) <= 8
    assert {"activate", "recover", "win-back", "advocate"} <= {campaign.goal for campaign in catalog.campaigns}
    assert {campaign.goal for campaign in catalog.campaigns} == set(catalog.goals)
    conditions = [condition for campaign in catalog.campaigns for condition in campaign.conditions]
    assert any(condition.operator == ">=" for condition in conditions), "none is about an amount"
    for campaign in catalog.campaigns:
        assert campaign.message, campaign.name
        assert campaign.goal_event, campaign.name
        assert campaign.goal_within, campaign.name


def test_no_two_presets_say_one_thing_in_two_ways() -> None:
    """Lists of values may differ, as reasons to leave a gym are not those to leave a newspaper."""
    types: dict[tuple[str, str], tuple[object, ...]] = {}
    owners: dict[str, str] = {}
    for preset in PRESETS:
        for event in preset_catalog(preset.name).events:
            for text in (event.name, *event.aliases):
                assert owners.setdefault(same_key(text), event.id) == event.id, text
            for prop in event.properties:
                told = (prop.type, prop.item_type, prop.unit, prop.unit_in)
                known = types.setdefault((event.id, prop.name), told)
                assert known == told, f"{preset.name}: {event.name}: {prop.name}"


def test_no_event_is_taken_for_another_one_of_a_neighbour() -> None:
    for first, second in permutations([preset_catalog(preset.name) for preset in PRESETS], 2):
        for event in second.events:
            index = find_event(first, event)
            assert index is None or first.events[index].id == event.id, f"{second.name}: {event.name} in {first.name}"


def test_song_has_the_properties_of_the_guidance() -> None:
    event = next(event for event in preset_catalog("music-streaming").events if event.name == "Play Song")
    assert {"songName", "artist", "genre", "length"} <= {prop.name for prop in event.properties}
