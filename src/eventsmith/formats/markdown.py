"""Markdown: the catalog as a document that people read.

First the journey stage by stage with links, then every event with its properties and campaigns, then the campaigns as
sentences. All text of the catalog is escaped: it cannot become markup, a link or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventsmith.formats._format import one_file
from eventsmith.formats._losses import fields_of, item_types_not_held
from eventsmith.formats._markdown_text import code, inline, link, paragraphs, table
from eventsmith.formats._values import as_text, type_in_words
from eventsmith.model import Budget, Campaign, Catalog, Condition, Event, Naming, Operator, Property, PropertyField

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
_COLUMNS = ("Property", "Type", "Required", "Allowed values", "Example", "Meaning", "Used for", "Also known as")
_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NO_STAGE = "(no stage)"


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
)
_OF_EVENT = ("id", "name", "stage", "source", "when", "description", "status", "replaced_by", "aliases", "former_ids")
_OF_FIELD = ("name", "type", "required", "description", "aliases", "values", "unit", "unit_in", "example", "used_for")
_OF_CAMPAIGN = ("name", "goal", "trigger", "message", "wait", "unless", "goal_event", "goal_within", "conditions")


@one_file(
    ".md",
    holds={
        Catalog: {*_OF_CATALOG, "events", "campaigns"},
        Naming: {"form", "case", "id_case", "property_case", "verbs", "instead"},
        Budget: {"events", "properties"},
        Event: {*_OF_EVENT, "used_for", "language", "platforms", "owner", "tags", "properties"},
        Property: {*_OF_FIELD, "item_type", "fields"},
        PropertyField: {*_OF_FIELD, "item_type"},
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
        self.anchors = _anchors(catalog.events)
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
        if event.properties:
            yield table(_COLUMNS, (_row(path, field) for path, field in fields_of(event)))
        else:
            yield "No properties."
        if roles := "; ".join(filter(None, self._roles(event))):
            yield f"**In campaigns:** {roles}."

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
            " ".join(filter(None, (code(condition.property), _OPERATORS[condition.operator], _value(condition.value))))
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
        sentences = [f"**{inline(campaign.name) or '(no name)'}**{goal}: {', '.join(filter(None, steps))}."]
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


def _anchors(events: Iterable[Event]) -> list[str]:
    """Return an anchor for each event: its ID where possible, so that links survive a new order of events."""
    anchors: dict[str, None] = {}
    for number, event in enumerate(events, 1):
        anchor = event.id if _ANCHOR.fullmatch(event.id) and event.id not in anchors else f"event-{number}"
        while anchor in anchors:
            anchor += "-"
        anchors[anchor] = None
    return list(anchors)


def _losses(catalog: Catalog) -> Iterator[str]:
    yield from item_types_not_held(catalog, "Markdown")
    known = {*catalog.stages, ""}
    if foreign := [*dict.fromkeys(event.stage for event in catalog.events if event.stage not in known)]:
        yield f"Markdown shows stages that only events name like those of the catalog ({len(foreign)})"


def _row(path: str, field: PropertyField) -> tuple[str, ...]:
    unit = ", ".join(filter(None, (inline(field.unit), field.unit_in.strip() and f"in {code(field.unit_in)}")))
    return (
        code(path) or "(no name)",
        f"{type_in_words(field)}{f' ({unit})' if unit else ''}",
        "yes" if field.required else "",
        ", ".join(map(_value, field.values)),
        _value(field.example),
        inline(field.description),
        ", ".join(field.used_for),
        ", ".join(filter(None, map(inline, field.aliases))),
    )


def _value(value: object) -> str:
    if value is None:
        return ""
    return inline(as_text(value)) or "“”"


def _listed(what: str, items: Iterable[str]) -> str:
    said = ", ".join(filter(None, items))
    return f"{what} {said}" if said else ""


def _named(what: str, campaigns: Iterable[Campaign]) -> str:
    return _listed(what, (f"*{inline(campaign.name) or '(no name)'}*" for campaign in campaigns))


def _title(event: Event) -> str:
    return next(filter(inline, (event.name, event.id)), "(no name)")


def _stage(stage: str) -> str:
    return inline(stage) or _NO_STAGE
