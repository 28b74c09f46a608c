from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eventsmith.destinations import shipped_destinations
from eventsmith.model import Budget, Catalog, Event, Naming, Property
from eventsmith.rules import Judge, all_rules
from eventsmith.session.fixes import fix_all
from tests.rules.told import issues, mended, told

RULES = (
    "destination-cuts-text-off",
    "destination-holds-fewer-events",
    "destination-holds-fewer-properties",
    "destination-knows-other-spelling",
    "destination-refuses-event",
    "destination-refuses-property",
)
MANY = (
    *("amplitude", "braze", "clevertap", "customer-io", "firebase", "ga4", "infobip", "iterable", "klaviyo", "meta"),
    *("mixpanel", "moengage", "mparticle", "rudderstack", "segment", "snowplow"),
)
ALL = ", ".join(f'"{name}"' for name in MANY)
LONG = "x" * 130


def event(destinations: str, event_id: str, name: str = "Play Song", rest: str = "") -> str:
    return f'destinations = [{destinations}]\n[[events]]\nid = "{event_id}"\nname = "{name}"\n{rest}\n'


@pytest.mark.parametrize(
    ("destinations", "event_id", "name", "says"),
    [
        ('"infobip"', "playSong", "Play Song", []),
        (
            '"infobip"',
            "play_song",
            "Play Song",
            ["Infobip does not take “play_song”: it takes letters (a to z) and digits only"],
        ),
        (
            '"infobip"',
            "x" * 41,
            "A",
            ["Infobip takes at most 36 characters; this has 41: 5 too many"],
        ),
        ('"infobip"', "a", "x" * 101, ["Infobip takes at most 100 characters; this has 101: 1 too many"]),
        ('"ga4"', "play_song", "Play Song", []),
        ('"ga4"', "play-song", "Play Song", ["GA4 does not take “play-song”"]),
        ('"ga4"', "error", "Error", ["GA4 keeps “error” for itself: take another word"]),
        ('"ga4"', "click", "Click", []),
        ('"segment"', "x" * 99, "Play Song", []),
        (
            '"infobip", "ga4"',
            "play-song",
            "Play Song",
            [
                "Infobip does not take “play-song”: it takes letters (a to z) and digits only; "
                "GA4 takes a letter (a to z) first, then letters, digits and underscores"
            ],
        ),
        (
            ALL,
            "x" * 47,
            "Play Song",
            ["Infobip takes at most 36 characters, Firebase, GA4 and Meta 40; this has 47: 11 too many"],
        ),
        (
            ALL,
            "playSong",
            "x" * 130,
            [
                "Infobip takes at most 100 characters, Klaviyo 127; this has 130: 30 too many; "
                "RudderStack takes at most 64 bytes, Customer.io 100; this has 130: 66 too many"
            ],
        ),
        (ALL, "error", "Error", ["Firebase and GA4 keep “error” for themselves: take another word"]),
        ('"rudderstack"', "a", "歌" * 22, ["RudderStack takes at most 64 bytes; this has 66: 2 too many"]),
        ('"amplitude"', "a", "[Amplitude] Page Viewed", ["Amplitude keeps what starts with “[Amplitude] ” for itself"]),
        ('"clevertap"', "a", "app launched", ["CleverTap keeps “App Launched” for itself"]),
        ('"moengage"', "a", "moe_share", ["MoEngage keeps what starts with “moe_”"]),
        ('"iterable"', "a", "Play, Song", ["Iterable does not take “Play, Song”: it takes names that"]),
        ('"unknown"', "play-song", "Play Song", []),
        ("", "play-song", "Play Song", []),
    ],
)
def test_whose_limit_it_is(destinations: str, event_id: str, name: str, says: list[str]) -> None:
    messages = [issue.message for issue in issues(event(destinations, event_id, name), *RULES)]
    assert len(messages) == len(says)
    assert all(part in message for part, message in zip(says, messages, strict=True))


def test_the_new_id_suits_all_destinations() -> None:
    better = mended(event('"ga4", "infobip"', "play-song"), "destination-refuses-event", safe=True)
    assert better.events[0].id == "playSong"


def test_a_word_that_is_taken_gives_way_to_the_name() -> None:
    text = event('"ga4"', "error", "See Error")
    assert mended(text, "destination-refuses-event", safe=True).events[0].id == "seeError"


def test_no_fix_where_the_new_id_is_refused_too() -> None:
    (issue,) = issues(event('"ga4"', "error", "Error"), "destination-refuses-event")
    assert issue.fix is None


def test_a_live_id_is_not_changed_by_itself() -> None:
    (issue,) = issues(event('"infobip"', "play_song", rest='status = "live"'), "destination-refuses-event")
    assert issue.fix
    assert not issue.fix.safe


@pytest.mark.parametrize(
    ("destination", "lines", "place"),
    [
        ("infobip", 'name = "3dModel"', "name"),
        ("ga4", 'name = "3dModel"', ""),
        ("ga4", 'name = "user_id"', "name"),
        ("ga4", 'name = "ga_session"', "name"),
        ("infobip", f'name = "{LONG}"', "name"),
        ("infobip", 'name = "größe"', "name"),
        ("firebase", 'name = "größe"', "name"),
        ("firebase", 'name = "3dModel"', "name"),
        ("ga4", 'name = "größe"', ""),
        ("braze", 'name = "time"', "name"),
        ("customer-io", 'name = "recipient"', "name"),
        ("mixpanel", 'name = "mp_country"', "name"),
        ("mixpanel", f'name = "note"\nexample = "{LONG}"', ""),
        ("mixpanel", f'name = "note"\nexample = "{LONG * 2}"', "example"),
        ("iterable", 'name = "007"', "name"),
        ("segment", 'name = "größe"', ""),
        ("ga4", f'name = "note"\nexample = "{LONG}"', "example"),
        ("ga4", f'name = "note"\nvalues = ["a", "{LONG}"]', "values[1]"),
        ("infobip", f'name = "note"\nexample = "{LONG}"', ""),
        ("infobip", 'name = "a"\ntype = "list"\n[[events.properties.fields]]\nname = "3d"', "fields[0].name"),
    ],
)
def test_properties_that_a_destination_refuses(destination: str, lines: str, place: str) -> None:
    text = event(f'"{destination}"', "playSong", rest=f"[[events.properties]]\n{lines}")
    assert list(told(text, *RULES)) == ([f"events[0].properties[0].{place}"] if place else [])


def test_a_property_is_named_once_for_all_platforms() -> None:
    text = event('"ga4", "firebase", "meta", "rudderstack"', "playSong", rest=f'[[events.properties]]\nname = "{LONG}"')
    assert told(text, *RULES) == {
        "events[0].properties[0].name": (
            "GA4, Firebase and Meta take at most 40 characters, RudderStack 65; this has 130: 90 too many"
        )
    }


def test_a_property_whose_start_is_taken_is_respelt() -> None:
    text = event('"ga4", "firebase"', "playSong", rest='[[events.properties]]\nname = "ga_session"')
    assert mended(text, "destination-refuses-property", safe=True).events[0].properties[0].name == "gaSession"


def test_a_text_is_too_long_for_some() -> None:
    text = event('"ga4", "braze", "firebase"', "a", rest=f'[[events.properties]]\nname = "note"\nexample = "{LONG}"')
    assert told(text, *RULES) == {
        "events[0].properties[0].example": "GA4 and Firebase take at most 100 characters; this has 130: 30 too many"
    }


def test_how_many_properties_a_destination_holds() -> None:
    many = "".join(f'[[events.properties]]\nname = "p{n}"\n' for n in range(27))
    assert told(event('"ga4", "infobip", "meta"', "playSong", rest=many), *RULES) == {
        "events[0].properties": "GA4 and Meta hold at most 25 properties of an event; this has 27: 2 too many"
    }
    lists = "".join(f'[[events.properties]]\nname = "p{n}"\ntype = "list"\n' for n in range(2))
    assert told(event('"ga4", "infobip"', "a", rest=lists), *RULES) == {
        "events[0].properties": "Infobip holds at most 1 list in an event; this has 2: 1 too many (“p0”, “p1”)"
    }


def catalog_of(number: int, budget: int = 20) -> Catalog:
    events = tuple(Event(id=f"a{n}", name=f"A {n}") for n in range(number))
    return Catalog(destinations=("moengage", "mparticle"), budget=Budget(events=budget), events=events)


def test_how_many_events_a_destination_holds() -> None:
    assert told(catalog_of(600), "destination-holds-fewer-events") == {
        "events": "MoEngage holds at most 512 events; the catalog has 600: 88 too many"
    }
    assert not told(catalog_of(512, 512), "destination-holds-fewer-events")


def test_how_many_it_may_come_to_hold() -> None:
    catalog = catalog_of(3, 2000)
    assert told(catalog, "destination-holds-fewer-events") == {
        "budget.events": "MoEngage holds at most 512 events, mParticle 1000; the budget has 2000: 1488 too many"
    }
    assert mended(catalog, "destination-holds-fewer-events", safe=True).budget.events == 512


@pytest.mark.parametrize(
    ("id_case", "event_id", "standard", "better"),
    [
        ("camel", "addToCart", "AddToCart", ""),
        ("camel", "add_to_cart", "AddToCart", ""),
        ("pascal", "addToCart", "AddToCart", "AddToCart"),
        ("pascal", "AddToCart", "", ""),
        ("camel", "addToBasket", "", ""),
    ],
)
def test_an_event_that_meta_spells_otherwise(id_case: str, event_id: str, standard: str, better: str) -> None:
    text = event('"ga4", "meta", "segment"', event_id, rest=f'[naming]\nid_case = "{id_case}"')
    found = told(text, "destination-knows-other-spelling")
    assert list(found) == (["events[0].id"] if standard else [])
    assert all(f"“{standard}”" in message for message in found.values())
    assert mended(text, "destination-knows-other-spelling").events[0].id == (better or event_id)


DRAWN = st.builds(
    Catalog,
    destinations=st.lists(st.sampled_from(shipped_destinations()), min_size=1, max_size=16, unique=True).map(tuple),
    budget=st.builds(Budget, events=st.sampled_from([1, 20, 600, 6000])),
    naming=st.builds(
        Naming,
        id_case=st.sampled_from(["camel", "snake", "pascal", "kebab"]),
        property_case=st.sampled_from(["camel", "snake"]),
    ),
    events=st.lists(
        st.builds(
            Event,
            id=st.sampled_from(
                ["playSong", "play_song", "play-song", "error", "ga_song", "addToCart", "add_to_cart", "x" * 45]
            ),
            name=st.sampled_from(["Play Song", "Play. Song", "Add To Cart", "Add Item " * 8, "Error", "moe_a"]),
            status=st.sampled_from(["planned", "live"]),
            properties=st.lists(
                st.builds(
                    Property,
                    name=st.sampled_from(["time", "ga_time", "gaTime", "user_id", "userId", "mp_a", "3d", "y" * 50]),
                    example=st.sampled_from([None, LONG]),
                ),
                max_size=3,
            ).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)
WORSE = {"error": ("error",), "warning": ("error", "warning"), "hint": ("error", "warning", "hint")}


@given(catalog=DRAWN, choice=st.integers(0, 20))
def test_a_fix_makes_no_other_issue(catalog: Catalog, choice: int) -> None:
    judge = Judge(all_rules())
    before = judge.judge(catalog).open
    fixable = [issue for issue in before if issue.fix and issue.rule.name in RULES]
    assume(fixable)
    issue = fixable[choice % len(fixable)]
    assert issue.fix is not None
    after = judge.judge(issue.fix.make(catalog, issue.thing).apply(catalog)).open
    bad = WORSE[issue.rule.severity]
    known = Counter(one.rule.name for one in before if one.rule.severity in bad)
    more = Counter(one.rule.name for one in after if one.rule.severity in bad) - known
    assert not more, f"{issue.message} ({issue.fix.label}) makes {dict(more)}"


@given(catalog=DRAWN)
def test_fixing_twice_is_fixing_once(catalog: Catalog) -> None:
    once = fix_all(catalog).catalog
    assert fix_all(once).catalog == once
