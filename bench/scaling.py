"""Shows that no command costs more per event in a big file than in a small one, whatever shape the file has.

For each shape and command: what an event costs in CPU at each size, without the command's start, as a ratio to the
smallest size. 1 is linear; a ratio that grows as the sizes do is quadratic. Times are the least of some runs.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from shapes import HEAD, SHAPES

COMMAND = Path(sys.executable).parent / "eventsmith"
SIZES = [1_000, 50_000]
MOST = 2.0
"""As many times as much may an event cost in the biggest file."""
LIMIT = 120
"""CPU seconds after which a command is stopped, as one that is far from linear."""
LEAST = 0.02
"""What is measured below this is the machine rather than the command."""
STARTS = 4
"""How often the start of a command is measured."""
TRIVIAL = f'{HEAD}[[events]]\nid = ""\nname = ""\n'
COMMANDS = {
    "check": "check {file}",
    "check json": "check --format json {file}",
    "check github": "check --format github {file}",
    "check sarif": "check --format sarif {file}",
    "fix": "fix {file}",
    "fix --diff": "fix --diff {file}",
    "rename": "rename --form noun-verb-past {file}",
    "rename --diff": "rename --form noun-verb-past --diff {file}",
    "fmt": "fmt {file}",
    "fmt --check": "fmt --check {file}",
    "export csv": "export --to csv {file}",
    "export markdown": "export --to markdown {file}",
    "export json-schema": "export --to json-schema -o {folder}/schema {file}",
    "export infobip": "export --to infobip {file}",
    "new": "new {folder}/new.toml --presets {folder} --preset shape --all --force",
    "presets": "presets --presets {folder}",
    "presets show": "presets show shape --presets {folder}",
    "name --jsonl": "name --jsonl",
    "name --to": "name --to verb-noun",
}


def cpu(what: str, text: str, limit: float) -> float:
    """CPU seconds of a command on a file of its own; infinite where it did not end in time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "shape.toml"
        file.write_text(text, encoding="utf-8", newline="")
        (folder / "stdin").write_text(_names(what, text), encoding="utf-8")
        words = [word.format(file=file, folder=folder) for word in COMMANDS[what].split()]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with (folder / "stdin").open("rb") as stdin:
            done = subprocess.run(
                [COMMAND, *words],
                stdin=stdin,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={**os.environ, "XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name, "XDG_STATE_HOME": name},
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (round(limit), round(limit))),
                check=False,
            )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return float("inf")
    if done.returncode not in (0, 1, 2):
        raise SystemExit(f"{' '.join(words)} left with {done.returncode}: {done.stderr.decode()[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _names(what: str, text: str) -> str:
    """What is put into standard input: the names of the file, where the command is about names."""
    if not what.startswith("name"):
        return ""
    names = re.findall(r'name = "([^"]*)"', text)
    return "".join(f'{{"name": "{name}", "to": "verb-noun"}}\n' if "jsonl" in what else f"{name}\n" for name in names)


def least(what: str, text: str, limit: float) -> float:
    """The least of some runs: many of what is soon done, one of what takes long."""
    best = spent = cpu(what, text, limit)
    for _ in range(4):
        if spent > 4:
            break
        again = cpu(what, text, limit)
        best, spent = min(best, again), spent + again
    return best


def table(sizes: list[int], shapes: list[str], commands: list[str], limit: float) -> Iterator[float]:
    """Prints a line for each shape and command; the ratios of the biggest size."""
    print(
        f"{'shape':20}{'command':20}" + "".join(f"{size:>10}{'ratio' if size != sizes[0] else '':>8}" for size in sizes)
    )
    for shape in shapes:
        texts = [SHAPES[shape](size) for size in sizes]
        for what in commands:
            line, first = f"{shape:20}{what:20}", 0.0
            # Beside what it is taken from: a machine that is busy makes both slower.
            start = min(cpu(what, TRIVIAL, limit) for _ in range(STARTS))
            for size, text in zip(sizes, texts, strict=True):
                spent = max(least(what, text, limit) - start, LEAST)
                each = spent / size
                first = first or each
                line += f"{spent:>9.2f}s" + (f"{each / first:>7.2f}×" if size != sizes[0] else " " * 8)
                if spent == float("inf"):
                    break
            ratio = each / first if size != sizes[0] else spent
            print(line + ("  !" if ratio > MOST else ""), flush=True)
            yield ratio


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="numbers of events, the smallest first")
    parser.add_argument("--shapes", nargs="+", choices=SHAPES, default=list(SHAPES), metavar="SHAPE")
    parser.add_argument("--commands", nargs="+", choices=COMMANDS, default=list(COMMANDS), metavar="COMMAND")
    parser.add_argument("--limit", type=float, default=LIMIT, help="CPU seconds for a command")
    options = parser.parse_args()
    ratios = list(table(options.sizes, options.shapes, options.commands, options.limit))
    worst = sum(ratio > MOST for ratio in ratios)
    print(f"\n{len(ratios)} measured, {worst} above {MOST}×; the worst is {max(ratios):.2f}×")
    sys.exit(worst > 0)
