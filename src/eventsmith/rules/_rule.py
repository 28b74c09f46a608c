"""What a rule is, what it finds, and how a rule's file is turned into one. Knows no particular rule.

A rule is a function in a file named for what is wrong; the file's docstring is its page. What it looks at is in its
parameters' names:

    event, settings                one event
    prop, event, settings          one property of an event
    users, event, settings         one event, and the campaigns that point at it
    campaign, events, settings     one campaign, and the events that it points at, by ID
    catalog, settings              the whole: cheap questions only, it is asked at every edit
    twins, settings                things compared with each other: all that share a key that `compares` says
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from sys import modules
from typing import Any, Literal, NamedTuple, get_args

from eventsmith.destinations import Destination
from eventsmith.edits import Edit
from eventsmith.model import Budget, Catalog, Event, Form, Naming, Place
from eventsmith.one_per_file import title_of

Severity = Literal["error", "warning", "hint"]
"""Cannot work; will hurt; worth a thought."""

LooksAt = Literal["event", "prop", "users", "campaign", "catalog", "twins"]
KINDS: tuple[LooksAt, ...] = get_args(LooksAt)


@dataclass(frozen=True, slots=True)
class Settings:
    """What things are judged under besides themselves."""

    naming: Naming
    budget: Budget
    language: str
    stages: tuple[str, ...]
    destinations: tuple[Destination, ...]

    def speaks_english(self, event: Event) -> bool:
        """Form and casing are judged in English only."""
        return (event.language or self.language).partition("-")[0].lower() == "en"

    @property
    def form(self) -> Form:
        """The one form of all names."""
        return self.naming.form


@dataclass(frozen=True, slots=True)
class Fix:
    """The edit that puts something right. Safe where the meaning cannot change: `eventsmith fix` makes only those."""

    label: str
    make: Callable[[Catalog, Place], Edit]
    """Given the catalog and the place of the thing that was looked at (of the first twin, of ())."""
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, at a place within the thing looked at, and the cure in words."""

    at: Place
    message: str
    fix: Fix | None = None
    of: int = 0
    """Which of the twins it is about."""


class Twin(NamedTuple):
    """One of several things that share a key."""

    event: Event
    at: Place
    """Where in the event the key stands."""
    text: str
    """The key as the catalog has it."""


Keys = Callable[[Event], Iterable[tuple[str, Twin]]]
Check = Callable[..., Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """One thing that can be wrong."""

    name: str
    severity: Severity
    check: Check
    looks_at: LooksAt
    compares: Keys | None = None

    @cached_property
    def page(self) -> str:
        """Its page: a summary line, why it matters, then Bad and Good as TOML."""
        return (modules[self.check.__module__].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]


def rule(severity: Severity, *, compares: Keys | None = None) -> Callable[[Check], Rule]:
    """Makes the decorated function the rule of its file."""

    def decorate(check: Check) -> Rule:
        first: Any = check.__code__.co_varnames[0]  # every check is a plain function
        return Rule(title_of(check.__module__), severity, check, first, compares)

    return decorate


def set_at(place: Place, value: Any, label: str) -> Fix:
    """The fix that puts one value at a place within the thing looked at."""
    from eventsmith.edits import Set

    return Fix(label, lambda catalog, thing: Set((*thing, *place), value, label))


Findings = Iterator[Finding]
