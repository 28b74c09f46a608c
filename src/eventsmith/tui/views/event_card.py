"""What an event is, on a few lines: when it fires, why it matters, what uses it, and the facts it carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.model import Groups, properties_with_groups
from eventsmith.queries.event_offers import role_in
from eventsmith.tui.text import lit, marked

if TYPE_CHECKING:
    from eventsmith.model import Campaign, Event
    from eventsmith.session.session import Session

STARTS, GOAL = "✉", "◎"
"""The signs of an event that starts a campaign, and of one that is the goal of one."""


def card_title(event: Event) -> Content:
    """Return the name of an event, with its ID, stage and status."""
    parts = [lit(part) for part in (event.id, event.stage, event.status) if part]
    return Content(" ── ").join([lit(event.name or "(no name yet)", "bold"), *parts])


def card(session: Session, index: int) -> Content:
    """Return the card of an event of the catalog."""
    catalog = session.catalog
    event = catalog.events[index]
    facts = [one.name for one in properties_with_groups(event, Groups(catalog.property_groups).of(event))]
    lines = [
        _line("Fires when", event.when, "not said yet"),
        _line("Why", event.description, "not said yet"),
        _line("Uses", "   ".join(_uses(catalog.campaigns, event)), _other_uses(event) or "none yet"),
        _line("Facts", "  ".join(facts), "none yet"),
    ]
    issues = session.issues.under(("events", index))
    lines += [marked(issue.rule.severity, issue.message) for issue in issues[:2]]
    if len(issues) > 2:
        lines.append(lit(f"and {len(issues) - 2} more", "$text-muted"))
    return Content("\n").join(lines)


def _line(label: str, text: str, otherwise: str) -> Content:
    told = lit(" ".join(text.split())) if text else lit(otherwise, "$text-muted italic")
    return Content.assemble((f"{label:<12}", "$text-muted"), told)


def _uses(campaigns: Sequence[Campaign], event: Event) -> list[str]:
    found = []
    for campaign in campaigns:
        if event.id and event.id in campaign.events():
            sign = STARTS if event.id == campaign.trigger else GOAL if event.id == campaign.goal_event else "·"
            found.append(f"{sign} {role_in(campaign, event.id)} “{campaign.name}”")
    return found


def _other_uses(event: Event) -> str:
    return f"for {' and '.join(event.used_for)}" if event.used_for else ""


class EventSigns:
    """The signs of each event that campaigns use; made anew only when the campaigns have changed."""

    def __init__(self) -> None:
        self._campaigns: Sequence[Campaign] | None = None
        self._signs: dict[str, str] = {}

    def of(self, campaigns: Sequence[Campaign]) -> dict[str, str]:
        """Return the signs by the ID of the event."""
        if campaigns is not self._campaigns:
            starts = {campaign.trigger for campaign in campaigns}
            goals = {campaign.goal_event for campaign in campaigns}
            self._campaigns = campaigns
            self._signs = {
                event_id: STARTS * (event_id in starts) + GOAL * (event_id in goals)
                for event_id in starts | goals
                if event_id
            }
        return self._signs
