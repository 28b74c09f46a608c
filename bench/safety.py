"""Times a save and the journal against writing and syncing the same bytes plainly, at 100 and at 10,000 events.

All are run in turn. Prints the best times in milliseconds, as whatever else the machine does can only add to them:

plain      writing the file's bytes and syncing them
save       saving one changed event, after a save before, and the ratio of both: the file is read back whole
first      the same in a file not saved before, of which every piece is to be read
late       what a key waits beside such a save: 95 of 100 wait no longer
counting   the same beside a thread that only counts, as on a busy machine each thread waits for its turn
line+sync  appending 150 bytes to a file and syncing them
edit       journaling an edit, which is synced at once
key        journaling a key in a field, which is synced later in a thread: what typing waits for

Fails where, at 10,000 events, a key costs 1 ms or more, or waits 20 ms or more while the file is saved, and twice as
long as beside a thread that only counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from catalogs import big_catalog

from eventsmith.edits import Set
from eventsmith.model import Catalog
from eventsmith.session.journal import Journal, _sync
from eventsmith.store import read_file, save

RUNS = 25
MOST_MS, MOST_LATE, MOST_RATIO = 1.0, 20.0, 2.0
BETWEEN_KEYS = 0.02
COUNTING = 4.0
"""Seconds."""


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def plainly(path: Path, data: bytes) -> None:
    """What the least careful program would do, but for the sync."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def one_size(folder: Path, events: int) -> bool:
    """Prints a line; says whether all is within its limits."""
    path = folder / "big.events.toml"
    path.write_text(big_catalog(events))
    document = read_file(path)
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    journal = Journal(document)
    catalog = document.catalog
    times: dict[str, list[float]] = {name: [] for name in ("plain", "save", "line", "key", "edit")}
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for run in range(RUNS + 1):
        place = ("events", run * 37 % events, "when")
        catalog = Set(place, f"Now {run}").apply(catalog)
        taken = {"plain": timed(partial(plainly, folder / "plain", document.data))}
        taken["line"] = timed(lambda: (os.write(bare, b"x" * 150), _sync(bare)))
        taken["edit"] = timed(partial(journal.record, catalog, "change when"))
        catalog = Set(place, f"Now {run}.").apply(catalog)
        taken["key"] = timed(partial(journal.record, catalog, "change when", at_once=False))
        started = time.perf_counter()
        document = save(document, catalog).document
        taken["save"] = (time.perf_counter() - started) * 1000
        if run:
            for name, value in taken.items():
                times[name].append(value)
    journal.close(keep=False)
    first, late, counting = beside(path)
    plain, saved, line, key, edit = (min(times[name]) for name in ("plain", "save", "line", "key", "edit"))
    sys.stdout.write(
        f"{events:7}{len(document.data) / 2**20:7.1f}{plain:9.1f}{saved:9.1f}{saved / plain:8.1f}"
        f"{first:9.0f}{late:7.1f}{counting:10.1f}{line:12.2f}{edit:9.2f}{key:9.2f}\n"
    )
    return events < 10_000 or (key < MOST_MS and late < max(MOST_LATE, MOST_RATIO * counting))


def beside(path: Path) -> tuple[float, float, float]:
    """Milliseconds that a first save takes, that keys wait which are typed beside it, and beside one that counts."""
    document = read_file(path)
    catalog = Set(("events", 0, "when"), "First").apply(document.catalog)
    journal = Journal(document)
    took, late = typing_beside(partial(save, document, catalog), catalog, journal)
    until = time.perf_counter() + COUNTING
    _, counting = typing_beside(lambda: count_until(until), catalog, journal)
    journal.close(keep=False)
    return took, late, counting


def typing_beside(work: Callable[[], object], catalog: Catalog, journal: Journal) -> tuple[float, float]:
    """Milliseconds that the work takes in a thread, and that 95 of 100 keys wait at most meanwhile."""
    thread = Thread(target=work)
    waited: list[float] = []
    started = time.perf_counter()
    thread.start()
    while thread.is_alive():
        due = time.perf_counter() + BETWEEN_KEYS
        time.sleep(BETWEEN_KEYS)
        catalog = Set(("events", 1, "when"), f"Key {len(waited)}").apply(catalog)
        journal.record(catalog, "change when", at_once=False)
        waited.append((time.perf_counter() - due) * 1000)
    thread.join()
    return (time.perf_counter() - started) * 1000, sorted(waited)[int(len(waited) * 0.95)] if waited else 0.0


def count_until(end: float) -> None:
    """Keeps a processor busy."""
    while time.perf_counter() < end:
        sum(range(1000))


def main() -> int:
    """Runs both sizes."""
    sys.stdout.write(
        f"{'events':>7}{'MiB':>7}{'plain':>9}{'save':>9}{'ratio':>8}{'first':>9}{'late':>7}{'counting':>10}{'line+sync':>12}{'edit':>9}{'key':>9}\n"
    )
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder:
        fine = [one_size(Path(folder), events) for events in (100, 10_000)]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
