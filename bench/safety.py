"""Times a save and the journal against writing and syncing the same bytes plainly, at 100 and at 10,000 events.

All are run in turn. Prints the best times in milliseconds, as whatever else the machine does can only add to them:

plain      writing the file's bytes and syncing them
save       saving one changed event, and the ratio of both
line+sync  appending 150 bytes to a file and syncing them
edit       journaling an edit, which is synced at once
key        journaling a key in a field, which is synced later in a thread: what typing waits for

Fails where, at 10,000 events, a save costs more than 10 times the plain write, or a key 1 ms or more.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from catalogs import big_catalog

from eventsmith.edits import Set
from eventsmith.session.journal import Journal, _sync
from eventsmith.store import read_file, save

RUNS = 25
MOST_TIMES, MOST_MS = 10, 1.0


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
        document = save(document, catalog)
        taken["save"] = (time.perf_counter() - started) * 1000
        if run:
            for name, value in taken.items():
                times[name].append(value)
    journal.close(keep=False)
    plain, saved, line, key, edit = (min(times[name]) for name in ("plain", "save", "line", "key", "edit"))
    sys.stdout.write(
        f"{events:7}{len(document.data) / 2**20:7.1f}{plain:9.1f}{saved:9.1f}{saved / plain:8.1f}"
        f"{line:12.2f}{edit:9.2f}{key:9.2f}\n"
    )
    return key < MOST_MS and (events < 10_000 or saved <= MOST_TIMES * plain)


def main() -> int:
    """Runs both sizes."""
    sys.stdout.write(
        f"{'events':>7}{'MiB':>7}{'plain':>9}{'save':>9}{'ratio':>8}{'line+sync':>12}{'edit':>9}{'key':>9}\n"
    )
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder:
        fine = [one_size(Path(folder), events) for events in (100, 10_000)]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
