"""Every test has folders of its own for settings, states and presets: no person's are read or written."""

import itertools
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from eventsmith import destinations, presets
from eventsmith.ground import disk
from tests.environment import empty_environment
from tests.tunewave import CATALOG

# No deadline: the machine may be fifteen times too busy. In CI, the default draws the same examples each time. How many
# are drawn is said here alone: each property is looked at briefly by `make check`, and at length by `make check-deep`.
for name, number in (("briefly", 10), ("at-length", 400)):
    settings.register_profile(
        name, settings.default, max_examples=number, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
settings.load_profile("briefly")
empty_environment()
_HOMES = itertools.count()
_TEMPORARY = tempfile.TemporaryDirectory(prefix="eventsmith-tests-")
# Before any test is collected, as many are made for every preset.
os.environ["XDG_DATA_HOME"] = _TEMPORARY.name
presets.look_in(Path(_TEMPORARY.name, "presets"))
destinations.look_in(Path(_TEMPORARY.name, "destinations"))


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch) -> Path:
    # Not of pytest's temporary folders, as each new one of those looks at all that there are.
    folder = Path(_TEMPORARY.name, f"home{next(_HOMES)}")
    folder.mkdir()
    disk.forget_news()
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setattr(presets.SHELF, "project", folder / "presets")
    monkeypatch.setattr(destinations.SHELF, "project", folder / "destinations")
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def catalog(folder: Path) -> Path:
    """A file with a catalog."""
    path = folder / "tunewave.events.toml"
    path.write_text(CATALOG)
    return path
