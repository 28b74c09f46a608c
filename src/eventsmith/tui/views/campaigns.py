"""Rows and texts of the campaigns page: own campaigns, those that presets offer, and what nothing uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.incremental import PerItem
from eventsmith.ground.labels import GOALS
from eventsmith.queries.campaign_offers import campaign_offer, campaign_offers
from eventsmith.queries.campaign_sentence import describe_campaign
from eventsmith.queries.combined_presets import combined_presets
from eventsmith.queries.event_offers import offered_name
from eventsmith.queries.unused import unused
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import lit, lit_lines
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered
from eventsmith.tui.views.rows import worst_mark

if TYPE_CHECKING:
    from eventsmith.model import Campaign, Catalog, Place
    from eventsmith.session.session import Session


def campaign_rows(session: Session) -> Rows:
    """Return rows of the catalog's campaigns, then of offered ones, then of events and properties that nothing uses."""
    catalog, issues = session.catalog, session.issues
    offers = campaign_offers(catalog)
    offered = {RowKey("offer", id=campaign.name): campaign for _, campaign in offers}
    _idle.update_to(unused(catalog))
    keys = [*numbered("own", len(catalog.campaigns))]
    keys += [*((RowKey("head", id="offered by presets"), *offered) if offered else ())]
    keys += [*((RowKey("head", id="not used yet"), *_idle.made) if _idle.made else ())]

    def make(key: RowKey) -> Row:
        if key.kind == "head":
            return Row(key, (key.id.upper(),), " ", "heading")
        if key.kind == "own":
            mark, tone = worst_mark(issues.under(("campaigns", key.number)))
            return Row(key, (catalog.campaigns[key.number].name or "(no name yet)",), mark or "✓", tone)
        if key.kind == "offer":
            return Row(key, (offered[key].name,), "★" if offered[key].goal in catalog.goals else "○", "faint")
        event = catalog.events[key.number]
        title = event.name or "(no name yet)"
        if key.within >= 0:
            title += f": {event.properties[key.within].name}"
        return Row(key, (title,), "·", "faint")

    return Rows(keys, make)


def _idle_key(place: Place) -> RowKey:
    return RowKey("unused", int(place[1]), int(place[3]) if len(place) > 3 else -1)


_idle: PerItem[Place, RowKey] = PerItem(_idle_key)


def offer_text(session: Session, key: RowKey) -> Content:
    """Describe the offered campaign of a row; for any other row, say what to do there."""
    if key.kind != "offer":
        if key.kind == "unused":
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
    lines += [lit(""), lit_lines(f"Message: {campaign.message}"), lit(""), lit(f"Events: {', '.join(names)}")]
    return Content("\n").join(lines)


def sentence(session: Session, key: RowKey) -> Content:
    """Say in plain words what the campaign of a row will do; empty where the row has none."""
    if key.kind == "own":
        return lit(describe_campaign(session.catalog, session.catalog.campaigns[key.number]))
    return lit(describe_campaign(*_offer(session, key))) if key.kind == "offer" else lit("")


def _offer(session: Session, key: RowKey) -> tuple[Catalog, Campaign]:
    return campaign_offer(session.catalog, key.id)
