"""Every fix of every rule, in catalogs drawn at random: it puts its issue right and makes nothing as bad or worse."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from eventsmith.model import (
    PROPERTY_TYPES,
    STATUSES,
    USES,
    Budget,
    Campaign,
    Catalog,
    Condition,
    Event,
    Naming,
    Property,
    PropertyField,
)
from eventsmith.rules import Issues, Judge, Severity, all_rules
from eventsmith.session.fixes import fix_all
from eventsmith.session.session import Session
from eventsmith.store import new_document

WORSE = {"error": ("error",), "warning": ("error", "warning"), "hint": ("error", "warning", "hint")}
NAMES = st.sampled_from(
    [
        "songName",
        "song_name",
        "SongName",
        "songname",
        "song-name",
        "amount",
        "Amount",
        "price",
        "currency",
        "Currency",
        "length",
        "isFirst",
        "is_first",
        "itemCount",
        "orderDate",
        "order_date",
        "createdAt",
        "timestamp",
        "eventName",
        "email",
        "user_id",
        "userId",
        "city",
        "totalOrders",
        "сity",
        "3d",
        "_a",
        "",
        " ",
        "a b",
        "ga_id",
    ]
)
VALUES: st.SearchStrategy[Any] = st.sampled_from(
    ["5", "12.50", "true", "Red", "red", "2027-04-30", "007", "a@b.example", 5, Decimal("1.50"), Decimal(2), True, ()]
)
UNITS = st.sampled_from(["", "s", "ms", "EUR"])
FACTS: dict[str, Any] = {
    "name": NAMES,
    "type": st.sampled_from(PROPERTY_TYPES),
    "values": st.lists(VALUES, max_size=2).map(tuple),
    "unit": UNITS,
    "unit_in": st.sampled_from(["", "currency", "Currency", "amount"]),
    "example": st.none() | VALUES,
    "used_for": st.lists(st.sampled_from(USES), max_size=1).map(tuple),
}
FIELDS = st.builds(PropertyField, **FACTS)
PROPERTIES = st.builds(Property, **FACTS, fields=st.lists(FIELDS, max_size=2).map(tuple))
EVENT_IDS = st.sampled_from(["playSong", "play_song", "songPlayed", "completePurchase", "", "x y"])
EVENT_NAMES = st.sampled_from(
    [
        "Play Song",
        "Song Played",
        "play song",
        "song_played",
        "removed email",
        "Complete Purchase",
        "Create Account",
        "View Event",
        "",
        "Paid",
        "Пла",
    ]
)
EVENTS = st.builds(
    Event,
    id=EVENT_IDS,
    name=EVENT_NAMES,
    stage=st.sampled_from(["", "engagement", "Engagement", "x"]),
    status=st.sampled_from(STATUSES),
    aliases=st.lists(EVENT_NAMES, max_size=1).map(tuple),
    replaced_by=EVENT_IDS,
    used_for=st.lists(st.sampled_from(USES), max_size=1).map(tuple),
    properties=st.lists(PROPERTIES, max_size=3).map(tuple),
)
CONDITIONS = st.builds(
    Condition, property=NAMES, operator=st.sampled_from(["=", ">", "contains", "is-empty"]), value=st.none() | VALUES
)
CAMPAIGNS = st.builds(
    Campaign,
    name=st.sampled_from(["", "A", "B"]),
    trigger=EVENT_IDS,
    goal_event=EVENT_IDS,
    wait=st.sampled_from(["", "1 hour", "1 h", "90 minutes"]),
    unless=st.lists(EVENT_IDS, max_size=1).map(tuple),
    conditions=st.lists(CONDITIONS, max_size=2).map(tuple),
)
CATALOGS = st.builds(
    Catalog,
    destinations=st.lists(st.sampled_from(["infobip", "ga4", "Infobip"]), max_size=2).map(tuple),
    naming=st.builds(Naming, property_case=st.sampled_from(["camel", "snake"])),
    budget=st.builds(Budget, properties=st.sampled_from([2, 12])),
    events=st.lists(EVENTS, min_size=1, max_size=3).map(tuple),
    campaigns=st.lists(CAMPAIGNS, max_size=2).map(tuple),
)


def numbers(issues: Issues, severity: Severity) -> Counter[str]:
    """How many open issues there are, by rule, as bad as that or worse."""
    return Counter(issue.rule.name for issue in issues.open if issue.rule.severity in WORSE[severity])


@given(catalog=CATALOGS, choice=st.integers(0, 50))
def test_a_fix_helps_and_makes_nothing_as_bad(catalog: Catalog, choice: int) -> None:
    session = Session(new_document(None))
    session.catalog = catalog
    before = session.issues
    fixable = [issue for issue in before.open if issue.fix]
    assume(fixable)
    issue = fixable[choice % len(fixable)]
    worse = session.fix(issue)
    if worse:
        assert session.catalog is catalog
        assert all(one.rule.severity in WORSE[issue.rule.severity] for one in worse)
        return
    old, new = (numbers(issues, issue.rule.severity) for issues in (before, session.issues))
    assert not new - old, f"{issue.rule.name}: {issue.message} ({issue.fix and issue.fix.label})"
    assert new[issue.rule.name] < old[issue.rule.name], f"{issue.rule.name}: {issue.message}"


@given(catalog=CATALOGS)
def test_fixing_twice_is_fixing_once(catalog: Catalog) -> None:
    once = fix_all(catalog).catalog
    assert fix_all(once).catalog == once


@given(catalog=CATALOGS)
def test_fixing_all_makes_no_error(catalog: Catalog) -> None:
    before, after = Judge(all_rules()).judge(catalog), fix_all(catalog).left
    assert not numbers(after, "error") - numbers(before, "error")


@given(catalog=CATALOGS)
def test_a_name_between_two_fixes_is_no_history(catalog: Catalog) -> None:
    after = fix_all(catalog).catalog
    if len(after.events) == len(catalog.events):
        for old, new in zip(catalog.events, after.events, strict=True):
            assert {*new.aliases} <= {*old.aliases, old.name}
            assert {*new.former_ids} <= {*old.former_ids, old.id}
