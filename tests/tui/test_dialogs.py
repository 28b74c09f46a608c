"""All dialogs: done by mouse alone and by keyboard alone, left by a click outside, whole on the smallest screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.widgets import Button, Input

from eventsmith.queries.differences import Difference
from eventsmith.session.merging import Conflict
from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.dialogs.ask import Ask
from eventsmith.tui.dialogs.ask_path import AskPath
from eventsmith.tui.dialogs.ask_reason import AskReason
from eventsmith.tui.dialogs.ask_text import AskText
from eventsmith.tui.dialogs.compare import Compare
from eventsmith.tui.dialogs.conflicts import Conflicts
from eventsmith.tui.dialogs.pick_one import PickOne
from eventsmith.tui.dialogs.pick_several import PickSeveral
from eventsmith.tui.dialogs.wait import Wait
from tests.tui.robot import Robot, tell

SIZES = [(60, 16), pytest.param((80, 24), marks=pytest.mark.deep), pytest.param((120, 40), marks=pytest.mark.deep)]
MANY = [(f"value{number}", f"Option {number}") for number in range(30)]
LONG = "A sentence that is much too long for one line of any screen, and goes on and on, so that it has to wrap. " * 8
HOSTILE = "[b]bold[/b] [@click=app.quit]x[/] \x1b[31m"
DIFFERENCES = [Difference(f"Event {number}", f"before {number}", f"after {number}") for number in range(30)]
ANSWERS = [("yes", "Do it"), ("no", "Leave it as it is")]


def conflict(number: int) -> Conflict:
    return Conflict(("name", number), f"Event {number}", f"mine {number}", f"theirs {number}")


def shows(text: str) -> Content:
    return Content(f"Would be {text}")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


Make = Callable[[], Dialog[Any]]
DONE: list[tuple[Make, list[str], object]] = [
    (lambda: Ask("Well?", ANSWERS, esc="no"), ["[ Do it ]"], "yes"),
    (lambda: Ask("Well?", ANSWERS, esc="no"), ["[ Leave it as it is (Esc) ]"], "no"),
    (lambda: Ask("Well?", ANSWERS[:1]), ["[ Cancel (Esc) ]"], None),
    (lambda: AskPath("Where to?", Path("x.toml")), ["[ Save (Enter) ]"], Path("x.toml")),
    (lambda: AskPath("Where to?", Path("x.toml")), ["[ Cancel (Esc) ]"], None),
    (lambda: AskReason("Why?", "It is so"), ["[ Silence (Enter) ]", "[ Cancel (Esc) ]"], None),
    (lambda: AskText("What?", "this", shows), ["[ Take it (Enter) ]"], "this"),
    (lambda: Compare("Differs", DIFFERENCES, ANSWERS), ["before 1", "[ Do it ]"], "yes"),
    (lambda: Conflicts([conflict(1), conflict(2)]), ["theirs 2", "[ Take what has the ● (Enter) ]"], frozenset({1})),
    (lambda: Conflicts([conflict(1), conflict(2)]), ["Event 1", "mine 1", "[ Take"], frozenset()),
    (lambda: PickOne("Which?", MANY), ["Option 3"], "value3"),
    (lambda: PickOne("Which?", MANY), ["[ Choose (Enter) ]"], "value0"),
    (lambda: PickOne("Which?", MANY, leave="Later"), ["[ Later (Esc) ]"], None),
    (lambda: PickOne("Which?", MANY, (), lambda value: (value,)), ["Option 3", "[ Done (Esc) ]"], None),
    (lambda: PickSeveral("Which?", MANY, "Copy"), ["Option 2", "Option 1", "[ Copy (Enter) ]"], ("value1", "value2")),
    (lambda: PickSeveral("Which?", MANY, "Copy"), ["[ Tick all (A) ]", "[ Copy"], tuple(key for key, _ in MANY)),
    (lambda: Wait("Working", "Esc gives it up"), ["[ Wait no longer (Esc) ]"], None),
]
"""Dialogs, what is clicked in them, and what they answer then."""


@pytest.mark.parametrize(("make", "clicked", "answer"), DONE)
@pytest.mark.parametrize("size", SIZES)
def test_each_dialog_is_done_by_mouse_alone(
    make: Make, clicked: list[str], answer: object, size: tuple[int, int]
) -> None:
    answers: list[object] = []

    async def story(user: Robot) -> None:
        user.app.push_screen(make(), answers.append)
        await user.rest()
        for text in clicked:
            await user.clicks(text)
        assert answers == [answer]

    tell(story, None, size)


@pytest.mark.parametrize("make", [make for make, _, _ in DONE])
def test_a_click_outside_leaves(make: Make) -> None:
    answers: list[object] = []

    async def story(user: Robot) -> None:
        user.app.push_screen(make(), answers.append)
        await user.rest()
        box = user.app.screen.query_one(".box").region
        await user.clicks_at(box.x + 1, box.y)
        assert answers == []
        await user.clicks_at(box.x - 1, box.y)
        assert answers == [None]

    tell(story, None)


BIG: list[Make] = [
    lambda: Ask(LONG, ANSWERS, [LONG], esc="no"),
    lambda: Ask(HOSTILE, [("yes", HOSTILE)], [HOSTILE]),
    lambda: AskPath(LONG[:110], Path("x" * 50) / "y.toml", hint=LONG),
    lambda: AskReason(LONG[:110], LONG),
    lambda: AskText(LONG[:110], LONG, shows),
    lambda: Compare(LONG[:110], [Difference(LONG, LONG, LONG)] * 30, ANSWERS, note=LONG[:110], esc="no"),
    lambda: Conflicts([Conflict(("name", n), LONG, LONG, LONG) for n in range(30)]),
    lambda: PickOne(LONG[:110], [("a", LONG), *MANY], ["value29"]),
    lambda: PickSeveral(LONG[:110], [("a", LONG), *MANY], "Copy"),
    lambda: Wait(LONG[:110], LONG),
]


@pytest.mark.parametrize("make", BIG)
@pytest.mark.parametrize("size", SIZES)
def test_each_dialog_fits_with_its_buttons_in_sight(make: Make, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        dialog = make()
        user.app.push_screen(dialog)
        await user.rest()
        box = dialog.query_one(".box").region
        assert user.app.screen.region.contains_region(box)
        buttons = list(dialog.query(Button))
        assert buttons
        for button in buttons:
            assert box.shrink((1, 1, 1, 1)).contains_region(button.region), user.text()
            button.focus()
            await user.rest()
            assert dialog.focused is button

    assert tell(story, None, size).failure is None


def test_a_dialog_is_as_wide_as_its_text_with_title_and_keys_in_its_edges() -> None:
    label = "A label of one hundred cells " + "." * 71

    async def story(user: Robot) -> None:
        user.app.push_screen(PickOne("Which one of these?", [("a", label), *MANY[:3]]))
        await user.rest()
        user.sees(label)
        box = user.app.screen.query_one(".box").region
        assert "Which one of these?" in user.lines()[box.y]
        assert "↑↓ move" in user.lines()[box.bottom - 1]

    tell(story, None, (120, 40))


def test_a_suggested_path_is_replaced_by_typing_and_kept_by_an_arrow(tmp_path: Path) -> None:
    answers: list[object] = []

    async def story(user: Robot) -> None:
        for keys in (f"{tmp_path}/music.toml{{enter}}", "{end}2{enter}", "{right}3{enter}", "{enter}"):
            user.app.push_screen(AskPath("Where to?", tmp_path / "a.toml"), answers.append)
            await user.rest()
            await user.keys(keys)
        names = [path.relative_to(tmp_path).name for path in answers if isinstance(path, Path)]
        assert names == ["music.toml", "a.toml2", "a.toml3", "a.toml"]

    tell(story, None)


def test_buttons_are_reached_and_pressed_by_keys() -> None:
    answers: list[object] = []

    async def story(user: Robot) -> None:
        for keys in ("{tab}{tab}{enter}", "{tab}{tab}{right}{space}", "{tab}{tab}{right}{left}{space}"):
            user.app.push_screen(PickOne("Which?", MANY[:2]), answers.append)
            await user.rest()
            assert isinstance(user.app.focused, Input)
            await user.keys(keys)
        assert answers == ["value0", None, "value0"]

    tell(story, None)


def test_the_second_click_of_a_double_click_neither_leaves_nor_unticks() -> None:
    answers: list[object] = []

    async def story(user: Robot) -> None:
        user.app.push_screen(PickSeveral("Which?", MANY[:3], "Copy"), answers.append)
        await user.rest()
        rows = user.app.screen.query_one("Choices").region
        await user.pilot.click(offset=(rows.x + 9, rows.y + 1), times=2)
        await user.rest()
        user.sees("1 of 3")
        await user.clicks("[ Copy")
        assert answers == [("value1",)]

    tell(story, None)
