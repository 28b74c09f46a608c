"""One's own presets: a folder of the user's and one of the project; what is broken is named and hides no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith import presets
from eventsmith.presets import (
    BrokenPresetError,
    all_presets,
    broken_presets,
    forget_presets,
    look_in,
    own_folders,
    own_presets,
    preset_catalog,
    presets_of,
)

GOOD = 'format = 1\nname = "{name}"\n\n[[events]]\nid = "bakeBread"\nname = "Bake Bread"\n'


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr(presets.SHELF, "project", Path("presets"))
    forget_presets()
    yield
    forget_presets()


def keep(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text)
    return path


def test_both_folders_are_looked_at_and_the_projects_goes_first() -> None:
    keep(own_folders()["yours"], "bakery", GOOD.format(name="My bakery"))
    keep(own_folders()["yours"], "mill", GOOD.format(name="Mill"))
    keep(Path("presets"), "bakery", GOOD.format(name="Our bakery"))
    assert [(preset.name, preset.title, preset.whose) for preset in own_presets()] == [
        ("bakery", "Our bakery", "project"),
        ("mill", "Mill", "yours"),
    ]
    assert len(all_presets()) == 24
    assert preset_catalog("bakery").name == "Our bakery"


def test_ones_own_goes_before_ours_of_the_same_name() -> None:
    keep(own_folders()["yours"], "e-commerce", GOOD.format(name="My shop"))
    assert len(all_presets()) == 22
    assert preset_catalog("e-commerce").name == "My shop"


def test_another_folder_of_the_project(tmp_path: Path) -> None:
    keep(Path("presets"), "bakery", GOOD.format(name="Here"))
    keep(tmp_path / "there", "bakery", GOOD.format(name="There"))
    look_in(tmp_path / "there")
    assert preset_catalog("bakery").name == "There"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1\nname = \n", "2:8"),
        ('format = 1\nname = "Odd"\n\n[[events]]\nid = 3\nname = "Odd"\nnmae = ""\n', "5:6"),
        ("format = 99\n", "update Eventsmith"),
    ],
)
def test_a_broken_one_is_named_and_hides_no_other(text: str, said: str) -> None:
    path = keep(Path("presets"), "broken", text)
    keep(Path("presets"), "bakery", GOOD.format(name="Bakery"))
    assert {preset.name for preset in own_presets()} == {"broken", "bakery"}
    problems = broken_presets()
    assert list(problems) == ["broken"]
    assert problems["broken"][0] == path.absolute()
    assert said in problems["broken"][1]
    with pytest.raises(BrokenPresetError, match="“broken” is broken"):
        preset_catalog("broken")
    assert [catalog.name for catalog in presets_of(["broken", "bakery"])] == ["Bakery"]


def test_another_toml_file_is_no_preset() -> None:
    keep(Path("presets"), "colours", 'name = "Sea"\nblue = "#0000ff"\n')
    Path("presets/folder.toml").mkdir()
    assert own_presets() == []
    assert broken_presets() == {}


def test_ours_are_not_listed_twice_where_they_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(presets.preset_folder().parent)
    assert len(all_presets()) == 22
    assert own_presets() == []
