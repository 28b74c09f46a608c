import pytest

from tests.rules.told import issues, mended, told

RULES = ("destination-refuses-event", "destination-refuses-property", "destination-holds-fewer-properties")
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
            [f"Infobip does not take “{'x' * 41}”: it takes at most 36 characters, this has 41"],
        ),
        ('"infobip"', "a", "x" * 101, ["at most 100 characters, this has 101"]),
        ('"ga4"', "play_song", "Play Song", []),
        ('"ga4"', "play-song", "Play Song", ["GA4 does not take “play-song”"]),
        ('"ga4"', "click", "Click", ["GA4 does not take “click”: it takes no “click”: it keeps that word for itself"]),
        ('"segment"', "x" * 99, "Play Song", []),
        ('"infobip", "ga4"', "play-song", "Play Song", ["Infobip does not", "GA4 does not"]),
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


def test_no_fix_where_the_new_id_is_refused_too() -> None:
    (issue,) = issues(event('"ga4"', "click", "Click"), "destination-refuses-event")
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


def test_how_many_properties_a_destination_holds() -> None:
    many = "".join(f'[[events.properties]]\nname = "p{n}"\n' for n in range(27))
    assert told(event('"ga4", "infobip"', "a", rest=many), *RULES) == {
        "events[0].properties": "GA4 holds at most 25 properties of an event, this has 27: take 2 out"
    }
    lists = "".join(f'[[events.properties]]\nname = "p{n}"\ntype = "list"\n' for n in range(2))
    assert told(event('"ga4", "infobip"', "a", rest=lists), *RULES) == {
        "events[0].properties": "Infobip holds at most 1 list in an event, this has “p0”, “p1”: take 1 out"
    }
