"""A new catalog from presets."""

from __future__ import annotations

import pytest

from eventsmith.model import FORMS, Form
from eventsmith.presets import NoSuchPresetError, all_presets, preset_catalog
from eventsmith.rules import Judge, all_rules
from eventsmith.session.new import NoSuchEventError, new_catalog

PRESETS = [preset.name for preset in all_presets()]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("preset", PRESETS)
def test_all_of_a_preset_in_any_form(preset: str, form: Form) -> None:
    source = preset_catalog(preset)
    catalog = new_catalog([preset], form=form, name="Mine")
    assert len(catalog.events) == len(source.events)
    assert [campaign.name for campaign in catalog.campaigns] == [campaign.name for campaign in source.campaigns]
    assert (catalog.name, catalog.industries, catalog.naming.form) == ("Mine", (preset,), form)
    issues = Judge(all_rules()).judge(catalog).open
    assert not [issue.message for issue in issues if issue.rule.severity == "error"]


@pytest.mark.parametrize("preset", PRESETS)
def test_in_its_own_form_a_preset_is_taken_as_it_is(preset: str) -> None:
    source = preset_catalog(preset)
    catalog = new_catalog([preset], form=source.naming.form)
    assert [event.id for event in catalog.events] == [event.id for event in source.events]
    assert catalog.campaigns == source.campaigns


@pytest.mark.parametrize("preset", PRESETS)
def test_campaigns_come_with_their_events_only(preset: str) -> None:
    source = preset_catalog(preset)
    for campaign in source.campaigns:
        catalog = new_catalog([preset], campaign.events())
        assert campaign.name in [own.name for own in catalog.campaigns]
        assert {event.id for event in catalog.events} == set(campaign.events())
        fewer = new_catalog([preset], campaign.events()[1:])
        assert campaign.name not in [own.name for own in fewer.campaigns]


def test_what_two_presets_share_is_taken_once() -> None:
    catalog = new_catalog(PRESETS)
    ids = [event.id for event in catalog.events]
    assert len(ids) == len(set(ids))
    shared = [(campaign.name, campaign.trigger) for campaign in catalog.campaigns]
    assert len(shared) == len(set(shared))
    assert catalog == new_catalog([*PRESETS, *PRESETS])


def test_stages_tell_the_story() -> None:
    catalog = new_catalog(PRESETS)
    ranks = [catalog.stages.index(event.stage) for event in catalog.events]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [("palySong", "playSong"), ("PLAYSONG", "playSong"), ("Play Song", "playSong"), ("zzzz", "presets show")],
)
def test_an_unknown_event(wanted: str, nearest: str) -> None:
    with pytest.raises(NoSuchEventError, match=nearest):
        new_catalog(["music-streaming"], ["playSong", wanted])


def test_an_unknown_preset() -> None:
    with pytest.raises(NoSuchPresetError, match="music-streaming"):
        new_catalog(["music-streeming"])
