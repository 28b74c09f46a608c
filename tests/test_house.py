"""The house itself: floors, names of files, docstrings, and doors that must be used."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from eventsmith.ground import labels
from eventsmith.ground.one_per_file import names_in
from eventsmith.model import FORMS, GOALS, OPERATORS, USES
from eventsmith.queries.progress import PATH
from eventsmith.rules import all_rules
from eventsmith.tui.actions import ACTIONS
from tests.environment import KEPT

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "eventsmith"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 300


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_in_its_docstring_what_lives_there(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text()))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_file_is_a_hub(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MOST_LINES + 30


def test_no_file_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "base", "manager", "misc"}
    assert not {path.stem for path in MODULES} & empty


def test_a_rule_is_named_as_its_file() -> None:
    files = {name.replace("_", "-") for name in names_in("eventsmith.rules")}
    assert {rule.name for rule in all_rules()} == files


def test_the_floors_that_are_written_down_are_those_of_the_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
    floors = re.search(r"```text\n(cli.*?)```", (ROOT / "docs" / "architecture.md").read_text(), re.DOTALL)
    assert floors
    assert [line.split("  ")[0].strip() for line in floors[1].splitlines()] == contract


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_checking_loads_no_textual(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('format = 1\nname = "A"\n')
    code = f"import sys; from eventsmith.cli import main; main(['check', {str(path)!r}])\n"
    assert run(code + "print([name for name in sys.modules if name in ('textual', 'rich')])").endswith("[]")


def test_the_first_paint_waits_for_no_pydantic() -> None:
    heavy = ("pydantic", "tomli", "eventsmith.model")
    code = f"import sys, eventsmith.tui.app; print([name for name in {heavy} if name in sys.modules])"
    assert run(code) == "[]"


def test_only_what_is_loaded_at_the_start_defers_its_imports() -> None:
    """Elsewhere in the terminal, an import within a function buys neither the first paint nor the first key time."""
    code = "import sys; from eventsmith.tui import app, dispatch, key_checks; from eventsmith.tui.pages import goal; "
    code += "print(*sys.modules)"
    first = set(run(code).split())
    for path in sorted((SOURCE / "tui").rglob("*.py")):
        module = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        functions = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, FUNCTIONS)]
        deferred = [node.lineno for one in functions for node in ast.walk(one) if isinstance(node, ast.ImportFrom)]
        assert module in first or not deferred, f"{module}: {deferred}"


def test_the_screens_words_are_the_models() -> None:
    assert tuple(labels.GOALS) == GOALS
    assert tuple(labels.FORMS) == FORMS
    assert tuple(labels.PAGES) == tuple(labels.ABOUT) == PATH
    assert labels.USES == USES
    assert tuple(labels.OPERATORS) == OPERATORS


def test_no_two_actions_share_a_key_where_both_work() -> None:
    anywhere = [key for action in ACTIONS if action.where == "anywhere" for key in action.own_keys]
    assert len(anywhere) == len(set(anywhere))
    for place in PATH:
        keys = [key for action in ACTIONS if action.where == place for key in action.own_keys]
        assert len(keys) == len(set(keys))
        assert not set(anywhere) & set(keys)


def test_the_list_of_keys_is_that_of_the_app() -> None:
    found = importlib.util.spec_from_file_location("make_keys", ROOT / "docs" / "make_keys.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    assert (ROOT / "docs" / "keys.md").read_text() == module.text(), "run `make keys`"


FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef
SINKS = {"Static", "Label", "Button", "update", "notify", "add_option", "add_row", "DiscoveryHit"}
"""Calls of Textual that read a string as markup."""


@pytest.mark.parametrize("path", sorted((SOURCE / "tui").rglob("*.py")), ids=name_of)
def test_no_text_reaches_a_widget_but_as_content(path: Path) -> None:
    """A string that is not written in the source itself must have gone through `lit` or be Content already."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if name in SINKS:
                assert not isinstance(first, ast.JoinedStr | ast.BinOp), f"{path.name}:{node.lineno}"
            if name in ("from_markup", "from_text"):
                assert path.name in ("page_tabs.py", "panel.py", "title.py"), f"{path.name}:{node.lineno}"


KEY_WRITTEN_OUT = re.compile(
    r"\bF\d+\b|\bSpace\b|\b(?:Ctrl|Shift)\+|\b[A-Z] [a-z]+s\b|\b[1-6] (?:Goal|[A-Z][a-z]+s|Review)\b"
)
NAME_KEYS_THEMSELVES = {"actions.py", "key_checks.py", "pick_several.py", "conflicts.py"}
"""The table, what is said of the settings, and dialogs with keys that are not in the table."""


def strings_of(path: Path) -> list[tuple[int, str]]:
    """Every string written in a module but its docstrings, with its line."""
    tree = ast.parse(path.read_text())
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in bare]
    return [(node.lineno, node.value) for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize("text", ["F2 saves", "; Space takes it", "A adds one.", "Shift+Up moves it", "under 1 Goal,"])
def test_a_key_written_out_is_known_as_one(text: str) -> None:
    assert KEY_WRITTEN_OUT.search(text)


@pytest.mark.parametrize("path", sorted((SOURCE / "tui").rglob("*.py")), ids=name_of)
def test_no_text_writes_out_a_key_that_a_person_can_change(path: Path) -> None:
    """`key_of` knows which key it is, and is asked for actions that there are."""
    if path.name not in NAME_KEYS_THEMSELVES:
        for line, text in strings_of(path):
            assert not KEY_WRITTEN_OUT.search(text), f"{path.name}:{line}: {text}"
    names = {action.name for action in ACTIONS}
    for call in ast.walk(ast.parse(path.read_text())):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "key_of":
            name = call.args[0]
            assert not isinstance(name, ast.Constant) or name.value in names, f"{path.name}:{call.lineno}"


def test_nothing_speaks_of_the_machine_it_was_written_on() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    for name in tracked:
        path = ROOT / name
        if name and path.suffix in (".py", ".toml", ".md", ".txt", "") and path.is_file():
            assert not re.search("/(" + "work|root|farm)/", path.read_text(errors="replace")), name


SHELVES = ("rules", "formats", "cli", "tui/pages", "tui/dialogs")
"""Folders in which every file is a thing that knows none of its neighbours; a leading underscore is machinery."""


@pytest.mark.parametrize("shelf", SHELVES)
def test_neighbours_on_a_shelf_do_not_know_each_other(shelf: str) -> None:
    package = f"eventsmith.{shelf.replace('/', '.')}"
    for path in (SOURCE / shelf).glob("[!_]*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                neighbour = name.removeprefix(f"{package}.").partition(".")[0]
                asks_for_one = name.startswith(f"{package}.") and not neighbour.startswith("_")
                # A page opens dialogs; a dialog opens nothing.
                assert not asks_for_one or neighbour in ("ask", "ask_path", "pick", "read"), f"{path.name}: {name}"


DISK = {
    "ground/disk.py": "the door itself: it answers a plain value, and says what one goes on without",
    "store/save.py": "its trade is to write: every OSError becomes a CannotSaveError",
    "store/replace_file.py": "its trade is to write: every OSError is the saver's, who says what it means",
    "session/exporting.py": "its trade is to write: every OSError becomes a CannotExportError",
    "session/journal.py": "holds a file open for hours: every OSError becomes the journal's problem",
    "session/journal_file.py": "locks and syncs: what fails there is the journal's problem",
    "session/recovery.py": "locks and renames journals: every OSError is noted at the door",
    "ground/streams.py": "gives a stream up for /dev/null, whatever becomes of it",
    "ground/one_per_file.py": "lists what is shipped with this code",
    "naming/word_lists.py": "reads what is shipped with this code, and may load no more for it",
}
"""The modules that ask the file system themselves, and why each may. Of what is shipped, `main` tells that it fails."""
OF_A_PATH = re.compile(
    "exists|is_(file|dir|symlink|mount|fifo|socket|block_device|char_device)|l?stat|resolve|absolute|iterdir|r?glob|"
    "walk|home|expanduser|cwd|(read|write)_(text|bytes)|mkdir|rmdir|unlink|touch|(sym|hard)link_to|readlink|samefile|"
    "owner|group|l?chmod|open"
)
"""Methods that ask the file system. `replace` and `rename` have namesakes; whoever writes needs others of these."""
HARMLESS_OF_OS = {"environ", "sep", "pardir", "pathsep", "devnull", "fsencode", "fsdecode", "fspath", "getpid", "path"}
HARMLESS_OF_PATH = {"join", "basename", "dirname", "isabs", "normpath", "split", "splitext"}
ASK_THE_DISK = {"platformdirs", "glob", "tempfile", "fcntl", "pwd", "shutil"}
HARMLESS_NAMES = {("shutil", "get_terminal_size")}


def asks_of_the_disk(source: str) -> list[str]:
    """Where code asks the file system something, in the order of its lines."""
    tree = ast.parse(source)
    found = []
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {each.asname or each.name.partition(".")[0]: each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and (module := (node.module or "").partition(".")[0]) in {
            "os",
            *ASK_THE_DISK,
        }:
            harmless = HARMLESS_OF_PATH if node.module == "os.path" else HARMLESS_OF_OS - {"path"}
            allowed = harmless if module == "os" else set()
            found += [(node.lineno, f"{node.module}.{each.name}") for each in node.names if each.name not in allowed]
    parts = {id(node.value): node for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
            module, part = names[node.id], parts.get(id(node))
            name = part.attr if part is not None else ""
            inner = parts.get(id(part)) if part is not None and name == "path" else None
            asks_os = name not in HARMLESS_OF_OS or (
                name == "path" and (inner is None or inner.attr not in HARMLESS_OF_PATH)
            )
            asks = asks_os if module == "os" else module in ASK_THE_DISK and (module, name) not in HARMLESS_NAMES
            if asks:
                found.append((node.lineno, f"{module}.{name}" + (f".{inner.attr}" if inner is not None else "")))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            found.append((node.lineno, "open"))
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and OF_A_PATH.fullmatch(node.func.attr)
        ):
            of_module = isinstance(node.func.value, ast.Name) and node.func.value.id in {*names, "disk"}
            found += [] if of_module else [(node.lineno, f".{node.func.attr}")]
    return [f"{line}: {what}" for line, what in sorted(found)]


@pytest.mark.parametrize(
    "code",
    [
        "path.exists()",
        "Path.cwd()",
        "Path('~').expanduser()",
        "path.parent.resolve()",
        "import os\nos.stat(x)",
        "import os.path\nos.path.isdir(x)",
        "import os as system\nsystem.getcwd()",
        "import os\nask = os.listdir",
        "import os\nask = os.path",
        "import os\ngetattr(os, 'stat')",
        "from os import listdir",
        "from os.path import realpath as real",
        "from os import path",
        "def one():\n    from platformdirs import user_data_path",
        "import tempfile\ntempfile.mkdtemp()",
        "open(x)",
        "with path.open() as file: pass",
    ],
)
def test_a_question_to_the_disk_is_known_as_one(code: str) -> None:
    assert asks_of_the_disk(code)


@pytest.mark.parametrize(
    "code", ["import os\nos.environ.get('A')", "import os\nos.path.join(a, b)", "text.replace(a, b)", "disk.kind(x)"]
)
def test_what_is_no_question_to_the_disk_is_not_taken_for_one(code: str) -> None:
    assert not asks_of_the_disk(code)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_stands_beside_the_work_is_asked_for_at_one_door(path: Path) -> None:
    found = asks_of_the_disk(path.read_text())
    assert bool(found) == (name_of(path) in DISK), "ask disk.py: " + "; ".join(found)


def test_what_ci_passes_on_is_what_reaches_a_test() -> None:
    named = re.search(r"for name in (.*?); do", (ROOT / ".ci" / "run").read_text(), re.DOTALL)
    assert named
    assert {*named[1].replace("\\", "").split()} == {*KEPT} - {"REWRITE_GOLDENS"} | {"CI"}
