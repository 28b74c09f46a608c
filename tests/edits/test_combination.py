"""Catalogs put together."""

from decimal import Decimal

from eventsmith.edits import combine, find_event, take_campaign, take_events
from eventsmith.model import Campaign, Catalog, Condition, Event, Naming, Property, PropertyField
from eventsmith.presets import all_presets, preset_catalog
from eventsmith.session.new import new_catalog


def shop(**settings: object) -> Catalog:
    properties = (
        Property(name="amount", type="decimal", required=True, unit_in="currency"),
        Property(name="currency", required=True),
        Property(name="store", values=("north", "south")),
        Property(name="items", type="list", fields=(PropertyField(name="title"),)),
    )
    event = Event(id="completePurchase", name="Complete Purchase", when="Paid", aliases=("Buy",), properties=properties)
    campaign = Campaign(name="Thanks", trigger="completePurchase", goal_event="completePurchase")
    return Catalog(name="Shop", events=(event,), campaigns=(campaign,), **settings)


def courier(**settings: object) -> Catalog:
    properties = (
        Property(name="amount", type="integer"),
        Property(name="currency", required=True),
        Property(name="store", values=("south", "west"), used_for=("segment",)),
        Property(name="fee", type="decimal", required=True, unit_in="currency"),
        Property(name="items", type="list", fields=(PropertyField(name="title"), PropertyField(name="weight"))),
    )
    events = (
        Event(id="purchaseCompleted", name="Purchase Completed", when="Handed over", properties=properties),
        Event(id="rideStarted", name="Ride Started"),
    )
    campaigns = (
        Campaign(name="Thanks", trigger="purchaseCompleted", goal_event="rideStarted"),
        Campaign(name="Thanks", trigger="purchaseCompleted", goal_event="purchaseCompleted"),
    )
    naming = Naming(form="noun-verb-past")
    return Catalog(name="Courier", naming=naming, events=events, campaigns=campaigns, **settings)


def test_the_same_event_of_two_is_one_with_the_properties_of_both() -> None:
    combined = combine([shop(), courier()])
    purchase, ride = combined.catalog.events
    assert (purchase.id, purchase.name, purchase.when) == ("completePurchase", "Complete Purchase", "Paid")
    assert (ride.id, ride.name) == ("startRide", "Start Ride")
    assert [(prop.name, prop.type, prop.required) for prop in purchase.properties] == [
        ("amount", "decimal", True),
        ("currency", "string", True),
        ("store", "string", False),
        ("items", "list", False),
        ("fee", "decimal", False),
    ]
    assert purchase.properties[2].values == ("north", "south", "west")
    assert purchase.properties[2].used_for == ("segment",)
    assert [field.name for field in purchase.properties[3].fields] == ["title", "weight"]
    assert [owner.name for owner, _ in combined.sources["completePurchase"]] == ["Shop", "Courier"]


def test_what_they_do_not_agree_on_is_said() -> None:
    combined = combine([shop(), courier()])
    assert combined.conflicts == {
        "completePurchase": [
            "“amount” is decimal in the unit of “currency” in Shop, integer in Courier: the first is taken"
        ]
    }
    assert combine([shop(), shop()]).conflicts == {}


def test_campaigns_point_at_the_joined_events_and_have_names_of_their_own() -> None:
    combined = combine([shop(), courier()])
    assert [(campaign.name, campaign.events()) for campaign in combined.catalog.campaigns] == [
        ("Thanks", ("completePurchase",)),
        ("Thanks (Courier)", ("completePurchase", "startRide")),
    ]
    assert combined.campaign_sources["Thanks (Courier)"].name == "Courier"


def test_a_list_of_values_and_none_allow_anything() -> None:
    free = Catalog(name="Free", events=(Event(id="a", name="Open Door", properties=(Property(name="how"),)),))
    listed = Property(name="how", values=("wide",))
    strict = Catalog(name="Strict", events=(Event(id="a", name="Open Door", properties=(listed,)),))
    assert combine([strict, free]).catalog.events[0].properties[0].values == ()


def test_what_the_first_leaves_unsaid_the_next_says() -> None:
    terse = Catalog(name="Terse", events=(Event(id="completePurchase", name="Complete Purchase"),))
    told = Event(id="x", name="Complete Purchase", stage="conversion", when="Paid", source="server", description="Why")
    event = combine([terse, Catalog(name="Told", events=(told,))]).catalog.events[0]
    assert (event.id, event.stage, event.when, event.source) == ("completePurchase", "conversion", "Paid", "server")
    assert event.description == "Why"


def test_nothing_and_one_stay_what_they_are() -> None:
    assert combine([]).catalog == Catalog()
    for preset in all_presets():
        catalog = preset_catalog(preset.name)
        assert combine([catalog]).catalog == catalog


def test_a_marketplace_with_delivery() -> None:
    catalog = new_catalog(["marketplace", "on-demand-delivery"])
    received = next(event for event in catalog.events if event.id == "receiveOrder")
    names = {prop.name for prop in received.properties}
    assert names >= {"orderId", "handover", "deliveryDuration", "restaurantName"}
    welcomes = [campaign.name for campaign in catalog.campaigns if campaign.name.startswith("Welcome")]
    assert welcomes == ["Welcome, seller", "Welcome"]


def test_all_of_all_presets_agree() -> None:
    combined = combine([preset_catalog(preset.name) for preset in all_presets()])
    assert combined.conflicts == {}
    names = [campaign.name for campaign in combined.catalog.campaigns]
    assert len(names) == len(set(names))


def test_a_form_of_an_alias_is_recognised() -> None:
    own = Catalog(events=(Event(id="x", name="Product Viewed"), Event(id="y", name="Viewed Category")))
    shop_events = preset_catalog("e-commerce").events
    found = {event.id: find_event(own, event) for event in shop_events if find_event(own, event) is not None}
    assert found == {"viewItem": 0, "viewCategory": 1}
    other = Catalog(events=(Event(id="x", name="View Products"), Event(id="z", name="Started Song")))
    song = next(event for event in preset_catalog("music-streaming").events if event.id == "playSong")
    assert find_event(other, song) == 1


def test_a_taken_campaign_brings_the_properties_of_its_conditions() -> None:
    preset = preset_catalog("e-commerce")
    campaign = next(campaign for campaign in preset.campaigns if campaign.name == "Big order thank-you")
    own = Event(id="order_paid", name="Order Completed", properties=(Property(name="order_id"),))
    before = Catalog(naming=Naming(form="noun-verb-past", id_case="snake", property_case="snake"), events=(own,))
    after = take_campaign(before, preset, campaign).apply(before)
    paid = next(event for event in after.events if event.id == "order_paid")
    assert [prop.name for prop in paid.properties] == ["order_id", "amount", "currency"]
    assert after.campaigns[0].trigger == "order_paid"
    assert take_campaign(after, preset, campaign).apply(after).events == after.events


def test_conditions_are_spelled_as_the_catalog_spells_properties() -> None:
    condition = Condition(property="itemCount", operator=">=", value=Decimal(3))
    event = Event(id="fillCart", name="Fill Cart", properties=(Property(name="itemCount", type="integer"),))
    source = Catalog(events=(event,), campaigns=(Campaign(name="c", trigger="fillCart", conditions=(condition,)),))
    before = Catalog(naming=Naming(property_case="snake"))
    after = take_campaign(before, source, source.campaigns[0]).apply(before)
    assert after.campaigns[0].conditions[0].property == "item_count"


def test_what_is_taken_of_combined_presets_is_the_union() -> None:
    combined = combine([shop(), courier()])
    before = Catalog()
    after = take_events(before, combined.catalog, ["completePurchase"]).apply(before)
    assert "fee" in {prop.name for prop in after.events[0].properties}
