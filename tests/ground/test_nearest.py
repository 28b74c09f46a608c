"""What somebody probably meant is near; a word that is not is no guess."""

import pytest

from eventsmith.ground.nearest import nearest_name
from eventsmith.tui.actions import ACTIONS

NAMES = [action.name for action in ACTIONS]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("next", "next-place"),
        ("previous", "previous-place"),
        ("undoo", "undo"),
        ("Undo", "undo"),
        ("udno", "undo"),
        ("events.ad", "events.add"),
        ("event.add", "events.add"),
        ("saveas", "save-as"),
        ("save_as", "save-as"),
        ("exprot", "export"),
        ("vocabulary", "names.vocabulary"),
        ("narower", "narrower"),
        ("zoom", None),
        ("print", None),
        ("x", None),
        ("", None),
        ("frobnicate", None),
    ],
)
def test_the_nearest_is_what_was_meant_or_nothing(typed: str, meant: str | None) -> None:
    assert nearest_name(typed, NAMES) == meant


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert nearest_name("undo", ()) is None
