"""`eventsmith name`: what a name is, what it becomes, and the answers that programs read."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

import pytest

from eventsmith.ground.labels import FORMS as EXAMPLES
from eventsmith.naming import read_name

from .conftest import Ran, Run

Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]
Feed = Callable[[str | bytes], None]


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Feed:
    """Puts a text on standard input."""

    def feed(text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return feed


@pytest.fixture
def ask(run: Run, feed: Feed) -> Callable[..., tuple[Ran, list[dict[str, object]]]]:
    """Sends lines to `--jsonl`."""

    def ask(*lines: str | bytes) -> tuple[Ran, list[dict[str, object]]]:
        feed(b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines))
        ran = run("name", "--jsonl")
        return ran, [json.loads(line) for line in ran.out.split("\n")[:-1]]

    return ask


Ask = Callable[..., tuple[Ran, list[dict[str, object]]]]


def test_the_examples_are_of_the_forms_there_are() -> None:
    for form, example in EXAMPLES.items():
        assert read_name(example).form == form


@pytest.mark.parametrize(
    ("form", "becomes"),
    [
        ("verb-noun", ["Play Song", "Play Song"]),
        ("noun-verb-past", ["Song Played", "Song Played"]),
        ("verb-past-noun", ["Played Song", "Played Song"]),
    ],
)
def test_one_line_a_name(run: Run, form: str, becomes: Sequence[str]) -> None:
    ran = run("name", "Song Played", "--to", form, "Play Song")
    assert (ran.status, ran.out.splitlines(), ran.err) == (0, becomes, "")


def test_a_name_that_is_left_alone_comes_with_the_reason(run: Run) -> None:
    ran = run("name", "Payment Overdue", "Song Played", "--to", "verb-noun")
    assert ran.status == 0
    left, done = ran.out.splitlines()
    assert left == f"Payment Overdue\tleft alone: {read_name('Payment Overdue').why}"
    assert done == "Play Song"


def test_a_noun_comes_with_the_verb_behind_it(run: Run) -> None:
    (line,) = run("name", "Registration", "--to", "noun-verb-past").out.splitlines()
    assert line.startswith("Registration\tleft alone: ")
    assert line.endswith("; with a verb it would be “Registered”")


def test_what_has_a_form_and_stays_has_a_reason_too(run: Run) -> None:
    (line,) = run("name", "Payment Failed", "--to", "verb-noun").out.splitlines()
    assert line.startswith("Payment Failed\tleft alone: ")
    assert line.endswith("; there is no safe “verb-noun” for it")


def test_what_is_not_sure_says_so(run: Run) -> None:
    assert not read_name("Saved Search").sure
    (line,) = run("name", "Saved Search", "--to", "verb-noun").out.splitlines()
    assert line == f"Save Search\tnot sure: {read_name('Saved Search').why}"


def test_what_is_this(run: Run) -> None:
    ran = run("name", "Song Added To Playlist", "购买")
    added, bought = ran.out.split("\n\n")
    assert ran.status == 0
    assert added.splitlines() == [
        "Song Added To Playlist",
        "  form    noun-verb-past, like “Song Played”",
        "  verb    add",
        "  object  Song",
        "  tail    To Playlist",
        "  sure    yes",
        f"  why     {read_name('Song Added To Playlist').why}",
    ]
    assert bought.splitlines()[:3] == ["购买", "  form    other", "  verb    –"]


def test_names_from_standard_input(run: Run, feed: Feed) -> None:
    for words in ((), ("-",)):
        feed(b"\xef\xbb\xbfSong Played\r\n\n  Item Viewed \ncaf\xe9 Opened")
        ran = run("name", *words, "--to", "verb-noun")
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.splitlines()[:2] == ["Play Song", "View Item"]
        assert "af<U+DCE9>" in ran.out
    feed("")
    assert run("name") == Ran(0, "", "")


def test_whoever_types_is_told_what_to_do(run: Run, feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    feed("Song Played\n")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    ran = run("name", "--to", "verb-noun")
    assert ran.out == "Play Song\n"
    assert "Ctrl+D" in ran.err


def test_a_terminal_obeys_no_name(run: Run) -> None:
    for options in ((), ("--to", "verb-noun")):
        ran = run("name", "Song\x1b[31m\u202e\n Played", "\ttab\x7f", *options)
        assert ran.status == 0
        assert not {"\x1b", "\u202e", "\x7f"} & set(ran.out)
        assert "<U+001B>" in ran.out
        assert "\ttab" not in ran.out


def test_an_unknown_form(run: Run) -> None:
    ran = run("name", "Song Played", "--to", "verb-nuon")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean “verb-noun”?" in ran.err
    for form, example in EXAMPLES.items():
        assert f"{form} (“{example}”)" in ran.err


def test_answers_in_order(ask: Ask) -> None:
    ran, answers = ask(
        '{"name": "Song Played", "to": "verb-noun"}',
        '{"to": "noun-verb-past", "name": "Play Song", "more": 1}',
        '{"name": "Payment Overdue", "to": "verb-noun"}',
        '{"name": "Song Played"}',
    )
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith('{"form": "noun-verb-past", "rewritten": "Play Song"}\n')
    assert answers[1:] == [
        {"form": "verb-noun", "rewritten": "Song Played"},
        {"form": "other", "rewritten": None},
        {"form": "noun-verb-past", "rewritten": None},
    ]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Song Played",
        '["Song Played", "verb-noun"]',
        "null",
        '"Song Played"',
        "{",
        '{"to": "verb-noun"}',
        '{"name": 5, "to": "verb-noun"}',
        '{"name": "Song Played", "to": "verb"}',
        '{"name": "Song Played", "to": ["verb-noun"]}',
        b'{"name": "caf\xe9", "to": "verb-noun"}',
        '{"name": "Song Played"}'.encode("utf-16"),
        pytest.param("[" * 100_000, id="deep"),
        pytest.param('{"name": ' + "9" * 5_000 + "}", id="long number"),
    ],
)
def test_a_line_that_is_no_request(ask: Ask, line: str | bytes) -> None:
    good = '{"name": "Song Played", "to": "verb-noun"}'
    ran, (first, bad, last) = ask(good, line, good)
    assert (ran.status, ran.err) == (2, "")
    assert first == last == {"form": "noun-verb-past", "rewritten": "Play Song"}
    assert isinstance(bad["error"], str)


def test_an_error_says_where(ask: Ask) -> None:
    _, answers = ask('{"name": "a"}', '{"name": "Song Played", }')
    assert str(answers[1]["error"]).startswith("line 2 is not JSON: ")


def test_a_name_comes_back_as_it_is(ask: Ask) -> None:
    for name in ("Play Song\x7f\x1b\u202e", "Play Song \ud800", "Play 🎧"):
        line = json.dumps({"name": name, "to": read_name(name).form})
        ran, (answered,) = ask(line)
        assert ran.status == 0
        assert answered == {"form": "verb-noun", "rewritten": name}
        assert ran.out.isascii()
        assert "\x7f" not in ran.out


@pytest.mark.parametrize("arguments", [("Song Played",), ("--to", "verb-noun"), ("-",)])
def test_requests_stand_on_standard_input_only(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("name", "--jsonl", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "standard input" in ran.err


# In a process of its own: what only shows there.


@pytest.mark.parametrize(
    ("options", "line", "end"),
    [
        (["--jsonl"], b'{"name": "Song Played", "to": "verb-noun"}\n', b'{"form": '),
        (["--to", "verb-noun"], b"Song Played\n", b"Play Song"),
        ([], b"Song Played\n", b"  why "),
    ],
)
def test_each_line_is_answered_before_the_next_is_sent(options: list[str], line: bytes, end: bytes) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-m", "eventsmith", "name", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    ) as process:
        # An answer that is held back would else be waited for without end.
        guard = threading.Timer(20, process.kill)
        guard.start()
        assert process.stdin
        assert process.stdout
        for _ in range(3):
            process.stdin.write(line)
            process.stdin.flush()
            assert any(answer.startswith(end) for answer in iter(process.stdout.readline, b""))
        process.stdin.close()
        assert process.stdout.read() == b""
        guard.cancel()
    assert process.returncode == 0


@pytest.mark.parametrize("options", [["--jsonl"], ["--to", "verb-noun"], []])
def test_it_loads_no_model_and_no_terminal(options: list[str]) -> None:
    code = (
        f"import sys; from eventsmith.cli import main; status = main(['name', *{options}]);"
        "heavy = ('pydantic', 'pydantic_core', 'textual', 'rich', 'tomli', 'tomllib', 'anyascii',"
        " 'eventsmith.model', 'eventsmith.store', 'eventsmith.tui');"
        "loaded = [m for m in heavy if m in sys.modules]; assert not loaded, loaded; sys.exit(status)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    request = b'{"name": "Song Played", "to": "verb-noun"}\n' if options == ["--jsonl"] else b"Song Played\n"
    ran = subprocess.run([sys.executable, "-c", code], input=request, env=env, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert b"Song" in ran.stdout


def test_standard_input_that_is_closed() -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for options in ("--jsonl", "--to verb-noun"):
        script = f'exec "{sys.executable}" -m eventsmith name {options} 0<&-'
        ran = subprocess.run(["sh", "-c", script], env=env, capture_output=True, check=False)
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert b"closed" in ran.stderr
        assert b"Traceback" not in ran.stderr


def test_a_reader_that_has_had_enough(spawn: Spawn) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = spawn("name", "--jsonl", stdin=b'{"name": "Song Played", "to": "verb-noun"}\n' * 1000, stdout=write)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_the_answers_are_the_same_bytes_in_every_locale(spawn: Spawn) -> None:
    stdin = '{"name": "Café Opened 🎧", "to": "verb-noun"}\n'.encode()
    outputs = {
        spawn("name", "--jsonl", stdin=stdin, env=env).stdout
        for env in (
            {},
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONCOERCECLOCALE": "0", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
        )
    }
    assert len(outputs) == 1
