"""Each way through an export: which format, where to, and that nothing is written over unasked."""

from pathlib import Path

import pytest

from eventsmith.conversations.dialogue import SuggestedPath
from eventsmith.conversations.exporting import ExportOutcome, exporting
from eventsmith.formats import all_formats, format_named
from eventsmith.store import read_file
from tests.conversations.holding import TEXT, Held, held, working


def test_a_format_and_a_file_are_asked_for(path: Path) -> None:
    out = path.with_name("shop.csv")
    who = Held("csv", out)
    outcome = who.holds(exporting(working(path)))
    written = format_named("csv").write(read_file(path).catalog)
    assert outcome == ExportOutcome(f"Wrote {out}", out, written.losses)
    assert [answer.id for answer in who.asked[0].answers] == [format.name for format in all_formats()]
    assert who.last.detail == SuggestedPath(out)
    assert out.read_bytes() == next(iter(written.files.values()))


@pytest.mark.parametrize("answers", [(None,), ("csv", None)])
def test_who_chooses_nothing_writes_nothing(path: Path, answers: tuple[str | None, ...]) -> None:
    assert held(exporting(working(path)), *answers) == ExportOutcome()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("answer", "text"), [("leave", "Other"), (None, "Other"), ("over", None)])
def test_what_is_there_is_written_over_only_where_that_is_wanted(
    path: Path, answer: str | None, text: str | None
) -> None:
    out = path.with_name("shop.csv")
    out.write_text("Other")
    who = Held("csv", out, answer)
    outcome = who.holds(exporting(working(path)))
    assert f"{out} already exists, with other contents" in who.last.text
    assert (who.last.enter, who.last.safe, who.last.yes) == ("leave", "leave", "over")
    if text is None:
        assert outcome.path == out
        assert out.read_text() != "Other"
    else:
        assert outcome == ExportOutcome("Nothing was written")
        assert out.read_text() == text


def test_what_is_there_already_as_it_would_be_is_not_asked_about(path: Path) -> None:
    out = path.with_name("shop.csv")
    for _ in range(2):
        assert held(exporting(working(path)), "csv", out).path == out


def test_the_catalog_itself_is_never_written_over(path: Path) -> None:
    outcome = held(exporting(working(path)), "csv", path)
    assert (outcome.path, outcome.is_bad) == (None, True)
    assert "is the catalog itself" in outcome.words
    assert path.read_text() == TEXT
