"""New catalogs made from presets in one go, as the guided path does step by step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from eventsmith.edits import take_all
from eventsmith.model import Catalog, Form, Naming, needed_format
from eventsmith.presets import preset_catalog
from eventsmith.queries.combined_presets import combined_presets


class NoSuchEventError(LookupError):
    """None of the picked presets has an event with this ID. The text names the nearest one."""


def new_catalog(
    presets: Sequence[str], events: Collection[str] | None = None, form: Form = "verb-noun", name: str = ""
) -> Catalog:
    """Return a catalog with the given events of the presets (None: all), and the campaigns that need no others.

    Raises NoSuchPresetError and NoSuchEventError.
    """
    industries = tuple(dict.fromkeys(presets))
    sources = [preset_catalog(industry) for industry in industries]
    for wanted in events or ():
        _refuse_unknown(wanted, sources)
    combined = combined_presets(industries)
    ids = {
        event_id
        for event_id, those in combined.sources.items()
        if events is None or any(event.id in events for _, event in those)
    }
    naming = Naming(form=form)
    catalog = Catalog(format=needed_format(naming), name=name, industries=industries, naming=naming)
    campaigns = [campaign for campaign in combined.catalog.campaigns if ids.issuperset(campaign.events())]
    return take_all(catalog, combined.catalog, ids, campaigns).apply(catalog)


def _refuse_unknown(wanted: str, sources: Sequence[Catalog]) -> None:
    known = {text.casefold(): event_id for text, event_id in _known(sources)}
    if wanted in known.values():
        return
    near = known.get(wanted.casefold()) or next(
        (known[text] for text in get_close_matches(wanted.casefold(), known, n=1)), None
    )
    cure = f"did you mean “{near}”?" if near else "“eventsmith presets show NAME” names them"
    raise NoSuchEventError(f"None of the picked presets has an event with the ID “{wanted}”; {cure}")


def _known(sources: Sequence[Catalog]) -> Iterator[tuple[str, str]]:
    """Yield everything that people may call an event, with its ID; IDs last, so that they win."""
    events = [event for source in sources for event in source.events]
    for event in events:
        yield from ((alias, event.id) for alias in event.aliases)
        yield event.name, event.id
    yield from ((event.id, event.id) for event in events)
