"""Random keys: no failure, no lost edit, and undoing all gives the start."""

import random
from pathlib import Path

import pytest
from textual import events

from eventsmith.session.new import new_catalog
from eventsmith.store import canonical_toml
from tests.tui.robot import Robot, tell

NAMES = (
    "up down left right shift+up shift+down tab shift+tab enter escape space f1 f4 f5 f7 f8 f9 f10 f11 ctrl+p home end "
    "backspace delete pageup pagedown ctrl+u a b c C d e f i J K m M r t u U x l P question_mark slash 1 2 3 4 5 6 "
    "left_square_bracket"
)
KEYS = NAMES.split()
TYPED = {"enter": "\r", "tab": "\t", "space": " ", "question_mark": "?", "slash": "/", "left_square_bracket": "["}
SIZES = [(80, 24), (120, 40), (60, 16)]


def play(folder: Path, seed: int, steps: int) -> None:
    """Presses keys without waiting for what they do."""
    chance = random.Random(seed)
    path = folder / "a.events.toml"
    path.write_text(
        canonical_toml(new_catalog([chance.choice(["e-commerce", "music-streaming"])], None, "verb-noun", "M"))
    )

    async def story(user: Robot) -> None:
        start = user.app.session.catalog
        for step in range(steps):
            name = chance.choice(KEYS)
            event = events.Key(name, TYPED.get(name, name if len(name) == 1 else None))
            event.set_sender(user.app)
            user.app.post_message(event)
            await user._until_all_is_handled()
            if step % 50 == 0:
                await user.rest()
        await user.rest()
        # What a thread still works at is an edit like any other, and may come late on a busy machine.
        for _ in range(200):
            while user.app.session.undo():
                pass
            if user.app.session.catalog is start:
                break
            await user.pilot.pause(0.1)
        assert user.app.session.catalog is start

    assert tell(story, path, chance.choice(SIZES)).failure is None


# They found keys to a page still being made, and an empty palette.
@pytest.mark.parametrize("seed", [7, pytest.param(2, marks=pytest.mark.deep)])
def test_no_keys_break_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.chdir(tmp_path)
    play(tmp_path, seed, 250)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 112))
def test_no_keys_break_anything_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.chdir(tmp_path)
    play(tmp_path, seed, 1500)
