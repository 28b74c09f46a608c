"""The page of names: forms as cards, and what each does to the names."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from eventsmith.model import Catalog, Event
from eventsmith.store import canonical_toml
from eventsmith.tui.widgets.form_cards import Card, FormCards, _bar, _box
from eventsmith.tui.widgets.name_list import NameList
from eventsmith.tui.widgets.static_line import StaticLine
from tests.tui.robot import Robot, Story, tell

NAMES = ("Play Song", "Start Checkout", "Login", "Rate App", "Trial Started", "Homepage")
CATALOG = Catalog(
    name="Music",
    events=tuple(
        Event(id=f"e{at}", name=name, stage="engagement", status="live" if at else "planned")
        for at, name in enumerate(NAMES)
    ),
)


def names_page(tmp_path: Path, story: Story, size: tuple[int, int] = (80, 24), catalog: Catalog = CATALOG) -> None:
    path = tmp_path / "music.events.toml"
    path.write_text(canonical_toml(catalog))

    async def whole(user: Robot) -> None:
        await user.keys("{3}")
        await story(user)

    failure = tell(whole, path, size).failure
    if failure is not None:
        raise failure


def listed(user: Robot) -> list[str]:
    rows = user.app.screen.query_one(NameList).rows
    return [rows[number].cells[0] for number in range(len(rows))]


def named(user: Robot) -> list[str]:
    return [event.name for event in user.app.session.catalog.events]


def test_the_forms_are_looked_at_and_kept_as_they_were(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        user.sees("● verb-noun", "Trial Started", "→ Start Trial", "1 name changes · 3 fit · 2 cannot be told")
        assert listed(user) == list(NAMES), "as it is the form of the catalog"
        await user.keys("{right}")
        user.sees("3 names change · 1 fits", "→ Checkout Started", "Esc keeps them")
        assert listed(user) == ["Play Song", "Start Checkout", "Rate App"]
        await user.keys("{left}{left}")
        user.sees("→ Checkout Start")
        await user.keys("{escape}")
        user.sees("1 name changes · 3 fit")
        assert user.app.session.catalog is user.app.session.document.catalog

    names_page(tmp_path, story)


def test_all_are_changed_but_for_exceptions_in_one_step_and_back_again(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        before = user.app.session.catalog
        await user.keys("{right}{down}{down}{x}")
        user.sees("2 names change · 1 fits · 1 excepted", "stays: excepted")
        await user.keys("{enter}")
        assert named(user) == ["Song Played", "Checkout Started", "Login", "Rate App", "Trial Started", "Homepage"]
        user.sees("2 names changed", "● noun-verb-past")
        await user.keys("{f9}")
        assert user.app.session.catalog == before
        await user.keys("{x}{enter}{right}{enter}{right}{enter}{right}{enter}")
        assert named(user) == ["Play Song", "Start Checkout", "Login", "Rate App", "Start Trial", "Homepage"]
        for was, event in list(zip(before.events, user.app.session.catalog.events, strict=True))[:4]:
            assert event == was

    names_page(tmp_path, story)


def test_names_are_found_and_listed_by_whether_they_fit(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("!")
        user.sees("What does not fit", "stays: reads two ways", "stays: a thing", "→ Start Trial")
        assert listed(user) == ["Login", "Trial Started", "Homepage"]
        await user.keys("{right}")
        user.sees("What changes")
        await user.keys("!")
        assert listed(user) == ["Login", "Homepage"]
        await user.keys("a")
        user.sees("All names")
        assert listed(user) == list(NAMES)
        await user.keys("{slash}st")
        user.sees("What was found")
        assert listed(user) == ["Start Checkout", "Trial Started"]
        await user.keys("{escape}a")
        assert listed(user) == ["Play Song", "Start Checkout", "Rate App"]

    names_page(tmp_path, story)


def test_a_name_stays_in_the_list_while_it_is_typed(tmp_path: Path) -> None:
    """Although it fits the form at one of the letters: the next ones would be another event's."""

    async def story(user: Robot) -> None:
        await user.keys("!{down}e{ctrl+u}Start Trial Now")
        assert named(user)[4] == "Start Trial Now"
        assert listed(user) == ["Login", "Start Trial Now", "Homepage"]
        await user.keys("{escape}{up}")
        assert named(user)[:4] == list(NAMES[:4])

    names_page(tmp_path, story)


def test_what_is_not_judged_is_said_with_what_is(tmp_path: Path) -> None:
    events = tuple(Event(id=f"e{at}", name=name) for at, name in enumerate(("曲を再生する", "曲を評価する")))
    catalog = Catalog(name="音楽", language="ja", events=events)

    async def story(user: Robot) -> None:
        user.sees("2 not judged: in “ja”", "Forms are told in English only", "a name is judged for whether it is there")
        user.sees("stays: in “ja”")
        await user.keys("{right}{enter}")
        assert user.app.session.catalog.naming.form == "noun-verb-past"
        user.sees("The form is noun-verb-past now")

    names_page(tmp_path, story, (120, 40), catalog)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_a_card_is_chosen_with_the_mouse_and_the_words_for_a_key_do_what_it_does(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    catalog = CATALOG.model_copy(update={"events": CATALOG.events[:2]})

    async def click(pilot: Pilot[int], x: int, on: type[FormCards] | str, line: int = 0) -> None:
        await pilot.click(on, offset=(x, line))

    async def story(user: Robot) -> None:
        width = user.app.screen.query_one(FormCards).size.width
        await click(user.pilot, width * 3 // 8, FormCards, 1)
        await user.rest()
        user.sees("2 names change", "Esc keeps them")
        await click(user.pilot, 1 + user.app.screen.query_one("#counts", StaticLine).text.index("Enter"), "#counts")
        await user.rest()
        assert named(user)[:2] == ["Song Played", "Checkout Started"]

    names_page(tmp_path, story, size, catalog)


def test_a_second_click_on_a_name_edits_it_and_one_on_its_mark_excepts_it(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        for _ in range(2):
            await user.pilot.click("#name-list", offset=(10, 5))
            await user.rest()
        assert user.app.focused is not None
        assert user.app.focused.parent is not None
        assert named(user) == list(NAMES)
        await user.pilot.click("#name-list", offset=(1, 5))
        await user.rest()
        user.sees("0 names change · 3 fit · 1 excepted")

    names_page(tmp_path, story)


def test_where_there_is_room_for_one_card_its_arrows_lead_to_the_others(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        user.sees("‹ verb-noun, now: Play Song, Start Checkout ›", "1 of 4")
        await user.pilot.click(FormCards, offset=(20, 0))
        await user.rest()
        user.sees("2 of 4")
        await user.pilot.click(FormCards, offset=(0, 0))
        await user.rest()
        user.sees("1 of 4")

    names_page(tmp_path, story, (60, 16))


def test_a_name_too_long_for_a_card_is_cut_with_a_sign() -> None:
    card = Card("verb-noun", ("Complete The Very Long Questionnaire",), is_now=False)
    for lines in (_bar(card, 19, chosen=True), _bar(card, 19, chosen=False), _box(card, 25, chosen=True)):
        assert {line.cell_length for line in lines} <= {19, 25}
        assert any("…" in line.plain for line in lines)


def test_two_verbs_for_one_thing_are_made_one_and_counted(tmp_path: Path) -> None:
    catalog = CATALOG.model_copy(update={"events": (*CATALOG.events, Event(id="b", name="Begin Call"))})

    async def story(user: Robot) -> None:
        user.sees("start 2 = begin 1?", "play 1", "V makes them one")
        await user.keys("v")
        user.sees("Say “start” (2), never “begin” (1): renames 1 event", "Say “begin” (1), never “start” (2)")
        await user.keys("{enter}")
        user.sees("Done: say “start”, never “begin”", "start 3", "V words")
        assert named(user)[-1] == "Start Call"
        await user.keys("{f9}")
        assert named(user)[-1] == "Begin Call"

    names_page(tmp_path, story, (120, 40), catalog)


def test_where_there_are_few_lines_the_fields_show_only_while_they_are_filled_in(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        user.sees("Play Song", "Rate App")
        user.sees_not("ID    ")
        await user.keys("e")
        user.sees("Name", "ID    ")
        await user.keys("{ctrl+u}Play Tune{escape}")
        assert named(user)[0] == "Play Tune"
        user.sees_not("ID    ")

    names_page(tmp_path, story, (60, 16))
