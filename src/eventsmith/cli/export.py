"""Export a catalog to another format.

A single file goes to standard output, or to PATH (into PATH, if that is a
folder); several files go into the folder PATH. Files that exist already are
left alone, unless they are empty or the same, or --force is given, as in a
script that exports again. What the format cannot hold is listed on standard
error.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from textwrap import fill

from eventsmith.cli._command import DONE, CommandError, Parser
from eventsmith.cli._files import DASH, for_each, read_whole
from eventsmith.cli._output import say_bytes, tell
from eventsmith.ground.sanitise import visible


def arguments(parser: Parser) -> None:
    from eventsmith.formats import all_formats

    parser.takes("FILE --to FORMAT [-o PATH] [--force]", least=1, most=1)
    parser.add_argument("--to", metavar="FORMAT", required=True, help="one of the formats below")
    parser.add_argument(
        "-o", "--output", metavar="PATH", default=DASH, help="where to write (default: standard output)"
    )
    parser.add_argument("--force", action="store_true", help="overwrite what is at PATH")
    lines = [fill(f"  {each.name:12}  {each.summary}", 80, subsequent_indent=" " * 16) for each in all_formats()]
    parser.epilog = "\n".join(["formats:", *lines])


def run(options: argparse.Namespace) -> int:
    return for_each(options.words, lambda name: _export(name, options.to, options.output, force=options.force))


def _export(name: str, to: str, output: str, *, force: bool) -> int:
    from eventsmith.formats import NoSuchFormatError, format_named
    from eventsmith.session.exporting import CannotExportError, WouldOverwriteError, write_files

    try:
        format_ = format_named(to)
    except NoSuchFormatError as error:
        raise CommandError(f"eventsmith export: {visible(str(error))}") from error
    written = format_.write(read_whole(name).catalog)
    if output == DASH:
        _to_stdout(written.files, to)
    else:
        try:
            write_files(written.files, Path(output), None if name == DASH else Path(name), overwrite=force)
        except WouldOverwriteError as error:
            cure = "choose another path, or overwrite it with --force"
            raise CommandError(f"eventsmith export -o: {visible(str(error))}; {cure}") from error
        except CannotExportError as error:
            raise CommandError(f"eventsmith export -o: {visible(str(error))}") from error
    for loss in written.losses:
        tell(f"{visible(name)}: {visible(loss)}")
    return DONE


def _to_stdout(files: Mapping[str, bytes], to: str) -> None:
    if len(files) != 1:
        raise CommandError(f"eventsmith export: {to} consists of {len(files)} files; name a folder for them with -o")
    say_bytes(next(iter(files.values())))
