"""What the palette holds: the actions of all pages, what is in the catalog, and events of all presets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeAlias

from eventsmith.edits import find_event
from eventsmith.ground.labels import PAGES
from eventsmith.presets import all_presets
from eventsmith.queries.search import find_in_presets
from eventsmith.tui.actions import ACTIONS, Action, key_of
from eventsmith.tui.dialogs.palette import Hit, Palette, Section
from eventsmith.tui.flows.presets import take_event
from eventsmith.tui.synonyms import SYNONYMS
from eventsmith.tui.views.finding import Grade, Wanted

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Place
    from eventsmith.tui.host import Host

    _Thing: TypeAlias = tuple[str, str, str, str, Place]
    """The kind of something in the catalog, its name, other words for it, what it belongs to, and its place."""

HERE, EVERYWHERE, ELSEWHERE, CATALOG, PERHAPS = (
    "On this page",
    "On every page",
    "On other pages",
    "In your catalog",
    "Perhaps you mean",
)
PRESETS = "From presets: Enter takes the event"
_RANKS = (Grade.OTHER_WORD, Grade.START_OF_OTHER, Grade.INSIDE, Grade.GUESS)
"""The worst grade of each rank."""
_ORDER = (HERE, EVERYWHERE, ELSEWHERE, CATALOG)
_MOST = 40
"""The number of hits that are listed of the catalog, and of presets: nobody reads more."""
_MOST_GUESSED = 500
"""The number of events up to which mistyped names are found, too."""
_NEED_NO_ROW = frozenset(("events.add", "events.find", "names.next-form", "names.vocabulary", "campaigns.add"))
"""Actions of a page that run from any other. The rest act on a row, which one must see before."""


def open_palette(host: Host) -> None:
    """Open the palette over the page in view."""
    finder = Finder(host)
    host.open_dialog(Palette(finder.find, finder.find_in_presets))


class Finder:
    """What finds, for as long as the palette is open and the catalog therefore the same."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._catalog = host.session.catalog if host.is_ready else None

    def find(self, wanted: Wanted) -> list[Section]:
        """Find actions, and what is in the catalog; guess only if nothing is found."""
        found = [*self._actions(wanted), *self._in_catalog(wanted)]
        if not found:
            guesses = [*self._actions(wanted, guess=True), *self._in_catalog(wanted, guess=True)]
            return [Section(PERHAPS, [hit for _, hit in guesses])] if guesses else []
        sections: dict[str, list[Hit]] = {}
        for title, hit in sorted(found, key=lambda pair: (_ORDER.index(pair[0]), pair[1].grade)):
            sections.setdefault(title, []).append(hit)
        if wanted.words:
            sections = dict(sorted(sections.items(), key=lambda section: _rank(section[0], section[1][0])))
        return [Section(title, hits[:_MOST] if title == CATALOG else hits) for title, hits in sections.items()]

    def find_in_presets(self, wanted: Wanted) -> list[Section]:
        """Find events of presets that the catalog lacks, by name, alias, property or purpose."""
        catalog = self._catalog
        if catalog is None or self._host.session.read_only:
            return []
        titles = {preset.name: preset.title for preset in all_presets()}
        hits: list[Hit] = []
        for one in find_in_presets(" ".join(wanted.words)):
            if len(hits) == _MOST:
                break
            if find_event(catalog, one.event) is None:
                more = f" and {len(one.presets) - 1} more" if len(one.presets) > 1 else ""
                why = f", {one.why}" if one.why else ""
                about = f"from {titles[one.presets[0]]}{more}{why}"
                run = partial(take_event, self._host, one.presets[0], one.event.id)
                hits.append(Hit(one.event.name, about, "", run, Grade.ABOUT))
        return [Section(PRESETS, hits)] if hits else []

    def _actions(self, wanted: Wanted, *, guess: bool = False) -> Iterator[tuple[str, Hit]]:
        here, host = self._host.here, self._host
        for action in ACTIONS:
            if action.quiet:
                continue
            match = wanted.match(action.label, SYNONYMS.get(action.name, ""), action.help, guess=guess)
            if match is None:
                continue
            section = HERE if action.where == here else EVERYWHERE if action.where == "anywhere" else ELSEWHERE
            page = f"{PAGES[action.where]}: " if section == ELSEWHERE else ""
            other = f"“{match.other}”: " if match.other else ""
            key = next(iter(host.keys.shown(action)), "")
            run = partial(host.action_run, action.id) if section != ELSEWHERE else partial(_run_there, host, action)
            yield section, Hit(action.label, f"{other}{page}{action.help}", key, run, match.grade)

    def _in_catalog(self, wanted: Wanted, *, guess: bool = False) -> Iterator[tuple[str, Hit]]:
        """Find what is in the catalog; what may be mistyped, only where that takes no time."""
        catalog = self._catalog
        if catalog is None or not wanted.words or (guess and len(catalog.events) > _MOST_GUESSED):
            return
        for kind, title, others, about, place in self._things(catalog, wanted.words, everything=guess):
            match = wanted.match(title, others, about, guess=guess)
            if match is not None:
                other = f", “{match.other}”" if match.other else ""
                told = f"{kind} of {about}" if about else kind
                go = partial(self._host.go_to, place)
                yield CATALOG, Hit(title, f"{told}{other}", "", go, match.grade)

    def _things(self, catalog: Catalog, words: Sequence[str], *, everything: bool) -> Iterator[_Thing]:
        """Yield what may have all words; properties only if it is known that they do."""
        for i, (event, text) in enumerate(zip(catalog.events, self._texts, strict=True)):
            if everything or all(word in text for word in words):
                others = " ".join((event.id, *event.aliases))
                yield "event", event.name, others, "", ("events", i, "when")
                for j, prop in enumerate(() if everything else event.properties):
                    if any(word in prop.name.casefold() for word in words):
                        yield "property", prop.name, "", event.name, ("events", i, "properties", j)
        for i, group in enumerate(catalog.property_groups):
            yield "property group", group.name, "", "", ("property_groups", i)
        for i, campaign in enumerate(catalog.campaigns):
            yield "campaign", campaign.name, "", "", ("campaigns", i)

    @cached_property
    def _texts(self) -> list[str]:
        """What each event can be found by."""
        events = self._catalog.events if self._catalog is not None else ()
        return [
            "\n".join((event.name, event.id, *event.aliases, *(prop.name for prop in event.properties))).casefold()
            for event in events
        ]


def _rank(section: str, best: Hit) -> int:
    """Return the rank of a section by its best hit: any whole word is one, but for the very name of an action."""
    if best.grade is Grade.WHOLE and section != CATALOG:
        return -1
    return next(rank for rank, worst in enumerate(_RANKS) if best.grade <= worst)


def _run_there(host: Host, action: Action) -> None:
    """Go to an action's page, and run it there, or say how to: what acts on a row one must have seen before."""
    host.visit(action.where)
    if action.name in _NEED_NO_ROW:
        host.call_later(host.action_run, action.id)
    else:
        host.call_later(host.say, f"{key_of(action.name)} does it to the row you are on: {action.help}")
