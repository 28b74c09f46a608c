"""Finds folders in which every file holds one thing: rules, formats, commands. Knows nothing of what they hold."""

from importlib import import_module
from importlib.resources import files
from types import ModuleType


def names_in(package: str) -> list[str]:
    """Names of the modules in a package, sorted; those with a leading underscore are machinery and left out."""
    return sorted(
        entry.name.removesuffix(".py")
        for entry in files(package).iterdir()
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    )


def modules_in(package: str) -> list[ModuleType]:
    """The modules themselves, imported."""
    return [import_module(f"{package}.{name}") for name in names_in(package)]


def title_of(module_name: str) -> str:
    """The public name of what a file holds: `eventsmith.rules.event_is_late` holds `event-is-late`."""
    return module_name.rpartition(".")[2].replace("_", "-")
