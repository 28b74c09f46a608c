"""No disk is slow here, unless a test says so: what the app says of one would come over what the tests look for.

Nor does a question wait until one can have read it: these users read in no time.
"""

import pytest

from eventsmith.session import journal
from eventsmith.tui import kept_keys


@pytest.fixture(autouse=True)
def fast_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_SLOW", 5.0)


@pytest.fixture(autouse=True)
def fast_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_keys, "BLINK", 0.0)
    monkeypatch.setattr(kept_keys, "QUIET", 0.0)
