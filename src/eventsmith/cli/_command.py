"""What a command is: its arguments, its exit status, and the errors that end it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, Protocol

from eventsmith.ground import disk, streams
from eventsmith.ground.sanitise import visible
from eventsmith.ground.shell_line import shell_line

DONE, WRONG, CANNOT, OUR_BUG = 0, 1, 2, 70
"""Exit statuses: nothing is wrong; something is; the command could not be carried out; it hit a bug of ours."""


class Command(Protocol):
    """A module of this folder without a leading underscore: the command of the same name.

    Its docstring is its help page: `--help` shows all of it, the list of all commands its first line. That list imports
    every command, so what only `run` needs is imported in `run`.
    """

    @staticmethod
    def arguments(parser: Parser) -> None:
        """Declare the words and options of the command to a parser that so far takes none but `--help`."""

    @staticmethod
    def run(options: argparse.Namespace) -> int:
        """Run the command and return the exit status; `words` of the options are all arguments that are not options.

        Results go to standard output, all else to standard error. Raises CommandError if it cannot be carried out, and
        UsageError if the options do not go together; the caller reports either and exits with CANNOT.
        """


class CommandError(Exception):
    """A command cannot be carried out. The text says why, and what would help."""


class UsageError(CommandError):
    """The command line is wrong."""


class Parser(argparse.ArgumentParser):
    """The arguments of one command: options, and words such as file names, in any order.

    argparse parses only the options: on Python 3.11 it accepts neither words on both sides of an option nor, after
    `--`, words that look like options.
    """

    def __init__(self, command: str, page: str) -> None:
        super().__init__(
            prog=f"eventsmith {command}",
            usage="%(prog)s [options]",
            description=page,
            formatter_class=_page_of_the_terminal,
            add_help=False,
            allow_abbrev=False,
        )
        # Python 3.14 would colour the text, and what we print shows escape sequences instead of obeying them.
        self.color = False
        self._word, self._least = "FILE", 0
        self._most: int | None = 0
        self.add_argument("-h", "--help", action="store_true", help="show this help and exit")

    def takes(self, usage: str, word: str = "FILE", *, least: int = 0, most: int | None = 0) -> None:
        """Set how many words the command takes (any number if `most` is None), and its line of usage."""
        self.usage = f"%(prog)s {usage}"
        self._word, self._least, self._most = word, least, most

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the options, with all arguments that are not options in `words`. Raises UsageError."""
        end = arguments.index("--") if "--" in arguments else len(arguments)
        options, rest = self.parse_known_args(arguments[:end])
        unknown = next((word for word in rest if word.startswith("-") and word != "-"), None)
        if unknown is not None:
            known = [name for action in self._actions for name in action.option_strings]
            near = file_of_that_name(self.prog, unknown) or did_you_mean(unknown.partition("=")[0], known)
            self.error(f"there is no option “{visible(unknown)}”{near}")
        words = [*rest, *arguments[end + 1 :]]
        if len(words) < self._least:
            self.error(f"{self._word} is missing")
        if self._most is not None and len(words) > self._most:
            self.error(f"“{words[self._most]}” is one argument too many")
        options.words = words
        return options

    def error(self, message: str) -> NoReturn:
        """Raise UsageError, where argparse would exit the process."""
        raise UsageError(f"{self.prog}: {message}\n{self.format_usage().rstrip()}")


def _page_of_the_terminal(prog: str) -> argparse.HelpFormatter:
    """Return the formatter of a help page; argparse's own accepts any width that a terminal claims."""
    return argparse.RawDescriptionHelpFormatter(prog, width=streams.terminal_size()[0] - 2)


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """Return an argparse type that accepts one of a few words."""

    def check(text: str) -> str:
        if text in choices:
            return text
        near = did_you_mean(text, choices) or f"; choose from {', '.join(choices)}"
        raise argparse.ArgumentTypeError(f"“{text}” is not known{near}")

    return check


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that suggests the nearest known word; empty if none is near."""
    near = get_close_matches(text.casefold(), list(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""


def file_of_that_name(command: str, word: str) -> str:
    """Return the end of a sentence that says how to name a file that looks like an option; empty if there is none."""
    return f"; “{shell_line(command, file=word)}” means the file of that name" if disk.may_be_there(Path(word)) else ""


def count(number: int, one: str, many: str = "") -> str:
    """Return a number and its noun: “1 event”, “2 events”."""
    return f"{number} {one if number == 1 else many or one + 's'}"
