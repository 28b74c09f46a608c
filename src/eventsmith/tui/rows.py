"""The session as plain rows and lines: what the pages show of it. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.presets import presets_of
from eventsmith.tui.text import MARKS, lit
from eventsmith.tui.widgets.row import Row, Rows
from eventsmith.words import GOALS

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Campaign, Catalog, Event, Place
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
    if taken > budget:
        word = f"{taken} events, {taken - budget} over the budget of {budget}: which ones would nobody miss?"
    else:
        word = f"{taken} of {budget} events. The fewer, the easier they are to use"
    return Content.assemble(("█" * filled + "░" * (width - filled), tone), "  ", word)


def offers(session: Session) -> list[tuple[Catalog, Event]]:
    """Events that the presets of the picked industries offer and the catalog has not, each once."""
    from eventsmith.session import offered_events

    return offered_events(session.catalog, presets_of(session.catalog.industries))


def is_offered(session: Session, index: int) -> bool:
    """Whether a preset of the picked industries has the event, and would offer it again."""
    from eventsmith.edits import find_event

    event = session.catalog.events[index]
    alone = session.catalog.model_copy(update={"events": (event,)})
    presets = presets_of(session.catalog.industries)
    return any(find_event(alone, other) is not None for preset in presets for other in preset.events)


def take(session: Session, key: str) -> Edit:
    """The edit that takes the offered event of a row."""
    from eventsmith.edits import take_events

    preset, event = _offer(session, key)
    return take_events(session.catalog, preset, [event.id])


def _offer(session: Session, key: str) -> tuple[Catalog, Event]:
    wanted = key.partition(":")[2]
    return next((preset, event) for preset, event in offers(session) if event.id == wanted)


def event_rows(session: Session, wanted: str = "") -> Rows:
    """All events, taken and offered, stage by stage, that have a text somewhere."""
    catalog, issues = session.catalog, session.issues
    wanted = wanted.strip().casefold()
    stages: dict[str, list[str]] = {stage: [] for stage in catalog.stages}
    for index, event in enumerate(catalog.events):
        if not wanted or _has(event, wanted):
            stages.setdefault(event.stage, []).append(f"event:{index}")
    offered = {f"offer:{event.id}": (preset, event) for preset, event in offers(session)}
    for key, (_, event) in offered.items():
        if not wanted or _has(event, wanted):
            stages.setdefault(event.stage, []).append(key)
    serving = _serving(session)

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
        why = ", ".join(campaign.name for campaign in serving.get(event.id, ()))
        star = "★" if event.id in serving else "○"
        return Row(key, (offered_name(catalog, preset, event), why), star, "faint")

    return Rows([key for stage, those in stages.items() if those for key in (f"stage:{stage}", *those)], make)


def offered_name(catalog: Catalog, preset: Catalog, event: Event) -> str:
    """The name that an event of a preset would get here."""
    from eventsmith.edits import name_in_form

    return name_in_form(catalog, event, catalog.naming.form, preset.naming.form)


def _has(event: Event, wanted: str) -> bool:
    texts = (event.name, event.id, *event.aliases, *event.former_ids, *(prop.name for prop in event.properties))
    return any(wanted in text.casefold() for text in texts)


def _serving(session: Session) -> dict[str, list[Campaign]]:
    """IDs of preset events -> the campaigns for the picked goals that start with them or aim at them."""
    goals = session.catalog.goals
    serving: dict[str, list[Campaign]] = {}
    for preset in presets_of(session.catalog.industries):
        for campaign in preset.campaigns:
            if campaign.goal in goals:
                for event_id in dict.fromkeys((campaign.trigger, campaign.goal_event)):
                    known = serving.setdefault(event_id, [])
                    if all(other.name != campaign.name for other in known):
                        known.append(campaign)
    return serving


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
            role = (
                "triggers"
                if campaign.trigger == event.id
                else "ends"
                if event.id in campaign.unless
                else "is the goal of"
            )
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
