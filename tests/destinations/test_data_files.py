"""Every data file of a destination: read, sourced, used, and of one meaning in pattern and in words."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from eventsmith.destinations import (
    SHELF,
    Destination,
    Wording,
    all_destinations,
    destination,
    forget_destinations,
    shipped_destinations,
)
from eventsmith.edits import id_for
from eventsmith.ground.linear_pattern import Pattern
from eventsmith.model import Catalog, Naming
from eventsmith.presets import all_presets, preset_catalog
from eventsmith.rules import Judge, all_rules

FILES = sorted(SHELF.shipped().glob("*.toml"))
WANTED = (
    "adjust amplitude appsflyer braze clevertap customer-io firebase ga4 heap infobip iterable klaviyo meta mixpanel "
    "moengage mparticle pendo pinterest posthog rudderstack segment snap snowplow tiktok"
)
SAMPLES = {
    "letters (a to z) and digits only": ("playSong|9|A1", "play_song|play-song|play song|größe|a.b|"),
    "letters (a to z), digits, underscores and hyphens only": ("playSong|play_song|-", "größe|a b|a.b|"),
    "a letter (a to z) first, then letters, digits and underscores": ("playSong|a_1|A", "_a|1a|a-b|a b|größe|"),
    "a lowercase letter first, then letters, digits and underscores": ("songName|a_1|a", "SongName|_a|1a|a-b|größe|"),
    "a letter (a to z) first, then letters, digits, underscores and hyphens": (
        "playSong|play-song|A_1|a",
        "_a|-a|1a|a b|größe|a.b|",
    ),
    "letters, digits and underscores only, no digit first, and not two underscores at both ends": (
        "songName|_a|_|__a|a__|__a_|_a__|größe",
        "3dModel|__a__|__|____|a-b|a b|a.b|",
    ),
    "letters, digits and underscores only": ("songName|3dModel|a_|größe", "a-b|a b|a.b|$a|"),
    "two or more letters (a to z), digits, underscores, hyphens and spaces, the first no hyphen or space": (
        "playSong|_a|play-song|Play Song",
        "a|-ab| ab|größe|a.b|",
    ),
    "letters (a to z), digits, underscores, hyphens and spaces only, the first no hyphen or space": (
        "songName|a|_a|a-b|a b",
        "-a| a|größe|a.b|",
    ),
    "names that do not start with “_”, are not digits only, and have no comma, “#” or dot": (
        "Song Name|3d|a_|größe|a-b",
        "_a|123|a,b|a#b|a.b|",
    ),
    "names without a dot": ("Song Name|größe|a-b,c", "a.b|.|"),
    "names without dots, colons, “$”, straight quotes and backslashes": (
        "a-b|größe|Today’s Deal",
        "a.b|a:b|a$|a'b|a\"b|a\\b|",
    ),
    "names without colons, “$”, straight quotes and backslashes": ("a.b|größe|Today’s", "a:b|a$|a'b|a\"b|a\\b|"),
}
"""What each `pattern_says` means: what fits, and what does not."""

each = pytest.mark.parametrize("name", [path.stem for path in FILES])


def known(name: str) -> Destination:
    found = destination(name)
    assert found is not None
    return found


def wordings(place: Destination) -> Iterator[Wording]:
    yield from (place.event, place.label, place.property, place.text)


def test_the_platforms_there_are() -> None:
    assert {path.stem for path in FILES} >= set(WANTED.split())


@each
def test_it_is_read_whole(name: str) -> None:
    place = known(name)
    assert place.sends in ("id", "name")
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name), "a catalog names it"
    (listed,) = [file.title for file in all_destinations() if file.name == name]
    assert place.title == listed == place.title.strip() != ""


@each
def test_it_says_where_its_limits_are_written(name: str) -> None:
    sources = known(name).sources
    assert sources
    assert len(set(sources)) == len(sources)
    for source in sources:
        assert re.match(
            r"[a-z0-9.-]+\.[a-z]{2,}/|Infobip OpenAPI|Answers of GET|Klaviyo OpenAPI|Customer.io Track API|log", source
        )


@each
def test_its_limits_are_limits(name: str) -> None:
    place = known(name)
    numbers = [place.max_events, place.max_properties, place.max_lists]
    numbers += [number for wording in wordings(place) for number in (wording.max_length, wording.max_bytes)]
    assert all(type(number) is int and number > 0 for number in numbers if number is not None)
    stated = [number for number in numbers if number is not None]
    assert stated or place.event.pattern or "states no limit" in " ".join(place.sources)
    assert place.sends == "id" or place.label == Destination.label, "a name that is sent has the limits of the event"


@each
def test_its_patterns_mean_what_they_say(name: str) -> None:
    for wording in wordings(known(name)):
        assert bool(wording.pattern) == bool(wording.pattern_says)
        if not wording.pattern:
            continue
        takes, refuses = SAMPLES[wording.pattern_says]
        for word in takes.split("|"):
            assert Pattern(wording.pattern).matches(word), word
        for word in refuses.split("|"):
            assert not Pattern(wording.pattern).matches(word), word
            assert wording.refuses(word) == wording.pattern_says


@each
def test_what_it_keeps_for_itself_is_refused(name: str) -> None:
    for wording in wordings(known(name)):
        kept = wording.collected + wording.reserved + wording.reserved_prefixes
        assert len(set(kept)) == len(kept)
        assert all(map(wording.refuses, wording.collected + wording.reserved))
        assert all(wording.refuses(f"{prefix}x") for prefix in wording.reserved_prefixes)
        assert not any(map(wording.refuses, wording.standard))


@each
def test_what_can_be_sent_by_hand_is_what_it_collects(name: str) -> None:
    place = known(name)
    assert set(place.by_hand) <= set(place.event.collected)


@each
def test_what_is_right_everywhere_is_right_here(name: str) -> None:
    place = known(name)
    sent = {"id": "playSong", "name": "Play Song"}
    assert place.event.refuses(sent[place.sends]) is None
    assert place.label.refuses("Play Song") is None
    assert place.property.refuses("songName") is None
    assert place.text.refuses("Bohemian Rhapsody") is None


@each
def test_one_that_takes_no_space_is_sent_the_id(name: str) -> None:
    place = known(name)
    assert place.sends == "id" or place.event.refuses("Play Song") is None


def test_every_limit_there_can_be_is_one_that_a_platform_has() -> None:
    # So that nothing is modelled that no data file needs.
    places = [known(path.stem) for path in FILES]
    used = {
        field.name
        for place in places
        for field in fields(place)
        if getattr(place, field.name) not in (field.default, {})
    }
    assert used == {field.name for field in fields(Destination)}
    all_wordings = [wording for place in places for wording in wordings(place)]
    used = {field.name for one in all_wordings for field in fields(one) if getattr(one, field.name) != field.default}
    assert used == {field.name for field in fields(Wording)}


def test_titles_are_known_without_parsing_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(data: bytes, path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("eventsmith.store.table_of", refuse)
    forget_destinations()
    titles = [file.title for file in all_destinations()]
    assert titles == sorted(titles, key=str.casefold)


def test_there_is_one_object_of_each() -> None:
    assert destination("ga4") is destination("ga4")
    assert destination("GA4") is None


@pytest.mark.parametrize("id_case", ["camel", "snake", "pascal", "kebab"])
def test_ids_are_made_that_all_take(id_case: Any) -> None:
    catalog = Catalog(destinations=tuple(shipped_destinations()), naming=Naming(id_case=id_case))
    names = [event.name for preset in all_presets() for event in preset_catalog(preset.name).events]
    long = "Add Item From The Recommendations On The Home Page To The Cart"
    for name in (*names, long, "2FA Enabled", "Größe Ändern", "購入する", "Play Song!!"):
        new_id = id_for(catalog, name)
        assert [
            place for place in map(known, shipped_destinations()) if place.sends == "id" and place.event.refuses(new_id)
        ] == []


@pytest.mark.parametrize("preset", [preset.name for preset in all_presets()])
def test_a_preset_suits_all_platforms(preset: str) -> None:
    catalog = preset_catalog(preset).model_copy(update={"destinations": tuple(shipped_destinations())})
    rules = [rule for rule in all_rules() if rule.name.startswith("destination-")]
    assert {issue.rule.name for issue in Judge(rules).judge(catalog).open} <= {"destination-knows-other-spelling"}
