"""Property tests that look at a few examples each time, and at many in the long tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy

Test = Callable[..., None]


def examples(*strategies: SearchStrategy[Any], few: int, many: int) -> Callable[[Test], Test]:
    """Give a test a few examples; a long test beside it, whose name ends with `at_length`, gets many."""

    def decorated(test: Test) -> Test:
        @wraps(test)
        def at_length(**drawn: Any) -> None:
            test(**drawn)

        at_length.__name__ += "_at_length"
        test.__globals__[at_length.__name__] = pytest.mark.deep(_given(at_length, strategies, many))
        return _given(test, strategies, few)

    return decorated


def _given(test: Test, strategies: tuple[SearchStrategy[Any], ...], number: int) -> Test:
    return given(*strategies)(settings(max_examples=number)(test))
