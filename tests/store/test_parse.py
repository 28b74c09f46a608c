"""Whatever the bytes: a table, or one problem in words with a line."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.store import CannotReadError, toml_table
from eventsmith.store import layout as layouts
from eventsmith.store.parse import MAX_BYTES, parse

SUITE = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "toml-test" / "tests"
needs_suite = pytest.mark.skipif(not SUITE.is_dir(), reason="../shared/corpora/toml-test is not here")

CRASHERS = {
    "latin-1": b'a = "\xe9"',
    "surrogate": b'a = "\xed\xa0\x80"',
    "utf-16": 'a = "x"'.encode("utf-16"),
    "utf-16 without mark": 'a = "x"'.encode("utf-16-le"),
    "binary": bytes(range(256)) * 4,
    "NUL": b'a = "x"\nb = "\0"',
    "4301 digits": b"a = " + b"9" * 4301,
    "negative digits": b"a = -" + b"9" * 5000,
    "digits with underscores": b"a = " + b"9_" * 5000 + b"9",
    "a million digits": b"a = " + b"9" * 10**6,
    "hex": b"a = 0x" + b"f" * 10**6,
    "2**63": b"a = 9223372036854775808",
    "big exponent": b"a = 1e400",
    "absurd exponent": b"a = 1e99999999999999999999",
    "long decimal": b"a = 1." + b"1" * 100_000,
    "lists": b"a = " + b"[" * 600 + b"]" * 600,
    "lists of 100": b"a = " + b"[" * 100 + b"]" * 100,
    "unclosed lists": b"a = " + b"[" * 100_000,
    "tables": b"{a=".join([b"a = ", *[b""] * 1000]),
    "dotted key": b".".join([b"a"] * 1000) + b" = 1",
    "long dotted key": b".".join([b"a"] * 10_000) + b" = 1",
    "longer dotted key": b" . ".join([b'"a"'] * 50_000) + b" = 1",
    "dotted header": b"[" + b".".join([b"a"] * 50_000) + b"]",
    "dotted key in a table": b"x = {" + b".".join([b"a"] * 10_000) + b" = 1}",
}


@pytest.mark.parametrize("name", CRASHERS)
def test_what_crashes_parsers_is_one_problem(name: str) -> None:
    started = time.process_time()
    with pytest.raises(CannotReadError) as caught:
        toml_table(CRASHERS[name])
    assert time.process_time() - started < 1
    problem = caught.value.problem
    assert problem.line >= 1
    assert problem.column >= 1
    assert len(problem.message) < 300


@pytest.mark.parametrize(
    ("data", "rule", "line", "column", "words"),
    [
        (b"a = 1\nb\n", "file-not-toml", 2, 2, "“b”"),
        (b'name = "x\nb = 1\n', "file-not-toml", 1, 8, "not closed"),
        (b'a = 1\nb = """x\ny\nz\n', "file-not-toml", 2, 5, "not closed"),
        (b"a = 1\nb = 2\na = 3\n", "file-not-toml", 3, 1, "“a” is already defined on line 1"),
        (b'a = 1\na = 2 # x\n"\\u0ff" = 1\n', "file-not-toml", 2, 1, "“a” is already defined on line 1"),
        (b"a = 1\na = 2\nb = [\nc = '", "file-not-toml", 2, 1, "“a” is already defined on line 1"),
        (b"a = 1\na = 2 b = [\n", "file-not-toml", 2, 1, "“a” is already defined on line 1"),
        (b"a = 1\na = 2", "file-not-toml", 2, 1, "“a” is already defined on line 1"),
        (b"[a]\nx = 1\n[b]\n[a]\n", "file-not-toml", 4, 1, "“a” is already defined on line 1"),
        (b'a = ["x",\n  "y"\nb = 1\n', "file-not-toml", 1, 5, "list that starts here is not closed"),
        (b"a = [1 2]\n", "file-not-toml", 1, 8, "comma"),
        (b"a = True\n", "file-not-toml", 1, 5, "lower case"),
        (b"a = hello\n", "file-not-toml", 1, 5, "“hello”"),
        (b"a =\n", "file-not-toml", 1, 4, "value is missing"),
        (b"a = 01\n", "file-not-toml", 1, 6, "start with 0"),
        (b"a = 2026-13-01\n", "file-not-toml", 1, 9, "“2026-13-01” is not a number, date or time"),
        (b"[a\nb = 1\n", "file-not-toml", 1, 3, "“]”"),
        (b'a = "\\q"\n', "file-not-toml", 1, 6, "\\\\"),
        (b"a = 1 b = 2\n", "file-not-toml", 1, 7, "“b = 2”"),
        ("é = 1\n".encode(), "file-not-toml", 1, 1, "quotes"),
        (b"a = 1\r\nb = \r\n", "file-not-toml", 2, 5, "value is missing"),
        ('x = "é"\ny = "'.encode() + b"\xe9", "file-not-toml", 2, 6, "0xE9"),
        (b"\xef\xbb\xbfa = 1\nb = \xff", "file-not-toml", 2, 5, "0xFF"),
        (b"a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> other\n", "file-not-toml", 2, 1, "merge conflict"),
        (b"a = 1\n<<<<<<< HEAD\nb = 1\n", "file-not-toml", 2, 1, "merge conflict was left here (“<<<<<<<”)"),
        (b"a = 1\r\nb = 1\r\n>>>>>>> other\r\n", "file-not-toml", 3, 1, "merge conflict was left here (“>>>>>>>”)"),
        (b"a = 1\n=======\nb = 1\n", "file-not-toml", 2, 1, "merge conflict was left here (“=======”)"),
        (b'a = 1 2\nb = """\n=======\n"""', "file-not-toml", 1, 7, "“2”"),
        (b'a = "\\e"\n', "file-not-toml", 1, 6, "escape"),
        (b"a = 09:30\n", "file-not-toml", 1, 5, "seconds"),
        (b"a = {x = 1,\n y = 2}\n", "file-not-toml", 1, 5, "one line"),
        (b"x = 1\n" + b".".join([b"a"] * 65) + b" = 1", "file-not-toml", 2, 1, "more than 64 parts"),
        (b"x = 1\na = [9_223_372_036_854_775_808]", "file-not-toml", 2, 5, "too large"),
        (b"x = 1\na = 0x8000_0000_0000_0000", "file-not-toml", 2, 5, "too large"),
        (b"a" * (MAX_BYTES + 1), "file-unreadable", 1, 1, "32 MiB"),
    ],
)
def test_a_mistake_is_named_with_its_place(data: bytes, rule: str, line: int, column: int, words: str) -> None:
    with pytest.raises(CannotReadError) as caught:
        toml_table(data)
    problem = caught.value.problem
    assert (problem.rule, problem.line, problem.column) == (rule, line, column), problem.message
    assert words in problem.message


@pytest.mark.parametrize(
    ("data", "table"),
    [
        (b"", {}),
        (b"\xef\xbb\xbfa = 1", {"a": 1}),
        (b"a = 1.10\r\n", {"a": Decimal("1.10")}),
        (b"a = -9223372036854775808", {"a": -(2**63)}),
        (b'a = """\n<<<<<<< HEAD\n=======\n>>>>>>> x\n"""', {"a": "<<<<<<< HEAD\n=======\n>>>>>>> x\n"}),
        (b'a = "' + b"a." * 100 + b'"', {"a": "a." * 100}),
        (b'a = """\n' + b"a." * 100 + b'"""', {"a": "a." * 100}),
        (b"# " + b"a." * 100 + b"\na = 1", {"a": 1}),
        (b"a = '\\e {,}'", {"a": "\\e {,}"}),
        (b'a = "09:30"', {"a": "09:30"}),
        (b".".join([b"a"] * 64) + b" = 1", None),
        (b"a = 0x7fff_ffff_ffff_ffff", {"a": 2**63 - 1}),
        (b"a = " + b"[" * 63 + b"]" * 63, None),
    ],
)
def test_what_only_looks_dangerous_is_read(data: bytes, table: dict[str, object] | None) -> None:
    read = toml_table(data)
    assert table is None or read == table


@needs_suite
def test_every_invalid_file_of_the_toml_suite_is_one_problem_with_a_line() -> None:
    for name in (SUITE / "files-toml-1.0.0").read_text().split():
        if name.startswith("invalid/") and name.endswith(".toml"):
            data = (SUITE / name).read_bytes()
            with pytest.raises(CannotReadError) as caught:
                toml_table(data)
            assert 1 <= caught.value.problem.line <= data.count(b"\n") + 1, name


@needs_suite
def test_every_valid_file_of_the_toml_suite_is_read_and_its_values_are_found() -> None:
    for name in (SUITE / "files-toml-1.0.0").read_text().split():
        if name.startswith("valid/") and name.endswith(".toml"):
            text, raw = parse((SUITE / name).read_bytes())
            for section in layouts.scan(text):
                for pair in section.pairs:
                    value: object = raw
                    for step in (*section.place, *pair.keys):
                        value = value[step]  # type: ignore[index]
                    again = toml_table(f"v = {text[pair.value : pair.value_end]}".encode())["v"]
                    assert repr(again) == repr(value), (name, pair.keys)


_WORDS = ['"""', "'''", " = ", "[[", "]]", "\r\n", "1e5", "2026-01-02", "true", "a = 1\n", "[a]\n", "[[b]]\n"]
_PIECES = st.sampled_from([*"ab.=[]{},#\"'\n\t\\1 é\x00\x7f\ufeff", *_WORDS])


@given(st.one_of(st.binary(max_size=60), st.lists(_PIECES, max_size=25).map(lambda pieces: "".join(pieces).encode())))
def test_any_bytes_are_a_table_or_a_problem(data: bytes) -> None:
    try:
        text, _ = parse(data)
    except CannotReadError as error:
        problem = error.problem
    else:
        layouts.scan(text)
        return
    assert 1 <= problem.line <= data.count(b"\n") + 1
