"""The page Events: the journey as a story, stage by stage, with events from presets and new ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from eventsmith.edits import Edit, Insert, Move, Set, Together, index_for_stage, take_events
from eventsmith.ground.labels import EVENT_FIELDS
from eventsmith.model import Catalog, Event, Place
from eventsmith.plain import bulk, issues
from eventsmith.plain.fields import Entry, fields, in_turn, menu, questions_of
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.listing import event_options, event_title, hear_event, hear_own
from eventsmith.plain.menus import Option, one, some
from eventsmith.presets import all_presets, preset_catalog
from eventsmith.queries.combined_presets import combined_presets
from eventsmith.queries.event_offers import event_offers, offered_name, offers_with, serving
from eventsmith.queries.search import find_in
from eventsmith.session.fields import edit_at
from eventsmith.session.summary import budget_words

_NAME, _STAGE, *_REST = EVENT_FIELDS
WHEN_NEW = [asked for asked in _REST if asked.key in ("when", "description")]
"""What is asked about a new event besides its name and stage; the rest can wait."""


def events(interview: Interview) -> None:
    """Show the story and ask what to do with it."""
    menu(interview, "What next?", partial(_entries, interview), "Enter goes on to Names")


def _entries(interview: Interview) -> list[Entry]:
    catalog = interview.session.catalog
    interview.say(f"{budget_words(catalog)}.")
    offered = event_offers(catalog)
    entries: list[Entry] = [
        Entry("Take events that the presets offer", partial(_take, interview), f" ({len(offered) or 'none'})"),
        Entry("Find an event in all presets", partial(_find, interview)),
        Entry("Add an event of your own", partial(_add, interview)),
    ]
    if catalog.events:
        entries += [
            Entry("Hear or change an event", partial(_change_one, interview)),
            Entry("Put events into a stage", partial(bulk.put_into_stage, interview)),
            Entry("Make events live, planned, deprecated or ideas", partial(bulk.make_status, interview)),
            Entry("Remove events", partial(bulk.remove, interview)),
        ]
    if len(catalog.events) > 1:
        entries.append(Entry("Move an event", partial(_move, interview)))
    return entries


def _take(interview: Interview) -> None:
    catalog = interview.session.catalog
    offered = event_offers(catalog)
    if not offered:
        interview.say("The presets of your industries offer nothing more. You pick industries on the page Goal.")
        return
    serves = serving(catalog)
    stages = {stage: number for number, stage in enumerate(catalog.stages)}
    offered.sort(key=lambda offer: stages.get(offer[1].stage, len(stages)))
    options = []
    for preset, event in offered:
        why = ", ".join(campaign.name for campaign in serves.get(event.id, ()))
        title = offered_name(catalog, preset, event)
        options.append(Option(event.id, f"{title}, serves {why}" if why else title, event.stage or "no stage"))
    goals = [event.id for _, event in offered if event.id in serves]
    question = "Which ones?" + (f" Type goals for the {len(goals)} that serve your goals." if goals else "")
    sets = {"goals": goals} if goals else None
    chosen = some(interview, question, options, "Enter takes none", sets=sets, hear=partial(_hear_offer, catalog))
    if chosen:
        presets = {event.id: preset for preset, event in offered}
        _take_these(interview, [(presets[event_id], event_id) for event_id in chosen])


def _hear_offer(catalog: Catalog, event_id: str) -> list[str]:
    """Describe an event that presets offer, line by line: all of it, who offers it, and what they do not agree on."""
    presets = combined_presets(catalog.industries)
    event = next(event for event in presets.catalog.events if event.id == event_id)
    sources = ", ".join(preset.name for preset, _ in presets.sources[event_id])
    conflicts = [f"{told}." for told in presets.conflicts.get(event_id, ())]
    name = offered_name(catalog, presets.catalog, event)
    return [*hear_event(presets.catalog, event, name), f"Offered by {sources}.", *conflicts]


def _take_these(interview: Interview, wanted: Sequence[tuple[Catalog, str]]) -> None:
    """Take events of presets, in one step."""
    catalog = after = interview.session.catalog
    edits: list[Edit] = []
    for preset in {id(preset): preset for preset, _ in wanted}.values():
        edit = take_events(after, preset, [event_id for source, event_id in wanted if source is preset])
        after = edit.apply(after)
        edits += edit.edits
    label = f"take {len(wanted)} event{'s' if len(wanted) > 1 else ''}"
    if do(interview, Together(edits, label), ("events",)):
        names = [event.name for event in after.events if all(event is not own for own in catalog.events)]
        interview.say(f"Taken: {', '.join(names)}.")


def _find(interview: Interview) -> None:
    """Search all presets, including those whose industries are not picked."""
    text = interview.ask("Find what? A name, a property, or what it is for [Enter stops]")
    if not text:
        return
    catalog = interview.session.catalog
    found = offers_with(catalog, text)
    if not found:
        own = ", ".join(event_title(catalog.events[at]) for at in find_in(catalog, text))
        have = f" You have it: {own}." if own else ""
        interview.say(f"No preset has another event with “{text}”.{have}")
        return
    titles = {preset.name: preset.title for preset in all_presets()}
    options = []
    for at, one_found in enumerate(found):
        sources = ", ".join(titles[name] for name in one_found.presets)
        why = f"; {one_found.why}" if one_found.why else ""
        name = offered_name(catalog, preset_catalog(one_found.presets[0]), one_found.event)
        options.append(Option(str(at), name, about=f", from {sources}{why}"))

    def hear(at: str) -> list[str]:
        one_found = found[int(at)]
        return hear_event(preset_catalog(one_found.presets[0]), one_found.event, options[int(at)].title)

    chosen = [found[int(at)] for at in some(interview, "Which ones?", options, "Enter takes none", hear=hear) or ()]
    if chosen:
        _take_these(interview, [(preset_catalog(one.presets[0]), one.event.id) for one in chosen])


def _add(interview: Interview) -> None:
    name = interview.ask(f"{_NAME.label}: {_NAME.hint} [Enter adds none]")
    if not name:
        return
    catalog = interview.session.catalog
    stage = _stage(interview)
    index = index_for_stage(catalog, stage)
    place: Place = ("events", index)
    insert = Insert(place, Event(id="", name="", stage=stage))
    named = edit_at(insert.apply(catalog), (*place, "name"), name)
    if do(interview, Together([insert, named], f"add “{name}”"), (*place, "name"), alone=True):
        in_turn(interview, questions_of(interview, WHEN_NEW, place), place)
        interview.say(f"“{name}” is in the story, with the ID {interview.session.catalog.events[index].id}.")
        issues.tell_bad(interview, place)


def _stage(interview: Interview) -> str:
    stages = interview.session.catalog.stages
    if not stages:
        return ""
    options = [Option(stage, stage) for stage in stages]
    return one(interview, "In which stage of the journey?", options, f"Enter: {stages[0]}") or stages[0]


def _change_one(interview: Interview) -> None:
    hear = partial(hear_own, interview)
    at = one(interview, "Which event?", event_options(interview), "Enter: none", hear=hear)
    if at is not None:
        change_event(interview, int(at))


def change_event(interview: Interview, index: int) -> None:
    """Describe an event, and ask what to change."""
    place: Place = ("events", index)
    issues.tell_here(interview, place)
    menu(interview, "Change what?", partial(fields, interview, EVENT_FIELDS, place), "Enter: done", place)


def _move(interview: Interview) -> None:
    options = event_options(interview)
    moving = one(interview, "Move which event?", options, "Enter: none")
    if moving is None:
        return
    others = [option for option in options if option.value != moving]
    question = "After which one? It takes the stage of that one"
    behind = one(interview, question, others, "Enter: first")
    catalog = interview.session.catalog
    index = int(moving)
    anchor = int(others[0].value if behind is None else behind)
    to = anchor + (behind is not None) - (anchor > index)
    label = f"move “{catalog.events[index].name}”"
    stage = catalog.events[anchor].stage
    edits: list[Edit] = [Move(("events", index), to, label)]
    if catalog.events[index].stage != stage:
        edits.insert(0, Set(("events", index, "stage"), stage))
    if do(interview, Together(edits, label), ("events", to)):
        interview.say(f"Moved: {event_title(catalog.events[index])}, {stage or 'no stage'}.")
