"""The longest rising part of a sequence, held against trying them all."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from eventsmith.ground.subsequence import longest_increasing


@given(st.lists(st.integers(0, 20), max_size=8, unique=True))
def test_it_rises_and_none_is_longer(numbers: list[int]) -> None:
    places = longest_increasing(numbers)
    row = [numbers[place] for place in places]
    assert places == sorted(places)
    assert row == sorted(row)
    longer = combinations(numbers, len(row) + 1)
    assert not any(list(other) == sorted(other) for other in longer)
