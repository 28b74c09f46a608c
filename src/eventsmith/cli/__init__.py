"""The command line, one module per command. Only the requested command is imported, and the app only to open it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from eventsmith import __version__
from eventsmith.cli import _output
from eventsmith.cli._command import (
    CANNOT,
    DONE,
    OUR_BUG,
    Command,
    CommandError,
    Parser,
    UsageError,
    did_you_mean,
    file_of_that_name,
)
from eventsmith.cli._output import OutputClosedError, say, tell
from eventsmith.cli._own_folders import DESTINATIONS, PRESETS, use_destinations_in, use_presets_in
from eventsmith.ground import disk, streams
from eventsmith.ground.gc_pause import paused
from eventsmith.ground.sanitise import visible
from eventsmith.ground.shell_line import shell_line

COMMANDS = ("new", "check", "fix", "rename", "fmt", "merge", "name", "export", "presets", "rules", "schema")
"""In the order of --help."""

_PLAIN = "--plain"
_INTERRUPTED = 128 + 2
_NOBODY_READS = 128 + 13

_ABOUT = """\
usage: eventsmith [--plain] [--presets DIR] [--destinations DIR] [FILE]
       eventsmith COMMAND … [--destinations DIR]

Design the key events of a customer journey, in the terminal. Without a command,
opens the app, on FILE if given (a new catalog if it does not exist; ./check for
a file with a command's name). With --plain, walks the same path by questions
and answers, line by line, for screen readers and where there is no terminal.

commands:
{commands}

“eventsmith COMMAND --help” explains a command.

options:
  --plain             ask and answer line by line instead of opening the app
  --presets DIR       where the project has its own presets; default: presets
  --destinations DIR  where it has its own destinations; default: destinations
  -h, --help          show this and leave
  --version           show the version and leave

Where a file is expected, - is standard input or output. Exit status: 0 if done
and nothing is wrong, 1 if something is wrong, 2 if the command could not be
carried out, 70 for a bug of ours."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line given by `argv`, by default the process's own, and return the exit status.

    An error is reported in one line, never as a traceback.
    """
    _output.prepare()
    disk.forget_news()
    status, said = _guarded(sys.argv[1:] if argv is None else list(argv))
    for trouble in disk.news(said):
        tell(f"eventsmith: {visible(str(trouble))}")
    try:
        _output.finish()
    except (OutputClosedError, CommandError, KeyboardInterrupt) as error:
        # The status of a command that was cut short says more.
        return status if status >= OUR_BUG else _status_of(error)[0]
    return status


def _guarded(words: Sequence[str]) -> tuple[int, str]:
    """Run a command; return the exit status, and the message if an error was reported."""
    try:
        return _dispatch(words), ""
    except (Exception, KeyboardInterrupt) as error:
        return _status_of(error)


def _status_of(error: Exception | KeyboardInterrupt) -> tuple[int, str]:
    """Report an error if anybody is left to tell; return the exit status and the message."""
    if isinstance(error, OutputClosedError):
        return _NOBODY_READS, ""
    if isinstance(error, KeyboardInterrupt):
        # A reader that has not taken the output by now would hold up the exit as well.
        streams.give_up(sys.stdout)
        return _INTERRUPTED, ""
    if isinstance(error, CommandError | UsageError):
        status, said = CANNOT, str(error) if isinstance(error, UsageError) else f"eventsmith: {error}"
    else:
        status, said = _unexpected(error)
    tell(said)
    return status, said


def _dispatch(words: Sequence[str]) -> int:
    rest, folder = _without(DESTINATIONS, words)
    if folder is not None:
        use_destinations_in(folder)
        return _dispatch(rest)
    if words and words[0] in COMMANDS:
        return _run(words[0], words[1:])
    end = words.index("--") if "--" in words else len(words)
    options = [word for word in words[:end] if word.startswith("-") and word != "-"]
    if "-h" in options or "--help" in options:
        say(_ABOUT.format(commands="\n".join(f"  {name:9} {_summary(name)}" for name in COMMANDS)))
        return DONE
    if "--version" in options:
        say(f"eventsmith {__version__}")
        return DONE
    if any(option.partition("=")[0] == PRESETS for option in options):
        rest, folder = _without(PRESETS, words)
        if rest and rest[0] in COMMANDS:
            _refuse_option(PRESETS, rest)
        use_presets_in(folder)
        return _dispatch(rest)
    unknown = next((option for option in options if option != _PLAIN), None)
    if unknown is not None:
        _refuse_option(unknown, words)
    files = [*(word for word in words[:end] if word != _PLAIN), *words[end + 1 :]]
    if options and files and end == len(words) and files[0] in COMMANDS:
        raise UsageError(f"eventsmith: “{files[0]}” is a command; for a file of that name, write ./{files[0]}")
    if files and end == len(words):
        _refuse_typo(files)
    if len(files) > 1:
        raise UsageError(f"eventsmith: “{files[1]}” is one file too many; the app opens one file at a time")
    name = files[0] if files else None
    return _ask_plainly(name) if options else _open_app(name)


def _run(command: str, words: Sequence[str]) -> int:
    module = _module(command)
    parser = Parser(command, module.__doc__ or "")
    module.arguments(parser)
    end = words.index("--") if "--" in words else len(words)
    if "-h" in words[:end] or "--help" in words[:end]:
        say(parser.format_help().rstrip())
        return DONE
    with paused():
        return module.run(parser.parse(words))


def _module(command: str) -> Command:
    return cast(Command, import_module(f"eventsmith.cli.{command}"))


def _without(option: str, words: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the words without an option that takes a folder, and the folder; None if the option is missing."""
    end = words.index("--") if "--" in words else len(words)
    at = next((number for number, word in enumerate(words[:end]) if word.partition("=")[0] == option), None)
    if at is None:
        return list(words), None
    _, told, folder = words[at].partition("=")
    if not told and at + 1 >= len(words):
        raise UsageError(f"eventsmith: {option} needs a folder")
    return [*words[:at], *words[at + (1 if told else 2) :]], folder if told else words[at + 1]


def _summary(command: str) -> str:
    return (_module(command).__doc__ or "").partition("\n")[0]


def _refuse_option(option: str, words: Sequence[str]) -> None:
    command = next((word for word in words if word in COMMANDS), None)
    if command:
        raise UsageError(f"eventsmith: options go after the command: eventsmith {command} {option} …")
    known = ("--help", "--version", _PLAIN, PRESETS, DESTINATIONS)
    near = file_of_that_name("eventsmith", option) or did_you_mean(option, known)
    raise UsageError(f"eventsmith: there is no option “{visible(option)}”{near or '; eventsmith --help names all'}")


def _refuse_typo(files: Sequence[str]) -> None:
    """Raise UsageError for a word that is close to a command and not a file: a typo rather than a new file's name."""
    word = files[0]
    if "/" in word or "." in word or disk.may_be_there(Path(word)):
        return
    near = "; did you mean “--help”?" if word == "help" else did_you_mean(word, COMMANDS)
    if near or len(files) > 1:
        cure = near or "; “eventsmith --help” lists them all."
        line = shell_line("eventsmith", file=word)
        raise UsageError(
            f"eventsmith: there is no command “{visible(word)}”{cure} “{line}” opens the file of that name"
        )


def _open_app(name: str | None) -> int:
    if name == "-":
        raise CommandError("The app opens a file, not standard input; name one, or see “eventsmith --help”")
    needed = {"standard input": sys.stdin, "standard output": sys.stdout, "standard error": sys.stderr}
    missing = next((what for what, stream in needed.items() if stream is None or not stream.isatty()), None)
    if missing or os.environ.get("TERM") == "dumb":
        why = f"{missing} is not one" if missing else "this one (TERM=dumb) cannot draw a screen"
        plain = shell_line("eventsmith", _PLAIN, file=name)
        raise CommandError(
            f"The app needs a terminal, and {why}. “{plain}” asks its questions line by line instead; for scripts, "
            "“eventsmith new FILE --preset NAME --all” makes a catalog, “eventsmith check FILE” checks one, and "
            "“eventsmith --help” lists the rest"
        )
    from eventsmith.tui import open_app

    status: int = open_app(None if name is None else Path(name))
    return status


def _ask_plainly(name: str | None) -> int:
    if name == "-":
        raise CommandError(
            "The answers come from standard input, so the catalog cannot come from there too; name a file"
        )
    if sys.stdin is None or sys.stdout is None:
        raise CommandError(
            f"{_PLAIN} asks on standard output and reads the answers from standard input, but one of them is closed"
        )
    from eventsmith.plain import open_plain
    from eventsmith.session.opening import why_not_opened
    from eventsmith.store import CannotReadError

    try:
        return open_plain(None if name is None else Path(name))
    except CannotReadError as error:
        raise CommandError(visible(why_not_opened(error))) from error


def _unexpected(error: Exception) -> tuple[int, str]:
    """Return the exit status and the message for an error that no command foresaw.

    Errors of the store are the user's to fix, those of the disk the machine's, all others are bugs of ours.
    """
    store = sys.modules.get("eventsmith.store")  # not imported here: that import may be what failed
    if store and isinstance(error, store.MiswrittenError):
        from eventsmith.session.fault_report import fault_report

        return OUR_BUG, f"eventsmith: {visible(fault_report(error))}"
    if store and isinstance(error, store.CannotReadError | store.CannotSaveError):
        return CANNOT, f"eventsmith: {visible(str(error))}"
    if os.environ.get("EVENTSMITH_DEBUG"):
        import traceback

        tell("".join(traceback.format_exception(error)).rstrip())
    if why := disk.why_stopped(error):
        return CANNOT, f"eventsmith: {visible(why)}. No file is left half-written; fix that, and try again"
    what = visible(f"{type(error).__name__}: {error}"[:300])
    return OUR_BUG, (
        f"eventsmith: this is a bug of ours, not a problem with your file ({what}). No file is left half-written; "
        "please report it. EVENTSMITH_DEBUG=1 shows where it happened"
    )
