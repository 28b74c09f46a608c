"""No disk is slow here, unless a test says so: what the app says of one would come over what the tests look for."""

import pytest

from eventsmith.session import journal


@pytest.fixture(autouse=True)
def fast_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_SLOW", 5.0)
