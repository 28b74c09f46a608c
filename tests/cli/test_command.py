"""Every module of the folder is a command, as `Command` in _command.py describes one."""

import inspect
from importlib import import_module
from types import FunctionType

import pytest

from eventsmith.cli._command import Command
from eventsmith.ground.one_per_file import names_in

PROMISED = {name: each.__func__ for name, each in vars(Command).items() if isinstance(each, staticmethod)}


@pytest.mark.parametrize("name", names_in("eventsmith.cli"))
def test_a_module_is_a_command(name: str) -> None:
    module = import_module(f"eventsmith.cli.{name}")
    own = {key: value for key, value in vars(module).items() if isinstance(value, FunctionType)}
    for part, promised in PROMISED.items():
        assert inspect.signature(own[part], eval_str=True) == inspect.signature(promised, eval_str=True), part
    summary, blank, *_ = (*(module.__doc__ or "").split("\n"), "")
    assert summary.endswith(".")
    assert not blank
    # Ruff asks no function of a command for its docstring, so that these two need none.
    bare = {key for key, value in own.items() if value.__module__ == module.__name__ and not value.__doc__}
    assert {key for key in bare if not key.startswith("_")} <= {*PROMISED}
