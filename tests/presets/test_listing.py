"""The list of presets: made without reading them."""

from pathlib import Path

import pytest

from eventsmith.presets import NoSuchPresetError, all_presets, forget_presets, preset_catalog, presets_of

PRESETS = all_presets()


def test_an_unknown_preset_is_answered_with_the_nearest() -> None:
    with pytest.raises(NoSuchPresetError, match="e-commerce"):
        preset_catalog("ecommerce")
    assert presets_of(["nowhere", "e-commerce"]) == [preset_catalog("e-commerce")]


def test_no_preset_is_read_to_list_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("eventsmith.store.read_file", refuse)
    forget_presets()
    assert len(all_presets()) == len(PRESETS)
