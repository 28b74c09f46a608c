r"""Patterns of whole texts, matched in time linear in the text: nobody's file can hold up the work.

They are a plain subset of Python's regular expressions: characters, `.`, `[…]`, `\d`, `\w`, `\s`, groups, `|`, and `*`,
`+`, `?`, `{3}`, `{3,}` or `{3,5}` after any of these. Python's own engine backtracks, and with some patterns and texts
it is busy for years; here all alternatives are followed at once.

RE2 would do the same, but its `\w` is ASCII only, a match takes eight times as long (7 µs against 0.9, at every key),
and it has no wheel for musl.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from functools import partial

_TOKEN = re.compile(
    r"(?P<one>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[dwsDWS]|\\[^A-Za-z0-9]|[^\\()\[\]{}|*+?^$])"
    r"|(?P<times>[*+?]|\{\d{1,4}(?:,\d{0,4})?\})|(?P<open>\((?:\?:)?(?!\?))|(?P<sign>[|)])",
    re.DOTALL,
)
_MOST_STATES = 300
_MOST_DEPTH = 20
_MOST_STEPS = 10_000
"""The number of cached steps: names consist of few letters, and repeat the same steps."""
_MEANS_NOTHING = {
    "^": "a pattern is of the whole text; leave out “^” and “$”",
    "$": "a pattern is of the whole text; leave out “^” and “$”",
    "(": "of groups, only “(…)” and “(?:…)” are understood",
    "[": "it is not closed",
    "\\": "of letters behind it, only “\\d”, “\\w” and “\\s” are understood",
}

_Piece = Callable[[int], int]
"""A part of a pattern: a function that adds its states before the given one and returns the first of them."""


class PatternError(ValueError):
    """A text is not a valid pattern; the message says where and why."""


class Pattern:
    """A compiled pattern. Raises PatternError if the text is not one."""

    def __init__(self, text: str) -> None:
        self._ones: list[re.Pattern[str] | None] = [None]
        """By state: the character class that leads on; None if no character is consumed."""
        self._next: list[tuple[int, ...]] = [()]
        self._text, self._at = text, 0
        start = self._choice(0)(0)
        if self._at < len(text):
            raise PatternError(f"“)” at character {self._at + 1} closes nothing")
        self._known: dict[frozenset[int], _Ways] = {}
        self._steps = 0
        self._start = self._ways(self._reached([start]))

    def matches(self, text: str) -> bool:
        """Return whether the whole text matches."""
        now = self._start
        for letter in text:
            now = now[letter]
        return now.is_end

    def step(self, states: frozenset[int], letter: str) -> _Ways:
        """Return the state set reached by one more character."""
        self._steps += 1
        if self._steps % _MOST_STEPS == 0:
            self._known.clear()
            self._start = self._ways(self._start.states)
        ones = ((state, self._ones[state]) for state in states)
        led = (self._next[state] for state, one in ones if one is not None and one.fullmatch(letter))
        return self._ways(self._reached(state for following in led for state in following))

    def _ways(self, states: frozenset[int]) -> _Ways:
        if states not in self._known:
            self._known[states] = _Ways(self, states)
        return self._known[states]

    def _reached(self, states: Iterable[int]) -> frozenset[int]:
        """Return the states and all that can be reached from them without consuming a character."""
        found: set[int] = set()
        more = list(states)
        while more:
            state = more.pop()
            if state not in found:
                found.add(state)
                if self._ones[state] is None:
                    more += self._next[state]
        return frozenset(found)

    def _state(self, one: re.Pattern[str] | None, *following: int) -> int:
        if len(self._next) > _MOST_STATES:
            raise PatternError("it is too long once its repetitions are written out; say the length by “max_length”")
        self._ones.append(one)
        self._next.append(following)
        return len(self._next) - 1

    def _choice(self, depth: int) -> _Piece:
        options = [self._row(depth)]
        while self._text.startswith("|", self._at):
            self._at += 1
            options.append(self._row(depth))
        return options[0] if len(options) == 1 else partial(self._add_choice, options)

    def _row(self, depth: int) -> _Piece:
        row: list[_Piece] = []
        while self._at < len(self._text):
            token = _TOKEN.match(self._text, self._at)
            if token is None:
                sign = self._text[self._at]
                why = _MEANS_NOTHING.get(sign, f"for the character itself, write “\\{sign}”")
                raise PatternError(f"“{sign}” at character {self._at + 1} means nothing here: {why}")
            if token["sign"]:
                break
            if token["times"]:
                raise PatternError(f"“{token[0]}” at character {self._at + 1} stands behind nothing to repeat")
            row.append(self._repeated(self._group(token, depth) if token["open"] else self._one(token)))
        return partial(self._add_row, row)

    def _one(self, token: re.Match[str]) -> _Piece:
        try:
            with warnings.catch_warnings():
                # Python warns of what a later version will read differently.
                warnings.simplefilter("error")
                one = re.compile(token[0])
        except (re.error, Warning, OverflowError):
            raise PatternError(f"“{token[0]}” at character {self._at + 1} cannot be read") from None
        self._at = token.end()
        return lambda following: self._state(one, following)

    def _group(self, token: re.Match[str], depth: int) -> _Piece:
        if depth == _MOST_DEPTH:
            raise PatternError(f"its groups are nested more than {_MOST_DEPTH} deep")
        self._at = token.end()
        inner = self._choice(depth + 1)
        if not self._text.startswith(")", self._at):
            raise PatternError(f"“(” at character {token.start() + 1} is not closed")
        self._at += 1
        return inner

    def _repeated(self, piece: _Piece) -> _Piece:
        token = _TOKEN.match(self._text, self._at)
        if token is None or not token["times"]:
            return piece
        self._at = token.end()
        known = {"*": ("0", ""), "+": ("1", ""), "?": ("0", "1")}
        least, most = known.get(token[0]) or _numbers(token[0])
        if most and int(least) > int(most):
            raise PatternError(f"“{token[0]}” at character {token.start() + 1} asks for more than it allows")
        return partial(self._add_repeated, piece, int(least), int(most) if most else None)

    def _add_choice(self, options: list[_Piece], following: int) -> int:
        return self._state(None, *(option(following) for option in options))

    def _add_row(self, row: list[_Piece], following: int) -> int:
        # An empty row gets a state too, so that repeating it cannot loop forever.
        following = following if row else self._state(None, following)
        for piece in reversed(row):
            following = piece(following)
        return following

    def _add_repeated(self, piece: _Piece, least: int, most: int | None, following: int) -> int:
        if most is None:
            loop = self._state(None)
            self._next[loop] = (piece(loop), following)
            following = loop
        for _ in range((most or least) - least):
            following = self._state(None, piece(following), following)
        for _ in range(least):
            following = piece(following)
        return following


class _Ways(dict[str, "_Ways"]):
    """A set of reached states, with the sets that follow by next character, filled as they are needed."""

    def __init__(self, pattern: Pattern, states: frozenset[int]) -> None:
        super().__init__()
        self.states, self.is_end = states, 0 in states
        self._pattern = pattern

    def __missing__(self, letter: str) -> _Ways:
        following = self[letter] = self._pattern.step(self.states, letter)
        return following


def _numbers(braces: str) -> tuple[str, str]:
    least, comma, most = braces[1:-1].partition(",")
    return least, most if comma else least
