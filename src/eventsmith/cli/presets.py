"""List the presets, show one, or search their events.

“list” lists them; “show NAME” shows the events and campaigns of one; “search
TEXT” finds events in all of them by name, alias, property or purpose; “path”
shows the folder of the built-in ones, and where your own and the project's go.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventsmith.cli._command import CANNOT, DONE, CommandError, Parser, UsageError, count, did_you_mean
from eventsmith.cli._output import say, tell
from eventsmith.cli._own_folders import presets_option, use_presets_in
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.model import Catalog

_ACTIONS = ("list", "show", "search", "path")


def arguments(parser: Parser) -> None:
    parser.takes("[list | show NAME… | search TEXT | path] [--presets DIR]", "NAME", most=None)
    presets_option(parser)


def run(options: argparse.Namespace) -> int:
    action, names = (options.words or ["list"])[0], options.words[1:]
    if action not in _ACTIONS:
        near = did_you_mean(action, _ACTIONS) or f"; choose from {', '.join(_ACTIONS)}"
        raise UsageError(f"eventsmith presets: “{action}” is not an action{near}")
    if action == "show" and not names:
        raise UsageError("eventsmith presets show: NAME is missing; “eventsmith presets” lists them")
    if action == "search" and not names:
        raise UsageError("eventsmith presets search: TEXT is missing, such as “abandoned cart” or “amount”")
    if action not in ("show", "search") and names:
        raise UsageError(f"eventsmith presets {action}: “{names[0]}” is one argument too many")
    use_presets_in(options.presets)
    if action == "show":
        _show(names)
    elif action == "path":
        _paths()
    elif action == "search":
        _search(" ".join(names))
        return _tell_of_broken()
    else:
        _list()
        return _tell_of_broken()
    return DONE


def _list() -> None:
    from eventsmith.presets import all_presets

    presets = all_presets()
    width = max((len(preset.name) for preset in presets), default=0)
    for preset in presets:
        whose = f"  ({preset.whose})" if preset.whose else ""
        say(f"{visible(preset.name):{width}}  {visible(preset.title)}{whose}")


def _tell_of_broken() -> int:
    """Report own presets that are broken, and why; return the exit status. `main` reports those that cannot be read."""
    from eventsmith.presets import broken_presets

    broken = {name: each for name, each in broken_presets().items() if not each.is_hidden}
    for name, each in broken.items():
        tell(f"eventsmith presets: “{visible(name)}” is broken: {visible(f'{each.path}:{each.message}')}")
    return CANNOT if broken else DONE


def _paths() -> None:
    """Print the built-in presets' folder, the result that scripts read; say beside it where other presets may be."""
    from eventsmith.presets import own_folders, preset_folder

    say(str(preset_folder()))
    folders = own_folders()
    own = f"Your own presets go in {folders['yours']}, a project's" if "yours" in folders else "A project's presets go"
    tell(f"{own} in {folders['project']}")


def _search(text: str) -> None:
    from eventsmith.queries.search import find_in_presets

    found = find_in_presets(text)
    if not found:
        tell(f"eventsmith presets: no event in any preset matches “{visible(text)}”")
    for one in found:
        why = f": {one.why}" if one.why else ""
        say(f"{visible(one.event.id)}  {visible(one.event.name)}{visible(why)}")
        say(f"  {', '.join(map(visible, one.presets))}")


def _show(names: list[str]) -> None:
    from eventsmith.presets import PresetError, preset_catalog

    try:
        catalogs = [preset_catalog(name) for name in names]
    except PresetError as error:
        raise CommandError(visible(str(error))) from error
    for number, catalog in enumerate(catalogs):
        if number:
            say("")
        for line in _overview(catalog):
            say(line)


def _overview(catalog: Catalog) -> Iterator[str]:
    yield visible(catalog.name)
    if catalog.description:
        yield visible(catalog.description)
    yield f"{count(len(catalog.events), 'event')}, {count(len(catalog.campaigns), 'campaign')}"
    widest = max((len(event.id) for event in catalog.events), default=0)
    for stage in [*catalog.stages, *dict.fromkeys(e.stage for e in catalog.events if e.stage not in catalog.stages)]:
        events = [event for event in catalog.events if event.stage == stage]
        if events:
            yield ""
            yield f"{visible(stage) or 'no stage'}:"
        for event in events:
            yield f"  {visible(event.id):{widest}}  {visible(event.name)}: {visible(event.when)}"
    if catalog.campaigns:
        yield ""
        yield "campaigns:"
    for campaign in catalog.campaigns:
        yield f"  {visible(campaign.name)} ({', '.join(visible(event) for event in campaign.events())})"
