"""The limits that a platform sets on names and texts, and the reasons why it refuses one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from eventsmith.ground.linear_pattern import Pattern


class Refusal(NamedTuple):
    """The reason why a platform refuses a text."""

    kind: Literal["characters", "bytes", "pattern", "collected", "word", "start"]
    """Which limit it is: length in characters or in bytes, a pattern, names that the platform sends by itself, words or
    beginnings that it reserves.
    """
    limit: int = 0
    """The greatest length allowed, where length is the reason."""
    length: int = 0
    """The length of the text."""
    words: str = ""
    """For other reasons: the pattern in words, or the reserved word or beginning."""


@dataclass(frozen=True, eq=False)
class Wording:
    """The limits on a name or a text."""

    max_length: int | None = None
    """In characters."""
    max_bytes: int | None = None
    """In bytes of UTF-8, where a platform counts those: letters other than a to z take two to four."""
    pattern: str = ""
    """The `Pattern` of the whole text; `pattern_says` puts it in words, to be read after “takes”."""
    pattern_says: str = ""
    collected: tuple[str, ...] = ()
    """Names that the platform sends by itself, and so refuses from code."""
    reserved: tuple[str, ...] = ()
    reserved_however_written: bool = False
    """Whether words are reserved in any case and spacing."""
    reserved_prefixes: tuple[str, ...] = ()
    standard: tuple[str, ...] = ()
    """Names with a meaning of their own to the platform, in just this spelling."""

    def refusal(self, text: str) -> Refusal | None:
        """Return the first reason why the platform refuses the text; None where it accepts it."""
        if self.max_length is not None and len(text) > self.max_length:
            return Refusal("characters", self.max_length, len(text))
        if self.max_bytes is not None and len(text) * 4 > self.max_bytes:
            length = len(text.encode("utf-8", "surrogatepass"))
            if length > self.max_bytes:
                return Refusal("bytes", self.max_bytes, length)
        if self.pattern and not self._form.matches(text):
            return Refusal("pattern", words=self.pattern_says)
        if text in self.collected:
            return Refusal("collected", words=text)
        if self.reserved and (word := self._words.get(self._key(text))):
            return Refusal("word", words=word)
        prefix = next((prefix for prefix in self.reserved_prefixes if text.startswith(prefix)), None)
        return Refusal("start", words=prefix) if prefix else None

    def refuses(self, text: str) -> str | None:
        """Return that reason in words, to be read after “takes …”."""
        why = self.refusal(text)
        if why is None:
            return None
        if why.kind == "pattern":
            return self.pattern_says
        if why.kind == "collected":
            return f"no “{text}” from code: it collects that by itself"
        if why.kind == "word":
            return f"no “{text}”: it keeps that word for itself"
        if why.kind == "start":
            return f"nothing that starts with “{why.words}”: it keeps that for itself"
        return f"at most {why.limit} {why.kind}, this has {why.length}"

    @cached_property
    def _form(self) -> Pattern:
        from eventsmith.ground.linear_pattern import Pattern

        return Pattern(self.pattern)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {self._key(word): word for word in self.reserved}

    def _key(self, text: str) -> str:
        return "".join(text.split()).casefold() if self.reserved_however_written else text


ANYTHING = Wording()
"""No stated limit."""
