"""Each way to keep a catalog as a preset: in whose folder, over what, and what it must have."""

from pathlib import Path

import pytest

from eventsmith import presets
from eventsmith.conversations.presets import PresetOutcome, keeping
from eventsmith.edits import Set
from eventsmith.presets import own_folders
from eventsmith.session.opening import open_session
from eventsmith.store import read_file
from tests.conversations.holding import FULL, TEXT, Held, failing_writes, held, unconfirmed, working


@pytest.mark.parametrize("whose", ["yours", "project"])
def test_it_is_kept_in_the_folder_that_is_chosen(path: Path, whose: str) -> None:
    kept = own_folders()[whose] / "tunewave.toml"
    session = working(path)
    who = Held(whose)
    assert who.holds(keeping(session)) == PresetOutcome(f"Kept as a preset: {kept}", kept)
    assert [answer.label.partition(":")[0] for answer in who.last.answers] == ["For me", "For this project"]
    assert read_file(kept).catalog == session.catalog
    assert session.document.path == path
    assert "tunewave" in {preset.name for preset in presets.all_presets()}


def test_who_chooses_no_folder_keeps_none(path: Path) -> None:
    assert held(keeping(working(path)), None) == PresetOutcome()


@pytest.mark.parametrize(("answer", "name"), [("leave", "Tunewave"), (None, "Tunewave"), ("over", "Tunewave!")])
def test_one_that_is_there_is_written_over_only_where_that_is_wanted(path: Path, answer: str | None, name: str) -> None:
    kept = own_folders()["yours"] / "tunewave.toml"
    session = working(path)
    held(keeping(session), "yours")
    session.do(Set(("name",), "Tunewave!"))
    who = Held("yours", answer)
    outcome = who.holds(keeping(session))
    assert who.last.text == f"The preset {kept} exists already."
    assert (who.last.enter, who.last.safe, who.last.yes) == ("leave", "leave", "over")
    assert outcome.words == (f"Kept as a preset: {kept}" if answer == "over" else "Nothing was written")
    assert read_file(kept).catalog.name == name


def test_what_cannot_be_a_preset_is_said(path: Path) -> None:
    outcome = held(keeping(open_session(None)))
    assert (outcome.needs, outcome.path) == ("a name", None)
    path.write_text(TEXT + "colour = 1\n")
    assert held(keeping(working(path))).needs == "repair"


def test_a_folder_that_cannot_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_writes(monkeypatch, FULL)
    outcome = held(keeping(working(path)), "yours")
    assert (outcome.words, outcome.path, outcome.is_bad) == ("No space is left", None, True)


def test_a_disk_that_does_not_confirm_it_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unconfirmed(monkeypatch)
    outcome = held(keeping(working(path)), "yours")
    assert outcome.is_bad
    assert "did not confirm" in outcome.words
    assert outcome.path is not None
    assert outcome.path.exists()


def test_a_preset_that_is_worked_on_is_saved_with_that(path: Path) -> None:
    held(keeping(working(path)), "yours")
    session = working(own_folders()["yours"] / "tunewave.toml")
    session.do(Set(("description",), "Better"))
    held(keeping(session), "yours", "over")
    assert not session.dirty
