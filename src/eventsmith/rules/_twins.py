"""Comparison of things that share a key, repeated only for keys that gained or lost a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple

from eventsmith.model import Place
from eventsmith.rules._rule import Compares, Finding, Rule, Settings, T, Text, Twin

InOrder = Callable[[list[Twin[T]]], list[Twin[T]]]
"""A function that sorts twins into the order of the catalog."""


class Compared(NamedTuple, Generic[T]):
    """A finding about one of the things compared."""

    rule: Rule
    at: Place
    """Its place within the thing."""
    first: T
    """The thing whose place, followed by `within`, is given to the fix."""
    within: Place
    finding: Finding


class Twins(Generic[T]):
    """The groups of things that share a key, for a rule that looks at whole groups."""

    def __init__(self, rule: Rule) -> None:
        self._rule, self._compares = rule, _compares(rule)
        self._least = 1 if rule.alone else 2
        self._groups: dict[str, dict[tuple[int, Place], Twin[T]]] = {}
        self._found: dict[str, list[tuple[T, Compared[T]]]] = {}
        self._of: dict[int, dict[str, list[Compared[T]]]] = {}

    def replace(self, left: Sequence[T], came: Sequence[T], settings: Settings, in_order: InOrder[T]) -> Iterator[T]:
        """Replace things, and yield those whose findings changed; some of these may be gone."""
        touched: dict[str, None] = {}
        for thing in left:
            for key, twin in self._compares(thing):
                self._groups[key].pop((id(thing), twin.at), None)
                touched[key] = None
        for thing in came:
            for key, twin in self._compares(thing):
                self._groups.setdefault(key, {})[id(thing), twin.at] = twin
                touched[key] = None
        for key in touched:
            for thing, _ in self._found.pop(key, ()):
                of_thing = self._of.get(id(thing), {})
                if of_thing.pop(key, None):
                    yield thing
                    if not of_thing:
                        del self._of[id(thing)]
            group = self._groups[key]
            if len(group) >= self._least:
                yield from self._check(key, in_order(list(group.values())), settings)
            elif not group:
                del self._groups[key]

    def _check(self, key: str, twins: list[Twin[T]], settings: Settings) -> Iterator[T]:
        rows = []
        for finding in self._rule.check(twins, settings):
            twin = twins[finding.of]
            first = twins[0] if finding.of == 0 else twin
            rows.append((twin.thing, Compared(self._rule, twin.at, first.thing, (), finding)))
        if rows:
            self._found[key] = rows
        for thing, row in rows:
            self._of.setdefault(id(thing), {}).setdefault(key, []).append(row)
            yield thing

    def of(self, thing: T) -> Iterator[Compared[T]]:
        """Yield the findings about a thing, sorted by key."""
        for _, rows in sorted(self._of.get(id(thing), {}).items()):
            yield from rows


class Texts(Generic[T]):
    """The groups of things that share a key, for a rule that looks only at their different texts."""

    def __init__(self, rule: Rule) -> None:
        self._rule, self._compares = rule, _compares(rule)
        self._groups: dict[str, dict[str, dict[int, T]]] = {}
        """By key and text: the things with that text, by identity."""
        self._numbers: dict[str, dict[str, int]] = {}
        self._found: dict[str, dict[str, list[Finding]]] = {}

    def replace(self, left: Sequence[T], came: Sequence[T], settings: Settings, in_order: InOrder[T]) -> Iterator[T]:
        """Replace things, and yield those whose findings changed; some of these may be gone."""
        changed: dict[str, dict[str, int]] = {}
        for thing in left:
            for key, twin in self._compares(thing):
                self._groups[key][twin.text].pop(id(thing), None)
                texts = changed.setdefault(key, {})
                texts[twin.text] = texts.get(twin.text, 0) - 1
        for thing in came:
            for key, twin in self._compares(thing):
                self._groups.setdefault(key, {}).setdefault(twin.text, {})[id(thing)] = thing
                texts = changed.setdefault(key, {})
                texts[twin.text] = texts.get(twin.text, 0) + 1
        for key, texts in changed.items():
            if any(texts.values()):
                yield from self._count(key, texts, settings)

    def _count(self, key: str, texts: dict[str, int], settings: Settings) -> Iterator[T]:
        numbers = self._numbers.setdefault(key, {})
        for text, more in texts.items():
            numbers[text] = numbers.get(text, 0) + more
            if not numbers[text]:
                del numbers[text], self._groups[key][text]
        before = self._found.pop(key, {})
        if len(numbers) > 1:
            ordered = [Text(text, numbers[text]) for text in sorted(numbers, key=lambda text: (-numbers[text], text))]
            found: dict[str, list[Finding]] = {}
            for finding in self._rule.check(ordered, settings):
                found.setdefault(ordered[finding.of].text, []).append(finding)
            if found:
                self._found[key] = found
        now = self._found.get(key, {})
        for text in before.keys() | now.keys():
            yield from self._groups[key].get(text, {}).values()
        if not numbers:
            del self._numbers[key], self._groups[key]

    def of(self, thing: T) -> Iterator[Compared[T]]:
        """Yield the findings about a thing."""
        if not self._found:
            return
        for key, twin in self._compares(thing):
            for finding in self._found.get(key, {}).get(twin.text, ()):
                yield Compared(self._rule, (*twin.at, *finding.at), thing, twin.at, finding)


def _compares(rule: Rule) -> Compares:
    """Return what says under which keys a thing is compared; under none where the rule has no business with it."""
    compares = rule.compares
    assert compares is not None
    if rule.compares_campaigns:
        return compares
    return lambda thing: compares(thing) if rule.judges(thing) else ()
