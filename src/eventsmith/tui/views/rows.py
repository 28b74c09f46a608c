"""Rows and texts of the events page, and the mark of an item's worst issue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.incremental import PerItem
from eventsmith.ground.labels import GOALS
from eventsmith.model import number_of_events
from eventsmith.presets import PresetError, preset_catalog
from eventsmith.queries.combined_presets import combined_presets
from eventsmith.queries.event_offers import event_offers, offered_name, others_with, role_in, serving, with_offers
from eventsmith.queries.progress import page_of_place
from eventsmith.queries.search import find_in
from eventsmith.session.summary import budget_words
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import MARKS, lit, lit_lines, marked
from eventsmith.tui.views.event_card import EventSigns
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Event, Place
    from eventsmith.rules import Issue, Issues
    from eventsmith.session.session import Session


MOST_OTHERS = 40
"""The number of events from other presets that are listed: more than anybody looks through."""


def worst_mark(issues: Sequence[Issue]) -> tuple[str, str]:
    """Return the mark and tone of the worst issue; empty if there is none."""
    severities = {issue.rule.severity for issue in issues}
    worst = next((severity for severity in MARKS if severity in severities), "")
    return MARKS.get(worst, ""), "" if worst == "hint" else worst


def silenced_under(issues: Issues, places: Sequence[Place]) -> list[Issue]:
    """Return the silenced issues at or below any of the places."""
    return [
        issue
        for issue in issues.everything
        if issue.silenced and any(issue.place[: len(place)] == place for place in places)
    ]


def meter(session: Session) -> Content:
    """Return the number of events against the budget."""
    words = budget_words(session.catalog)
    over = number_of_events(session.catalog) > session.catalog.budget.events
    return Content.assemble("The journey ── ", marked("warning", words) if over else lit(words))


def _offer(session: Session, key: RowKey) -> tuple[Catalog, Event]:
    return next((preset, event) for preset, event in event_offers(session.catalog) if event.id == key.id)


def event_rows(
    session: Session, wanted: str = "", chosen: Collection[int] = (), chosen_offers: Collection[RowKey] = ()
) -> Rows:
    """Return rows of own and offered events, stage by stage; for a text, those that match, also from other presets."""
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
    signs = _signs.of(catalog.campaigns)

    def make(key: RowKey) -> Row:
        if key.kind == "stage":
            return Row(key, ((key.id or "no stage").upper(),), " ", "heading")
        if key.kind == "event":
            event = catalog.events[key.number]
            found = issues.under(("events", key.number))
            mark, tone = worst_mark([one for one in found if page_of_place(one.place) != "properties"])
            status = "" if event.status == "planned" else event.status
            # A mere hint does not hide that the event is taken.
            cells = (event.name or "(no name yet)", status or event.id, signs.get(event.id, ""))
            return Row(key, cells, mark if tone else "✓", tone, chosen=key.number in chosen)
        if key.kind == "other":
            cells = (others[key].event.name, others[key].why or others[key].event.id, "")
            return Row(key, cells, "○", "faint", chosen=key in chosen_offers)
        preset, event = offered[key]
        why = ", ".join(campaign.name for campaign in serves.get(event.id, ()))
        star = "★" if event.id in serves else "○"
        return Row(key, (offered_name(catalog, preset, event), why, ""), star, "faint", chosen=key in chosen_offers)

    return Rows(keys, make)


def still_offered(session: Session, keys: Collection[RowKey]) -> frozenset[RowKey]:
    """Return those of the keys whose events are still offered, or come from presets that are not picked."""
    offered = {RowKey("offer", id=event.id) for _, event in event_offers(session.catalog)} if keys else ()
    return frozenset(key for key in keys if key in offered or key.kind == "other")


class _Story:
    """The keys of all rows of the latest catalog asked about; the same list until an event comes, goes or moves."""

    def __init__(self) -> None:
        self._stages: PerItem[Event, str] = PerItem(lambda event: event.stage)
        self._around: object = None
        self._keys: list[RowKey] = []

    def of(self, catalog: Catalog, offered: Mapping[RowKey, tuple[Catalog, Event]]) -> list[RowKey]:
        """Return the keys for a catalog and the events offered to it, cheaply: lists ask at every key press."""
        gone, new = self._stages.update_to(catalog.events)
        around = (catalog.stages, [(key, event.stage) for key, (_, event) in offered.items()])
        if gone != new or around != self._around:
            self._around = around
            keys = numbered("event", len(catalog.events))
            own: dict[str, list[int]] = {}
            for index, stage in enumerate(self._stages.made):
                own.setdefault(stage, []).append(index)
            offers: dict[str, list[Event]] = {}
            for _, event in offered.values():
                offers.setdefault(event.stage, []).append(event)
            self._keys = []
            for stage in dict.fromkeys((*catalog.stages, *own, *offers)):
                told = with_offers(catalog, own.get(stage, ()), offers.get(stage, ()))
                rows = [keys[one] if isinstance(one, int) else RowKey("offer", id=one.id) for one in told]
                self._keys += [RowKey("stage", id=stage), *rows] if rows else []
        return self._keys


_story = _Story()
_signs = EventSigns()


def _keys_of(catalog: Catalog, offered: Mapping[RowKey, tuple[Catalog, Event]], wanted: str) -> list[RowKey]:
    """Return the keys of all rows, or of those that match the text."""
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
    """Describe an offered event: the presets that offer it, where they disagree, and which campaigns use it."""
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
        lit_lines(f"Fires when: {event.when}"),
        *(lit_lines(f"In {preset.name}: {other.when}") for preset, other in sources[1:] if other.when != event.when),
        lit(""),
        lit_lines(event.description),
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
    """Describe an event from a preset that the user has not picked."""
    preset, event_id = key.owner, key.id
    try:
        catalog = preset_catalog(preset)
    except PresetError as error:
        # Its file has been changed or deleted since it was listed.
        return lit(str(error))
    event = next((event for event in catalog.events if event.id == event_id), None)
    if event is None:
        return lit(f"The preset “{preset}” no longer has this event")
    lines = [
        lit(event.name, "bold"),
        lit(f"From {catalog.name}, which you have not picked. {key_of('events.pick')} takes just this event."),
        lit(""),
        lit_lines(f"Fires when: {event.when}"),
        lit(""),
        lit_lines(event.description),
        *(lit(f"  used by “{campaign.name}”") for campaign in catalog.campaigns if event.id in campaign.events()),
        lit(""),
        lit("Properties: " + ", ".join(prop.name for prop in event.properties)),
    ]
    return Content("\n").join(lines)
