"""The session as plain rows and lines: what the pages show of it. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.session import budget_words, event_offers, offered_name, role_in, serving
from eventsmith.tui.text import MARKS, lit
from eventsmith.tui.widgets.row import Row, Rows
from eventsmith.words import GOALS

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Catalog, Event, Place
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


def event_rows(session: Session, wanted: str = "") -> Rows:
    """All events, taken and offered, stage by stage, that have a text somewhere."""
    catalog, issues = session.catalog, session.issues
    wanted = wanted.strip().casefold()
    stages: dict[str, list[str]] = {stage: [] for stage in catalog.stages}
    for index, event in enumerate(catalog.events):
        if not wanted or _has(event, wanted):
            stages.setdefault(event.stage, []).append(f"event:{index}")
    offered = {f"offer:{event.id}": (preset, event) for preset, event in event_offers(session.catalog)}
    for key, (_, event) in offered.items():
        if not wanted or _has(event, wanted):
            stages.setdefault(event.stage, []).append(key)
    serves = serving(session.catalog)

    def make(key: str) -> Row:
        kind, _, name = key.partition(":")
        if kind == "stage":
            return Row(key, ((name or "no stage").upper(),), " ", "heading")
        if kind == "event":
            event = catalog.events[int(name)]
            mark, tone = worst_mark(issues.under(("events", int(name))))
            status = "" if event.status == "planned" else event.status
            # A hint is no reason not to show that it is taken.
            return Row(key, (event.name or "(no name yet)", status or event.id), mark if tone else "✓", tone)
        preset, event = offered[key]
        why = ", ".join(campaign.name for campaign in serves.get(event.id, ()))
        star = "★" if event.id in serves else "○"
        return Row(key, (offered_name(catalog, preset, event), why), star, "faint")

    return Rows([key for stage, those in stages.items() if those for key in (f"stage:{stage}", *those)], make)


def _has(event: Event, wanted: str) -> bool:
    texts = (event.name, event.id, *event.aliases, *event.former_ids, *(prop.name for prop in event.properties))
    return any(wanted in text.casefold() for text in texts)


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


def moved(session: Session, index: int, step: int) -> tuple[Edit | None, int]:
    """The edit that moves an event up or down within its stage, then into the next one, and where it then stands."""
    from eventsmith.edits import Move, Set, Together

    catalog = session.catalog
    event = catalog.events[index]
    label = f"move “{event.name}”"
    same = [i for i, other in enumerate(catalog.events) if other.stage == event.stage]
    at = same.index(index) + step
    if 0 <= at < len(same):
        return Move(("events", index), same[at], label), same[at]
    at = (catalog.stages.index(event.stage) if event.stage in catalog.stages else len(catalog.stages)) + step
    if not 0 <= at < len(catalog.stages):
        return None, index
    stage = catalog.stages[at]
    others = [i for i, other in enumerate(catalog.events) if other.stage == stage]
    target = index
    if others:
        target = min(index, others[0]) if step > 0 else max(index, others[-1])
    return Together([Set(("events", index, "stage"), stage), Move(("events", index), target, label)], label), target
