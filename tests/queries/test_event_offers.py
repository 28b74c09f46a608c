"""What presets offer, and the edits that take it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith import presets
from eventsmith.ground import disk
from eventsmith.model import Catalog
from eventsmith.queries.campaign_offers import campaign_offers, take_campaign_offer
from eventsmith.queries.event_offers import event_offers, take_offers

SHOP = Catalog(industries=("e-commerce",))
BREAD = 'format = 1\nname = "Bakery"\n\n[[events]]\nid = "bakeBread"\nname = "Bake Bread"\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(presets.SHELF, "project", tmp_path)
    (tmp_path / "bakery.toml").write_text(BREAD)
    presets.forget_presets()
    yield tmp_path
    presets.forget_presets()


def names(catalog: Catalog) -> list[str]:
    return [event.name for event in catalog.events]


def test_offers_of_the_picked_industries_are_taken_as_one_step_and_then_offered_no_more() -> None:
    offers = [("", event.id) for _, event in event_offers(SHOP)[:2]]
    edit = take_offers(SHOP, offers)
    after = edit.apply(SHOP)
    assert edit.label == "take 2 events"
    assert [event.id for event in after.events] == [event_id for _, event_id in offers]
    assert not {event_id for _, event_id in offers} & {event.id for _, event in event_offers(after)}


def test_events_of_several_presets_are_taken_together(own: Path) -> None:
    _, first = event_offers(SHOP)[0]
    after = take_offers(SHOP, [("bakery", "bakeBread"), ("", first.id)]).apply(SHOP)
    assert names(after) == [first.name, "Bake Bread"]


def test_an_event_is_left_out_where_its_preset_is_gone_and_the_news_says_so(own: Path) -> None:
    disk.forget_news()
    (own / "bakery.toml").unlink()
    presets.forget_presets()
    _, first = event_offers(SHOP)[0]
    assert names(take_offers(SHOP, [("bakery", "bakeBread"), ("", first.id)]).apply(SHOP)) == [first.name]
    assert not take_offers(SHOP, [("bakery", "bakeBread")]).edits
    assert [(one.thing, one.loss) for one in disk.news()] == [("“bakery”", "its events cannot be taken")]


def test_an_offered_campaign_is_taken_with_its_events() -> None:
    _, campaign = campaign_offers(SHOP)[0]
    after = take_campaign_offer(SHOP, campaign.name).apply(SHOP)
    assert [one.name for one in after.campaigns] == [campaign.name]
    assert {*campaign.events()} == {event.id for event in after.events}
