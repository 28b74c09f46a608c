"""What a platform takes as a name or a text, and what it says to one that it does not take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple


class Refusal(NamedTuple):
    """Why a platform does not take a text."""

    kind: Literal["characters", "bytes", "pattern", "collected", "word", "start"]
    """Which of its limits: on length in characters or in bytes, on form, on names that it sends by itself, on words or
    starts that it keeps."""
    limit: int = 0
    """The greatest length, where this is what it is about."""
    length: int = 0
    """That of the text."""
    words: str = ""
    """Otherwise the form in words, or the word or the start that is not free."""


@dataclass(frozen=True, eq=False)
class Wording:
    """What a platform takes as a name of something, or as a text."""

    max_length: int | None = None
    """In characters."""
    max_bytes: int | None = None
    """In bytes of UTF-8, where a platform counts those: other letters than a to z take two to four."""
    pattern: str = ""
    """A regular expression for the whole; `pattern_says` puts it in words, to be read after “takes”."""
    pattern_says: str = ""
    collected: tuple[str, ...] = ()
    """What the platform sends by itself, so that it takes none from code."""
    reserved: tuple[str, ...] = ()
    reserved_however_written: bool = False
    """Whether the reserved words are so in any case and spacing."""
    reserved_prefixes: tuple[str, ...] = ()
    standard: tuple[str, ...] = ()
    """Names with a meaning of their own to the platform, which it knows in just this spelling."""

    def refusal(self, text: str) -> Refusal | None:
        """Why the platform does not take the text: the first reason, and None where it does."""
        if self.max_length is not None and len(text) > self.max_length:
            return Refusal("characters", self.max_length, len(text))
        if self.max_bytes is not None and len(text) * 4 > self.max_bytes:
            length = len(text.encode("utf-8", "surrogatepass"))
            if length > self.max_bytes:
                return Refusal("bytes", self.max_bytes, length)
        if self.pattern and not self._form.fullmatch(text):
            return Refusal("pattern", words=self.pattern_says)
        if text in self.collected:
            return Refusal("collected", words=text)
        if self.reserved and (word := self._words.get(self._key(text))):
            return Refusal("word", words=word)
        prefix = next((prefix for prefix in self.reserved_prefixes if text.startswith(prefix)), None)
        return Refusal("start", words=prefix) if prefix else None

    def refuses(self, text: str) -> str | None:
        """The same in words, to be read after “takes …”."""
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
    def _form(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {self._key(word): word for word in self.reserved}

    def _key(self, text: str) -> str:
        return "".join(text.split()).casefold() if self.reserved_however_written else text


ANYTHING = Wording()
"""No limit is stated."""
