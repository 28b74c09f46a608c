"""Places in which Eventsmith really finds itself: no home, locked folders, loops, pipes, planted links, odd journals.

Each in a process of its own. Where the tests are run by root, it is root without the right to open what is locked.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from eventsmith.model import Catalog
from eventsmith.session.journal_file import header_of, line_of
from eventsmith.store import Document
from tests.app.terminal import Terminal
from tests.tunewave import CATALOG

UNLOCKING = "--bounding-set=-dac_override,-dac_read_search"
"""What opens all locks to root, and is taken from it."""
WITHOUT_RIGHTS = ["setpriv", UNLOCKING] if os.geteuid() == 0 else []
RUN = "import sys; from eventsmith.cli import main; sys.exit(main())"
UNKNOWN = "import pwd; pwd.getpwuid = lambda uid: {}[uid]; "
"""As for a user whom no list of users knows: in a container, mostly."""
LONG = "x" * 5000
PRESET = 'format = 1\nname = "Bakery"\n\n[[events]]\nid = "bakeBread"\nname = "Bake Bread"\n'
COMMANDS = (
    ("check", "--format", "github", "shop.events.toml"),
    ("presets",),
    ("presets", "path"),
    ("new", "new.events.toml", "--preset", "e-commerce", "--all"),
)


class Somewhere:
    """A folder to work in and one's own folders, and somebody there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.own = folder, folder / "own"
        self.file = folder / "shop.events.toml"
        self.file.write_text(CATALOG)
        self.precious = folder / "precious"
        self.precious.write_text("precious")
        self.environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(folder)}
        for name in ("state", "config", "data"):
            (self.own / name / "eventsmith").mkdir(parents=True)
            self.environment[f"XDG_{name.upper()}_HOME"] = str(self.own / name)
        self.state, self.config, self.data = (self.own / name / "eventsmith" for name in ("state", "config", "data"))
        self.before = ""
        """Code that is run before the command."""

    def remember(self, *files: str) -> None:
        """As after having had those open."""
        memory = {"theme": "", "files": dict.fromkeys(files, "events"), "shares": {}}
        (self.state / "memory.json").write_text(json.dumps(memory))

    def run(self, *arguments: str, code: str = RUN, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        """The command there."""
        return subprocess.run(
            [*WITHOUT_RIGHTS, sys.executable, "-P", "-c", self.before + code, *arguments],
            input="quit\nquit\n",
            capture_output=True,
            text=True,
            cwd=folder or self.folder,
            env=self.environment,
            timeout=60,
            check=False,
        )

    def opens(self, *arguments: str) -> Terminal:
        """The app there."""
        inner = [*WITHOUT_RIGHTS, sys.executable, "-P", "-c", self.before + RUN]
        kept = "{name: os.environ[name] for name in ('TERM', 'COLORTERM')}"
        become = f"os.execvpe({inner[0]!r}, {inner!r} + sys.argv[1:], {self.environment!r} | {kept})"
        return Terminal(*arguments, folder=self.folder, columns=120, lines=40, code=f"import os, sys; {become}")


@pytest.fixture
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Somewhere]:
    there = Somewhere(tmp_path_factory.mktemp("somewhere"))
    if WITHOUT_RIGHTS and not shutil.which(WITHOUT_RIGHTS[0]):
        pytest.skip("nothing is locked to root, and there is no setpriv to change that")
    yield there
    for path in there.folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)


def no_home(there: Somewhere) -> str:
    for name in [name for name in there.environment if name.startswith("XDG") or name == "HOME"]:
        del there.environment[name]
    there.before = UNKNOWN
    return "There is no home folder"


def locked_state(there: Somewhere) -> str:
    there.state.chmod(0)
    return f"{there.state}/recovery/"


def locked_config(there: Somewhere) -> str:
    there.config.chmod(0)
    return f"{there.config}/settings.toml:1:1: You have no permission"


def locked_data(there: Somewhere) -> str:
    there.data.chmod(0)
    return f"{there.data}/presets: you have no permission; the presets there are left out"


def remembered_in_a_locked_folder(there: Somewhere) -> str:
    (far := there.folder / "far").mkdir()
    (far / "far.events.toml").write_text(CATALOG)
    there.remember(f"{far}/far.events.toml", f"/{LONG}.toml", "a\0b", "\ud800.toml")
    far.chmod(0)
    return f"{far}/far.events.toml: you have no permission; it is not offered"


def a_loop_of_presets(there: Somewhere) -> str:
    (there.folder / "presets").symlink_to("presets")
    return "presets: the link leads back to itself; the presets there are left out"


def a_loop_of_a_preset(there: Somewhere) -> str:
    (there.folder / "presets").mkdir()
    (path := there.folder / "presets" / "bakery.toml").symlink_to(path)
    return f"{path}: the link leads back to itself; the preset is left out"


def a_preset_that_is_a_pipe(there: Somewhere) -> str:
    (there.data / "presets").mkdir()
    os.mkfifo(path := there.data / "presets" / "bakery.toml")
    return f"{path}: it is not a regular file; the preset is left out"


def settings_that_are_a_pipe(there: Somewhere) -> str:
    os.mkfifo(path := there.config / "settings.toml")
    return f"{path}:1:1: This is not a regular file"


def a_memory_that_is_a_pipe(there: Somewhere) -> str:
    os.mkfifo(path := there.state / "memory.json")
    return f"{path}: it is not a regular file"


def a_memory_that_is_a_planted_link(there: Somewhere) -> str:
    (path := there.state / "memory.json").symlink_to(there.precious)
    return f"{path}: it is a link, and none is followed here"


def a_damaged_memory(there: Somewhere) -> str:
    (path := there.state / "memory.json").write_bytes(b'{"theme": "\xff"}')
    return f"{path}: it is damaged and was started afresh"


OF_PRESETS = [no_home, locked_data, a_loop_of_presets, a_loop_of_a_preset, a_preset_that_is_a_pipe]
"""What commands ask for: where presets are, and none but those that offer them."""
OF_MEMORY = [
    remembered_in_a_locked_folder,
    a_memory_that_is_a_pipe,
    a_memory_that_is_a_planted_link,
    a_damaged_memory,
]
OF_STARTS = [locked_state, locked_config, settings_that_are_a_pipe]
TRIED_QUICKLY = (no_home, a_loop_of_presets)
SHOWN_QUICKLY = (no_home, locked_state, a_loop_of_presets, remembered_in_a_locked_folder, a_memory_that_is_a_pipe)


def named(places: Sequence[Callable[[Somewhere], str]], quick: Collection[object] = ()) -> list[ParameterSet]:
    """The places with their names; those that are not among the quick ones, where some are, for the long tests."""
    deep = [() if not quick or place in quick else pytest.mark.deep for place in places]
    return [pytest.param(place, id=place.__name__, marks=marks) for place, marks in zip(places, deep, strict=True)]


def calm(said: str) -> None:
    assert "Traceback" not in said, said
    assert "bug of ours" not in said, said


@pytest.mark.parametrize("make", named(OF_PRESETS, TRIED_QUICKLY))
def test_commands_go_on_and_say_once_what_they_go_on_without(
    somewhere: Somewhere, make: Callable[[Somewhere], str]
) -> None:
    told = make(somewhere)
    for command in COMMANDS:
        done = somewhere.run(*command)
        assert done.returncode == 0, done.stderr
        calm(done.stderr)
        # To say where presets are, none of them is looked at.
        asks = command[0] in ("presets", "new") and (command != ("presets", "path") or make is no_home)
        assert done.stderr.count(told) == asks, done.stderr


@pytest.mark.parametrize("make", named([*OF_PRESETS, *OF_STARTS]))
def test_plain_goes_on_and_says_once_what_it_goes_on_without(
    somewhere: Somewhere, make: Callable[[Somewhere], str]
) -> None:
    told = make(somewhere)
    done = somewhere.run("--plain", "shop.events.toml")
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    calm(said)
    assert said.count(told) == 1, said
    assert said.count("No journal (") == (make in (no_home, locked_state))


@pytest.mark.parametrize("make", named([*OF_PRESETS, *OF_STARTS, *OF_MEMORY], SHOWN_QUICKLY))
def test_the_app_opens_and_says_what_it_goes_on_without(somewhere: Somewhere, make: Callable[[Somewhere], str]) -> None:
    told = make(somewhere)
    user = somewhere.opens()
    user.waits(lambda: "✗" in user.text() or "Open a catalog?" in user.text(), "it has opened")
    user.keys("{esc}" if "Open a catalog?" in user.text() else "")
    user.sees("Goal")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    raw = user.raw.decode(errors="replace")
    calm(raw)
    # A path is shortened there, and a long line cut off.
    words = "you have no permission" if make is locked_state else told.partition(": ")[2].partition(";")[0][:18]
    assert words in raw, user.text()
    assert somewhere.precious.read_text() == "precious"


@pytest.mark.parametrize("arguments", [(f"{LONG}.toml",), ("--plain", f"{LONG}.toml"), ("check", f"{LONG}.toml")])
def test_a_name_of_five_thousand_letters_is_said_to_be_too_long(
    somewhere: Somewhere, arguments: tuple[str, ...]
) -> None:
    done = somewhere.run(*arguments)
    calm(done.stderr)
    said = done.stdout + done.stderr
    assert done.returncode == 2
    # The app says first that it has no terminal here.
    assert ("too long for this disk" in said) == (len(arguments) > 1)
    if len(arguments) == 1:
        user = somewhere.opens(*arguments)
        assert user.ends() == 2
        assert "too long for this disk" in user.raw.decode()


def test_in_a_deleted_folder_commands_and_starts_go_on(somewhere: Somewhere) -> None:
    gone = "import os; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone'); "
    for command in (
        ("check", "--format", "github", str(somewhere.file)),
        ("check", "--format", "sarif", str(somewhere.file)),
        ("presets",),
        ("new", str(somewhere.folder / "new.events.toml"), "--preset", "e-commerce", "--all"),
        ("--plain", str(somewhere.file)),
    ):
        done = somewhere.run(*command, code=gone + RUN)
        assert done.returncode == 0, done.stderr
        calm(done.stderr)
        assert done.stderr.count("The folder you are in: ") == (command[0] != "--plain"), done.stderr


@pytest.fixture
def journals(somewhere: Somewhere) -> Path:
    """Where the journals of the file are, once there was one."""
    somewhere.run("--plain", "shop.events.toml")
    from hashlib import sha256

    folder = somewhere.state / "recovery" / sha256(os.fsencode(os.path.realpath(somewhere.file))).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def a_header(there: Somewhere) -> bytes:
    return header_of(Document(there.file, there.file.read_bytes(), Catalog()))


EDIT = line_of({"label": "change", "changes": [{"at": ["name"], "is": "Mine"}]})


@pytest.mark.parametrize(
    "line",
    [
        {"label": "change", "changes": [5]},
        {"file": "", "holds": 5, "sure": True},
        *(
            pytest.param(line, marks=pytest.mark.deep)
            for line in (
                {"label": "change", "changes": 5},
                {"file": 5, "holds": [], "sure": True},
                {"file": "", "holds": [], "sure": "yes"},
                {"file": ""},
            )
        ),
    ],
)
def test_a_journal_with_what_no_version_writes_is_put_aside_and_told_once(
    somewhere: Somewhere, journals: Path, line: dict[str, Any]
) -> None:
    (journals / "1-1.jsonl").write_bytes(a_header(somewhere) + line_of(line) + EDIT)
    done = somewhere.run("--plain", "shop.events.toml")
    calm(done.stderr)
    (aside,) = journals.iterdir()
    assert done.returncode == 0
    assert done.stdout.count(f"{aside}: a damaged journal of unsaved work; kept there, not offered.") == 1
    assert "damaged" not in somewhere.run("--plain", "shop.events.toml").stdout


@pytest.mark.parametrize("stand_there", [os.mkfifo, lambda path: path.symlink_to("../../../../../precious")])
def test_a_pipe_or_a_planted_link_in_the_place_of_a_journal_is_put_aside(
    somewhere: Somewhere, journals: Path, stand_there: Callable[[Path], object]
) -> None:
    stand_there(journals / "1-1.jsonl")
    done = somewhere.run("--plain", "shop.events.toml")
    (aside,) = journals.iterdir()
    assert done.returncode == 0
    assert done.stdout.count(f"{aside}: a damaged journal") == 1
    assert somewhere.precious.read_text() == "precious"


@pytest.mark.parametrize("rest", [b"1" * 9 + b"[" * 100_000, line_of({})[:9] + b"\xff\xfe\n", b"\0" * 100])
def test_a_journal_of_three_gigabytes_and_the_year_10000_is_recovered_as_far_as_it_is_whole(
    somewhere: Somewhere, journals: Path, rest: bytes
) -> None:
    with (path := journals / "1-1.jsonl").open("wb") as file:
        file.write(a_header(somewhere) + EDIT + rest)
        file.truncate(3 * 2**30)
    os.utime(path, (253402300800 + 86400, 253402300800 + 86400))
    limited = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31)); "
    done = somewhere.run("--plain", "shop.events.toml", code=limited + RUN)
    calm(done.stderr)
    assert "1 edit of shop.events.toml was not saved when Eventsmith ended (" in done.stdout
    later = int(path.stat().st_mtime) == 253402300800 + 86400
    assert ("at an unknown time" in done.stdout) == later


@pytest.mark.parametrize("left", [0, 1])
@pytest.mark.parametrize("command", [("check", "shop.events.toml"), ("presets",), ("--plain", "shop.events.toml")])
def test_too_many_open_files_are_no_bug_of_ours(somewhere: Somewhere, left: int, command: tuple[str, ...]) -> None:
    code = (
        "import os, resource, sys; from eventsmith.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))\n"
        "held = []\n"
        "try:\n"
        "    while True: held.append(os.open(os.devnull, os.O_RDONLY))\n"
        "except OSError: pass\n"
        f"for _ in range({left}): os.close(held.pop())\n"
        "sys.exit(main())"
    )
    done = somewhere.run(*command, code=code)
    calm(done.stderr)
    assert done.returncode == (0 if left else 2)
    assert left or "too many files are open" in done.stderr
