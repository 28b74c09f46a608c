"""The campaigns of a session as rows, with what presets offer and what nothing uses. Draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.incremental import PerItem
from eventsmith.ground.labels import GOALS
from eventsmith.queries.campaign_offers import campaign_offers
from eventsmith.queries.combined_presets import combined_presets
from eventsmith.queries.event_offers import offered_name
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import lit
from eventsmith.tui.views.row import Row, Rows
from eventsmith.tui.views.rows import worst_mark

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Campaign, Catalog, Place
    from eventsmith.session.session import Session


def campaign_rows(session: Session) -> Rows:
    """The catalog's campaigns, then those offered, then what nothing uses."""
    from eventsmith.queries.unused import unused

    catalog, issues = session.catalog, session.issues
    offers = campaign_offers(catalog)
    offered = {f"offer:{campaign.name}": campaign for _, campaign in offers}
    _idle.update_to(unused(catalog))
    keys = [f"own:{number}" for number in range(len(catalog.campaigns))]
    keys += [*(("head:offered by presets", *offered) if offered else ())]
    keys += [*(("head:nothing uses yet", *_idle.made) if _idle.made else ())]

    def make(key: str) -> Row:
        kind, _, name = key.partition(":")
        if kind == "head":
            return Row(key, (name.upper(),), " ", "heading")
        if kind == "own":
            mark, tone = worst_mark(issues.under(("campaigns", int(name))))
            return Row(key, (catalog.campaigns[int(name)].name or "(no name yet)",), mark or "✓", tone)
        if kind == "offer":
            return Row(key, (offered[key].name,), "★" if offered[key].goal in catalog.goals else "○", "faint")
        event_number, _, number = name.partition(":")
        event = catalog.events[int(event_number)]
        title = event.name or "(no name yet)"
        if number:
            title += f": {event.properties[int(number)].name}"
        return Row(key, (title,), "·", "faint")

    return Rows(keys, make)


_idle: PerItem[Place, str] = PerItem(lambda place: ":".join(("unused", *map(str, place[1::2]))))


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
        return lit(f"A campaign says which event starts which message. {key_of('campaigns.add')} adds one.")
    preset, campaign = _offer(session, key)
    owner = combined_presets(session.catalog.industries).campaign_sources[campaign.name].name
    lines = [
        lit(campaign.name, "bold"),
        lit(f"Offered by {owner}. {key_of('campaigns.pick')} takes it, with the events it needs."),
    ]
    if campaign.goal:
        lines.append(lit(f"Goal: {GOALS[campaign.goal]}"))
    names = [offered_name(session.catalog, preset, event) for event in preset.events if event.id in campaign.events()]
    lines += [lit(""), lit(f"Message: {campaign.message}"), lit(""), lit(f"Events: {', '.join(names)}")]
    return Content("\n").join(lines)


def told(session: Session, key: str) -> Content:
    """What the campaign of a row will do, in plain words."""
    from eventsmith.queries.campaign_sentence import describe_campaign

    kind, _, name = key.partition(":")
    if kind == "own":
        return lit(describe_campaign(session.catalog, session.catalog.campaigns[int(name)]))
    return lit(describe_campaign(*_offer(session, key))) if kind == "offer" else lit("")


def _offer(session: Session, key: str) -> tuple[Catalog, Campaign]:
    offers = campaign_offers(session.catalog)
    return next((preset, own) for preset, own in offers if f"offer:{own.name}" == key)
