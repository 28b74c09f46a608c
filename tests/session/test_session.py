"""Do, undo, redo; what is remembered of issues equals what is found afresh."""

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from eventsmith.edits import Insert, Move, Remove, Set, put_in_form
from eventsmith.model import FORMS, Campaign, Catalog, Event, Property
from eventsmith.rules import Judge, all_rules
from eventsmith.session.fields import edit_at
from eventsmith.session.opening import end_session, open_session
from eventsmith.session.session import ReadOnlyError, Session
from eventsmith.store import CannotSaveError, new_document, read_bytes, read_file
from tests.conversations.holding import unconfirmed

NAMES = st.sampled_from(
    ["Play Song", "Song Played", "play_song", "Registration", "", "曲を再生", "Login", "View Item 1"]
)
IDS = st.sampled_from(["playSong", "PlaySong", "play song", "", "login", "x"])


class Work(RuleBasedStateMachine):
    """Random work on a catalog."""

    def __init__(self) -> None:
        super().__init__()
        self.start = Catalog(name="Start", events=(Event(id="login", name="Log In"),))
        self.session = Session(new_document(None, self.start))
        self.told = 0
        self.session.listen(lambda _: setattr(self, "told", self.told + 1))

    def events(self) -> int:
        return len(self.session.catalog.events)

    @rule(name=NAMES, id=IDS, at=st.integers(0, 5))
    def insert(self, name: str, id: str, at: int) -> None:
        self.session.do(Insert(("events", min(at, self.events())), Event(id=id, name=name)))

    @precondition(lambda self: self.events())
    @rule(at=st.integers(0, 5))
    def remove(self, at: int) -> None:
        self.session.do(Remove(("events", at % self.events())))

    @precondition(lambda self: self.events())
    @rule(at=st.integers(0, 5), to=st.integers(0, 5))
    def move(self, at: int, to: int) -> None:
        self.session.do(Move(("events", at % self.events()), to % self.events()))

    @precondition(lambda self: self.events())
    @rule(at=st.integers(0, 5), text=st.text("Pplay Sonɡg", max_size=8))
    def type(self, at: int, text: str) -> None:
        place = ("events", at % self.events(), "name")
        for end in range(1, len(text) + 1):
            self.session.type(place, lambda catalog, typed=text[:end]: edit_at(catalog, place, typed))  # type: ignore[misc]

    @precondition(lambda self: self.events())
    @rule(at=st.integers(0, 5), name=st.sampled_from(["email", "songName", "song_name", "9x", "Bad", ""]))
    def property(self, at: int, name: str) -> None:
        self.session.do(Insert(("events", at % self.events(), "properties", 0), Property(name=name)))

    @rule(trigger=IDS)
    def campaign(self, trigger: str) -> None:
        self.session.do(Insert(("campaigns", 0), Campaign(name="C", trigger=trigger)))

    @rule(form=st.sampled_from(FORMS))
    def form(self, form: str) -> None:
        self.session.do(put_in_form(self.session.catalog, form))  # type: ignore[arg-type]

    @rule(names=st.sampled_from([(), ("infobip",), ("ga4", "segment"), ("nowhere",)]))
    def destinations(self, names: tuple[str, ...]) -> None:
        self.session.do(Set(("destinations",), names))

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @invariant()
    def issues_are_those_found_afresh(self) -> None:
        fresh = Judge(all_rules()).judge(self.session.catalog)
        assert _said(self.session.issues.everything) == _said(fresh.everything)

    @invariant()
    def undo_all_is_the_start_and_redo_all_the_end(self) -> None:
        end, steps = self.session.catalog, 0
        while self.session.undo():
            steps += 1
        assert self.session.catalog is self.start
        assert not self.session.dirty
        for _ in range(steps):
            self.session.redo()
        assert self.session.catalog is end


def _said(issues: object) -> list[tuple[str, object, str, str]]:
    return [(issue.rule.name, issue.place, issue.message, issue.silenced) for issue in issues]  # type: ignore[attr-defined]


TestWork = Work.TestCase
TestWork.settings = settings(stateful_step_count=20)


def session(*events: Event) -> Session:
    return Session(new_document(None, Catalog(events=events)))


def test_typing_in_one_field_is_one_step_made_of_what_was_there_before() -> None:
    work = session(Event(id="playSong", name="Play Song", status="live"))
    place = ("events", 0, "name")
    for typed in ("Play Son", "Play So", "Play", "Hear", "Hear Song"):
        work.type(place, lambda catalog, typed=typed: edit_at(catalog, place, typed))  # type: ignore[misc]
    event = work.catalog.events[0]
    assert (event.name, event.aliases) == ("Hear Song", ("Play Song",))
    work.undo()
    assert work.catalog.events[0].name == "Play Song"
    assert work.undo() is None


def test_typing_elsewhere_and_after_a_pause_are_steps_of_their_own() -> None:
    work = session(Event(id="a", name="A"))
    for place in (("events", 0, "when"), ("events", 0, "description")):
        work.type(place, lambda catalog, place=place: Set(place, "x"))  # type: ignore[misc]
    work.stop_typing()
    work.type(("events", 0, "description"), lambda catalog: Set(("events", 0, "description"), "xy"))
    assert [bool(work.undo()) for _ in range(4)] == [True, True, True, False]


def test_taking_back_can_be_undone() -> None:
    work = session(Event(id="a", name="A"))
    place = ("events", 0, "when")
    work.type(place, lambda catalog: Set(place, "x"))
    assert work.take_back(place)
    assert not work.dirty
    assert work.take_back(place) is None
    work.undo()
    assert work.catalog.events[0].when == "x"
    work.undo()
    assert not work.dirty
    assert not work.undo_label


def test_a_new_step_forgets_what_was_undone() -> None:
    work = session(Event(id="a", name="A"))
    work.do(Set(("name",), "one"))
    work.undo()
    work.do(Set(("name",), "two"))
    assert work.redo() is None


def test_saving_makes_it_clean_and_undo_goes_on_behind_it(tmp_path: Path) -> None:
    work = session(Event(id="a", name="A"))
    work.do(Set(("name",), "Shop"))
    work.save(tmp_path / "shop.toml")
    assert not work.dirty
    work.undo()
    assert work.dirty
    assert work.catalog.name == ""


def test_a_save_that_the_disk_does_not_confirm_is_noted_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unconfirmed(monkeypatch)
    work = session(Event(id="a", name="A"))
    work.do(Set(("name",), "Shop"))
    saved = work.save(tmp_path / "shop.toml")
    assert not saved.durable
    assert saved.document is work.document
    assert not work.dirty


def test_work_is_rescued_even_to_a_disk_that_does_not_confirm_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unconfirmed(monkeypatch)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    path = tmp_path / "shop.events.toml"
    path.write_text('format = 1\nname = "Shop"\n')
    work = open_session(path)
    work.do(Set(("name",), "Ours"))
    beside = tmp_path / "shop.rescued-1.events.toml"
    assert end_session(work, "eventsmith", keep=True) == f"Your unsaved work is in {beside}."
    # And once more, on what may be another disk.
    assert read_file(beside).catalog.name == "Ours"
    assert read_file(tmp_path / "home" / beside.name).catalog.name == "Ours"


def test_a_failing_save_changes_nothing(tmp_path: Path) -> None:
    work = session(Event(id="a", name="A"))
    work.do(Set(("name",), "Shop"))
    with pytest.raises(CannotSaveError):
        work.save(tmp_path / "gone" / "shop.toml")
    assert work.dirty
    assert work.catalog.name == "Shop"


def test_a_file_with_problems_can_only_be_looked_at() -> None:
    work = Session(read_bytes(b'format = 1\nnmae = "x"\n'))
    assert work.read_only
    with pytest.raises(ReadOnlyError):
        work.do(Set(("name",), "Shop"))
    assert work.catalog is work.document.catalog


def test_a_property_takes_along_what_names_it() -> None:
    from eventsmith.model import Campaign as Use
    from eventsmith.model import Condition

    work = Session(
        new_document(
            None,
            Catalog(
                events=(
                    Event(id="a", name="A", properties=(Property(name="amount", unit_in="cur"), Property(name="cur"))),
                ),
                campaigns=(Use(name="c", trigger="a", conditions=(Condition(property="cur", operator="="),)),),
            ),
        )
    )
    place = ("events", 0, "properties", 1, "name")
    for typed in ("curr", "currency"):
        work.type(place, lambda catalog, typed=typed: edit_at(catalog, place, typed))  # type: ignore[misc]
    assert work.catalog.events[0].properties[0].unit_in == "currency"
    assert work.catalog.campaigns[0].conditions[0].property == "currency"
    work.undo()
    assert work.catalog is work.document.catalog
