"""Create a catalog from presets, without the app.

Names are put into one form. Campaigns of the presets are included if all their
events are. “eventsmith presets” lists the presets.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.cli._command import DONE, CommandError, Parser, UsageError, count
from eventsmith.cli._files import DASH, for_each, refuse_unconfirmed
from eventsmith.cli._forms import form
from eventsmith.cli._output import say_bytes, tell
from eventsmith.cli._own_folders import presets_option, use_presets_in
from eventsmith.ground import disk
from eventsmith.ground.labels import FORMS
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.model import Catalog

_ENDINGS = (".events.toml", ".toml")


def arguments(parser: Parser) -> None:
    usage = "FILE --preset NAME… (--events ID,… | --all) [--form FORM] [--name NAME] [--presets DIR] [--force]"
    parser.takes(usage, least=1, most=1)
    parser.add_argument(
        "--preset", nargs="+", action="extend", metavar="NAME", required=True, help="the presets to start from"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--events", nargs="+", action="extend", metavar="ID,…", help="take these events")
    which.add_argument("--all", action="store_true", help="take all events")
    parser.add_argument("--form", type=form, default="verb-noun", help=f"the form of names: {', '.join(FORMS)}")
    parser.add_argument("--name", help="the name of the catalog (default: as the file)")
    presets_option(parser)
    parser.add_argument("--force", action="store_true", help="overwrite FILE if it exists")


def run(options: argparse.Namespace) -> int:
    use_presets_in(options.presets)
    if not options.all and not _ids(options):
        raise UsageError("eventsmith new: say which events to take: --events ID,… or --all")
    return for_each(options.words, lambda name: _make(name, options))


def _make(file: str, options: argparse.Namespace) -> int:
    from eventsmith.presets import PresetError
    from eventsmith.queries.combined_presets import combined_presets
    from eventsmith.session.new import NoSuchEventError, new_catalog
    from eventsmith.store import new_document, save, updated_bytes

    name = options.name if options.name is not None else _name_of(file)
    try:
        catalog = new_catalog(options.preset, None if options.all else _ids(options), options.form, name)
    except (PresetError, NoSuchEventError) as error:
        raise CommandError(f"eventsmith new: {visible(str(error))}") from error
    if file == DASH:
        say_bytes(updated_bytes(new_document(None, catalog), catalog))
    else:
        path = Path(file)
        if not options.force and disk.kind(path) in ("file", "other"):
            raise CommandError(f"{visible(file)}: already exists; choose another name, or overwrite it with --force")
        refuse_unconfirmed(save(new_document(path, catalog), catalog, overwrite=options.force))
    tell(f"{visible(file)}: {_contents(catalog)}")
    for told in combined_presets(catalog.industries).conflicts.values():
        for line in told:
            tell(f"note: {visible(line)}")
    return DONE


def _ids(options: argparse.Namespace) -> list[str]:
    return [part.strip() for text in options.events or () for part in text.split(",") if part.strip()]


def _name_of(file: str) -> str:
    """Return the name of a catalog after its file: “My shop” for `my-shop.events.toml`."""
    if file == DASH:
        return ""
    stem = Path(file).name
    for ending in _ENDINGS:
        stem = stem.removesuffix(ending)
    words = visible(stem).replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _contents(catalog: Catalog) -> str:
    return f"{count(len(catalog.events), 'event')}, {count(len(catalog.campaigns), 'campaign')}"
