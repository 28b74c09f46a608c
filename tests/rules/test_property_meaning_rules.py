"""What properties hold: sums of the past, the event's own time, money and measures."""

import pytest

from tests.rules.properties import event, names
from tests.rules.told import catalog, mended, told

SUMS = """
    totalOrders total_purchases totalSpent orderCount login_count visitsCount numberOfOrders lifetimeValue ltv
    lifetimeSpend lastPurchaseDate lastLogin last_seen lastActive lastVisitAt lastSessionDurationSec firstOrderDate
    averageOrderValue daysSinceLastPurchase daysSinceSignup days_since_last_active customerLifetimeValue
    userTotalOrders lastOrderId last_contacted_at ordersSoFar spent_to_date cumulativeSpend
"""
NO_SUMS = """
    itemCount lastDigits last_four lastName total totalAmount totalPrice orderTotal totalSteps totalSeats totalDuration
    songCount resultCount lastStep lastPage lastMile firstOrder firstName daysSinceDownload lifetimeWarranty countdown
    order orderId visit averageRating viewCount previousPlan discountAmount lastPayment daysLate retryCount
"""


@pytest.mark.parametrize("name", SUMS.split())
def test_what_sums_up_the_past(name: str) -> None:
    assert list(told(names(name), "property-sums-up-the-past")) == ["events[0].properties[0].name"]


@pytest.mark.parametrize("name", NO_SUMS.split())
def test_what_is_of_this_action(name: str) -> None:
    assert not told(names(name), "property-sums-up-the-past")


def test_some_events_are_about_the_past() -> None:
    assert not told(names("orderCount", name="Export Orders"), "property-sums-up-the-past")
    assert told(names("orderCount", name="Place Order"), "property-sums-up-the-past")
    assert not told(names("lastPurchaseDate", name="Detect Churn Risk"), "property-sums-up-the-past")
    assert not told(event('name = "lastOrder"\ntype = "boolean"'), "property-sums-up-the-past")
    fields = 'name = "a"\ntype = "list"\n[[events.properties.fields]]\nname = "lastOrderDate"'
    assert not told(event(fields), "property-sums-up-the-past")


@pytest.mark.parametrize(
    ("event_name", "prop", "what"),
    [
        ("Play Song", 'name = "timestamp"', "time"),
        ("Play Song", 'name = "timestamp"\ntype = "decimal"\nexample = nan', "time"),
        ("Play Song", 'name = "event_time"\ntype = "datetime"', "time"),
        ("Play Song", 'name = "occurredAt"', "time"),
        ("Play Song", 'name = "eventName"', "name"),
        ("Play Song", 'name = "event_name"\nexample = "play_song"', "name"),
        ("Create Account", 'name = "createdAt"\ntype = "datetime"', "time"),
        ("Account Created", 'name = "account_created_at"', "time"),
        ("Pay Invoice", 'name = "paidAt"', "time"),
        ("Complete Purchase", 'name = "purchaseCompletedTimestamp"\ntype = "datetime"', "time"),
        ("Delete Account", 'name = "createdAt"\ntype = "datetime"', ""),
        ("Play Song", 'name = "queuedAt"\ntype = "datetime"', ""),
        ("Play Song", 'name = "timestamp"\ntype = "integer"\nunit = "s"', ""),
        ("Play Song", 'name = "eventName"\nexample = "Summer Festival"', ""),
        ("Buy Ticket", 'name = "eventName"', ""),
        ("View Event", 'name = "eventDate"\ntype = "date"', ""),
        ("Schedule Delivery", 'name = "scheduledAt"\ntype = "datetime"', ""),
        ("Deliver Order", 'name = "deliveryTime"\ntype = "integer"', ""),
        ("Start Trial", 'name = "startDate"\ntype = "date"', ""),
        ("Play Song", 'name = "releaseDate"', ""),
        ("Play Song", 'name = "time"', ""),
        ("", 'name = "createdAt"', ""),
        ("曲を再生", 'name = "createdAt"', ""),
    ],
)
def test_what_is_recorded_anyway(event_name: str, prop: str, what: str) -> None:
    found = told(event(prop, name=event_name), "property-repeats-the-event")
    assert [message.split("the event's ")[1].split(",")[0] for message in found.values()] == ([what] if what else [])


@pytest.mark.parametrize(
    ("prop", "right"),
    [
        ('name = "amount"\ntype = "decimal"', False),
        ('name = "amount"\ntype = "integer"', True),
        ('name = "price"\ntype = "integer"', False),
        ('name = "price"', False),
        ('name = "price"\nexample = "cheap"', True),
        ('name = "deliveryFee"\ntype = "decimal"', False),
        ('name = "order_value"\ntype = "decimal"', False),
        ('name = "total"\ntype = "decimal"\nunit = "EUR"', True),
        ('name = "amountCents"\ntype = "integer"', True),
        ('name = "priceEur"\ntype = "decimal"', True),
        ('name = "taxRate"\ntype = "decimal"', True),
        ('name = "priceRange"', True),
        ('name = "discountType"', True),
        ('name = "totalSteps"\ntype = "integer"', True),
        ('name = "rating"\ntype = "decimal"', True),
    ],
)
def test_money_has_a_currency(prop: str, right: bool) -> None:
    assert bool(told(event(prop), "property-lacks-currency")) != right
    for currency in ("currency", "currencyCode", "price_currency"):
        assert not told(event(prop, f'name = "{currency}"'), "property-lacks-currency")


def test_the_currency_of_items_may_stand_beside_their_list() -> None:
    items = 'name = "items"\ntype = "list"\n[[events.properties.fields]]\nname = "price"\ntype = "decimal"'
    assert list(told(event(items), "property-lacks-currency")) == ["events[0].properties[0].fields[0].name"]
    assert not told(event(items, 'name = "currency"'), "property-lacks-currency")


def test_a_currency_is_added_only_where_there_is_room_and_somebody_asks_for_it() -> None:
    amount = 'name = "amount"\ntype = "decimal"\nused_for = ["segment"]'
    full = event(amount, settings="[budget]\nproperties = 1")
    assert mended(full, "property-lacks-currency") == catalog(full)
    assert mended(event(amount), "property-lacks-currency", safe=True) == catalog(event(amount))
    added = mended(event(amount), "property-lacks-currency").events[0].properties[1]
    assert (added.name, added.used_for) == ("currency", ("segment",))


@pytest.mark.parametrize(
    ("prop", "right"),
    [
        ('name = "length"\ntype = "integer"', False),
        ('name = "trip_distance"\ntype = "decimal"', False),
        ('name = "waitTime"\ntype = "integer"', False),
        ('name = "length"\nexample = "431"', False),
        ('name = "length"\nexample = "long"', True),
        ('name = "length"\ntype = "integer"\nunit = "s"', True),
        ('name = "weight"\ntype = "decimal"\nunit_in = "weightUnit"', True),
        ('name = "durationSeconds"\ntype = "integer"', True),
        ('name = "weight_kg"\ntype = "decimal"', True),
        ('name = "commentLength"\ntype = "integer"', True),
        ('name = "companySize"\ntype = "integer"', True),
        ('name = "position"\ntype = "integer"', True),
    ],
)
def test_what_is_measured_has_a_unit(prop: str, right: bool) -> None:
    assert bool(told(event(prop), "property-lacks-unit")) != right


@pytest.mark.parametrize(
    ("prop", "right"),
    [
        ('type = "list"\nused_for = ["segment"]', False),
        ('type = "list"\nused_for = ["campaign", "analytics"]', True),
        ('type = "string"\nused_for = ["segment"]', True),
        ('type = "list"\n[[events.properties.fields]]\nname = "b"\nused_for = ["segment"]', False),
        ('type = "list"\n[[events.properties.fields]]\nname = "b"\nused_for = ["campaign"]', True),
    ],
)
def test_no_segment_looks_into_a_list(prop: str, right: bool) -> None:
    assert bool(told(event(f'name = "a"\n{prop}'), "property-segments-on-a-list")) != right
