"""The session as plain rows and lines: what the pages show of it. Draws nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.incremental import PerItem
from eventsmith.ground.labels import GOALS
from eventsmith.queries.combined_presets import combined_presets
from eventsmith.queries.event_offers import event_offers, offered_name, others_with, role_in, serving
from eventsmith.session.summary import budget_words
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import MARKS, lit, marked
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Event, Place
    from eventsmith.rules import Issue, Issues
    from eventsmith.session.session import Session


MOST_OTHERS = 40
"""Events of presets that are not picked: more than one looks through."""


def worst_mark(issues: Sequence[Issue]) -> tuple[str, str]:
    """The mark and tone of the worst of some issues; empty where there are none."""
    severities = {issue.rule.severity for issue in issues}
    worst = next((severity for severity in MARKS if severity in severities), "")
    return MARKS.get(worst, ""), "" if worst == "hint" else worst


def silenced_under(issues: Issues, places: Sequence[Place]) -> list[Issue]:
    """The silenced issues of some places and of all that belongs to them."""
    return [
        issue
        for issue in issues.everything
        if issue.silenced and any(issue.place[: len(place)] == place for place in places)
    ]


def meter(session: Session) -> Content:
    """How many events are taken, against the budget, and why fewer is better."""
    taken, budget = len(session.catalog.events), session.catalog.budget.events
    width = 20
    filled = min(width, round(width * taken / budget)) if budget > 0 else width
    tone = "$text-success" if taken <= budget else "bold $text-warning"
    return Content.assemble(("█" * filled + "░" * (width - filled), tone), "  ", budget_words(session.catalog))


def _offer(session: Session, key: RowKey) -> tuple[Catalog, Event]:
    return next((preset, event) for preset, event in event_offers(session.catalog) if event.id == key.id)


def event_rows(
    session: Session, wanted: str = "", chosen: Collection[int] = (), chosen_offers: Collection[RowKey] = ()
) -> Rows:
    """All events, taken and offered, stage by stage; with a text, those that have it, and those of other presets."""
    catalog, issues, wanted = session.catalog, session.issues, wanted.strip()
    offered = {RowKey("offer", id=event.id): (preset, event) for preset, event in event_offers(catalog)}
    others = {
        RowKey("other", owner=one.presets[0], id=one.event.id): one
        for one in others_with(session.catalog, wanted)[:MOST_OTHERS]
    }
    keys = _keys_of(catalog, offered, wanted)
    if others:
        keys = [*keys, RowKey("stage", id="in other presets"), *others]
    serves = serving(catalog) if offered else {}

    def make(key: RowKey) -> Row:
        if key.kind == "stage":
            return Row(key, ((key.id or "no stage").upper(),), " ", "heading")
        if key.kind == "event":
            event = catalog.events[key.number]
            mark, tone = worst_mark(issues.under(("events", key.number)))
            status = "" if event.status == "planned" else event.status
            # A hint is no reason not to show that it is taken.
            cells = (event.name or "(no name yet)", status or event.id)
            return Row(key, cells, mark if tone else "✓", tone, chosen=key.number in chosen)
        if key.kind == "other":
            cells = (others[key].event.name, others[key].why or others[key].event.id)
            return Row(key, cells, "○", "faint", chosen=key in chosen_offers)
        preset, event = offered[key]
        why = ", ".join(campaign.name for campaign in serves.get(event.id, ()))
        star = "★" if event.id in serves else "○"
        return Row(key, (offered_name(catalog, preset, event), why), star, "faint", chosen=key in chosen_offers)

    return Rows(keys, make)


def still_offered(session: Session, keys: Collection[RowKey]) -> frozenset[RowKey]:
    """Those of the rows' keys that are of events which are offered still, or of other presets."""
    offered = {RowKey("offer", id=event.id) for _, event in event_offers(session.catalog)} if keys else ()
    return frozenset(key for key in keys if key in offered or key.kind == "other")


class _Story:
    """The keys of all rows of the catalog asked about last: the same list where nothing came, went or moved."""

    def __init__(self) -> None:
        self._stages: PerItem[Event, str] = PerItem(lambda event: event.stage)
        self._around: object = None
        self._keys: list[RowKey] = []

    def of(self, catalog: Catalog, offered: Mapping[RowKey, tuple[Catalog, Event]]) -> list[RowKey]:
        """Asked at every key."""
        gone, new = self._stages.update_to(catalog.events)
        around = (catalog.stages, [(key, event.stage) for key, (_, event) in offered.items()])
        if gone != new or around != self._around:
            self._around = around
            own = zip(numbered("event", len(catalog.events)), self._stages.made, strict=True)
            self._keys = _by_stage(catalog.stages, [*own, *around[1]])
        return self._keys


_story = _Story()


def _keys_of(catalog: Catalog, offered: Mapping[RowKey, tuple[Catalog, Event]], wanted: str) -> list[RowKey]:
    """The keys of the rows."""
    from eventsmith.queries.search import find_in

    if not wanted:
        return _story.of(catalog, offered)
    found = [(RowKey("event", at), catalog.events[at].stage) for at in find_in(catalog, wanted)]
    presets = combined_presets(catalog.industries).catalog
    ids = {presets.events[at].id for at in find_in(presets, wanted)}
    found += [(key, event.stage) for key, (_, event) in offered.items() if event.id in ids]
    return _by_stage(catalog.stages, found)


def _by_stage(stages: Sequence[str], found: Iterable[tuple[RowKey, str]]) -> list[RowKey]:
    those: dict[str, list[RowKey]] = {stage: [] for stage in stages}
    for key, stage in found:
        those.setdefault(stage, []).append(key)
    return [key for stage, keys in those.items() if keys for key in (RowKey("stage", id=stage), *keys)]


def offer_text(session: Session, key: RowKey) -> Content:
    """What an offered event is, who offers it, what they do not agree on, and what it is good for."""
    if key.kind == "other":
        return _other_text(key)
    if key.kind != "offer":
        return lit("")
    presets, (whole, event) = combined_presets(session.catalog.industries), _offer(session, key)
    sources = presets.sources[event.id]
    lines = [
        lit(offered_name(session.catalog, whole, event), "bold"),
        lit(f"Offered by {', '.join(preset.name for preset, _ in sources)}. {key_of('events.pick')} takes it."),
        lit(""),
        lit(f"Fires when: {event.when}"),
        *(lit(f"In {preset.name}: {other.when}") for preset, other in sources[1:] if other.when != event.when),
        lit(""),
        lit(event.description),
    ]
    for campaign in whole.campaigns:
        if event.id in campaign.events():
            role = role_in(campaign, event.id)
            goal = f" ({GOALS[campaign.goal]})" if campaign.goal else ""
            star = "★ " if campaign.goal in session.catalog.goals else "  "
            lines.append(lit(f"{star}{role} “{campaign.name}”{goal}"))
    if event.properties:
        lines += [lit(""), lit("Properties: " + ", ".join(prop.name for prop in event.properties))]
    lines += [marked("warning", told) for told in presets.conflicts.get(event.id, ())]
    return Content("\n").join(lines)


def _other_text(key: RowKey) -> Content:
    """What an event of a preset that is not picked is."""
    from eventsmith.presets import PresetError, preset_catalog

    preset, event_id = key.owner, key.id
    try:
        catalog = preset_catalog(preset)
    except PresetError as error:
        # Its file has changed, or gone, since it was listed.
        return lit(str(error))
    event = next((event for event in catalog.events if event.id == event_id), None)
    if event is None:
        return lit(f"The preset “{preset}” no longer has this event")
    lines = [
        lit(event.name, "bold"),
        lit(f"From {catalog.name}, which you have not picked. {key_of('events.pick')} takes just this event."),
        lit(""),
        lit(f"Fires when: {event.when}"),
        lit(""),
        lit(event.description),
        *(lit(f"  used by “{campaign.name}”") for campaign in catalog.campaigns if event.id in campaign.events()),
        lit(""),
        lit("Properties: " + ", ".join(prop.name for prop in event.properties)),
    ]
    return Content("\n").join(lines)
