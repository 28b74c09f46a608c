"""Discovery of packages in which every module holds one thing: rules, formats, commands."""

from importlib import import_module
from importlib.resources import files
from types import ModuleType


def names_in(package: str) -> list[str]:
    """List the names of the modules in a package, sorted; a leading underscore marks machinery, which is left out."""
    return sorted(
        entry.name.removesuffix(".py")
        for entry in files(package).iterdir()
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    )


def modules_in(package: str) -> list[ModuleType]:
    """Import and return the modules in a package, sorted by name."""
    return [import_module(f"{package}.{name}") for name in names_in(package)]


def title_of(module_name: str) -> str:
    """Derive a public name from a module's: `eventsmith.rules.event_is_late` holds `event-is-late`."""
    return module_name.rpartition(".")[2].replace("_", "-")
