"""Every fault says what it is and has a test, and nothing else in the terminal uses what Textual keeps to itself."""

import ast
import importlib
import inspect
import re
from functools import cache
from pathlib import Path

import pytest

from eventsmith import tui

TUI = Path(inspect.getfile(tui)).parent
SHELF = TUI / "textual_fixes"
FIXES = sorted(SHELF.glob("[!_]*.py"))
OTHERS = sorted(path for path in TUI.rglob("*.py") if SHELF not in path.parents)
LABELS = ("Symptom", "Seen in", "Upstream", "Delete when")
OF_TUPLES = {"_replace", "_asdict", "_fields"}
"""Names of a NamedTuple, which are public."""
UPSTREAM = re.compile(r"none known|https://github\.com/Textualize/textual/issues/\d+( .*)?")


def stem_of(path: Path) -> str:
    return path.stem


def docstring_of(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text())) or ""


@pytest.mark.parametrize("path", FIXES, ids=stem_of)
def test_a_fix_says_what_it_mends_and_when_to_delete_it(path: Path) -> None:
    paragraphs = re.split(r"\n(?=\S)", docstring_of(path).partition("\n\n")[2])
    said = dict(paragraph.split(": ", 1) for paragraph in paragraphs)
    assert tuple(said) == LABELS
    assert re.fullmatch(r"Textual \d+\.\d+\.\d+", said["Seen in"])
    assert UPSTREAM.fullmatch(said["Upstream"])


@pytest.mark.parametrize("path", FIXES, ids=stem_of)
def test_a_fix_has_a_test_that_names_what_is_to_be_deleted(path: Path) -> None:
    test = Path(__file__).with_name(f"test_{path.name}")
    assert test.is_file()
    # Where there is a fault, its absence is to fail.
    is_fault = "Symptom: no fault" not in docstring_of(path)
    assert ("mended: str" in test.read_text()) == is_fault


def test_the_shelf_lists_its_fixes() -> None:
    listed = [line for line in docstring_of(SHELF / "__init__.py").splitlines() if line.startswith("- ")]
    assert listed == [f"- `{path.stem}`: {docstring_of(path).splitlines()[0]}" for path in FIXES]


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


@cache
def named_in(file: str) -> set[str]:
    """The private names that the classes of a module use of themselves."""
    return set(re.findall(r"\bself\.(_[a-z]\w*)", Path(file).read_text()))


@cache
def private_names_of(kind: type) -> set[str]:
    """The private names of a class of Textual's: those it defines, and those that are used in its module."""
    return {name for name in vars(kind) if is_private(name)} | named_in(inspect.getfile(kind))


def is_textual(module: str) -> bool:
    return module.partition(".")[0] in ("textual", "rich")


def private_imports(tree: ast.AST) -> list[str]:
    """The private modules and names of Textual that are imported."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names if is_textual(each.name)]
        elif isinstance(node, ast.ImportFrom) and node.module and is_textual(node.module):
            found += [f"{node.module}.{each.name}" for each in node.names]
    return [name for name in found if any(map(is_private, name.split(".")))]


def private_reads(tree: ast.AST) -> list[str]:
    """The private attributes of anything but the object itself, and those that `getattr` is asked for by name."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            of = node.value.func if isinstance(node.value, ast.Call) else node.value
            is_own = isinstance(of, ast.Name) and of.id in ("self", "cls", "super")
            found += [] if is_own or node.attr in OF_TUPLES else [node.attr]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "setattr"):
            named = getattr(node.args[1], "value", None)
            found += [named] if isinstance(named, str) and is_private(named) else []
    return found


def private_overrides(tree: ast.AST, classes: dict[str, object]) -> list[str]:
    """The private names that a class shares with one of Textual's that it is made of, by intent or by chance."""
    found = []
    for node in ast.walk(tree):
        kind = classes.get(node.name) if isinstance(node, ast.ClassDef) else None
        if isinstance(kind, type):
            ours = {getattr(each, "attr", getattr(each, "name", getattr(each, "id", ""))) for each in ast.walk(node)}
            theirs = [private_names_of(each) for each in kind.__mro__ if is_textual(each.__module__)]
            found += [f"{kind.__name__}.{name}" for name in sorted(ours & set[str]().union(*theirs))]
    return found


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(TUI)))
def test_nothing_else_uses_what_textual_keeps_to_itself(path: Path) -> None:
    """Blind to names that are put together, to classes within others, and to what a mixin is mixed into elsewhere."""
    tree = ast.parse(path.read_text())
    parts = path.relative_to(TUI).with_suffix("").parts
    module = importlib.import_module(".".join((tui.__name__, *(part for part in parts if part != "__init__"))))
    assert private_imports(tree) + private_reads(tree) + private_overrides(tree, vars(module)) == []


@pytest.mark.parametrize(
    "code",
    [
        "import textual._compositor",
        "from textual._queue import Queue",
        "from textual.keys import _character_to_key",
        "screen._compositor",
        "self.app._driver",
        "self.screen()._compositor",
        "getattr(app, '_driver')",
    ],
)
def test_a_private_use_is_known_as_one(code: str) -> None:
    tree = ast.parse(code)
    assert private_imports(tree) + private_reads(tree)


@pytest.mark.parametrize(
    "code", ["from textual.keys import Keys", "import re._compiler", "self._own", "super()._own", "row._replace()"]
)
def test_what_is_our_own_is_not_taken_for_a_private_use(code: str) -> None:
    tree = ast.parse(code)
    assert not private_imports(tree) + private_reads(tree)


def test_a_private_name_of_textual_in_a_class_of_ours_is_known() -> None:
    """Judged by a fix, which may do that."""
    from eventsmith.tui.textual_fixes import app_failure, dismissed_screen

    for module, names in (
        (dismissed_screen, {"QuietScreen._get_dispatch_methods"}),
        (app_failure, {"QuietFailure._handle_exception", "QuietFailure._exception", "QuietFailure._return_code"}),
    ):
        assert names <= {*private_overrides(ast.parse(inspect.getsource(module)), vars(module))}
