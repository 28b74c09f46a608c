"""Control and bidirectional characters in the texts of a catalog, and the places of those texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventsmith.edits import Edit, Set, rename_event, rename_property, set_event_id
from eventsmith.ground.sanitise import visible, visible_lines
from eventsmith.model import Campaign, Catalog, Event, Place, PropertyField
from eventsmith.rules._rule import Finding, Fix

PlacedTexts = Iterator[tuple[Place, object]]
_PROSE = frozenset(("description", "when", "message"))
"""Texts that may have several lines."""


def invisible_in(texts: Iterable[tuple[Place, object]]) -> Iterator[Finding]:
    """Yield a finding for each text with invisible characters. The fix is unsafe: some scripts need such characters."""
    for place, text in texts:
        if isinstance(text, str) and not text.isprintable():
            show = visible_lines if place[-1] in _PROSE else visible
            invisible = [c for c in dict.fromkeys(text) if show(c) != c]
            if invisible:
                cleaned = text.translate({ord(c): " " if c in "\t\n" else "" for c in invisible})
                codes = " ".join(map(visible, invisible))
                message = f"“{visible(text)}” contains invisible characters: remove {codes}, or type the text again"
                yield Finding(place, message, _fix(place, cleaned))


def texts_of(thing: Catalog | Event | PropertyField | Campaign) -> PlacedTexts:
    """Return the texts of a thing itself, with their places in it."""
    if isinstance(thing, PropertyField):
        return _texts_of_property(thing)
    if isinstance(thing, Event):
        return _texts_of_event(thing)
    return _texts_of_campaign(thing) if isinstance(thing, Campaign) else _texts_of_catalog(thing)


def _texts_of_event(event: Event) -> PlacedTexts:
    for key in ("id", "name", "stage", "when", "description", "replaced_by", "language"):
        yield (key,), getattr(event, key)
    yield from _numbered("aliases", event.aliases)
    yield from _numbered("former_ids", event.former_ids)


def _texts_of_property(prop: PropertyField) -> PlacedTexts:
    for key in ("name", "description", "unit", "unit_in", "example"):
        yield (key,), getattr(prop, key)
    yield from _numbered("aliases", prop.aliases)
    yield from _numbered("values", prop.values)


def _texts_of_campaign(campaign: Campaign) -> PlacedTexts:
    for key in ("name", "trigger", "message", "wait", "goal_event", "goal_within"):
        yield (key,), getattr(campaign, key)
    yield from _numbered("unless", campaign.unless)
    for number, condition in enumerate(campaign.conditions):
        yield ("conditions", number, "property"), condition.property
        yield ("conditions", number, "value"), condition.value


def _texts_of_catalog(catalog: Catalog) -> PlacedTexts:
    for key in ("name", "description", "language"):
        yield (key,), getattr(catalog, key)
    yield from _numbered("industries", catalog.industries)
    yield from _numbered("destinations", catalog.destinations)
    yield from _numbered("stages", catalog.stages)


def _numbered(key: str, texts: Iterable[object]) -> PlacedTexts:
    for number, text in enumerate(texts):
        yield (key, number), text


def _fix(place: Place, cleaned: str) -> Fix:
    label = "remove the invisible characters"

    def make(catalog: Catalog, thing: Place) -> Edit:
        if thing[:1] == ("events",) and place == ("name",):
            return (
                rename_event(catalog, thing, cleaned) if len(thing) == 2 else rename_property(catalog, thing, cleaned)
            )
        if thing[:1] == ("events",) and place == ("id",):
            return set_event_id(catalog, thing, cleaned)
        return Set((*thing, *place), cleaned, label)

    return Fix(label, make, safe=False)
