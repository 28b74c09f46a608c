"""The verbs of a catalog's names, how many names each has, and which of them may say one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from eventsmith.edits import verb_of
from eventsmith.ground.incremental import PerItem
from eventsmith.model import Catalog, Event, Form
from eventsmith.naming import meaning_keys


class VerbsInUse:
    """A memory of the verbs in use, so that a key costs only the names it changed."""

    def __init__(self) -> None:
        self._asked: tuple[Form, str] | None = None
        self._verbs: PerItem[Event, str] | None = None
        self._counts: Counter[str] = Counter()

    def of(self, catalog: Catalog) -> Counter[str]:
        """Return how many names have each verb."""
        asked = (catalog.naming.form, catalog.language)
        if self._verbs is None or asked != self._asked:
            self._asked, self._counts = asked, Counter()
            self._verbs = PerItem(partial(verb_of, catalog))
        gone, new = self._verbs.update_to(catalog.events)
        self._counts.subtract(filter(None, gone))
        self._counts.update(filter(None, new))
        return +self._counts


def verbs_alike(counts: Mapping[str, int]) -> list[Sequence[str]]:
    """Return groups of verbs that may say one thing, in each the most frequent first."""
    meant: dict[str, list[str]] = {}
    for verb in sorted(counts, key=lambda verb: (-counts[verb], verb)):
        meant.setdefault(meaning_keys(f"{verb} thing")[1], []).append(verb)
    return [verbs for verbs in meant.values() if len(verbs) > 1]
