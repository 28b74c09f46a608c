"""What all commands have in common: help, mistakes on the command line, exit statuses, standard streams."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from eventsmith import __version__, cli
from eventsmith.ground.one_per_file import names_in

from .conftest import Run
from .samples import CLEAN, MISNAMED

Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_every_command_is_in_the_list() -> None:
    assert sorted(cli.COMMANDS) == names_in("eventsmith.cli")


def test_help_names_every_command(run: Run) -> None:
    for option in ("-h", "--help"):
        ran = run(option)
        assert (ran.status, ran.err) == (0, "")
    for command in cli.COMMANDS:
        assert f"\n  {command} " in ran.out
        helped = run(command, "--help")
        assert (helped.status, helped.err) == (0, "")
        assert helped.out.startswith(f"usage: eventsmith {command}")
        assert max(map(len, helped.out.splitlines()[1:])) <= 80
    assert max(map(len, ran.out.splitlines())) <= 80


def test_version(run: Run) -> None:
    assert run("--version").out == f"eventsmith {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "did you mean “check”?"),
        (("chek", "a.toml"), "did you mean “check”?"),
        (("help",), "--help"),
        (("diff", "a.toml"), "no command “diff”"),
        (("--vershun",), "did you mean “--version”?"),
        (("--strict", "check", "a.toml"), "eventsmith check --strict"),
        (("check",), "FILE is missing"),
        (("check", "a.toml", "--strct"), "did you mean “--strict”?"),
        (("check", "a.toml", "-x"), "no option “-x”"),
        (("check", "a.toml", "--format", "jsn"), "did you mean “json”?"),
        (("check", "a.toml", "--format"), "--format"),
        (("schema", "x"), "“x” is one argument too many"),
        (("a.toml", "b.toml"), "one file"),
        (("--plain", "a.toml", "b.toml"), "one file"),
        (("--plain", "check"), "“check” is a command"),
        (("--plain", "chek"), "did you mean “check”?"),
        (("--plian",), "did you mean “--plain”?"),
        (("check", "--plain", "a.toml"), "no option “--plain”"),
        (("--plain", "-"), "name a file"),
    ],
)
def test_mistakes_on_the_command_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_options_may_stand_anywhere(run: Run) -> None:
    Path("a.toml").write_text(CLEAN)
    Path("-b.toml").write_text(CLEAN)
    for arguments in (
        ("a.toml", "--strict", "./-b.toml"),
        ("--strict", "--", "a.toml", "-b.toml"),
        ("a.toml", "--strict", "--", "-b.toml"),
    ):
        assert run("check", *arguments).out == "No issues in 2 files\n"


@pytest.mark.parametrize("argument", ["x.toml", "./check", "--", "-"])
def test_the_app_needs_a_terminal(run: Run, argument: str) -> None:
    ran = run(argument)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err
    assert "--plain" in ran.err or argument == "-"
    assert not any(Path().iterdir())


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ((), None),
        (("shop.toml",), "shop.toml"),
        (("./check",), "./check"),
        (("--", "--odd"), "--odd"),
        (("shop",), "shop"),
    ],
)
def test_the_app_opens_on_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], opened: str | None
) -> None:
    seen: list[Path | None] = []

    def open_app(path: Path | None) -> int:
        seen.append(path)
        return 0

    monkeypatch.setitem(sys.modules, "eventsmith.tui", SimpleNamespace(open_app=open_app))
    monkeypatch.setenv("TERM", "xterm-256color")
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)
    assert run(*arguments).status == 0
    assert seen == [None if opened is None else Path(opened)]
    monkeypatch.setenv("TERM", "dumb")
    assert run(*arguments).status == 2
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        (("--plain",), None),
        (("--plain", "shop.toml"), "shop.toml"),
        (("shop.toml", "--plain"), "shop.toml"),
        (("--plain", "./check"), "./check"),
        (("--plain", "--", "--plain"), "--plain"),
    ],
)
def test_plain_needs_no_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], opened: str | None
) -> None:
    seen: list[Path | None] = []

    def open_plain(path: Path | None) -> int:
        seen.append(path)
        return 0

    monkeypatch.setattr("eventsmith.plain.open_plain", open_plain)
    assert run(*arguments).status == 0
    assert seen == [None if opened is None else Path(opened)]


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_plain_needs_somebody_to_talk_to(run: Run, monkeypatch: pytest.MonkeyPatch, stream: str) -> None:
    monkeypatch.setattr(f"sys.{stream}", None)
    assert run("--plain").status == 2


def test_an_error_that_nobody_foresaw(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from eventsmith.cli import schema

    def fail(options: object) -> int:
        raise ZeroDivisionError("oh\n\x1b[31m")

    monkeypatch.setattr(schema, "run", fail)
    monkeypatch.delenv("EVENTSMITH_DEBUG", raising=False)
    ran = run("schema")
    assert (ran.status, ran.out) == (70, "")
    assert ran.err.count("\n") == 1
    assert "ZeroDivisionError: oh" in ran.err
    assert "Traceback" not in ran.err
    monkeypatch.setenv("EVENTSMITH_DEBUG", "1")
    ran = run("schema")
    assert ran.status == 70
    assert "Traceback" in ran.err
    assert "\x1b" not in ran.err


def test_ctrl_c(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from eventsmith.cli import schema

    def fail(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "run", fail)
    ran = run("schema")
    assert (ran.status, ran.out, ran.err) == (130, "", "")


@pytest.mark.parametrize("command", ["check", "fix", "fmt", "export"])
@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"a = [", id="does not parse"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00\xff\xfe\x80binary", id="binary"),
        pytest.param(b'title = "x"\n', id="no catalog"),
        pytest.param(b"format = 1\nnaem = 1\n", id="unknown key"),
        pytest.param(b'format = 1\nname = 5\n[[events]]\nid = "x"\n', id="wrong type, missing key"),
        pytest.param(b"<<<<<<< ours\nformat = 1\n", id="merge conflict"),
        pytest.param(b"format = 1\na" + b".a" * 20_000 + b" = 1\n", id="dotted"),
        pytest.param(b"format = 1\na = " + b"[" * 50_000, id="deep"),
        pytest.param("folder", id="folder"),
        pytest.param("missing", id="missing"),
        pytest.param("pipe", id="pipe"),
        pytest.param("locked", id="locked"),
    ],
)
def test_bad_input(run: Run, monkeypatch: pytest.MonkeyPatch, command: str, bad: bytes | str) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = Path("a.toml")
    if isinstance(bad, bytes):
        path.write_bytes(bad)
    elif bad == "folder":
        path.mkdir()
    elif bad == "pipe":
        os.mkfifo(path)
    elif bad == "locked":
        path.write_text(CLEAN)
        # Root may read everything, and may be who runs this.
        monkeypatch.setattr(os, "open", refuse)
    ran = run(command, "a.toml", *(("--to", "csv") if command == "export" else ()))
    assert ran.status == 2
    said = ran.out if command == "check" else ran.err
    errors = [line for line in said.splitlines() if ": error: " in line]
    assert errors
    assert all(line.startswith("a.toml:") for line in errors)
    assert "Traceback" not in said
    if isinstance(bad, bytes):
        assert path.read_bytes() == bad


def test_a_file_that_cannot_be_written(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    Path("b.toml").hardlink_to("a.toml")
    ran = run("fix", "a.toml")
    assert ran.status == 2
    assert "hard links" in ran.err
    assert Path("a.toml").read_text() == MISNAMED


# In a process of its own: what only shows there.


def test_check_knows_no_terminal_and_starts_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(MISNAMED)
    code = (
        "import sys; from eventsmith.cli import main; status = main(['check', 'a.toml']);"
        "loaded = {m for m in sys.modules if m.startswith(('textual', 'rich', 'eventsmith.tui'))};"
        "commands = {m for m in sys.modules if m.startswith('eventsmith.cli.') and '._' not in m};"
        "assert not loaded, loaded; assert commands == {'eventsmith.cli.check'}, commands; sys.exit(status)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()


def test_version_loads_hardly_anything(tmp_path: Path) -> None:
    code = (
        "import sys; from eventsmith.cli import main; main(['--version']);"
        "assert not {'pydantic', 'textual', 'tomli'} & set(sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()


def test_results_and_the_rest_are_apart(spawn: Spawn) -> None:
    ran = spawn("check", "-", "--format", "json", stdin=MISNAMED.encode())
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["warnings"] == 1
    ran = spawn("export", "-", stdin=b"")
    assert (ran.returncode, ran.stdout) == (2, b"")


def test_the_output_is_always_the_same(spawn: Spawn, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(MISNAMED + MISNAMED[MISNAMED.index("\n[[") :])
    for form in ("text", "json"):
        outputs = {spawn("check", "a.toml", "--format", form, env={"PYTHONHASHSEED": seed}).stdout for seed in "123"}
        assert len(outputs) == 1


@pytest.mark.parametrize(
    "env",
    [{"PYTHONIOENCODING": "ascii"}, {"PYTHONCOERCECLOCALE": "0", "LC_ALL": "POSIX", "PYTHONUTF8": "0"}],
)
def test_a_terminal_that_knows_only_ascii(spawn: Spawn, tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "a.toml").write_text(MISNAMED, encoding="utf-8")
    ran = spawn("check", "a.toml", env=env)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"a.toml:10:8: warning: ")
    ran = spawn("check", "a.toml", "--format", "json", env=env)
    assert json.loads(ran.stdout)["files"][0]["issues"][0]["message"].startswith("“Song Played”")
    ran = spawn("presets", "show", "nöne", env=env)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


def test_a_preset_that_is_not_there_is_told_in_one_line(run: Run) -> None:
    ran = run("presets", "show", "nope")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("eventsmith: There is no preset “nope”; there are: banking-and-insurance, ")
    assert ran.err.count("\n") == 1


def test_a_file_name_that_is_no_text(spawn: Spawn, tmp_path: Path) -> None:
    name = b"caf\xe9.toml"
    with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
        file.write(MISNAMED.encode())
    ran = spawn("check", name)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"caf<U+DCE9>.toml:10:8: ")
    ran = spawn("check", name, "--format", "json")
    assert os.fsencode(json.loads(ran.stdout)["files"][0]["path"]) == name
    assert spawn("fix", name).returncode == 0
    assert spawn("new", "a.toml", "--preset", "e-commerce", "--all", "--name", name).returncode == 2
    assert spawn("new", "-", "--preset", name, "--all").returncode == 2


def test_a_reader_that_has_had_enough(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(MISNAMED)
    read, write = os.pipe()
    os.close(read)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for command in (["check", "a.toml"], ["schema"], ["fmt", "-"]):
        ran = subprocess.run(
            [sys.executable, "-m", "eventsmith", *command],
            cwd=tmp_path,
            env=env,
            input=CLEAN.encode(),
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (141, b""), command
    os.close(write)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_behind_stdout(spawn: Spawn, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(MISNAMED)
    for command in (["check", "a.toml"], ["--help"], ["new", "-", "--preset", "e-commerce", "--all"]):
        with open("/dev/full", "wb") as full:
            ran = spawn(*command, stdout=full.fileno())
        assert ran.returncode == 2
        assert b"No space left on device" in ran.stderr
        assert b"Traceback" not in ran.stderr
        assert b"Exception" not in ran.stderr


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_streams_that_are_closed(tmp_path: Path, closed: int) -> None:
    (tmp_path / "a.toml").write_text(MISNAMED)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for command, statuses in {"check a.toml": (0, 2, 0), "check -": (2, 2, 2), "check missing": (2, 2, 2)}.items():
        script = f'exec "{sys.executable}" -m eventsmith {command} {closed}>&-'
        ran = subprocess.run(
            ["sh", "-c", script], cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        assert ran.returncode == statuses[closed], (command, ran.stderr)
        assert b"Traceback" not in ran.stderr


def test_the_app_says_what_it_needs(spawn: Spawn) -> None:
    ran = spawn("shop.events.toml")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"needs a terminal" in ran.stderr
    assert ran.stderr.count(b"\n") == 1


def test_a_file_that_looks_like_an_option_is_told_how_to_be_named(run: Run) -> None:
    Path("-x.toml").write_text(CLEAN)
    told = "; “eventsmith {}./-x.toml” means the file of that name"
    assert told.format("check ") in run("check", "-x.toml").err
    assert told.format("") in run("-x.toml").err
    assert "means the file" not in run("check", "-y.toml").err


def test_the_lines_to_type_are_for_any_name(run: Run) -> None:
    assert "“eventsmith --plain './a b.toml'”" not in run("a b.toml").err
    assert "“eventsmith --plain 'a b.toml'”" in run("a b.toml").err
    assert "“eventsmith --plain ./-x.toml”" in run("--", "-x.toml").err
    assert "“eventsmith ./chekc” opens the file of that name" in run("chekc").err


def test_the_least_start_loads_nothing_slow() -> None:
    code = (
        "import sys; from eventsmith.cli import main; main(['--version']);"
        "sys.exit(' '.join({'dataclasses', 'inspect', 'pydantic', 'textual', 'tomli'} & sys.modules.keys()) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
