"""Help begins with what one is in, tells why, and is found through by typing."""

from itertools import pairwise
from pathlib import Path

import pytest
from textual.content import Content

from eventsmith.model import Catalog, Event, Property
from eventsmith.queries.progress import PATH
from eventsmith.rules import all_rules
from eventsmith.store import canonical_toml
from eventsmith.tui.actions import ACTIONS, Keys
from eventsmith.tui.views.finding import Wanted
from eventsmith.tui.views.help import help_chapters, rule_chapter
from eventsmith.tui.views.reading import Chapter, Passage, found_in, paragraphs_of, text_of
from tests.tui.robot import Robot, tell

CHAPTERS = [
    Chapter("Keys of this page", [Passage(Content("Add an event"), "a"), Passage(Content("Remove it"), "d")]),
    Chapter("Marks", [Passage(Content("✓ yours"))]),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    events = (
        Event(id="songPlayed", name="Song Played", properties=(Property(name="song"),)),
        Event(id="shareSong", name="Share Song"),
    )
    path = tmp_path / "shop.events.toml"
    path.write_text(canonical_toml(Catalog(name="Shop", events=events)))
    return path


def begins(user: Robot) -> list[str]:
    """The first two lines of the help."""
    lines = user.lines()
    at = next(at for at, line in enumerate(lines) if "Type to find" in line)
    left = lines[at].index("Type to find") - 1
    return [line[left:].split("│")[0].strip() for line in lines[at + 2 : at + 4]]


def test_paragraphs_flow_and_what_is_indented_stays() -> None:
    text = "A line\nthat goes on.\n\nBad:\n\n    id = 1\n    name = 2\n\nThe end\nof it."
    assert [passage.text.plain for passage in paragraphs_of(text)] == [
        "A line that goes on.",
        "",
        "Bad:",
        "",
        "    id = 1",
        "    name = 2",
        "",
        "The end of it.",
    ]


def test_no_page_of_a_rule_has_hard_line_ends() -> None:
    for rule in all_rules():
        texts = [passage.text.plain for passage in rule_chapter(rule).passages]
        prose = [bool(text) and not text.startswith(" ") for text in texts]
        assert not any(one and other for one, other in pairwise(prose)), rule.name


def test_passages_are_found_by_what_they_say_and_chapters_by_their_titles() -> None:
    assert found_in(CHAPTERS, Wanted("")) == CHAPTERS
    assert found_in(CHAPTERS, Wanted("marks")) == CHAPTERS[1:]
    assert found_in(CHAPTERS, Wanted("add event")) == [Chapter("Keys of this page", CHAPTERS[0].passages[:1])]
    assert not found_in(CHAPTERS, Wanted("nothing of this"))
    (keys,) = found_in(help_chapters("events", "", Keys()), Wanted("delete"))
    assert [passage.keys for passage in keys.passages] == ["d Del"]


def test_what_keys_do_goes_on_below_itself_and_what_was_typed_stands_out() -> None:
    text = text_of(
        [Chapter("", [Passage(Content("A long text of what it does, and more"), "Ctrl+N")])], Wanted("does"), 38
    )
    first, second = text.plain.splitlines()
    assert first.index("A long") == second.index("it does,") == 17
    (mark,) = [span for span in text.spans if "underline" in str(span.style)]
    assert text.plain[mark.start : mark.end] == "does"


@pytest.mark.parametrize("page", PATH)
def test_every_key_of_a_page_is_there(page: str) -> None:
    text = text_of(help_chapters(page, "Why", Keys()), Wanted(""), 80).plain
    for action in ACTIONS:
        if action.where in (page, "anywhere") and action.keys:
            assert action.help.split()[0] in text


def test_it_begins_with_the_field_and_why_its_issue_matters(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2e{tab}{tab}{f1}")
        assert begins(user) == ["Fires when", "Exactly when: what counts and what does not. Alt+Enter: new line"]
        user.sees("Say exactly when “Song Played” fires", "Why: event-has-no-when", "Bad:")
        await user.keys("{escape}")
        user.sees_not("Help: Events")

    tell(story, path, (120, 40))


def test_it_begins_with_the_row_or_the_cell(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2{question_mark}")
        assert begins(user) == ["Song Played", "! “Song Played” should be “Play Song”"]
        await user.keys("{escape}6{f1}")
        assert begins(user)[0] == "The issue"
        user.sees("Why: event-name-breaks-form")
        await user.keys("{escape}4{tab}{right}{f1}")
        assert begins(user)[0] == "Type"
        user.sees("What kind of value it is")

    tell(story, path, (120, 40))


def test_typing_finds_and_arrows_scroll(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2{f1}redo")
        user.sees("Keys of every page", "Redo what was undone")
        user.sees_not("Type to find", "Write the catalog to its file")
        await user.keys("zzz")
        user.sees("Nothing here has this in it")
        for _ in "redozzz":
            await user.keys("{backspace}")
        user.sees_not("needs no hands")
        before = user.text()
        await user.keys("{pagedown}{down}")
        assert user.text() != before
        await user.keys("{enter}")
        user.sees_not("Help: Events")

    tell(story, path)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_nothing_is_under_its_scrollbar(path: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2{f1}")
        scroll = user.app.screen.query_one("VerticalScroll")
        text = user.app.screen.query_one(".reading")
        assert text.region.right < scroll.region.right - 1

    tell(story, path, size)
