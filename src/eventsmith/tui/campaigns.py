"""The campaigns of a session as rows, with what presets offer and what nothing uses. Draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.presets import presets_of
from eventsmith.tui.rows import worst_mark
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.rows import Row
from eventsmith.tui.words import GOALS

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Campaign, Catalog
    from eventsmith.session import Session


def campaign_rows(session: Session) -> list[Row]:
    """The catalog's campaigns, then those offered, then what nothing uses."""
    from eventsmith.session import unused

    rows = []
    for number, campaign in enumerate(session.catalog.campaigns):
        mark, tone = worst_mark(session.issues.under(("campaigns", number)))
        rows.append(Row(f"own:{number}", (campaign.name or "(no name yet)",), mark or "✓", tone))
    offered = offers(session)
    if offered:
        rows.append(Row("head:offers", ("OFFERED BY PRESETS",), " ", "heading"))
        goals = session.catalog.goals
        for preset, campaign in offered:
            star = "★" if campaign.goal in goals else "○"
            rows.append(Row(f"offer:{preset.name}:{campaign.name}", (campaign.name,), star, "faint"))
    idle = unused(session.catalog)
    if idle:
        rows.append(Row("head:unused", ("NOTHING USES YET",), " ", "heading"))
        for place in idle:
            event = session.catalog.events[int(place[1])]
            if len(place) == 2:
                rows.append(Row(f"unused:{place[1]}", (event.name or "(no name yet)",), "·", "faint"))
            else:
                prop = event.properties[int(place[3])]
                rows.append(Row(f"unused:{place[1]}:{place[3]}", (f"{event.name}: {prop.name}",), "·", "faint"))
    return rows


def offers(session: Session) -> list[tuple[Catalog, Campaign]]:
    """Campaigns of the picked industries' presets that the catalog has not, those for the picked goals first."""
    own = {campaign.name for campaign in session.catalog.campaigns}
    found: dict[str, tuple[Catalog, Campaign]] = {}
    for preset in presets_of(session.catalog.industries):
        for campaign in preset.campaigns:
            if campaign.name not in own:
                found.setdefault(campaign.name, (preset, campaign))
    return sorted(found.values(), key=lambda entry: entry[1].goal not in session.catalog.goals)


def take(session: Session, key: str) -> Edit:
    """The edit that takes the offered campaign of a row, with the events it needs."""
    from eventsmith.edits import take_campaign

    preset, campaign = _offer(session, key)
    return take_campaign(session.catalog, preset, campaign)


def offer_text(session: Session, key: str) -> Content:
    """What an offered campaign does."""
    if not key.startswith("offer:"):
        if key.startswith("unused:"):
            return lit("No campaign, segment or analysis uses this. Enter goes there: give it a use, or remove it.")
        return lit("A campaign says which event starts which message. A adds one.")
    preset, campaign = _offer(session, key)
    lines = [lit(campaign.name, "bold"), lit(f"Offered by {preset.name}. Space takes it, with the events it needs.")]
    if campaign.goal:
        lines.append(lit(f"Goal: {GOALS[campaign.goal]}"))
    return Content("\n").join([*lines, lit(""), *(lit(line) for line in sentences(preset, campaign))])


def sentences(catalog: Catalog, campaign: Campaign) -> list[str]:
    """What a campaign does, line by line, in the words of its catalog's events."""
    from eventsmith.session import show_value

    names = {event.id: event.name for event in catalog.events}
    lines = [f"Starts with: {names.get(campaign.trigger, campaign.trigger)}"]
    lines += [f"Only if: {c.property} {c.operator} {show_value(c.value)}" for c in campaign.conditions]
    if campaign.wait:
        lines.append(f"Then wait: {campaign.wait}")
    if campaign.unless:
        lines.append("Unless: " + ", ".join(names.get(event, event) for event in campaign.unless))
    if campaign.message:
        lines.append(f"Message: {campaign.message}")
    if campaign.goal_event:
        within = f" within {campaign.goal_within}" if campaign.goal_within else ""
        lines.append(f"Worked when: {names.get(campaign.goal_event, campaign.goal_event)}{within}")
    return lines


def _offer(session: Session, key: str) -> tuple[Catalog, Campaign]:
    return next(
        (preset, campaign) for preset, campaign in offers(session) if f"offer:{preset.name}:{campaign.name}" == key
    )
