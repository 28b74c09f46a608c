"""Times the rules: what one edit costs in a small and in a big catalog, and a full check beside plain reading.

Plain reading is tomli and a pydantic model of the same shape that checks types and nothing else. All times are of the
processor; medians are printed, and the ratios are of runs that took turns, so they hold though the machine's speed
drifts and others use it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from catalogs import big_catalog

Place = tuple[str | int, ...]

SMALL, BIG = 10, 10_000
EDITS, TURNS, CHECKS = 40, 5, 3
COMMAND = Path(sys.executable).parent / "eventsmith"
EDITED_IN_GROUPS = {
    "name of an event": (("events", 5, "name"), "Play Tune {}"),
    "name of its own property": (("events", 5, "properties", 3, "name"), "tune{}"),
    "what a group's tells": (("property_groups", 3, "properties", 1, "description"), "Tells {}"),
    "name of a group's": (("property_groups", 3, "properties", 1, "name"), "tune{}"),
}
"""The last one concerns each event that takes the group: one in twelve."""
EDITED = {
    "name of an event": (("events", 5, "name"), "Play Tune {}"),
    "name of a property": (("events", 5, "properties", 3, "name"), "tune{}"),
    "example of a property": (("events", 5, "properties", 3, "example"), "tune {}"),
    "name of the catalog": (("name",), "Tunes {}"),
    "name of a campaign": (("campaigns", 0, "name"), "After {}"),
}
PLAIN = """
from typing import Any
import sys
import tomli
from pydantic import BaseModel, ConfigDict

class Noun(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

class Property(Noun):
    name: str
    type: str = "string"
    description: str = ""
    example: Any = None
    used_for: tuple[str, ...] = ()
    unit: str = ""

class Event(Noun):
    id: str
    name: str
    stage: str = ""
    when: str = ""
    used_for: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()

class Campaign(Noun):
    name: str
    trigger: str = ""
    goal: str = ""

class Catalog(Noun):
    format: int
    name: str = ""
    goals: tuple[str, ...] = ()
    budget: dict[str, int] = {}
    events: tuple[Event, ...] = ()
    campaigns: tuple[Campaign, ...] = ()

Catalog.model_validate(tomli.loads(open(sys.argv[1], encoding="utf-8").read()))
"""


def edits(edited: Mapping[str, tuple[Place, str]], *, grouped: bool) -> None:
    """One edit, judged, and what is wrong with it asked for."""
    from eventsmith.edits import Set
    from eventsmith.session.session import Session
    from eventsmith.store import read_bytes

    sessions = {size: Session(read_bytes(big_catalog(size, grouped=grouped).encode())) for size in (SMALL, BIG)}
    for session in sessions.values():
        assert session.issues
    print(f"{'in groups, of the' if grouped else 'an edit of the':24}{SMALL:>9} events{BIG:>9} events    ratio")
    for what, (place, text) in edited.items():
        spent: dict[int, list[float]] = {SMALL: [], BIG: []}
        for turn in range(TURNS):
            for size, session in sessions.items():
                for number in range(EDITS // TURNS):
                    session.catalog = Set(place, text.format(turn * EDITS + number)).apply(session.catalog)
                    start = time.process_time()
                    issues = session.issues
                    _ = issues.counts, issues.at(place)
                    spent[size].append(time.process_time() - start)
        small, big = median(spent[SMALL]), median(spent[BIG])
        print(f"{what:24}{small * 1e3:>13.2f} ms{big * 1e3:>13.2f} ms{big / small:>8.1f}×")


def costs(command: list[str]) -> tuple[float, float]:
    """CPU seconds and megabytes of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured = [sys.executable, "-c", _WITH_MEMORY, *command]
    done = subprocess.run(measured, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, int(done.stdout.splitlines()[-1]) / 1024


_WITH_MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def checks() -> None:
    """A full check of the big catalog, and plain reading."""
    with tempfile.TemporaryDirectory() as folder:
        right, wrong = Path(folder) / "right.events.toml", Path(folder) / "wrong.events.toml"
        groups = Path(folder) / "groups.events.toml"
        groups.write_text(big_catalog(BIG, grouped=True), encoding="utf-8")
        right.write_text(big_catalog(BIG), encoding="utf-8")
        wrong.write_text(big_catalog(BIG, wrong=True), encoding="utf-8")
        commands = {
            "tomli and plain pydantic": [sys.executable, "-c", PLAIN, str(right)],
            "eventsmith check, no issue": [str(COMMAND), "check", str(right)],
            "the same, half of it in groups": [str(COMMAND), "check", str(groups)],
            "eventsmith check, 30,000 issues": [str(COMMAND), "check", str(wrong)],
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(CHECKS):
            for name, command in commands.items():
                found[name].append(costs(command))
    print(f"\n{BIG} events of 8 properties    CPU s            MB")
    rows = {name: (median(cpu for cpu, _ in spent), median(mb for _, mb in spent)) for name, spent in found.items()}
    plain_cpu, plain_mb = next(iter(rows.values()))
    for name, (cpu, megabytes) in rows.items():
        print(f"{name:32}{cpu:>6.2f} {cpu / plain_cpu:>5.2f}×{megabytes:>8.0f} {megabytes / plain_mb:>5.2f}×")


if __name__ == "__main__":
    edits(EDITED, grouped=False)
    edits(EDITED_IN_GROUPS, grouped=True)
    checks()
