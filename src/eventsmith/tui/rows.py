"""The session as plain rows and lines: what the pages show of it. Draws nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.session import budget_words, event_offers, offered_name, role_in, serving
from eventsmith.session.remembered import PerItem
from eventsmith.tui.text import MARKS, lit
from eventsmith.tui.widgets.row import Row, Rows
from eventsmith.words import GOALS

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Catalog, Event, Place
    from eventsmith.model.property import Texts
    from eventsmith.rules import Issue, Issues
    from eventsmith.session import Session


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


def take(session: Session, key: str) -> Edit:
    """The edit that takes the offered event of a row."""
    from eventsmith.edits import take_events

    preset, event = _offer(session, key)
    return take_events(session.catalog, preset, [event.id])


def _offer(session: Session, key: str) -> tuple[Catalog, Event]:
    wanted = key.partition(":")[2]
    return next((preset, event) for preset, event in event_offers(session.catalog) if event.id == wanted)


def event_rows(session: Session, wanted: str = "", marked: Collection[int] = ()) -> Rows:
    """All events, taken and offered, stage by stage, that have a text somewhere, be it in a campaign that uses them."""
    catalog, issues = session.catalog, session.issues
    offered = {f"offer:{event.id}": (preset, event) for preset, event in event_offers(catalog)}
    keys = _keys_of(catalog, offered, wanted.strip().casefold())
    serves = serving(catalog)

    def make(key: str) -> Row:
        kind, _, name = key.partition(":")
        if kind == "stage":
            return Row(key, ((name or "no stage").upper(),), " ", "heading")
        if kind == "event":
            event = catalog.events[int(name)]
            mark, tone = worst_mark(issues.under(("events", int(name))))
            status = "" if event.status == "planned" else event.status
            # A hint is no reason not to show that it is taken.
            cells = (event.name or "(no name yet)", status or event.id)
            return Row(key, cells, mark if tone else "✓", tone, chosen=int(name) in marked)
        preset, event = offered[key]
        why = ", ".join(campaign.name for campaign in serves.get(event.id, ()))
        star = "★" if event.id in serves else "○"
        return Row(key, (offered_name(catalog, preset, event), why), star, "faint")

    return Rows(keys, make)


_stages: PerItem[Event, str] = PerItem(lambda event: event.stage)
_texts: PerItem[Event, str] = PerItem(lambda event: _text(event))


def _keys_of(catalog: Catalog, offered: Mapping[str, tuple[Catalog, Event]], wanted: str) -> list[str]:
    """The keys of the rows. Asked at every key, so it is the same list where nothing came, went or moved."""
    _stages.turn_to(catalog.events)
    offered_stages = tuple((key, event.stage) for key, (_, event) in offered.items())
    if not wanted:
        return _story(catalog.stages, tuple(_stages.made), offered_stages)
    _texts.turn_to(catalog.events)
    named = _of_campaigns(catalog, wanted)
    found = [
        (f"event:{at}", event.stage)
        for at, (event, text) in enumerate(zip(catalog.events, _texts.made, strict=True))
        if wanted in text or (named and event.id in named)
    ]
    found += [(key, event.stage) for key, (_, event) in offered.items() if _has(event, wanted)]
    return _by_stage(catalog.stages, found)


@lru_cache(maxsize=1)
def _story(stages: Texts, own: Texts, offered: tuple[tuple[str, str], ...]) -> list[str]:
    """The keys of all rows."""
    return _by_stage(stages, [*((f"event:{at}", stage) for at, stage in enumerate(own)), *offered])


def _by_stage(stages: Sequence[str], found: Iterable[tuple[str, str]]) -> list[str]:
    those: dict[str, list[str]] = {stage: [] for stage in stages}
    for key, stage in found:
        those.setdefault(stage, []).append(key)
    return [key for stage, keys in those.items() if keys for key in (f"stage:{stage}", *keys)]


def _of_campaigns(catalog: Catalog, wanted: str) -> frozenset[str]:
    """The IDs of the events of campaigns that have a text in their names."""
    found = (campaign.events() for campaign in catalog.campaigns if wanted in campaign.name.casefold())
    return frozenset(event for events in found for event in events)


def _has(event: Event, wanted: str) -> bool:
    return wanted in _text(event)


def _text(event: Event) -> str:
    """All in which one finds an event, for looking without regard to case."""
    names = (event.name, event.id, *event.aliases, *event.former_ids)
    return "\n".join((*names, *(prop.name for prop in event.properties))).casefold()


def offer_text(session: Session, key: str) -> Content:
    """What an offered event is, and what it is good for."""
    if not key.startswith("offer:"):
        return lit("")
    preset, event = _offer(session, key)
    lines = [
        lit(offered_name(session.catalog, preset, event), "bold"),
        lit(f"Offered by {preset.name}. Space takes it."),
        lit(""),
        lit(f"Fires when: {event.when}"),
        lit(""),
        lit(event.description),
    ]
    for campaign in preset.campaigns:
        if event.id in campaign.events():
            role = role_in(campaign, event.id)
            goal = f" ({GOALS[campaign.goal]})" if campaign.goal else ""
            star = "★ " if campaign.goal in session.catalog.goals else "  "
            lines.append(lit(f"{star}{role} “{campaign.name}”{goal}"))
    if event.properties:
        lines += [lit(""), lit("Properties: " + ", ".join(prop.name for prop in event.properties))]
    return Content("\n").join(lines)
