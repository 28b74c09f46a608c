"""What CONTRIBUTING says of adding a thing is true: it is added to a copy of the code, with what the table names.

Each check is what of `make check` would notice that thing. It passes with all files that the table names, and fails
without any one of them, so that each is needed and no other is.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text()


def touched_besides(thing: str) -> list[str]:
    """The files that the table says have to change with it, below the source or the repository."""
    row = next(line for line in CONTRIBUTING.splitlines() if line.startswith(f"| {thing} |"))
    return re.findall(r"`([^`]*\.\w+)`", row.split("|")[3])


class Copy:
    """A copy of the code, without Python's caches, to add things to."""

    def __init__(self, folder: Path) -> None:
        self.root, self.source = folder, folder / "src" / "eventsmith"
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("src", "presets", "tests/formats", "tests/goldens"):
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        for name in ("conftest.py", "environment.py", "tunewave.py", "__init__.py", "sample.toml"):
            shutil.copy(ROOT / "tests" / name, folder / "tests")

    def path(self, name: str) -> Path:
        """A file that is named as in the table."""
        return self.root / name if name.startswith("tests/") else self.source / name

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a piece of a file that stands there once."""
        text = self.path(name).read_text()
        assert text.count(old) == 1, (name, old)
        self.path(name).write_text(text.replace(old, new))

    def holds(self, code: str) -> bool:
        """Whether the assertions hold there."""
        env = {**os.environ, "PYTHONPATH": str(self.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run([sys.executable, "-c", code], cwd=self.root, env=env, capture_output=True, check=False)
        return done.returncode == 0


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "copy")


def assert_needed(copy: Copy, changes: dict[str, list[tuple[str, str]]], check: Callable[[], bool]) -> None:
    """The check passes with all changes, old text and new by file, and with no file as it was before."""
    before = {name: copy.path(name).read_bytes() for name in changes}
    for name, pieces in changes.items():
        for old, new in pieces:
            copy.change(name, old, new)
    assert check()
    for name, data in before.items():
        path = copy.path(name)
        after = path.read_bytes()
        path.write_bytes(data)
        assert not check(), f"{name} need not change"
        path.write_bytes(after)


def test_a_rule_is_one_file(copy: Copy) -> None:
    assert touched_besides("a rule") == []
    example = re.search(r"```python\n(.*?)```", CONTRIBUTING, re.DOTALL)
    assert example
    (copy.source / "rules" / "event_name_shouts.py").write_text(example[1])
    assert copy.holds(
        "from eventsmith.rules import Judge, all_rules\n"
        "from eventsmith.model import Catalog, Event\n"
        "from eventsmith.cli import main\n"
        "assert 'event-name-shouts' in [rule.name for rule in all_rules()]\n"
        "found = Judge(all_rules()).judge(Catalog(events=(Event(id='a', name='PLAY SONG'),))).open\n"
        "assert 'event-name-shouts' in [issue.rule.name for issue in found]\n"
        "assert main(['rules', 'event-name-shouts']) == 0\n"
    )


def test_a_destination_is_one_file(copy: Copy) -> None:
    assert touched_besides("a destination") == []
    text = (copy.source / "destinations" / "ga4.toml").read_text().replace('"GA4"', '"Acme"', 1)
    (copy.source / "destinations" / "acme.toml").write_text(text)
    assert copy.holds(
        "from eventsmith.destinations import destination\n"
        "from eventsmith.formats import catalog_schema\n"
        "assert destination('acme').title == 'Acme'\n"
        "assert 'acme' in catalog_schema()['properties']['destinations']['items']['anyOf'][0]['enum']\n"
    )


def test_a_preset_is_one_file(copy: Copy) -> None:
    assert touched_besides("a preset") == []
    shutil.copy(copy.root / "presets" / "gaming.toml", copy.root / "presets" / "zoos.toml")
    assert copy.holds(
        "from eventsmith.presets import presets_of\n"
        "from eventsmith.cli import main\n"
        "assert presets_of(['zoos'])[0].events\n"
        "assert main(['presets', 'show', 'zoos']) == 0\n"
    )


def test_a_command_is_a_file_and_its_name_in_the_list(copy: Copy) -> None:
    assert touched_besides("a command") == ["cli/__init__.py"]
    text = (copy.source / "cli" / "schema.py").read_text()
    (copy.source / "cli" / "greet.py").write_text(text.replace("Print", "Greet with", 1))
    check = (
        "import contextlib, io\nfrom eventsmith.cli import main\n"
        "with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())) as out:\n"
        "    assert main(['--help']) == 0 and main(['greet']) == 0\n"
        "    out.seek(0)\n    assert '\\n  greet     Greet with' in out.read()\n"
    )
    assert_needed(copy, {"cli/__init__.py": [('"schema")', '"schema", "greet")')]}, lambda: copy.holds(check))


OF_EACH_FORMAT = ("test_golden", "test_nothing_is_lost_without_a_word")
FORMAT = '''"""Names: the names of all events, one a line."""

from eventsmith.formats._format import one_file
from eventsmith.model import Catalog, Event


@one_file(".names.txt", holds={Catalog: {"events"}, Event: {"name"}})
def write(catalog: Catalog) -> tuple[str, list[str]]:
    """A line for each event."""
    return "".join(f"{' '.join(event.name.split())}\\n" for event in catalog.events), []
'''


def test_a_format_is_a_file_and_its_golden(copy: Copy) -> None:
    row = next(line for line in CONTRIBUTING.splitlines() if line.startswith("| a format |"))
    assert row.split("|")[3].strip() == "its golden"
    (copy.source / "formats" / "names.py").write_text(FORMAT)
    golden = copy.root / "tests" / "goldens" / "sample.names.txt"
    check = "from tests.formats import test_every_format as formats\n"
    check += "added = formats.format_named('names')\nassert added in formats.all_formats()\n"
    write = f"{check}open({str(golden)!r}, 'wb').write(*added.write(formats.sample()).files.values())"
    check += "".join(f"formats.{name}(added)\n" for name in OF_EACH_FORMAT)
    check += "formats.test_no_golden_is_left_over()\nformats.test_each_has_a_name_and_a_summary()\n"
    check += "formats.test_a_format_is_found_by_name_or_named()\n"
    assert not copy.holds(check)
    assert copy.holds(write)
    assert copy.holds(check)


@pytest.mark.deep
def test_a_field_of_the_model_touches_what_is_said_of_it(copy: Copy) -> None:
    changes = {
        "tests/sample.toml": [('name = "Account Created"\n', 'name = "Account Created"\nreviewer = "Growth"\n')],
        "formats/_catalog_schema.py": [
            ('        "status": "An idea', '        "reviewer": "Who looks at it",\n        "status": "An idea')
        ],
    }
    assert touched_besides("a field of the model") == [*changes]
    copy.change("model/event.py", '    stage: str = ""\n', '    stage: str = ""\n    reviewer: str = ""\n')
    check = "from tests.formats import test_catalog_schema as schema, test_every_format as formats\n"
    check += "schema.test_every_key_is_described_and_none_says_what_python_needs()\n"
    check += "formats.test_the_sample_uses_every_field_and_type()\n"
    check += "from eventsmith.formats import all_formats\n"
    check += "assert all(' reviewer' in format_.write(formats.sample()).losses[0] for format_ in all_formats())"
    assert_needed(copy, changes, lambda: copy.holds(check))


@pytest.mark.deep
def test_a_page_is_a_place_of_the_path_as_well(copy: Copy) -> None:
    make = '    if name == "later":\n        from eventsmith.tui.pages.later import GoalPage\n\n'
    make += "        return GoalPage(id=name)\n"
    first = '    if name == "events":\n'
    changes = {
        "tui/pages/__init__.py": [(first, make + first)],
        "tui/actions.py": [('"campaigns", "review"), 1)', '"campaigns", "review", "later"), 1)')],
        "ground/labels.py": [
            ('    "review": "Review",\n', '    "review": "Review",\n    "later": "Later",\n'),
            ('    "review": "Everything', '    "later": "What is put off.",\n    "review": "Everything'),
        ],
        "queries/progress.py": [
            ('"campaigns", "review")', '"campaigns", "review", "later")'),
            ('    "review": lambda', '    "later": lambda catalog: True,\n    "review": lambda'),
        ],
        "plain/walk.py": [('    "review": review,\n', '    "review": review,\n    "later": review,\n')],
    }
    assert touched_besides("a page") == [*changes]
    shutil.copy(copy.source / "tui" / "pages" / "goal.py", copy.source / "tui" / "pages" / "later.py")
    check = (
        "from eventsmith.ground.labels import ABOUT, PAGES\nfrom eventsmith.model import Catalog\n"
        "from eventsmith.plain.walk import _ASK\nfrom eventsmith.queries.progress import PATH, progress\n"
        "from eventsmith.rules import Judge\nfrom eventsmith.tui.actions import ACTIONS\n"
        "from eventsmith.tui.pages import make_page\n"
        "assert 'later' in PAGES and {*PAGES} == {*ABOUT} == {*PATH} == {*_ASK}\n"
        "assert progress(Catalog(), Judge(()).judge(Catalog()))['later'].done\n"
        "assert {*PATH} <= {action.name for action in ACTIONS}\n"
        "assert type(make_page('later')).__module__ == 'eventsmith.tui.pages.later'\n"
    )
    assert_needed(copy, changes, lambda: copy.holds(check))
