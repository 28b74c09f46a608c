"""The campaigns of a session as rows, with what presets offer and what nothing uses. Draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.session import campaign_offers, sentences
from eventsmith.tui.rows import worst_mark
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.row import Row, Rows
from eventsmith.words import GOALS

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Campaign, Catalog
    from eventsmith.session import Session


def campaign_rows(session: Session) -> Rows:
    """The catalog's campaigns, then those offered, then what nothing uses."""
    from eventsmith.session import unused

    catalog, issues = session.catalog, session.issues
    offers = campaign_offers(catalog)
    offered = {f"offer:{preset.name}:{campaign.name}": campaign for preset, campaign in offers}
    idle = {":".join(("unused", *map(str, place[1::2]))): place for place in unused(catalog)}
    keys = [f"own:{number}" for number in range(len(catalog.campaigns))]
    keys += [*(("head:offered by presets", *offered) if offered else ())]
    keys += [*(("head:nothing uses yet", *idle) if idle else ())]

    def make(key: str) -> Row:
        kind, _, name = key.partition(":")
        if kind == "head":
            return Row(key, (name.upper(),), " ", "heading")
        if kind == "own":
            mark, tone = worst_mark(issues.under(("campaigns", int(name))))
            return Row(key, (catalog.campaigns[int(name)].name or "(no name yet)",), mark or "✓", tone)
        if kind == "offer":
            return Row(key, (offered[key].name,), "★" if offered[key].goal in catalog.goals else "○", "faint")
        place = idle[key]
        event = catalog.events[int(place[1])]
        title = event.name or "(no name yet)"
        if len(place) > 2:
            title += f": {event.properties[int(place[3])].name}"
        return Row(key, (title,), "·", "faint")

    return Rows(keys, make)


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


def _offer(session: Session, key: str) -> tuple[Catalog, Campaign]:
    offers = campaign_offers(session.catalog)
    return next((preset, own) for preset, own in offers if f"offer:{preset.name}:{own.name}" == key)
