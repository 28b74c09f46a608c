"""What a rule is, what it finds, and how a rule's file is turned into one. Knows no particular rule.

A rule is a function in a file named for what is wrong; the file's docstring is its page. What it looks at is in its
parameters' names:

    event, settings                one event
    prop, event, settings          one property of an event, or one field of a list
    thing, settings                any of them by itself: the catalog, an event, property, field or campaign
    users, event, settings         one event, and the campaigns that point at it
    campaign, events, settings     one campaign, and by ID the events that it points at, and what replaces those
    catalog, settings              the whole: cheap questions only, it is asked at every edit
    numbers, catalog, settings     the whole, and how many events have each of the keys that `counts` says
    twins, settings                events, or campaigns, compared: all that share a key that `compares` says of each
    texts, settings                the same, but only where the texts of those differ, and only those texts
    hidden, thing, settings        any of them that ignores rules, and the names of those that found something there
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from sys import modules
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args

from eventsmith.destinations import Destination
from eventsmith.edits import Edit
from eventsmith.ground.one_per_file import title_of
from eventsmith.model import Budget, Campaign, Catalog, Event, Form, Naming, Place
from eventsmith.naming import Spelling, is_english, spelling_of_language

T = TypeVar("T", bound=Event | Campaign)
Severity = Literal["error", "warning", "hint"]
"""Cannot work; will hurt; worth a thought."""

LooksAt = Literal["event", "prop", "thing", "users", "campaign", "catalog", "numbers", "twins", "texts", "hidden"]
KINDS: tuple[LooksAt, ...] = get_args(LooksAt)


@dataclass(frozen=True, slots=True)
class Settings:
    """What things are judged under besides themselves."""

    naming: Naming
    budget: Budget
    language: str
    stages: tuple[str, ...]
    destinations: tuple[Destination, ...]
    spelling: Spelling | None = None
    """How most names of the catalog are spelt."""
    usual: Form | None = None
    """The form that most names have, where it is another and the catalog sets none."""

    def spelling_for(self, event: Event) -> Spelling | None:
        """How a past in the event's name is spelt anew."""
        return spelling_of_language(event.language or self.language) or self.spelling

    def speaks_english(self, event: Event) -> bool:
        """Form and casing are judged in English only."""
        return is_english(event.language or self.language)

    @property
    def form(self) -> Form:
        """The one form of all names."""
        return self.usual or self.naming.form


@dataclass(frozen=True, slots=True)
class Fix:
    """The edit that puts something right. Safe where the meaning cannot change: `eventsmith fix` makes only those."""

    label: str
    make: Callable[[Catalog, Place], Edit]
    """Given the catalog and the place of the thing that was looked at: of the twin's event or campaign (where it is
    about the first, of that), of what has the text, of () for the catalog."""
    safe: bool = True
    within: Place | None = None
    """Where in that thing it puts a value and changes nothing else; None where it may change more."""


class Text(NamedTuple):
    """One of several texts under the same key."""

    text: str
    number: int
    """How many have it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, at a place within the thing looked at, and the cure in words."""

    at: Place
    message: str
    fix: Fix | None = None
    of: int = 0
    """Which of the twins, or of the texts, it is about."""


class Twin(NamedTuple, Generic[T]):
    """One of several events, or campaigns, that share a key."""

    thing: T
    at: Place
    """Where in it the key stands."""
    text: str
    """The key as the catalog has it, or what the things under one key should all have."""


Compares = Callable[[Any], Iterable[tuple[str, Twin[Any]]]]
Counts = Callable[[Event], Iterable[str]]
Check = Callable[..., Iterable[Finding]]


@dataclass(frozen=True, eq=False)
class Rule:
    """One thing that can be wrong."""

    name: str
    severity: Severity
    check: Check
    looks_at: LooksAt
    compares: Compares | None = None
    counts: Counts | None = None
    alone: bool = False

    @property
    def compares_campaigns(self) -> bool:
        """Whether its twins are campaigns: as with checks, the name of the parameter says it."""
        return self.compares is not None and _first_parameter(self.compares) == "campaign"

    @cached_property
    def page(self) -> str:
        """Its page: a summary line, why it matters, then Bad and Good as TOML."""
        return (modules[self.check.__module__].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]


def rule(
    severity: Severity,
    *,
    compares: Compares | None = None,
    counts: Counts | None = None,
    alone: bool = False,
) -> Callable[[Check], Rule]:
    """Makes the decorated function the rule of its file.

    Twins stand in the order of the catalog; there are two or more, with `alone` also one. Texts are different ones,
    each with how many have it, the most frequent first: a property that all events have costs no more than one that
    two have. What is found about a text is said at each that has it, `at` within that.
    """

    def decorate(check: Check) -> Rule:
        first: Any = _first_parameter(check)
        assert first in KINDS, f"{check.__module__}: no rule looks at “{first}”"
        return Rule(title_of(check.__module__), severity, check, first, compares, counts, alone)

    return decorate


def _first_parameter(function: Callable[..., Any]) -> str:
    name: str = function.__code__.co_varnames[0]  # every one is a plain function
    return name


def set_at(place: Place, value: Any, label: str) -> Fix:
    """The fix that puts one value at a place within the thing looked at."""
    from eventsmith.edits import Set

    return Fix(label, lambda catalog, thing: Set((*thing, *place), value, label), within=place)


Findings = Iterable[Finding]
