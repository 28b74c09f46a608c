"""An event is in a stage that the catalog does not have.

Stages are the chapters of the journey. An event in a chapter that is not in the book shows up nowhere in the story, and
the team forgets it. Choose one of the catalog's stages, or add this one to them.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"
    stage = "Engagement"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
    stage = "engagement"
"""

from dataclasses import replace

from eventsmith.model import Event
from eventsmith.rules._identity_cache import IdentityCache
from eventsmith.rules._nearest import Words, nearest
from eventsmith.rules._quoted_list import plain_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at

_words: IdentityCache[tuple[str, ...], Words] = IdentityCache(Words)


@rule("warning")
def check(event: Event, settings: Settings) -> Findings:
    """Skip events without a stage."""
    if not event.stage:
        return
    words = _words(settings.stages)
    if words.counts[event.stage]:
        return
    near = nearest(event.stage, words)
    if near is None:
        others = f", or choose one of {plain_list(settings.stages)}" if settings.stages else ""
        yield Finding(("stage",), f"There is no stage “{event.stage}”: add it to the stages{others}")
    else:
        fix = replace(set_at(("stage",), near.word, f"move to “{near.word}”"), safe=near.sure)
        yield Finding(("stage",), f"There is no stage “{event.stage}”: did you mean “{near.word}”?", fix)
