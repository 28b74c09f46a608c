"""The page Goal: what the catalog is called, its industries, what its events are for, and where they are sent."""

from __future__ import annotations

from functools import partial

from eventsmith.destinations import destination_titles
from eventsmith.edits import Set
from eventsmith.ground.labels import CATALOG_FIELDS, GOALS, PICKS
from eventsmith.plain.fields import in_turn, questions_of
from eventsmith.plain.interview import Interview
from eventsmith.plain.issues import do
from eventsmith.plain.menus import options_of, some
from eventsmith.presets import Preset, all_presets, broken_presets


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
    if key == "industries":
        broken = broken_presets()
        for name in [name for name in chosen if name in broken and name not in now]:
            interview.say(f"{titles[name]}: {broken[name].path}:{broken[name].message}. It was not picked.")
            chosen.remove(name)
    interview.say(f"Chosen: {', '.join(named[name] for name in chosen) or 'none'}.")
    if tuple(chosen) != now:
        do(interview, Set((key,), tuple(chosen), f"pick {key}"))


def _titles(key: str) -> dict[str, str]:
    if key == "industries":
        broken = broken_presets()
        return {preset.name: _title(preset, preset.name in broken) for preset in all_presets()}
    return GOALS if key == "goals" else destination_titles()


def _title(preset: Preset, is_broken: bool) -> str:
    about = [*([preset.whose] if preset.whose else []), *(["broken"] if is_broken else [])]
    return f"{preset.title} ({', '.join(about)})" if about else preset.title
