import pytest

from eventsmith.queries.durations import complete_time, other_unit


@pytest.mark.parametrize(
    ("begun", "full"),
    [
        ("2", "2 hours"),
        ("1", "1 hour"),
        ("30 m", "30 minutes"),
        ("3 d", "3 days"),
        ("3d", "3 days"),
        ("2 week", "2 weeks"),
        ("1 hours", "1 hour"),
        ("2 hours", ""),
        ("", ""),
        ("soon", ""),
        ("0", ""),
        ("2 x", ""),
        ("２", ""),
    ],
)
def test_what_was_begun_is_completed(begun: str, full: str) -> None:
    assert complete_time(begun) == full


@pytest.mark.parametrize(
    ("text", "step", "other"),
    [
        ("2 hours", 1, "2 days"),
        ("2 hours", -1, "2 minutes"),
        ("1 day", 1, "1 week"),
        ("1 week", 1, "1 minute"),
        ("5", 1, "5 hours"),
        ("5 d", 1, "5 weeks"),
        ("", 1, "1 hour"),
        ("soon", 1, "soon"),
    ],
)
def test_a_key_changes_the_unit_and_nothing_that_is_no_time(text: str, step: int, other: str) -> None:
    assert other_unit(text, step) == other
