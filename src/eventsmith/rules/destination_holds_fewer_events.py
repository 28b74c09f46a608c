"""The catalog has more events than a destination can hold, or its budget allows more.

Events beyond the limit are not counted and start no campaign, and the platform does not warn anybody. Remove events
that nothing uses, or ask the platform for more.

Bad:

    destinations = ["moengage"]

    [budget]
    events = 600

Good:

    destinations = ["moengage"]

    [budget]
    events = 512
"""

from eventsmith.destinations import excess
from eventsmith.model import Catalog, number_of_events
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("error")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Count deprecated events too, as the platform has seen them; report one issue for the whole list."""
    if not any(place.max_events is not None for place in settings.destinations):
        return
    count, budget = number_of_events(catalog), catalog.budget.events
    limits: dict[int, list[str]] = {}
    for place in settings.destinations:
        if place.max_events is not None and max(count, budget) > place.max_events:
            limits.setdefault(place.max_events, []).append(place.title)
    if not limits:
        return
    strictest = min(limits)
    if count > strictest:
        here = {limit: titles for limit, titles in limits.items() if count > limit}
        yield Finding(("events",), excess(here, count, "hold", "events", "the catalog"))
    else:
        fix = set_at(("budget", "events"), strictest, f"set the budget to {strictest}")
        yield Finding(("budget", "events"), excess(limits, budget, "hold", "events", "the budget"), fix)
