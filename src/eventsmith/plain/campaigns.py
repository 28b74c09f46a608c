"""Campaigns: which event starts which message, on what condition, after what wait, unless what, towards what goal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from eventsmith.edits import Edit, Insert, Remove, Together, take_campaign
from eventsmith.model import Campaign, Condition, Place, value_at
from eventsmith.plain import issues
from eventsmith.plain.choosing import Option, one, options_of, some
from eventsmith.plain.forms import Entry, fields, in_turn, menu, questions_of
from eventsmith.plain.interview import Interview
from eventsmith.plain.listing import event_title
from eventsmith.plain.turns import Changed
from eventsmith.session import campaign_offers, choices_at, flat_properties, sentences, show_value, unused
from eventsmith.words import CAMPAIGN_FORM, CONDITION_FORM, GOALS

_NAME = CAMPAIGN_FORM[0]
WHEN_NEW = CAMPAIGN_FORM[1:]


def campaigns(interview: Interview) -> None:
    """Shows the campaigns and asks what to do with them."""
    menu(interview, "What to do?", partial(_entries, interview), "Enter goes on to Review")


def _entries(interview: Interview) -> list[Entry]:
    catalog = interview.session.catalog
    own = catalog.campaigns
    interview.say(f"Your campaigns: {', '.join(option.title for option in _options(interview)) or 'none yet'}.")
    offered = campaign_offers(catalog)
    entries: list[Entry] = [
        (f"Take campaigns that the presets offer ({len(offered) or 'none'})", partial(_take, interview)),
        ("Add a campaign of your own", partial(_add, interview)),
    ]
    if own:
        entries += [
            ("Hear or change a campaign", partial(_change_one, interview)),
            ("Remove campaigns", partial(_remove, interview)),
        ]
    idle = unused(catalog)
    if idle:
        entries.append((f"Hear what nothing uses yet ({len(idle)})", partial(_read_unused, interview)))
    return entries


def _options(interview: Interview) -> list[Option]:
    return [Option(str(at), own.name or "(no name yet)") for at, own in enumerate(interview.session.catalog.campaigns)]


def _take(interview: Interview) -> None:
    catalog = interview.session.catalog
    goals = ["", *GOALS]
    offered = sorted(
        campaign_offers(catalog), key=lambda offer: (offer[1].goal not in catalog.goals, goals.index(offer[1].goal))
    )
    if not offered:
        interview.say("The presets of your industries offer nothing more. Industries are picked in the place Goal.")
        return
    options = []
    for at, (preset, campaign) in enumerate(offered):
        title = f"{campaign.name}. {sentences(preset, campaign)[0]}. {campaign.message}".strip()
        options.append(Option(str(at), title, GOALS.get(campaign.goal, "No goal")))
    question = "Which ones? The events they need come along."
    chosen = some(interview, question, options, "Enter takes none")
    if not chosen:
        return
    edits: list[Edit] = []
    after = catalog
    for at in map(int, chosen):
        preset, campaign = offered[at]
        edit = take_campaign(after, preset, campaign)
        after = edit.apply(after)
        edits.append(edit)
    label = edits[0].label if len(edits) == 1 else f"take {len(edits)} campaigns"
    if interview.do(Together(edits, label), ("campaigns",)):
        come = [event.name for event in after.events if all(event is not own for own in catalog.events)]
        along = f" Events that came along: {', '.join(come)}." if come else ""
        interview.say(f"Taken: {', '.join(offered[int(at)][1].name for at in chosen)}.{along}")


def _add(interview: Interview) -> None:
    name = interview.ask(f"{_NAME.label}: {_NAME.hint} [Enter adds none]")
    if not name:
        return
    place: Place = ("campaigns", len(interview.session.catalog.campaigns))
    if interview.do(Insert(place, Campaign(name=name), f"add the campaign “{name}”"), (*place, "name"), alone=True):
        in_turn(interview, questions_of(interview, WHEN_NEW, place), place)
        read_campaign(interview, int(place[1]))
        issues.tell_bad(interview, place)


def read_campaign(interview: Interview, index: int) -> None:
    """Says what a campaign does."""
    catalog = interview.session.catalog
    campaign = catalog.campaigns[index]
    interview.say(f"{campaign.name or '(no name yet)'}:")
    for sentence in sentences(catalog, campaign):
        interview.say(f"  {sentence}")


def _change_one(interview: Interview) -> None:
    at = one(interview, "Which campaign?", _options(interview), "Enter: none")
    if at is not None:
        change_campaign(interview, int(at))


def change_campaign(interview: Interview, index: int) -> None:
    """Reads what a campaign is and asks what shall be other."""
    place: Place = ("campaigns", index)

    def entries() -> Sequence[Entry]:
        lines = list(fields(interview, CAMPAIGN_FORM, place))
        for at, condition in enumerate(interview.session.catalog.campaigns[index].conditions):
            title = f"Only if: {condition.property} {condition.operator} {show_value(condition.value)}".rstrip()
            lines.append((title, partial(change_condition, interview, (*place, "conditions", at))))
        lines.append(("Add a condition", partial(_add_condition, interview, place)))
        return lines

    menu(interview, "What of it?", entries, "Enter: done", place)
    read_campaign(interview, index)


def _add_condition(interview: Interview, campaign: Place) -> None:
    catalog = interview.session.catalog
    flat = flat_properties(catalog, campaign)
    if not flat:
        interview.say("A condition needs a trigger that has properties.")
        return
    at = len(value_at(catalog, campaign).conditions)
    place: Place = (*campaign, "conditions", at)
    wanted = one(interview, "On which property?", [Option(prop.name, prop.name) for prop in flat], "Enter: none")
    if wanted is None:
        return
    operators = options_of(choices_at(catalog, (*place, "operator")))
    operator = one(interview, "It must be", operators, "Enter: is") or "="
    new = Condition.model_validate({"property": wanted, "operator": operator})
    if interview.do(Insert(place, new, "add condition")) and not operator.endswith("empty"):
        in_turn(interview, questions_of(interview, CONDITION_FORM[2:], place), place)


def change_condition(interview: Interview, place: Place) -> None:
    """Asks what of a condition shall be other, or whether it shall go."""

    def entries() -> Sequence[Entry]:
        return [*fields(interview, CONDITION_FORM, place), ("Remove this condition", remove)]

    def remove() -> None:
        if interview.do(Remove(place, "remove condition")):
            raise Changed

    menu(interview, "What of it?", entries, "Enter: done", place)


def _remove(interview: Interview) -> None:
    options = _options(interview)
    chosen = some(interview, "Which ones shall go?", options, "Enter removes none")
    if not chosen:
        return
    titles = [option.title for option in options if option.value in chosen]
    edits: list[Edit] = [Remove(("campaigns", index)) for index in sorted(map(int, chosen), reverse=True)]
    label = f"remove “{titles[0]}”" if len(titles) == 1 else f"remove {len(titles)} campaigns"
    if interview.do(Together(edits, label), ("campaigns",)):
        interview.say(f"Removed: {', '.join(titles)}. undo takes it back.")


def _read_unused(interview: Interview) -> None:
    catalog = interview.session.catalog
    interview.say("No campaign, segment or analysis uses these. Give them a use under Needed for, or remove them:")
    for place in unused(catalog):
        event = catalog.events[int(place[1])]
        what = f": {event.properties[int(place[3])].name}" if len(place) > 2 else ""
        interview.say(f"  {event_title(event)}{what}")
