"""Texts that are not what they seem: with control or bidirectional characters. Knows where texts stand in each noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventsmith.edits import Edit, Set, rename_event, rename_property, set_event_id
from eventsmith.model import Campaign, Catalog, Event, ListField, Place
from eventsmith.rules._rule import Finding, Fix
from eventsmith.visible import visible, visible_lines

Texts = Iterator[tuple[Place, object]]
_PROSE = frozenset(("description", "when", "message"))
"""Texts that may have several lines."""


def hidden_in(texts: Iterable[tuple[Place, object]]) -> Iterator[Finding]:
    """A finding for each text that holds what cannot be seen. The fix is unsafe: some scripts need such characters."""
    for place, text in texts:
        if isinstance(text, str) and not text.isprintable():
            show = visible_lines if place[-1] in _PROSE else visible
            hidden = [c for c in dict.fromkeys(text) if show(c) != c]
            if hidden:
                cleaned = text.translate({ord(c): " " if c in "\t\n" else "" for c in hidden})
                codes = " ".join(map(visible, hidden))
                message = f"“{visible(text)}” holds what cannot be seen: take {codes} out, or type the text anew"
                yield Finding(place, message, _fix(place, cleaned))


def texts_of_event(event: Event) -> Texts:
    """All texts of an event and its properties, with their places."""
    yield ("id",), event.id
    yield ("name",), event.name
    yield ("stage",), event.stage
    yield ("when",), event.when
    yield ("description",), event.description
    yield ("replaced_by",), event.replaced_by
    yield ("language",), event.language
    yield from _numbered("aliases", event.aliases)
    yield from _numbered("former_ids", event.former_ids)
    for number, prop in enumerate(event.properties):
        here: Place = ("properties", number)
        yield from _texts_of_property(prop, here)
        for index, field in enumerate(prop.fields):
            yield from _texts_of_property(field, (*here, "fields", index))


def texts_of_campaign(campaign: Campaign) -> Texts:
    """All texts of a campaign, with their places."""
    yield ("name",), campaign.name
    yield ("trigger",), campaign.trigger
    yield ("message",), campaign.message
    yield ("wait",), campaign.wait
    yield ("goal_event",), campaign.goal_event
    yield ("goal_within",), campaign.goal_within
    yield from _numbered("unless", campaign.unless)
    for number, condition in enumerate(campaign.conditions):
        yield ("conditions", number, "property"), condition.property
        yield ("conditions", number, "value"), condition.value


def texts_of_catalog(catalog: Catalog) -> Texts:
    """The texts of a catalog itself, without its events and campaigns."""
    yield ("name",), catalog.name
    yield ("description",), catalog.description
    yield ("language",), catalog.language
    yield from _numbered("industries", catalog.industries)
    yield from _numbered("destinations", catalog.destinations)
    yield from _numbered("stages", catalog.stages)


def _texts_of_property(prop: ListField, here: Place) -> Texts:
    yield (*here, "name"), prop.name
    yield (*here, "description"), prop.description
    yield (*here, "unit"), prop.unit
    yield (*here, "unit_in"), prop.unit_in
    yield (*here, "example"), prop.example
    for place, text in _numbered("aliases", prop.aliases):
        yield here + place, text
    for place, text in _numbered("values", prop.values):
        yield here + place, text


def _numbered(key: str, texts: Iterable[object]) -> Texts:
    for number, text in enumerate(texts):
        yield (key, number), text


def _fix(place: Place, cleaned: str) -> Fix:
    label = "take out what cannot be seen"

    def make(catalog: Catalog, thing: Place) -> Edit:
        if thing[:1] == ("events",):
            if place == ("name",):
                return rename_event(catalog, thing, cleaned)
            if place == ("id",):
                return set_event_id(catalog, thing, cleaned)
            if place[0] == "properties" and place[-1] == "name":
                return rename_property(catalog, (*thing, *place[:-1]), cleaned)
        return Set((*thing, *place), cleaned, label)

    return Fix(label, make, safe=False)
