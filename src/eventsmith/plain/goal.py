"""Goal: what the catalog is called, whose industry it is, what its events are for, and where they go."""

from __future__ import annotations

from functools import partial

from eventsmith.destinations import destination_titles
from eventsmith.edits import Set
from eventsmith.plain.choosing import options_of, some
from eventsmith.plain.forms import in_turn, questions_of
from eventsmith.plain.interview import Interview
from eventsmith.presets import all_presets
from eventsmith.words import CATALOG_FORM, GOALS, PICKS


def goal(interview: Interview) -> None:
    """Asks for all of it."""
    picks = [partial(_pick, interview, key) for key in PICKS]
    in_turn(interview, [*questions_of(interview, CATALOG_FORM, ()), *picks], ())


def _pick(interview: Interview, key: str) -> None:
    now: tuple[str, ...] = getattr(interview.session.catalog, key)
    titles = _titles(key)
    named = {**titles, **{name: f"{name} (unknown)" for name in now if name not in titles}}
    kept = ", ".join(named[name] for name in now) or "none"
    chosen = some(interview, PICKS[key], options_of(named.items()), f"Enter: {kept}")
    if chosen is None:
        return
    interview.say(f"Chosen: {', '.join(named[name] for name in chosen) or 'none'}.")
    if tuple(chosen) != now:
        interview.do(Set((key,), tuple(chosen), f"pick {key}"))


def _titles(key: str) -> dict[str, str]:
    if key == "industries":
        return {preset.name: preset.title for preset in all_presets()}
    return GOALS if key == "goals" else destination_titles()
