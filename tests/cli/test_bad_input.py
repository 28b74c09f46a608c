"""Whatever file is given: one message with a place and exit 2, or a catalog; in under a second, never a traceback."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SUITE = Path(__file__).parents[3] / "shared" / "corpora" / "toml-test" / "tests"
needs_suite = pytest.mark.skipif(not SUITE.is_dir(), reason="../shared/corpora/toml-test is not here")


def crashers() -> Iterator[tuple[str, bytes]]:
    """What makes parsers fail with something else than their own error, or take minutes and gigabytes."""
    bad = {
        "latin-1": b"\xe9",
        "surrogate": b"\xed\xa0\x80",
        "overlong": b"\xc0\xaf",
        "cut off": b"\xf0\x9f",
        "no such letter": b"\xf4\x90\x80\x80",
        "NUL": b"\0",
    }
    for name, byte in bad.items():
        yield f"{name} in a string", b'a = "' + byte + b'"'
        yield f"{name} in a key", byte + b" = 1"
        yield f"{name} in a comment", b"a = 1 # " + byte
        yield f"{name} at the end", b"a = 1\n" + byte
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"):
        yield encoding, 'a = "x"\n'.encode(encoding)
    yield "binary", bytes(range(256)) * 400
    for size in (4301, 10**6):
        for name, digits in {
            "digits": b"9",
            "minus": b"-9",
            "underscores": b"9_9",
            "hex": b"0xf",
            "oct": b"0o7",
        }.items():
            yield f"{name} {size}", b"a = " + digits + digits[-1:] * size
    yield "bits", b"a = 0b1" + b"1" * 10**6
    yield "exponent", b"a = 1e" + b"9" * 5000
    yield "fraction", b"a = 1." + b"1" * 10**6
    for depth in (100, 600, 100_000):
        yield f"lists {depth}", b"a = " + b"[" * depth + b"]" * depth
        yield f"unclosed lists {depth}", b"a = " + b"[" * depth
        yield f"tables {depth}", b"a = " + b"{a=" * depth + b"1" + b"}" * depth
        yield f"both {depth}", b"a = " + b"[{a=" * depth + b"1" + b"}]" * depth
    for parts in (1000, 10_000, 50_000):
        dotted = b".".join([b"a"] * parts)
        yield f"dotted key {parts}", dotted + b" = 1"
        yield f"spaced dotted key {parts}", dotted.replace(b".", b" . ") + b" = 1"
        yield f"quoted dotted key {parts}", b".".join([b'"a"'] * parts) + b" = 1"
        yield f"dotted header {parts}", b"[" + dotted + b"]"
        yield f"dotted list header {parts}", b"[[" + dotted + b"]]"
        yield f"dotted key in a table {parts}", b"x = {" + dotted + b" = 1}"
    yield "merge conflict", b"a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n"


CRASHERS = dict(crashers())


def is_one_message(err: str, name: str, lines: int) -> None:
    """That it names the file and a line that is there."""
    assert "Traceback" not in err
    found = re.search(re.escape(name) + r":(\d+):(\d+): ", err)
    assert found, err
    assert 1 <= int(found[1]) <= lines + 1, err
    assert not any(letter < " " for letter in err.replace("\n", "")), err


def test_there_are_as_many_as_were_found() -> None:
    assert len(CRASHERS) >= 72


@pytest.mark.parametrize("name", CRASHERS)
def test_what_crashes_parsers_gets_one_message(run: Run, tmp_path: Path, name: str) -> None:
    data = CRASHERS[name]
    (tmp_path / "bad.events.toml").write_bytes(data)
    started = time.process_time()
    ran = run("check", "bad.events.toml")
    assert time.process_time() - started < 1
    assert ran.status == 2
    is_one_message(ran.out + ran.err, "bad.events.toml", data.count(b"\n"))
    if name == "merge conflict":
        assert "merge conflict" in ran.out + ran.err


def test_a_hundred_megabytes_are_not_even_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "big.events.toml"
    path.touch()
    os.truncate(path, 100 * 2**20)
    started = time.process_time()
    ran = run("check", path.name)
    assert time.process_time() - started < 1
    assert ran.status == 2
    assert "32 MiB" in ran.out + ran.err


@needs_suite
def test_every_invalid_file_of_the_toml_suite_gets_one_message(run: Run, tmp_path: Path) -> None:
    names = [name for name in (SUITE / "files-toml-1.0.0").read_text().split() if name.startswith("invalid/")]
    tried = [name for name in names if name.endswith(".toml")]
    assert len(tried) > 400
    for name in tried:
        data = (SUITE / name).read_bytes()
        (tmp_path / "a.toml").write_bytes(data)
        started = time.process_time()
        ran = run("check", "a.toml")
        assert time.process_time() - started < 1, name
        assert ran.status == 2, name
        is_one_message(ran.out + ran.err, "a.toml", data.count(b"\n"))


@needs_suite
def test_every_valid_file_of_the_toml_suite_is_told_why_it_is_no_catalog(run: Run, tmp_path: Path) -> None:
    names = [name for name in (SUITE / "files-toml-1.0.0").read_text().split() if name.startswith("valid/")]
    for name in names:
        if name.endswith(".toml"):
            (tmp_path / "a.toml").write_bytes((SUITE / name).read_bytes())
            ran = run("check", "a.toml")
            assert "Traceback" not in ran.err, name
            assert ran.status in (0, 1) or "a.toml:" in ran.out + ran.err, name
