"""Rules, their findings and fixes, and the decorator that makes a function a rule.

A rule is a function in a file that is named for what is wrong; the file's docstring is the rule's page. The names of
its parameters say what it looks at:

    event, settings                one event
    prop, event, settings          one property of an event, or one field of a list
    thing, settings                anything by itself: the catalog, an event, property, field or campaign
    groups, event, settings        one event, and the property groups that it takes
    users, event, settings         one event, and the campaigns that point at it
    campaign, events, settings     one campaign, and by ID the events that it points at and their successors
    catalog, settings              the whole catalog: only for cheap checks, as it is run at every edit
    numbers, catalog, settings     the whole catalog, and how many events have each key that `counts` yields
    twins, settings                all events, or all campaigns, that share a key that `compares` yields for each
    texts, settings                the same, but run only where the texts of the twins differ, and given only those
    silenced, thing, settings      anything that ignores rules, with the names of the rules that are silenced there
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
from eventsmith.model import Budget, Campaign, Catalog, Event, Form, Level, Naming, Place
from eventsmith.naming import Spelling, is_english, spelling_of_language

T = TypeVar("T", bound=Event | Campaign)
Severity = Literal["error", "warning", "hint"]
"""An error cannot work, a warning will hurt, a hint is worth a thought."""

About = Literal["", "wording", "identity"]
"""What a rule on events is about: how an event is called; that it is called, and unlike any other; or anything else.

The wording of events that a platform collects itself is not judged. Of ideas, only wording and identity are.
"""

LooksAt = Literal[
    "event", "prop", "thing", "groups", "users", "campaign", "catalog", "numbers", "twins", "texts", "silenced"
]
KINDS: tuple[LooksAt, ...] = get_args(LooksAt)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the judgement of a thing depends on besides the thing itself."""

    naming: Naming
    budget: Budget
    language: str
    stages: tuple[str, ...]
    destinations: tuple[Destination, ...]
    spelling: Spelling | None = None
    """The spelling of most names in the catalog."""
    usual: Form | None = None
    """The form of most names, if it is not the default and the catalog sets none."""

    def spelling_for(self, event: Event) -> Spelling | None:
        """Return the spelling in which past tenses are written into the event's name."""
        return spelling_of_language(event.language or self.language) or self.spelling

    def speaks_english(self, event: Event) -> bool:
        """Return whether the event is in English, the only language in which form and case are judged."""
        return is_english(event.language or self.language)

    @property
    def form(self) -> Form:
        """The form that all names should have."""
        return self.usual or self.naming.form


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that puts something right. Safe if it cannot change the meaning: `eventsmith fix` makes only those."""

    label: str
    make: Callable[[Catalog, Place], Edit]
    """Build the edit from the catalog and the place of the thing that was looked at.

    For twins, that is the twin's event or campaign; for texts, what has the text; for the catalog, ().
    """
    safe: bool = True
    within: Place | None = None
    """The only place in that thing where the fix changes a value; None if it may change more."""


class Text(NamedTuple):
    """One of several texts under the same key."""

    text: str
    number: int
    """How many things have it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a place within the thing looked at, and in words how to cure it."""

    at: Place
    message: str
    fix: Fix | None = None
    of: int = 0
    """The index of the twin or text that it is about."""


class Twin(NamedTuple, Generic[T]):
    """One of the events or campaigns that share a key."""

    thing: T
    at: Place
    """The place of the key in it."""
    text: str
    """The key as the catalog writes it, or the text that should be the same for all things with the key."""


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
    about: About = ""
    by_default: bool = True
    """Whether it runs in catalogs that do not turn it on under [severity]."""
    with_groups: bool = False
    """Whether the event that it is given has the properties of its groups as well."""

    @property
    def level(self) -> Level:
        """The severity that the rule has in a catalog that says nothing of it; “off” where it does not run there."""
        return self.severity if self.by_default else "off"

    def judges(self, event: Event) -> bool:
        """Return whether the rule applies to an event and what is in it."""
        if event.status == "idea":
            return bool(self.about)
        return event.source != "platform" or self.about != "wording"

    @property
    def compares_campaigns(self) -> bool:
        """Whether its twins are campaigns, which the name of the parameter of `compares` says."""
        return self.compares is not None and _first_parameter(self.compares) == "campaign"

    @cached_property
    def page(self) -> str:
        """The page: a summary line, why it matters, then Bad and Good as TOML."""
        return (modules[self.check.__module__].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]


def rule(
    severity: Severity,
    *,
    compares: Compares | None = None,
    counts: Counts | None = None,
    alone: bool = False,
    about: About = "",
    by_default: bool = True,
    with_groups: bool = False,
) -> Callable[[Check], Rule]:
    """Make the decorated function the rule of its file.

    Twins are given in the order of the catalog: two or more, or with `alone` also just one. Texts are given once each
    with the number of things that have it, the most frequent first, so that a property of all events costs no more
    than one of two events. A finding about a text is reported at each thing that has it, with `at` relative to that.

    A property group is judged as an event that has nothing but the group's name and properties, so that its properties
    are looked at once, however many events take it. A rule that needs all properties of an event says `with_groups`;
    rules that look at users always get them.
    """

    def decorate(check: Check) -> Rule:
        first: Any = _first_parameter(check)
        assert first in KINDS, f"{check.__module__}: no rule looks at “{first}”"
        return Rule(
            title_of(check.__module__), severity, check, first, compares, counts, alone, about, by_default, with_groups
        )

    return decorate


def _first_parameter(function: Callable[..., Any]) -> str:
    name: str = function.__code__.co_varnames[0]  # every one is a plain function
    return name


def set_at(place: Place, value: Any, label: str) -> Fix:
    """Return a fix that sets one value at a place within the thing looked at."""
    from eventsmith.edits import Set

    return Fix(label, lambda catalog, thing: Set((*thing, *place), value, label), within=place)


def remove_at(place: Place, label: str, *, safe: bool) -> Fix:
    """Return a fix that removes what is at a place within the thing looked at."""
    from eventsmith.edits import Remove

    return Fix(label, lambda catalog, thing: Remove((*thing, *place), label), safe)


Findings = Iterable[Finding]
