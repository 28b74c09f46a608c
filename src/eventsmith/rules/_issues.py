"""The issues of one catalog, indexed by place, so that asking about one place costs no more than that place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count, repeat
from operator import is_
from typing import NamedTuple

from eventsmith.model import Campaign, Event, Place
from eventsmith.rules._rule import Finding, Fix, Rule, Severity

ORDER: Mapping[Severity, int] = {"error": 0, "warning": 1, "hint": 2}

_QUOTED = 200
"""How many characters of a text a message quotes at most."""
_LONG_QUOTE = re.compile(f"“([^”]{{{_QUOTED}}})[^”]+”")


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding of a rule at a place of the catalog."""

    rule: Rule
    place: Place
    message: str
    fix: Fix | None = None
    thing: Place = ()
    """The place of the thing that the rule looked at, which the fix is given."""
    silenced: str = ""
    """The reason that the catalog gives for silencing the issue; empty if it is open."""


class Found(NamedTuple):
    """A finding of a rule, with places relative to its event or campaign, or full ones for the catalog itself."""

    rule: Rule
    thing: Place
    place: Place
    finding: Finding
    reason: str
    """The reason why the thing, or what it is part of, silences the rule. The catalog may silence it, too."""
    first: Event | Campaign | None = None
    """The event or campaign that `thing` is in, if it is not the one that the finding is about."""


class Kind(NamedTuple):
    """What issues are counted by."""

    noun: str
    """“events”, “campaigns”, or “” for issues of the catalog itself."""
    key: str
    """The first step of the place within the event, campaign or catalog; “” for the whole of it."""
    rule: Rule

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return self.rule.severity


@dataclass(frozen=True)
class Issues:
    """All issues of one catalog, in the order of the catalog."""

    numbers: Mapping[Kind, int]
    """How many issues of each kind are open; some may be 0."""
    number_silenced: int
    _of_catalog: Sequence[Found]
    _things: Mapping[str, Sequence[Event | Campaign]]
    """The events and the campaigns, under the keys “events” and “campaigns”."""
    _found_in: Mapping[str, Mapping[int, Sequence[Found]]]
    """The findings of each event and campaign, by its identity."""
    _ignore: Mapping[str, str]

    @cached_property
    def _places(self) -> dict[int, Place]:
        return {
            id(thing): (noun, number) for noun, things in self._things.items() for number, thing in enumerate(things)
        }

    def _place_of(self, thing: Event | Campaign) -> Place:
        """Return a thing's place by searching for it, as numbering ten thousand things takes too long at a key press.

        A caller that needs many places computes `_places` first.
        """
        if "_places" in self.__dict__:
            return self._places[id(thing)]
        return next(
            (noun, number)
            for noun, things in self._things.items()
            for number in compress(count(), map(is_, things, repeat(thing)))
        )

    def _issue(self, found: Found, here: Place) -> Issue:
        rule, thing, place, finding, reason, first = found
        whose = here if first is None else self._place_of(first)
        silenced = reason or self._ignore.get(rule.name, "")
        return Issue(rule, here + place, in_short(finding.message), finding.fix, whose + thing, silenced)

    def _all_of(self, noun: str, number: int) -> Iterator[Issue]:
        """Yield the issues of one event or campaign, silenced ones too."""
        things = self._things[noun]
        found = self._found_in[noun].get(id(things[number]), ()) if number < len(things) else ()
        return (self._issue(one, (noun, number)) for one in found)

    @cached_property
    def everything(self) -> tuple[Issue, ...]:
        """All issues, including silenced ones."""
        _ = self._places  # so that _place_of need not search for each
        issues = [self._issue(one, ()) for one in self._of_catalog]
        for noun, things in self._things.items():
            for number, thing in enumerate(things):
                if id(thing) in self._found_in[noun]:
                    issues.extend(self._all_of(noun, number))
        return tuple(issues)

    @cached_property
    def open(self) -> tuple[Issue, ...]:
        """All issues that are not silenced."""
        return tuple(issue for issue in self.everything if not issue.silenced)

    def under(self, place: Place) -> Sequence[Issue]:
        """Return the open issues at a place and at everything within it."""
        return [issue for issue in self._near(place) if issue.place[: len(place)] == place]

    def at(self, place: Place) -> Sequence[Issue]:
        """Return the open issues at exactly that place, the worst first."""
        return sorted(
            (issue for issue in self._near(place) if issue.place == place), key=lambda issue: ORDER[issue.rule.severity]
        )

    def _near(self, place: Place) -> Sequence[Issue]:
        """Return open issues, among them all at a place and within it."""
        if len(place) < 2 or place[0] not in self._things:
            return self.open if not place or place[0] in self._things else self._own
        known = self._by_thing.get(place[:2])
        if known is None:
            known = [issue for issue in self._own if issue.place[:2] == place[:2]]
            known += [issue for issue in self._all_of(str(place[0]), int(place[1])) if not issue.silenced]
            self._by_thing[place[:2]] = known
        return known

    @cached_property
    def _by_thing(self) -> dict[Place, list[Issue]]:
        return {}

    @cached_property
    def _own(self) -> list[Issue]:
        return [issue for issue in (self._issue(one, ()) for one in self._of_catalog) if not issue.silenced]

    @property
    def counts(self) -> tuple[int, int, int]:
        """The numbers of open errors, warnings and hints."""
        sums: dict[Severity, int] = dict.fromkeys(ORDER, 0)
        for kind, number in self.numbers.items():
            sums[kind.severity] += number
        return sums["error"], sums["warning"], sums["hint"]

    def new_since(self, before: Issues, severity: Severity) -> Sequence[Issue]:
        """Return the open issues, of a severity or worse, that are new: of rules that find more than in `before`."""
        numbers: Counter[Rule] = Counter()
        for issues, sign in ((self, 1), (before, -1)):
            for kind, number in issues.numbers.items():
                numbers[kind.rule] += sign * number
        more = {rule for rule, number in numbers.items() if number > 0 and ORDER[rule.severity] <= ORDER[severity]}
        if not more:
            return ()
        known = {(issue.rule, issue.place, issue.message) for issue in before.open}
        now = [issue for issue in self.open if issue.rule in more]
        return [issue for issue in now if (issue.rule, issue.place, issue.message) not in known] or now


def in_short(message: str) -> str:
    """Return a message with long quotations shortened: somebody may have pasted a page into a name."""
    return _LONG_QUOTE.sub(r"“\1…”", message) if len(message) > _QUOTED else message


def kind_of(noun: str, found: Found) -> Kind:
    """Return the kind that a finding counts towards."""
    place = found.place
    if not noun and len(place) > 1 and place[0] in ("events", "campaigns"):
        noun, place = str(place[0]), place[2:]
    return Kind(noun, str(place[0]) if place else "", found.rule)
