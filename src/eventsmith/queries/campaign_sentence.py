"""A campaign in a few plain sentences.

Events whose names cannot be read as an action are named as they are: “the event “X” happens”.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from eventsmith.model import EMPTY, TIME_UNITS, Campaign, Catalog, Condition, Property, properties_of
from eventsmith.naming import Clause, clause, is_english, split
from eventsmith.queries.value_text import show_value

if TYPE_CHECKING:
    pass

_AN = {"hour": "an"}
_COMPARED = {"<": "less than {}", ">": "more than {}", "<=": "{} or less", ">=": "{} or more"}
_DATED = {"<": "before {}", ">": "after {}", "<=": "{} or before", ">=": "{} or later"}
_TEXTS = {"contains": "contains", "starts-with": "starts with", "ends-with": "ends with"}


def describe_campaign(catalog: Catalog, campaign: Campaign) -> str:
    """Describe who gets the message when, and when the campaign has worked."""
    if not campaign.trigger:
        return "Nothing is sent yet: choose the event that starts it."
    told = _Narrator(catalog, campaign)
    start = f"When {_listed(told.story(campaign))}"
    message = f"send “{campaign.name}”" if campaign.name else "send the message"
    if not campaign.wait:
        sent = f"{start}, {message} at once."
    elif campaign.unless:
        sent = f"{start} {_later(campaign.wait)}, {message}."
    else:
        sent = f"{start}, {message} {_later(campaign.wait)}."
    if not campaign.goal_event:
        return sent
    within = f" within {_duration(campaign.goal_within)}" if campaign.goal_within else ""
    return f"{sent} It has worked if {told.goal(campaign)}{within}."


def describe_condition(catalog: Catalog, campaign: Campaign, condition: Condition) -> str:
    """Describe a condition: “the amount is 1000 or more”."""
    return _Narrator(catalog, campaign).asks(campaign, condition)


class _Narrator:
    """A narrator of the events and conditions of one campaign."""

    def __init__(self, catalog: Catalog, campaign: Campaign) -> None:
        self._catalog = catalog
        wanted = {*campaign.events()}
        self._events = {event.id: event for event in reversed(catalog.events) if event.id in wanted}

    def _clause(self, event_id: str) -> Clause | None:
        event = self._events.get(event_id)
        if event is None:
            return None
        language = event.language or self._catalog.language
        return clause(event.name, self._catalog.naming.form) if is_english(language) else None

    def _name(self, event_id: str) -> str:
        event = self._events.get(event_id)
        return f"the event “{(event.name if event else '') or event_id}”"

    def _is_done_by_customer(self, event_id: str) -> bool:
        told = self._clause(event_id)
        return told is not None and not told.subject

    def story(self, campaign: Campaign) -> list[str]:
        """List what must have happened, which conditions must hold, and what must not have happened meanwhile."""
        told = self._clause(campaign.trigger)
        happened = f"{told.subject or 'someone'} {told.present}" if told else f"{self._name(campaign.trigger)} happens"
        parts = [happened, *(self.asks(campaign, condition) for condition in campaign.conditions)]
        if not campaign.wait:
            return parts
        events = [(event_id, self._clause(event_id)) for event_id in dict.fromkeys(campaign.unless)]
        if done := [known.done for _, known in events if known and not known.subject]:
            # “A payment is declined and has not …” would say that of the payment.
            by_customer = self._is_done_by_customer(campaign.trigger)
            who = ("has" if len(parts) == 1 else "they have") if by_customer else "the customer has"
            parts.append(f"{who} not {_listed(done, 'or')}")
        for event_id, known in events:
            if known is None:
                parts.append(f"{self._name(event_id)} has not happened")
            elif known.subject:
                parts.append(f"{known.subject} has not {known.done}")
        return parts

    def goal(self, campaign: Campaign) -> str:
        """Describe the goal event: “they complete a purchase”."""
        told = self._clause(campaign.goal_event)
        if told is None:
            return f"{self._name(campaign.goal_event)} happens"
        if told.subject:
            return f"{told.subject} {told.present}"
        by_customer = self._is_done_by_customer(campaign.trigger)
        return f"they {told.plural}" if by_customer else f"the customer {told.present}"

    def asks(self, campaign: Campaign, condition: Condition) -> str:
        """Describe a condition: “the amount is 1000 or more”."""
        event = self._events.get(campaign.trigger)
        props = properties_of(self._catalog, event) if event else ()
        prop = next((prop for prop in props if prop.name == condition.property), None)
        words = " ".join(split(condition.property)).lower() if condition.property.isascii() else ""
        is_thing = words.replace(" ", "").isalpha() and not words.endswith("s")
        if prop is not None and prop.type == "boolean" and isinstance(condition.value, bool):
            is_thing = False
        return f"{f'the {words}' if is_thing else f'“{condition.property}”'} {_question(condition, prop)}"


def _question(condition: Condition, prop: Property | None) -> str:
    operator, value = condition.operator, condition.value
    if operator in EMPTY:
        return "is empty" if operator == "is-empty" else "is not empty"
    if value is None:
        return "is not compared with anything yet"
    shown = _value(value, prop)
    if operator in _TEXTS:
        return f"{_TEXTS[operator]} {shown}"
    if operator in ("=", "!="):
        return f"is {shown}" if operator == "=" else f"is not {shown}"
    return "is " + (_DATED if isinstance(value, date | datetime) else _COMPARED)[operator].format(shown)


def _value(value: object, prop: Property | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{value}”"
    unit = f" {prop.unit}" if prop is not None and prop.unit else ""
    return show_value(value) + unit


def _listed(parts: Sequence[str], last: str = "and") -> str:
    return f" {last} ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def _duration(text: str) -> str:
    """Write “1 hour” as “an hour”; put a text that is no duration in quotes."""
    number, _, unit = text.partition(" ")
    one = unit.removesuffix("s")
    if not number.isdecimal() or one not in TIME_UNITS:
        return f"“{text}”"
    return f"{_AN.get(one, 'a')} {one}" if number == "1" else text


def _later(wait: str) -> str:
    told = _duration(wait)
    return f"after {told}" if told.startswith("“") else f"{told} later"
