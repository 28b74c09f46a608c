import pytest

from tests.rules.told import ALL_OF_EVENTS, catalog, issues, mended, named, told


def test_an_id_follows_the_name() -> None:
    text = named("Play Song", event_id="")
    assert list(told(text, *ALL_OF_EVENTS)) == ["events[0].id"]
    assert mended(text, "event-id-is-empty", safe=True).events[0].id == "playSong"


def test_a_new_id_is_like_no_other() -> None:
    text = named("Play Song", event_id="") + named("Play a Song", event_id="play_song")
    assert mended(text, "event-id-is-empty").events[0].id == "playSong2"


def test_no_id_can_be_made_of_pictures() -> None:
    (issue,) = issues(named("🎵🎵", event_id=""), "event-id-is-empty")
    assert issue.fix is None


@pytest.mark.parametrize("event_id", ["playSong", "play_song", "play-song", "P", "a1", "PlaySong2"])
def test_well_formed_ids(event_id: str) -> None:
    assert not told(named("Play Song", event_id=event_id), "event-id-is-malformed")


@pytest.mark.parametrize(
    ("event_id", "says"),
    [
        ("play song", "contains a space"),
        ("play.song", "contains “.”"),
        ("spieleLiedÄ", "contains “Ä”"),
        ("playSong\\n", "contains a space"),
        ("2ndSong", "starts with “2”"),
        ("_song", "starts with “_”"),
        ("歌", "contains “歌”"),
    ],
)
def test_malformed_ids(event_id: str, says: str) -> None:
    text = named("Play Song", event_id=event_id, settings='destinations = ["infobip", "ga4"]')
    rules = ("event-id-is-malformed", "destination-refuses-event", "event-id-is-empty")
    (message,) = told(text, *rules).values()
    assert says in message
    assert mended(text, *rules).events[0].id == "playSong"


def test_a_live_id_is_not_changed_by_itself() -> None:
    text = named("Play Song", event_id="play song", event='status = "live"')
    assert mended(text, "event-id-is-malformed", safe=True) == catalog(text)


def test_an_id_of_words_that_are_not_written_as_they_sound_is_a_guess() -> None:
    (message,) = told(named("השמע שיר", event_id="hsmSyr"), "event-id-is-a-guess").values()
    assert "words that developers can read and type" in message
    for event_id, event in (("playSong", ""), ("", ""), ("hsmSyr", 'status = "live"')):
        assert not told(named("השמע שיר", event_id=event_id, event=event), "event-id-is-a-guess")


def two(first: str, second: str, key: str = "name") -> str:
    other = {"name": "id", "id": "name"}[key]
    return (
        f'[[events]]\n{key} = "{first}"\n{other} = "one"\nstatus = "live"\n'
        f'[[events]]\n{key} = "{second}"\n{other} = "two"\nstatus = "live"\n'
    )


@pytest.mark.parametrize(
    "second", ["Play Song", "play song", "play_song", "PlaySong", "PLAY SONG", "Рlay Sоng", "Ｐlay Song", "Play  Song"]
)
def test_the_same_name_is_told_at_both(second: str) -> None:
    assert list(told(two("Play Song", second), "event-name-is-taken")) == ["events[0].name", "events[1].name"]


@pytest.mark.parametrize(
    ("first", "second"), [("Play Song", "Play Songs"), ("", ""), ("🎵", "🎶"), ("Level 1", "Level 2")]
)
def test_other_names(first: str, second: str) -> None:
    assert not told(two(first, second), "event-name-is-taken")


def test_the_alias_of_another_event() -> None:
    text = """
        [[events]]
        id = "playSong"
        name = "Play Song"
        aliases = ["Start Song", "play_song", "Hear Song"]

        [[events]]
        id = "startSong"
        name = "Start song"
        aliases = ["Hear Song"]
    """
    assert told(text, "event-name-is-taken") == {
        "events[0].aliases[0]": "The alias “Start Song” is the name of another event, “Start song”: remove the alias,"
        " or rename that event",
        "events[1].name": "“Start song” is also an alias of “Play Song”: choose another name, or remove the alias"
        " there",
    }


@pytest.mark.parametrize("second", ["playSong", "playsong", "play_song", "play-song"])
def test_the_same_id_is_told_at_both(second: str) -> None:
    assert list(told(two("playSong", second, "id"), "event-id-is-taken")) == ["events[0].id", "events[1].id"]


def test_the_id_of_a_name_that_is_taken_is_told_once() -> None:
    text = '[[events]]\nid = "a"\nname = "Play Song"\n' * 2
    assert list(told(text, *ALL_OF_EVENTS)) == ["events[0].name", "events[1].name"]
