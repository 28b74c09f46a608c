"""Choosing one or several from numbered lists, by number or by part of a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from eventsmith.plain.interview import Interview

MOST_AT_ONCE = 20
"""The most lines read out at once; nobody listens to more."""
FEW = 5
"""The most lines left over that are read out along with these."""
_NUMBER = re.compile(r"\d{1,9}")
_RANGE = re.compile(r"(\d{1,9})\s*[-–]\s*(\d{1,9})")
HELP_READ = "Enter reads on, all reads the rest, - stops."
HELP_ONE = "Answer with a number, or with part of the text after it."
HELP_SOME = (
    "Answer with numbers, separated by commas: 1, 3, 5-7. Part of a name works, too. What you answer replaces what is "
    "chosen; all chooses all, - chooses none."
)
_HEAR = "; hear 3 tells more about 3"
HELP_CHANGE = "+ 3 adds 3 to what is chosen, - 3 removes it"


Hear = Callable[[str], Sequence[str]]
"""A function that describes an option line by line, given its value."""


class Option(NamedTuple):
    """Something that can be chosen."""

    value: str
    title: str
    group: str = ""
    """The heading said before the first option of each group."""
    about: str = ""
    """Said right after the title. Part of it can be an answer only if no title matches."""


def options_of(pairs: Iterable[tuple[str, str]]) -> list[Option]:
    """Return options without groups, from values and titles."""
    return [Option(value, title) for value, title in pairs]


def read_out(interview: Interview, lines: Sequence[str]) -> None:
    """Read out lines, and ask now and then whether to go on."""
    start = 0
    while start < len(lines):
        end = _chunk_end(start, len(lines))
        for line in lines[start:end]:
            interview.say(line)
        start = end
        while start < len(lines):
            text = interview.ask(f"{start} of {len(lines)} read [Enter reads on]", about=HELP_READ)
            if text == "":
                return
            if text is None:
                break
            if text.casefold() == "all":
                for line in lines[start:]:
                    interview.say(line)
                return
            interview.say(HELP_READ)


def _chunk_end(start: int, number: int) -> int:
    return number if start + MOST_AT_ONCE + FEW >= number else start + MOST_AT_ONCE


def one(
    interview: Interview,
    question: str,
    options: Sequence[Option],
    enter: str,
    *,
    known: Sequence[Option] = (),
    hear: Hear | None = None,
) -> str | None:
    """Ask for one of the options, and return its value; None for Enter alone, whose meaning `enter` says.

    If the list was read out before, as `known`, only what has changed is read out again.
    """
    listed = _List(interview, question, options, known, hear)
    ask = f"A number, please{_HEAR if hear else ''} [{enter}]" if options else f"[{enter}]"
    while True:
        text = interview.ask(ask, about=HELP_ONE, again=listed.read, anew=f"{question} {ask}")
        if text is None:
            return None
        if listed.tells_of(text):
            continue
        found = listed.meant(text)
        if len(found) == 1:
            title = options[found[0]].title
            if not _NUMBER.fullmatch(text) and text.casefold() != title.casefold():
                interview.say(f"Chosen: {title}.")
            return options[found[0]].value
        listed.ask_closer(text, found)


def some(
    interview: Interview,
    question: str,
    options: Sequence[Option],
    enter: str,
    *,
    sets: Mapping[str, Sequence[str]] | None = None,
    now: Collection[str] = (),
    hear: Hear | None = None,
) -> list[str] | None:
    """Ask for several of the options, and return their values in the order of the list; None for Enter alone.

    `sets` are words that stand for several values. What is chosen `now` is said, and can be added to or taken from.
    """
    options = [
        option._replace(about=f"{option.about}, chosen") if option.value in now else option for option in options
    ]
    listed = _List(interview, question, options, hear=hear)
    words = {**(sets or {}), "all": [option.value for option in options]}
    more = f"; or {', '.join(sets)}, all" if sets else f"; {HELP_CHANGE}" if now else ""
    ask = f"Numbers, please, separated by commas{more}{_HEAR if hear else ''} [{enter}]"
    while True:
        text = interview.ask(ask, about=HELP_SOME, again=listed.read, anew=f"{question} {ask}")
        if text is None:
            return None
        if listed.tells_of(text):
            continue
        sign = text[0] if now and len(text) > 1 and text[0] in "+-" else ""
        wanted = _values(listed, options, text.removeprefix(sign).strip(), words)
        if wanted is not None:
            if sign:
                wanted = {*now} | wanted if sign == "+" else {*now} - wanted
            return [option.value for option in options if option.value in wanted]


def _values(listed: _List, options: Sequence[Option], text: str, words: Mapping[str, Sequence[str]]) -> set[str] | None:
    if not _NUMBER.fullmatch(text) and (whole := listed.exactly(text)):
        return {options[at].value for at in whole}
    chosen: set[str] = set()
    for part in filter(None, (part.strip() for part in re.split("[,،、;]", text))):
        if part.casefold() in words:
            chosen.update(words[part.casefold()])
            continue
        found = listed.meant(part)
        if not found or (len(found) > 1 and not _RANGE.fullmatch(part)):
            listed.ask_closer(part, found)
            return None
        chosen.update(options[at].value for at in found)
    return chosen


class _List:
    """Options numbered from 1, some of which were read out."""

    def __init__(
        self,
        interview: Interview,
        question: str,
        options: Sequence[Option],
        known: Sequence[Option] = (),
        hear: Hear | None = None,
    ) -> None:
        self._interview = interview
        self._hear = hear
        self._question = question
        self._options = options
        self._read = 0
        if known:
            interview.say(f"{question} Type “again” to hear all.")
            self._say(at for at, option in enumerate(options) if option not in known[at : at + 1])
            self._read = len(options)
        else:
            self.read()

    def read(self) -> None:
        """Read out the question and the start of the list."""
        self._interview.say(self._question)
        self._read = 0
        self._go_on()

    def _go_on(self) -> None:
        start, end = self._read, _chunk_end(self._read, len(self._options))
        self._say(range(start, end))
        self._read = end
        if end < len(self._options):
            self._interview.say(
                f"{start + 1} to {end} of {len(self._options)}. Type “more” to hear the next, or part of a name."
            )

    def _say(self, numbers: Iterable[int]) -> None:
        group = ""
        for at in numbers:
            option = self._options[at]
            if option.group != group:
                group = option.group
                self._interview.say(f"{group}:")
            self._interview.say(f"  {at + 1}. {option.title}{option.about}")

    def tells_of(self, text: str) -> bool:
        """Describe an option if the text asks for that; return whether it does."""
        word, _, which = text.partition(" ")
        if self._hear is None or word.casefold() != "hear" or not which.strip():
            return False
        found = self.meant(which.strip())
        if len(found) == 1:
            read_out(self._interview, self._hear(self._options[found[0]].value))
        else:
            self.ask_closer(which.strip(), found)
        return True

    def exactly(self, text: str) -> list[int]:
        """Return the indexes of options with exactly that value or title."""
        wanted = text.casefold()
        return [
            at
            for at, option in enumerate(self._options)
            if wanted in (option.value.casefold(), option.title.casefold())
        ]

    def meant(self, text: str) -> list[int]:
        """Return the indexes of options that a number, a range or part of a name can mean."""
        last = len(self._options)
        if _NUMBER.fullmatch(text):
            return [int(text) - 1] if 1 <= int(text) <= last else []
        if match := _RANGE.fullmatch(text):
            start, end = int(match[1]), int(match[2])
            return list(range(start - 1, end)) if 1 <= start <= end <= last else []
        wanted = text.casefold()
        titles = [option.title.casefold() for option in self._options]
        return (
            self.exactly(text)
            or [at for at, title in enumerate(titles) if wanted and title.startswith(wanted)]
            or [at for at, title in enumerate(titles) if wanted and wanted in title]
            or [at for at, option in enumerate(self._options) if wanted and wanted in option.about.casefold()]
        )

    def ask_closer(self, text: str, found: Sequence[int]) -> None:
        """Say why an answer chooses nothing, and what it can mean."""
        if text.casefold() == "more":
            if self._read < len(self._options):
                self._go_on()
            else:
                self._interview.say("That was all.")
        elif not self._options or not text:
            self._interview.say(
                "There is nothing to empty here." if self._options else "There is nothing to choose from."
            )
        elif found:
            self._interview.say(f"{len(found)} match “{text}”:")
            self._say(found[:MOST_AT_ONCE])
        elif _NUMBER.fullmatch(text) or _RANGE.fullmatch(text):
            self._interview.say(f"There is no {text}; the numbers are 1 to {len(self._options)}.")
        else:
            self._interview.say(f"Nothing here matches “{text}”. Answer with a number from 1 to {len(self._options)}.")
