"""Files of any wrong shape: told, with places, and salvaged."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import Campaign, Catalog, Condition, Event, Property, PropertyField
from eventsmith.store import CannotReadError, read_bytes
from eventsmith.store.canonical_text import value_text
from tests.store.random_catalogs import scalars

SUITE = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "toml-test" / "tests"

_KEYS = sorted(
    {key for noun in (Catalog, Event, Property, PropertyField, Campaign, Condition) for key in noun.model_fields}
)
_leaves = st.one_of(st.sampled_from(["string", "live", "activate", "", "="]), scalars)
_nodes: st.SearchStrategy[Any] = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(_KEYS), st.just("nme")), inner, max_size=5),
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(_KEYS), _nodes, min_size=1, max_size=6))
def test_any_table_is_told_about_and_salvaged(table: dict[str, Any]) -> None:
    table = {"language": "en", **table}
    data = "".join(f"{key} = {value_text(value)}\n" for key, value in table.items()).encode()
    document = read_bytes(data)
    for problem in document.problems:
        assert 1 <= problem.line <= data.count(b"\n")
        assert problem.column >= 1
        assert problem.rule.startswith("file-")
    Catalog.model_validate(document.catalog.model_dump())


@pytest.mark.skipif(not SUITE.is_dir(), reason="../shared/corpora/toml-test is not here")
def test_every_valid_file_of_the_toml_suite_is_a_catalog_or_told_why_not() -> None:
    for path in sorted((SUITE / "valid").rglob("*.toml")):
        with contextlib.suppress(CannotReadError):
            assert read_bytes(path.read_bytes()).problems, path
