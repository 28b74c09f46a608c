"""Shows the presets there are, one of them, or their folder.

list names them; show NAME shows the events and campaigns of one; path names
the folder that their files are in.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventsmith.cli._command import DONE, CommandError, Parser, UsageError, count, did_you_mean
from eventsmith.cli._output import say
from eventsmith.visible import visible

if TYPE_CHECKING:
    from eventsmith.model import Catalog

_ACTIONS = ("list", "show", "path")


def arguments(parser: Parser) -> None:
    """See _command."""
    parser.takes("[list | show NAME… | path]", "NAME", most=None)


def run(options: argparse.Namespace) -> int:
    """See _command."""
    action, names = (options.words or ["list"])[0], options.words[1:]
    if action not in _ACTIONS:
        near = did_you_mean(action, _ACTIONS) or f"; there are {', '.join(_ACTIONS)}"
        raise UsageError(f"eventsmith presets: “{action}” is not known{near}")
    if action == "show" and not names:
        raise UsageError("eventsmith presets show: NAME is missing; “eventsmith presets” lists them")
    if action != "show" and names:
        raise UsageError(f"eventsmith presets {action}: “{names[0]}” is one too many")
    if action == "show":
        _show(names)
    elif action == "path":
        from eventsmith.presets import preset_folder

        say(str(preset_folder()))
    else:
        _list()
    return DONE


def _list() -> None:
    from eventsmith.presets import all_presets

    presets = all_presets()
    width = max((len(preset.name) for preset in presets), default=0)
    for preset in presets:
        say(f"{preset.name:{width}}  {preset.title}")


def _show(names: list[str]) -> None:
    from eventsmith.presets import NoSuchPresetError, preset_catalog

    try:
        catalogs = [preset_catalog(name) for name in names]
    except NoSuchPresetError as error:
        raise CommandError(f"eventsmith presets: {visible(str(error))}") from error
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
