"""Times the namer: CPU for reading and rewriting a name it has never seen, and what importing it adds to start-up.

Every name is new and asked once, so that no cache answers for it; the ratio to `str.title()` on the same names stands
beside. Imports are timed in processes of their own, in turn with a bare Python and with the command line without
naming, which loads `re` and `typing` in any case. Prints medians.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from statistics import median

from eventsmith.naming import Form, read_name, rewrite
from eventsmith.naming.verbs import participle, past
from eventsmith.naming.word_lists import sections

ROUNDS, NAMES, STARTS = 7, 3000, 15
NOUNS = ("Gift Card", "Playlist", "Loan Application", "Push Notification", "Order", "PDF Report", "iOS App", "Profile")
TAILS = ("", " To Team", " iOS", " From Search")


def fresh_names() -> list[str]:
    """Names of all three forms and of none, no two alike, in an order that mixes them."""
    verbs = [verb for verb in sections("verbs.txt")["verb"] if "-" not in verb]
    names = []
    for at, (tail, noun, verb) in enumerate(product(TAILS, NOUNS, verbs)):
        put = (
            f"{verb.title()} {noun}{tail}",
            f"{noun} {participle(verb).title()}{tail}",
            f"{past(verb).title()} {noun}{tail}",
            f"{noun} Not {participle(verb).title()}{tail}",
        )[at % 4]
        names.append(put if at % 3 else put.replace(" ", "_").lower())
    wanted = ROUNDS * NAMES
    step = len(names) // wanted
    return names[::step][:wanted]


def microseconds(work: Callable[[str], object], names: list[str]) -> float:
    """CPU time a name."""
    start = time.process_time()
    for name in names:
        work(name)
    return (time.process_time() - start) / len(names) * 1e6


def read_and_rewrite(name: str) -> str | None:
    """What a catalog asks of every name."""
    to: Form = "verb-noun" if read_name(name).form == "noun-verb-past" else "noun-verb-past"
    return rewrite(name, to)


def start_up(code: str, compiled: str) -> float:
    """Milliseconds of CPU for a Python to run the code and end, with what it has compiled before in its own folder.

    CPU and not the clock, which on a busy machine tells of its other work.
    """
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env={**own, "PYTHONPYCACHEPREFIX": compiled})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def main() -> None:
    """Measures both and prints a table."""
    names = fresh_names()
    read_and_rewrite("Song Played")
    spent, plain = [], []
    for at in range(ROUNDS):
        some = names[at * NAMES : (at + 1) * NAMES]
        plain.append(microseconds(str.title, some))
        spent.append(microseconds(read_and_rewrite, some))
    one = "n.rewrite('Song Played', 'verb-noun')"
    cases = {
        "bare python": "",
        "naming": "import eventsmith.naming",
        "naming, one name": f"import eventsmith.naming as n; {one}",
        "eventsmith.cli": "import eventsmith.cli",
        "and naming": "import eventsmith.cli, eventsmith.naming",
        "and one name": f"import eventsmith.cli, eventsmith.naming as n; {one}",
    }
    starts: dict[str, list[float]] = {case: [] for case in cases}
    with tempfile.TemporaryDirectory() as compiled:
        for run in range(STARTS + 1):
            for case, code in cases.items():
                taken = start_up(code, compiled)
                if run:
                    starts[case].append(taken)
    bare, without = median(starts["bare python"]), median(starts["eventsmith.cli"])
    write = sys.stdout.write
    write(f"{'':18}{'µs a name':>12}{'x title()':>12}\n")
    write(f"{'str.title()':18}{median(plain):12.2f}{1:12.1f}\n")
    write(f"{'read and rewrite':18}{median(spent):12.2f}{median(spent) / median(plain):12.1f}\n\n")
    write(f"{'':18}{'CPU ms':>12}{'over bare':>12}{'over cli':>12}\n")
    for case, taken_all in starts.items():
        taken = median(taken_all)
        over_cli = f"{taken - without:12.1f}" if case.startswith("and") else ""
        write(f"{case:18}{taken:12.1f}{taken - bare:12.1f}{over_cli}\n")


if __name__ == "__main__":
    main()
