"""The page Goal: what the catalog is called, its industries, what its events are for, and where they are sent."""

from __future__ import annotations

from functools import partial

from eventsmith.destinations import all_destinations, broken_destinations
from eventsmith.edits import Set
from eventsmith.ground.labels import CATALOG_FIELDS, GOALS, PICKS
from eventsmith.ground.shelf import DataFile
from eventsmith.plain.fields import in_turn, questions_of
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.menus import options_of, some
from eventsmith.presets import all_presets, broken_presets

SHELVES = {"industries": (all_presets, broken_presets), "destinations": (all_destinations, broken_destinations)}
"""By what is picked that may be a file of one's own: all there are, and those that are broken."""


def goal(interview: Interview) -> None:
    """Ask for everything on the page."""
    picks = [partial(_pick, interview, key) for key in PICKS]
    in_turn(interview, [*questions_of(interview, CATALOG_FIELDS, ()), *picks], ())


def _pick(interview: Interview, key: str) -> None:
    now: tuple[str, ...] = getattr(interview.session.catalog, key)
    titles = _titles(key)
    named = {**titles, **{name: f"{name} (unknown)" for name in now if name not in titles}}
    kept = ", ".join(named[name] for name in now) or "none"
    chosen = some(interview, PICKS[key], options_of(named.items()), f"Enter: {kept}", now=now)
    if chosen is None:
        return
    if key in SHELVES:
        broken = SHELVES[key][1]()
        for name in [name for name in chosen if name in broken and name not in now]:
            interview.say(f"{titles[name]}: {broken[name].path}:{broken[name].message}. It was not picked.")
            chosen.remove(name)
    interview.say(f"Chosen: {', '.join(named[name] for name in chosen) or 'none'}.")
    if tuple(chosen) != now:
        do(interview, Set((key,), tuple(chosen), f"pick {key}"))


def _titles(key: str) -> dict[str, str]:
    if key not in SHELVES:
        return GOALS
    listed, broken = SHELVES[key]
    wrong = broken()
    return {file.name: _title(file, file.name in wrong) for file in listed()}


def _title(file: DataFile, is_broken: bool) -> str:
    about = [*([file.whose] if file.whose else []), *(["broken"] if is_broken else [])]
    return f"{file.title} ({', '.join(about)})" if about else file.title
