"""What becomes of an event: its ID, what it was called before, what replaces it, and what is said of it."""

import pytest

from tests.rules.told import catalog, issues, mended, named, told

ALIAS, CASE = "event-alias-is-taken", "event-id-in-other-case"
NOTHING, NONE = "event-is-replaced-by-nothing", "event-has-no-successor"


def event(event_id: str, name: str, **more: str) -> str:
    lines = "".join(f"{key} = {value}\n" for key, value in more.items())
    return f'[[events]]\nid = "{event_id}"\nname = "{name}"\n{lines}'


@pytest.mark.parametrize(
    ("id_case", "event_id", "better"),
    [
        ("camel", "add_to_cart", "addToCart"),
        ("camel", "AddToCart", "addToCart"),
        ("camel", "add-to-cart", "addToCart"),
        ("snake", "addToCart", "add_to_cart"),
        ("kebab", "add_to_cart", "add-to-cart"),
        ("pascal", "addToCart", "AddToCart"),
    ],
)
def test_an_id_in_another_case(id_case: str, event_id: str, better: str) -> None:
    text = named("Add To Cart", event_id=event_id, settings=f'[naming]\nid_case = "{id_case}"')
    message = f"The ID “{event_id}” should be “{better}”, as IDs in this catalog are in {id_case} case"
    assert told(text, CASE) == {"events[0].id": message}
    assert mended(text, CASE, safe=True).events[0].id == better


@pytest.mark.parametrize(
    ("id_case", "event_id"),
    [
        ("camel", "addToCart"),
        ("camel", "search"),
        ("camel", "enable2FA"),
        ("camel", ""),
        ("camel", "add to cart"),
        ("snake", "add_to_cart"),
        ("snake", "search"),
        ("pascal", "URLOpened"),
    ],
)
def test_an_id_in_its_case(id_case: str, event_id: str) -> None:
    assert not told(named("Name", event_id=event_id, settings=f'[naming]\nid_case = "{id_case}"'), CASE)


def test_a_live_id_keeps_its_case() -> None:
    assert not told(named("Add To Cart", event_id="add_to_cart", event='status = "live"'), CASE)


def test_a_platform_that_takes_letters_and_digits_only_decides() -> None:
    settings = 'destinations = ["infobip"]\n[naming]\nid_case = "snake"'
    assert not told(named("Add To Cart", event_id="addToCart", settings=settings), CASE)
    refused = named("Add To Cart", event_id="add_to_cart", settings=settings)
    assert len(told(refused, CASE, "destination-refuses-event")) == 1


def test_campaigns_follow_an_id_into_its_case() -> None:
    text = event("add_to_cart", "Add To Cart") + '[[campaigns]]\nname = "A"\ntrigger = "add_to_cart"\n'
    assert mended(text, CASE, safe=True).campaigns[0].trigger == "addToCart"


def test_a_mended_id_is_like_no_other() -> None:
    text = event("add_to_cart", "Add To Cart") + event("addToCart", "Put In Basket", status='"live"')
    assert [one.id for one in mended(text, CASE).events] == ["addToCart2", "addToCart"]


def test_an_event_that_was_split_may_be_the_alias_of_two() -> None:
    text = event("playSong", "Play Song", aliases='["Hear Song"]') + event("start", "Start", aliases='["hear_song"]')
    assert told(text, ALIAS) == {}


def test_an_alias_that_was_the_id_of_another_is_told_at_both() -> None:
    text = event("playSong", "Play Song", aliases='["hearSong"]') + event("go", "Start", former_ids='["hearSong"]')
    assert told(text, ALIAS) == {
        "events[0].aliases[0]": "The alias “hearSong” is also a former ID of “Start”: keep it for only one of the two",
        "events[1].former_ids[0]": "The former ID “hearSong” is also an alias of “Play Song”: keep it for only one of"
        " the two",
    }


@pytest.mark.parametrize("former", ["startSong", "start_song", "ѕtartSong"])
def test_an_id_that_another_event_had(former: str) -> None:
    text = event("playSong", "Play Song", former_ids=f'["{former}"]') + event("startSong", "Start Song")
    assert told(text, ALIAS, "event-id-is-taken", "event-name-is-taken") == {
        "events[0].former_ids[0]": f"The former ID “{former}” is the ID of another event, “Start Song”: remove it here",
        "events[1].id": "“startSong” was once the ID of “Play Song”: choose another ID, so that old data is not"
        " counted for this event",
    }


@pytest.mark.parametrize(
    "text",
    [
        event("playSong", "Play Song", aliases='["Play Song", "Hear Song", "Hear Song"]', former_ids='["playSong"]'),
        event("a", "Play Song", aliases='[" ", ""]') + event("b", "Start Song", aliases='["", " "]'),
        event("a", "Play Song", aliases='["b"]', status='"live"')
        + event("b", "Start Song", status='"deprecated"', replaced_by='"a"'),
    ],
)
def test_aliases_that_are_free(text: str) -> None:
    assert not told(text, ALIAS)


def test_an_alias_that_is_a_name_and_its_id_is_told_once() -> None:
    text = event("playSong", "Play Song", aliases='["Start Song"]') + event("startSong", "Start Song")
    assert list(told(text, ALIAS, "event-name-is-taken")) == ["events[0].aliases[0]", "events[1].name"]


def test_the_owner_of_an_id_may_have_no_name() -> None:
    text = event("playSong", "Play Song") + event("playSong", "")
    assert told(text, "event-id-is-taken")["events[0].id"] == (
        "“playSong” is also the ID of an event without a name: give each event its own, or merge them into one event"
        " with a property that tells them apart"
    )


def old(replaced_by: str, status: str = "deprecated") -> str:
    return event("old", "Old", status=f'"{status}"', replaced_by=f'"{replaced_by}"')


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (old("old"), "“Old” cannot replace itself"),
        (old("new"), "“new” is not an event in this catalog"),
        (old("New") + event("new", "New"), "“New” is not an event in this catalog"),
        (old("new") + event("new", "New", status='"deprecated"'), "choose one that is there to stay"),
        (
            old("new") + event("new", "New", status='"deprecated"', replaced_by='"newest"') + event("newest", "Newest"),
            "choose its own successor, “newest”",
        ),
    ],
)
def test_successors_that_are_none(text: str, says: str) -> None:
    (message,) = told(text, NOTHING).values()
    assert says in message


def test_events_that_replace_each_other() -> None:
    both = event("a", "A", status='"deprecated"', replaced_by='"b"')
    both += event("b", "B", status='"deprecated"', replaced_by='"a"')
    assert list(told(both, NOTHING)) == ["events[0].replaced_by", "events[1].replaced_by"]


@pytest.mark.parametrize("text", [old("new") + event("new", "New"), old(""), event("", ""), event("", "") * 2])
def test_successors_that_are_there(text: str) -> None:
    assert not told(text, NOTHING)


def test_a_successor_is_proposed_by_what_it_was_called() -> None:
    gone = event("songStarted", "Start of Song", status='"deprecated"')
    new = event("playSong", "Play Song", aliases='["Start Of Song"]', former_ids='["songStarted"]')
    message = "“Start of Song” is deprecated, and “Play Song” once had that name: make it the successor"
    assert told(gone + new, NONE) == {"events[0].replaced_by": message}
    assert told(gone + new.replace("Start Of Song", "Begin"), NONE) == {"events[0].replaced_by": message}
    assert mended(gone + new, NONE) == catalog(f'{gone}replaced_by = "playSong"\n{new}')
    assert mended(gone + new, NONE, safe=True) == catalog(gone + new)


def test_no_successor_is_proposed_where_it_is_not_clear() -> None:
    gone = event("old", "Old", status='"deprecated"')
    assert not told(gone + event("a", "A", aliases='["Old"]') + event("b", "B", aliases='["old"]'), NONE)
    assert not told(gone + event("a", "A"), NONE)
    assert not told(gone + event("a", "A", aliases='["Old"]', status='"deprecated"'), NONE)
    assert not told(event("old", "Old") + event("a", "A", aliases='["Old"]'), NONE)
    assert not told(event("old", "Old", status='"deprecated"', aliases='["old"]'), NONE)


@pytest.mark.parametrize("status", ["planned", "live"])
def test_what_is_replaced_is_deprecated(status: str) -> None:
    text = old("new", status) + event("new", "New")
    assert list(told(text, "event-is-replaced-but-not-deprecated")) == ["events[0].status"]
    assert mended(text, "event-is-replaced-but-not-deprecated").events[0].status == "deprecated"
    assert not told(old("new"), "event-is-replaced-but-not-deprecated")


@pytest.mark.parametrize(
    ("rule", "key", "value"), [("event-has-no-when", "when", "paid"), ("event-has-no-stage", "stage", "engagement")]
)
def test_what_is_to_be_said_of_an_event(rule: str, key: str, value: str) -> None:
    (issue,) = issues(named("Play Song"), rule)
    assert (issue.place, issue.rule.severity) == (("events", 0, key), "hint")
    assert not told(named("Play Song", event=f'{key} = "{value}"'), rule)
    assert not told(named(" "), rule)
    assert not told(named("Play Song", event='status = "deprecated"'), rule)


def test_a_catalog_without_stages_asks_for_none() -> None:
    assert not told(named("Play Song", settings="stages = []"), "event-has-no-stage")


def test_case_is_not_mended_where_that_changes_what_is_said() -> None:
    text = named("account blocked / unblocked", settings='[naming]\ncase = "snake"')
    (issue,) = issues(text, "event-name-in-other-case")
    assert issue.fix is None
