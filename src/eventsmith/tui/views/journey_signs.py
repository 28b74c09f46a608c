"""The signs and words of the journey's picture, whatever its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.tui.views.cell_wrap import GLUE

if TYPE_CHECKING:
    from eventsmith.queries.journey import Journey, Route, Stop

PLAIN, STARTS, GOAL, BOTH, MESSAGE = "○", "●", "◎", "◉", "✉"
TIP = "━▶"
AIMLESS = "Nothing in the journey starts these"


def sign(stop: Stop) -> str:
    """Return the sign of an event."""
    if stop.starts:
        return BOTH if stop.is_goal else STARTS
    return GOAL if stop.is_goal else PLAIN


def sent(route: Route) -> str:
    """Say what a campaign sends, and when."""
    return f"{route.name}, {route.how}"


def aim(route: Route, names: dict[int, str]) -> str:
    """Say what a campaign is to lead to, without the sign of a goal; empty if to nothing."""
    if route.goal is None:
        return ""
    within = f", within {route.within}" if route.within else ""
    return f"{names[route.goal]}{within}"


def sentence(route: Route, names: dict[int, str]) -> str:
    """Say all of a campaign in one text."""
    goal = aim(route, names)
    return f"{sent(route)} {TIP}{GLUE}{GOAL}{GLUE}{goal}" if goal else sent(route)


def names_of(journey: Journey) -> dict[int, str]:
    """Return the names of all events that are on the way, by their numbers."""
    return {stop.number: stop.name for stage in journey.stages for stop in stage.stops}


def legend(journey: Journey) -> str:
    """Say what the signs in the picture mean."""
    meanings = {STARTS: "starts a campaign", GOAL: "is a goal", BOTH: "does both", MESSAGE: "is a campaign"}
    used = {sign(stop) for stage in journey.stages for stop in stage.stops} | {MESSAGE for _ in journey.routes[:1]}
    return "   ".join(f"{mark} {meaning}" for mark, meaning in meanings.items() if mark in used)
