"""The base of every noun of a catalog: an immutable value that refuses only a wrong shape."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from eventsmith.model.equality import same


class Noun(BaseModel):
    """A frozen value that accepts whatever a person can write, however wrong; the rules say what is wrong.

    Two nouns are equal if a file writes them alike, in the same order: an example `true` does not equal an example `1`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __eq__(self, other: object) -> bool:
        equal = super().__eq__(other)
        if equal is not True:
            # Also NotImplemented, for anything that is not a noun.
            return equal
        theirs = other.__dict__
        return all(_alike(value, theirs[name]) for name, value in self.__dict__.items() if not isinstance(value, str))


def _alike(one: Any, other: Any) -> bool:
    return same(one, other, exact=True) and (not isinstance(one, dict) or list(one) == list(other))
