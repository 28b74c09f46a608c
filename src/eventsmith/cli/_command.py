"""What a command is: its arguments, what it answers, and the errors that end it. Knows no particular command."""

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
"""Exit statuses: nothing is wrong; something is; the command could not be carried out; we made a mistake."""


class Command(Protocol):
    """What a module of this folder is, unless its name has a leading underscore: the command of that name.

    Its docstring is its page: `--help` shows all of it, the list of all commands the first line. It loads what only
    its work needs when it works, since that list imports every command.
    """

    @staticmethod
    def arguments(parser: Parser) -> None:
        """Declare which words and options the command takes, to a parser that so far takes none but `--help`."""

    @staticmethod
    def run(options: argparse.Namespace) -> int:
        """Carry it out as the options say; their `words` are what was no option. Answer the exit status.

        Results go to standard output, all else to standard error. Raises CommandError where it cannot be carried out,
        and UsageError where the options do not go together; whoever calls it tells either and leaves with CANNOT.
        """


class CommandError(Exception):
    """The command cannot be carried out. Its text says why, and what would help."""


class UsageError(CommandError):
    """The command line is wrong."""


class Parser(argparse.ArgumentParser):
    """The arguments of one command: options, and words such as file names, in any order.

    argparse keeps the options only: on Python 3.11 it takes neither words on both sides of an option nor, behind `--`,
    words that look like options.
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
        # Python 3.14 would put colours into the text, which go through `visible` here.
        self.color = False
        self._word, self._least = "FILE", 0
        self._most: int | None = 0
        self.add_argument("-h", "--help", action="store_true", help="show this and leave")

    def takes(self, usage: str, word: str = "FILE", *, least: int = 0, most: int | None = 0) -> None:
        """Says how many words the command takes (`most` is None: any number), and shows its usage."""
        self.usage = f"%(prog)s {usage}"
        self._word, self._least, self._most = word, least, most

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options; what is none is in `words`. Raises UsageError."""
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
            self.error(f"“{words[self._most]}” is one too many")
        options.words = words
        return options

    def error(self, message: str) -> NoReturn:
        """See argparse, which would leave the process."""
        raise UsageError(f"{self.prog}: {message}\n{self.format_usage().rstrip()}")


def _page_of_the_terminal(prog: str) -> argparse.HelpFormatter:
    """What lays out the page of a command; argparse's own takes any width that a terminal claims."""
    return argparse.RawDescriptionHelpFormatter(prog, width=streams.terminal_size()[0] - 2)


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """An argument's type: one of a few words."""

    def check(text: str) -> str:
        if text in choices:
            return text
        near = did_you_mean(text, choices) or f"; there are {', '.join(choices)}"
        raise argparse.ArgumentTypeError(f"“{text}” is not known{near}")

    return check


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """The end of a sentence that names the nearest known word; empty where none is near."""
    near = get_close_matches(text.casefold(), list(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""


def file_of_that_name(command: str, word: str) -> str:
    """The end of a sentence that says how to name a file which looks like an option; empty where there is none."""
    return f"; “{shell_line(command, file=word)}” takes the file of that name" if disk.may_be_there(Path(word)) else ""


def count(number: int, one: str, many: str = "") -> str:
    """“1 event”, “2 events”."""
    return f"{number} {one if number == 1 else many or one + 's'}"
