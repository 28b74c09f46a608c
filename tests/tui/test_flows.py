"""Flows without a screen: what they ask, do and say, in milliseconds."""

import asyncio

from eventsmith.edits import Set
from eventsmith.model import Campaign, Catalog, Event, Property, value_at
from eventsmith.tui import dispatch
from eventsmith.tui.actions import ACTIONS, OF_TEXTUAL
from eventsmith.tui.dialogs.ask import Ask
from eventsmith.tui.flows import properties
from eventsmith.tui.flows.events import put_into_stage, remove, what_goes
from eventsmith.tui.flows.history import redo, undo
from eventsmith.tui.flows.navigation import next_page, previous_page
from eventsmith.tui.pages import make_page
from tests.tui.fake_host import FakeHost

SONGS = Catalog(
    events=(Event(id="playSong", name="Play Song"), Event(id="skipSong", name="Skip Song")),
    campaigns=(Campaign(name="Come back", trigger="skipSong"),),
)


def test_there_is_nothing_to_undo_or_redo_at_first() -> None:
    host = FakeHost(SONGS)
    undo(host)
    redo(host)
    assert host.said == ["Nothing to undo", "Nothing to redo"]
    assert host.session.catalog is SONGS


def test_an_undo_shows_where_it_was_and_says_how_it_is_made_again() -> None:
    host = FakeHost(SONGS)
    place = ("events", 0, "name")
    assert host.do(Set(place, "Hear Song", "rename event"), place)
    undo(host)
    assert value_at(host.session.catalog, place) == "Play Song"
    redo(host)
    assert value_at(host.session.catalog, place) == "Hear Song"
    assert host.shown == [place, place]
    assert host.said == ["Undid: rename event. Ctrl+Y redoes it", "Redid: rename event"]


def test_an_undo_shows_what_is_nearest_where_the_place_is_gone() -> None:
    host = FakeHost(SONGS)
    assert host.do(Set(("name",), "Songs", "name catalog"), ("events", 7, "name"))
    undo(host)
    assert host.shown == [("events",)]


def test_events_are_removed_only_after_a_question_that_tells_of_campaigns() -> None:
    host = FakeHost(SONGS, ["keep", "remove"])
    asyncio.run(remove(host, [1]))
    assert host.session.catalog is SONGS
    asyncio.run(remove(host, [1]))
    assert [event.name for event in host.session.catalog.events] == ["Play Song"]
    assert [type(dialog) for dialog in host.asked] == [Ask, Ask]


def test_one_event_is_it_and_several_are_them() -> None:
    assert what_goes(SONGS, [0])[-1] == "No campaign uses it."
    assert "This campaign uses them and would point at nothing:" in what_goes(SONGS, [0, 1])


def test_a_property_without_a_name_is_removed_in_words() -> None:
    host = FakeHost(Catalog(events=(Event(id="playSong", name="Play Song", properties=(Property(name=""),)),)))
    properties.remove(host, ("events", 0, "properties", 0))
    assert host.said == ["Removed the property. Ctrl+Z undoes it"]


def test_nothing_is_done_where_a_dialog_is_left() -> None:
    host = FakeHost(SONGS)
    asyncio.run(put_into_stage(host, [0, 1]))
    assert len(host.asked) == 1
    assert host.session.catalog is SONGS
    assert host.said == []


def test_the_guided_path_has_two_ends() -> None:
    host = FakeHost()
    host.here = "goal"
    previous_page(host)
    next_page(host)
    assert host.shown == ["events"]
    host.here = "review"
    next_page(host)
    assert host.said == ["This is the first page", "This is the last page: F2 saves"]


def test_every_action_has_one_thing_that_runs() -> None:
    everywhere = {action.id for action in ACTIONS if action.where == "anywhere"}
    bound = {*dispatch.AT_ONCE, *dispatch.ASKING}
    assert bound - {"leave"} == everywhere - set(OF_TEXTUAL) | {"quit"}
    assert not set(dispatch.AT_ONCE) & set(dispatch.ASKING)
    for action in ACTIONS:
        if action.where != "anywhere":
            assert action.id not in bound
            assert hasattr(make_page(action.where), f"action_{action.id}")
