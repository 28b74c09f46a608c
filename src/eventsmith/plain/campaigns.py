"""The page Campaigns: what starts each message, on what condition, after what wait, unless what, towards what goal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from eventsmith.edits import Edit, Insert, Remove, Together, take_campaign
from eventsmith.ground.labels import CAMPAIGN_FIELDS, CONDITION_FIELDS, GOALS
from eventsmith.model import EMPTY, Campaign, Condition, Operator, Place, value_at
from eventsmith.plain import issues
from eventsmith.plain.fields import Entry, ask_field, fields, in_turn, menu, questions_of
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.listing import event_title
from eventsmith.plain.menus import Option, one, read_out, some
from eventsmith.plain.navigation import Changed
from eventsmith.queries.campaign_offers import campaign_offers
from eventsmith.queries.campaign_sentence import describe_campaign, describe_condition
from eventsmith.queries.choices import flat_properties
from eventsmith.queries.unused import unused

_NAME = CAMPAIGN_FIELDS[0]
WHEN_NEW = CAMPAIGN_FIELDS[1:]
_, _OPERATOR, _VALUE = CONDITION_FIELDS


def campaigns(interview: Interview) -> None:
    """Show the campaigns and ask what to do with them."""
    menu(interview, "What next?", partial(_entries, interview), "Enter goes on to Review")


def _entries(interview: Interview) -> list[Entry]:
    catalog = interview.session.catalog
    own = catalog.campaigns
    interview.say(f"Your campaigns: {', '.join(option.title for option in _options(interview)) or 'none yet'}.")
    offered = campaign_offers(catalog)
    entries: list[Entry] = [
        Entry("Take campaigns that the presets offer", partial(_take, interview), f" ({len(offered) or 'none'})"),
        Entry("Add a campaign of your own", partial(_add, interview)),
    ]
    if own:
        entries += [
            Entry("Hear or change a campaign", partial(_change_one, interview)),
            Entry("Remove campaigns", partial(_remove, interview)),
        ]
    idle = unused(catalog)
    if idle:
        entries.append(Entry("List what nothing uses yet", partial(_read_unused, interview), f" ({len(idle)})"))
    return entries


def _options(interview: Interview) -> list[Option]:
    catalog = interview.session.catalog
    return [
        Option(str(at), own.name or "(no name yet)", about=f". {describe_campaign(catalog, own)}")
        for at, own in enumerate(catalog.campaigns)
    ]


def _take(interview: Interview) -> None:
    catalog = interview.session.catalog
    goals = ["", *GOALS]
    offered = sorted(
        campaign_offers(catalog), key=lambda offer: (offer[1].goal not in catalog.goals, goals.index(offer[1].goal))
    )
    if not offered:
        interview.say("The presets of your industries offer nothing more. You pick industries on the page Goal.")
        return
    options = []
    for at, (preset, campaign) in enumerate(offered):
        about = f". {describe_campaign(preset, campaign)} {campaign.message}".rstrip()
        options.append(Option(str(at), campaign.name, GOALS.get(campaign.goal, "No goal"), about))
    question = "Which ones? The events they need are added as well."
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
    if do(interview, Together(edits, label), ("campaigns",)):
        come = [event.name for event in after.events if all(event is not own for own in catalog.events)]
        along = f" Events added with them: {', '.join(come)}." if come else ""
        interview.say(f"Taken: {', '.join(offered[int(at)][1].name for at in chosen)}.{along}")


def _add(interview: Interview) -> None:
    name = interview.ask(f"{_NAME.label}: {_NAME.hint} [Enter adds none]")
    if not name:
        return
    place: Place = ("campaigns", len(interview.session.catalog.campaigns))
    if do(interview, Insert(place, Campaign(name=name), f"add the campaign “{name}”"), (*place, "name"), alone=True):
        in_turn(interview, questions_of(interview, WHEN_NEW, place), place)
        interview.say(describe_campaign(interview.session.catalog, value_at(interview.session.catalog, place)))
        issues.tell_bad(interview, place)


def _change_one(interview: Interview) -> None:
    at = one(interview, "Which campaign?", _options(interview), "Enter: none")
    if at is not None:
        change_campaign(interview, int(at))


def change_campaign(interview: Interview, index: int) -> None:
    """Describe a campaign, and ask what to change."""
    place: Place = ("campaigns", index)

    def entries() -> Sequence[Entry]:
        catalog = interview.session.catalog
        campaign = catalog.campaigns[index]
        interview.say(describe_campaign(catalog, campaign))
        lines = list(fields(interview, CAMPAIGN_FIELDS, place))
        for at, condition in enumerate(campaign.conditions):
            title = f"Only if {describe_condition(catalog, campaign, condition)}"
            lines.append(Entry(title, partial(change_condition, interview, (*place, "conditions", at))))
        lines.append(Entry("Add a condition", partial(_add_condition, interview, place)))
        return lines

    issues.tell_here(interview, place)
    menu(interview, "Change what?", entries, "Enter: done", place)


def _add_condition(interview: Interview, campaign: Place) -> None:
    catalog = interview.session.catalog
    flat = flat_properties(catalog, campaign)
    if not flat:
        interview.say("A condition needs a trigger that has properties.")
        return
    place: Place = (*campaign, "conditions", len(value_at(catalog, campaign).conditions))
    wanted = one(interview, "On which property?", [Option(prop.name, prop.name) for prop in flat], "Enter: none")
    if wanted is None:
        return
    types = {prop.name: prop.type for prop in flat}
    operator: Operator = ">=" if types[wanted] in ("integer", "decimal") else "="
    if do(interview, Insert(place, Condition(property=wanted, operator=operator), "add condition"), place, alone=True):
        ask_field(interview, _OPERATOR, place)
        if value_at(interview.session.catalog, (*place, "operator")) not in EMPTY:
            ask_field(interview, _VALUE, place)


def change_condition(interview: Interview, place: Place) -> None:
    """Ask what to change in a condition, or whether to remove it."""

    def entries() -> Sequence[Entry]:
        return [*fields(interview, CONDITION_FIELDS, place), Entry("Remove this condition", remove)]

    def remove() -> None:
        if do(interview, Remove(place, "remove condition")):
            raise Changed

    menu(interview, "Change what?", entries, "Enter: done", place)


def _remove(interview: Interview) -> None:
    options = _options(interview)
    chosen = some(interview, "Remove which ones?", options, "Enter removes none")
    if not chosen:
        return
    titles = [option.title for option in options if option.value in chosen]
    edits: list[Edit] = [Remove(("campaigns", index)) for index in sorted(map(int, chosen), reverse=True)]
    label = f"remove “{titles[0]}”" if len(titles) == 1 else f"remove {len(titles)} campaigns"
    if do(interview, Together(edits, label), ("campaigns",)):
        interview.say(f"Removed: {', '.join(titles)}. Type undo to take it back.")


def _read_unused(interview: Interview) -> None:
    catalog = interview.session.catalog
    interview.say("No campaign, segment or analysis uses these. Give them a use under Needed for, or remove them:")
    lines = []
    for place in unused(catalog):
        event = catalog.events[int(place[1])]
        what = f": {event.properties[int(place[3])].name}" if len(place) > 2 else ""
        lines.append(f"  {event_title(event)}{what}")
    read_out(interview, lines)
