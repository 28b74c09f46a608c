"""The presets of the picked industries, combined into one catalog."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.edits import CombinedCatalog, combine
from eventsmith.model import Catalog
from eventsmith.presets import presets_of

_MOST_KEPT = 8


def combined_presets(industries: Sequence[str]) -> CombinedCatalog:
    """Combine the presets of the industries, once as long as they stay the same."""
    catalogs = presets_of(industries)
    key = tuple(map(id, catalogs))
    if key not in _kept:
        while len(_kept) >= _MOST_KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[key] = (catalogs, combine(catalogs))
    return _kept[key][1]


_kept: dict[tuple[int, ...], tuple[list[Catalog], CombinedCatalog]] = {}
"""By identity of the catalogs, which are kept so that no other object can take their identity."""
