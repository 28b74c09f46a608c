"""A question shows all its answers, however wide they and the window are."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from eventsmith.tui.dialogs.ask import Ask
from tests.tui.robot import Robot, tell

LONG = [("anew", "Rewrite the whole file; comments stay")]
SHORT = [("other", "Save to another file"), ("leave", "Go on working"), ("over", "Overwrite it")]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
@pytest.mark.parametrize("answers", [SHORT[:1], SHORT[:2], SHORT, LONG + SHORT])
def test_every_answer_is_in_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], answers: list[tuple[str, str]]
) -> None:
    monkeypatch.chdir(tmp_path)

    async def story(user: Robot) -> None:
        user.app.push_screen(Ask("What now?", answers, esc=answers[0][0]))
        await user.rest()
        text = " ".join(user.text().split())
        assert all(title in text for _, title in answers)
        buttons = list(user.app.screen.query(Button))
        assert [button.id for button in buttons] == [key for key, _ in answers]
        # By keys as one sees them: each answer can be reached, and the last one be given.
        await user.keys("{down}" * (len(answers) - 1))
        assert user.app.focused is buttons[-1]

    tell(story, None, size)
