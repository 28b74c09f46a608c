"""Markdown: the catalog as a document that people read.

First the journey stage by stage with links, then every event with its properties and campaigns, then the property
groups that events refer to, then the campaigns as sentences. All text of the catalog is escaped: it cannot become
markup, a link or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventsmith.formats._format import one_file
from eventsmith.formats._losses import item_types_not_held
from eventsmith.formats._markdown_properties import table_of, value_text
from eventsmith.formats._markdown_text import code, inline, link, paragraphs
from eventsmith.formats._values import LIMITS
from eventsmith.model import (
    Budget,
    Campaign,
    Catalog,
    Condition,
    Event,
    Groups,
    Naming,
    Operator,
    Property,
    PropertyField,
    PropertyGroup,
)

_OPERATORS: dict[Operator, str] = {
    "=": "is",
    "!=": "is not",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "contains": "contains",
    "starts-with": "starts with",
    "ends-with": "ends with",
    "is-empty": "is empty",
    "is-not-empty": "is not empty",
}
_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NO_STAGE = "(no stage)"
_NO_NAME = "(no name)"


_OF_CATALOG = (
    "name",
    "description",
    "industries",
    "goals",
    "destinations",
    "language",
    "owner",
    "stages",
    "naming",
    "budget",
    "property_groups",
)
_OF_EVENT = ("id", "name", "stage", "source", "when", "description", "status", "replaced_by", "aliases", "former_ids")
_OF_FIELD = ("name", "type", "required", "description", "aliases", "values", "unit", "unit_in", "example", "used_for")
_HELD_OF_FIELD = {*_OF_FIELD, "item_type", "fields", *LIMITS}
_OF_CAMPAIGN = ("name", "goal", "trigger", "message", "wait", "unless", "goal_event", "goal_within", "conditions")


@one_file(
    ".md",
    holds={
        Catalog: {*_OF_CATALOG, "events", "campaigns"},
        Naming: {"form", "case", "id_case", "property_case", "verbs", "instead"},
        Budget: {"events", "properties"},
        Event: {*_OF_EVENT, "used_for", "language", "platforms", "owner", "tags", "property_groups", "properties"},
        PropertyGroup: {"name", "description", "every_event", "properties"},
        Property: _HELD_OF_FIELD,
        PropertyField: _HELD_OF_FIELD,
        Campaign: {*_OF_CAMPAIGN},
        Condition: {"property", "operator", "value"},
    },
)
def write(catalog: Catalog) -> tuple[str, Iterable[str]]:
    """Return the document, its blocks separated by blank lines, and the losses."""
    blocks = filter(None, _Document(catalog).blocks())
    return "\n\n".join(blocks) + "\n", _losses(catalog)


class _Document:
    """A document being made, with the anchors and roles that its links and events refer to."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.anchors = _anchors(catalog)
        self.groups = Groups(catalog.property_groups)
        self.group_anchors: dict[str, str] = {}
        for group, anchor in zip(catalog.property_groups, self.anchors[len(catalog.events) :], strict=True):
            self.group_anchors.setdefault(group.name, anchor)
        self.by_id: dict[str, int] = {}
        for index, event in enumerate(catalog.events):
            self.by_id.setdefault(event.id, index)
        self.roles = _roles(catalog)
        self.stages: dict[str, list[int]] = {stage: [] for stage in catalog.stages}
        for index, event in enumerate(catalog.events):
            self.stages.setdefault(event.stage, []).append(index)

    def blocks(self) -> Iterator[str]:
        """Yield all blocks in order; some may be empty."""
        yield f"# {inline(self.catalog.name) or 'Events'}"
        yield paragraphs(self.catalog.description)
        yield _settings(self.catalog)
        yield "## The journey"
        yield "\n".join(self._contents())
        for stage, indices in self.stages.items():
            if indices:
                yield f"## {_stage(stage)}"
            for index in indices:
                yield from self._event(index)
        if self.catalog.property_groups:
            yield "## Property groups"
        for group, anchor in zip(self.catalog.property_groups, self.anchors[len(self.catalog.events) :], strict=True):
            yield from self._group(group, anchor)
        if self.catalog.campaigns:
            yield "## Campaigns"
            yield "\n".join(f"- {self._campaign(campaign)}" for campaign in self.catalog.campaigns)

    def _contents(self) -> Iterator[str]:
        for number, (stage, indices) in enumerate(self.stages.items(), 1):
            yield f"{number}. {_stage(stage)}{'' if indices else ': no events'}"
            for index in indices:
                yield f"{' ' * len(f'{number}. ')}- {self._link(index)}"

    def _event(self, index: int) -> Iterator[str]:
        event = self.catalog.events[index]
        yield f'<a id="{self.anchors[index]}"></a>'
        yield f"### {inline(_title(event))}"
        yield " · ".join(filter(None, self._facts(event)))
        if when := paragraphs(event.when):
            yield f"**When:** {when}"
        yield paragraphs(event.description)
        taken = self._taken(event)
        if event.properties:
            yield table_of(event.properties)
        elif not taken:
            yield "No properties."
        if taken:
            yield f"{'And all' if event.properties else 'All'} properties of {taken}."
        if roles := "; ".join(filter(None, self._roles(event))):
            yield f"**In campaigns:** {roles}."

    def _taken(self, event: Event) -> str:
        """Return the groups of an event as a list in words, with what it has otherwise itself."""
        groups = self.groups.of(event)
        names = dict.fromkeys((*event.property_groups, *(group.name for group in groups)))
        own = {prop.name for prop in event.properties}
        twice = dict.fromkeys(prop.name for group in groups for prop in group.properties if prop.name in own)
        but = f", but {', '.join(code(name) or _NO_NAME for name in twice)} as above" if twice else ""
        return f"{' and '.join(map(self._link_to_group, names))}{but}"

    def _group(self, group: PropertyGroup, anchor: str) -> Iterator[str]:
        yield f'<a id="{anchor}"></a>'
        yield f"### {inline(group.name) or _NO_NAME}"
        yield paragraphs(group.description)
        yield "Every event has these." if group.every_event else ""
        yield table_of(group.properties) if group.properties else "No properties."

    def _link_to_group(self, name: str) -> str:
        title = name if inline(name) else _NO_NAME
        return link(title, self.group_anchors[name]) if name in self.group_anchors else code(name) or _NO_NAME

    def _roles(self, event: Event) -> Iterator[str]:
        campaigns = self.roles.get(event.id, {})
        for role in ("starts", "calls off", "is the goal of"):
            yield _named(role, campaigns.get(role, ()))

    def _facts(self, event: Event) -> Iterator[str]:
        yield code(event.id)
        yield event.status
        if event.replaced_by:
            yield f"replaced by {self._link_to(event.replaced_by)}"
        if event.source == "platform":
            yield "collected by the platform itself"
        else:
            yield event.source and f"sent by the {event.source}"
        yield _listed("from", map(inline, event.platforms))
        yield event.owner.strip() and f"owner: {inline(event.owner)}"
        yield event.language and f"named in {code(event.language)}"
        yield _listed("also known as", map(inline, event.aliases))
        yield _listed("former IDs", map(code, event.former_ids))
        yield _listed("used for", event.used_for)
        yield _listed("tags:", map(inline, event.tags))

    def _campaign(self, campaign: Campaign) -> str:
        """Return a campaign as a sentence, and another one for its goal."""
        goal = f" ({campaign.goal})" if campaign.goal else ""
        when = f"when {self._link_to(campaign.trigger)} happens" if campaign.trigger else "at a time that is not said"
        conditions = " and ".join(
            " ".join(
                filter(None, (code(condition.property), _OPERATORS[condition.operator], value_text(condition.value)))
            )
            for condition in campaign.conditions
        )
        unless = " or ".join(map(self._link_to, campaign.unless))
        message = inline(campaign.message)
        steps = (
            f"{when}{' and ' if conditions else ''}{conditions}",
            campaign.wait and f"wait {inline(campaign.wait)}",
            unless and f"unless {unless} happens meanwhile",
            f"send “{message}”" if message else "send a message",
        )
        sentences = [f"**{inline(campaign.name) or _NO_NAME}**{goal}: {', '.join(filter(None, steps))}."]
        within = campaign.goal_within and f"within {inline(campaign.goal_within)}"
        if campaign.goal_event or within:
            reached = campaign.goal_event and self._link_to(campaign.goal_event)
            sentences.append(f"Its goal is {' '.join(filter(None, (reached or 'reached', within)))}.")
        return " ".join(sentences)

    def _link_to(self, event_id: str) -> str:
        return self._link(self.by_id[event_id]) if event_id in self.by_id else code(event_id) or "(nothing)"

    def _link(self, index: int) -> str:
        return link(_title(self.catalog.events[index]), self.anchors[index])


def _roles(catalog: Catalog) -> dict[str, dict[str, list[Campaign]]]:
    """Return the campaigns by the ID of an event in them and by its role: starts, calls off, is the goal of."""
    roles: dict[str, dict[str, list[Campaign]]] = {}
    for campaign in catalog.campaigns:
        parts = [("starts", campaign.trigger), *(("calls off", name) for name in dict.fromkeys(campaign.unless))]
        for role, name in (*parts, ("is the goal of", campaign.goal_event)):
            if name:
                roles.setdefault(name, {}).setdefault(role, []).append(campaign)
    return roles


def _settings(catalog: Catalog) -> str:
    naming, budget = catalog.naming, catalog.budget
    case = f"{naming.case} case" if naming.case else "title case where they are English"
    lines = (
        f"**Names:** {naming.form}, in {case}; IDs in {naming.id_case} case, properties in {naming.property_case} case",
        _listed("**Verbs:**", map(inline, naming.verbs)),
        _listed("**Words:**", (f"“{inline(word)}”, not “{inline(old)}”" for old, word in naming.instead.items())),
        _listed("**Language:**", [code(catalog.language)]),
        _listed("**Owner:**", [inline(catalog.owner)]),
        _listed("**Goals:**", catalog.goals),
        _listed("**Industries:**", map(inline, catalog.industries)),
        _listed("**Destinations:**", map(inline, catalog.destinations)),
        f"**Size:** {len(catalog.events)} of {budget.events} events; at most {budget.properties} properties each",
    )
    return "\n".join(f"- {line}" for line in lines if line)


def _anchors(catalog: Catalog) -> list[str]:
    """Return an anchor for each event, then for each group.

    It is made of the ID or the name where possible, so that links survive a new order.
    """
    wanted = [(event.id, f"event-{number}") for number, event in enumerate(catalog.events, 1)]
    wanted += [(f"group-{group.name}", f"group-{number}") for number, group in enumerate(catalog.property_groups, 1)]
    anchors: dict[str, None] = {}
    for name, else_ in wanted:
        anchor = name if _ANCHOR.fullmatch(name) and name not in anchors else else_
        while anchor in anchors:
            anchor += "-"
        anchors[anchor] = None
    return list(anchors)


def _losses(catalog: Catalog) -> Iterator[str]:
    yield from item_types_not_held(catalog, "Markdown")
    known = {*catalog.stages, ""}
    if foreign := [*dict.fromkeys(event.stage for event in catalog.events if event.stage not in known)]:
        yield f"Markdown shows stages that only events name like those of the catalog ({len(foreign)})"


def _listed(what: str, items: Iterable[str]) -> str:
    said = ", ".join(filter(None, items))
    return f"{what} {said}" if said else ""


def _named(what: str, campaigns: Iterable[Campaign]) -> str:
    return _listed(what, (f"*{inline(campaign.name) or _NO_NAME}*" for campaign in campaigns))


def _title(event: Event) -> str:
    return next(filter(inline, (event.name, event.id)), _NO_NAME)


def _stage(stage: str) -> str:
    return inline(stage) or _NO_STAGE
